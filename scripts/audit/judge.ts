/** A known hole in a package, as `npm audit --json` tells it. */
export interface Advisory {
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
}

/** Why an advisory is accepted for some time: an entry of `audit-exceptions.json`. */
export interface Exception {
  readonly advisory: string;
  readonly reason: string;
  /** A day, `2027-01-31`: after it the exception no longer holds. */
  readonly until: string;
}

export interface Verdict {
  /** What ends the build, in words. */
  readonly problems: readonly string[];
  /** What is accepted or too slight, in words. */
  readonly notes: readonly string[];
}

interface Report {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly via: readonly (string | Readonly<Record<string, unknown>>)[] }>
  >;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

const GRAVE: ReadonlySet<string> = new Set(['high', 'critical']);

/** The advisories of a report, each once. Throws when the report is none, with what npm said. */
export function advisoriesOf(report: Report): Advisory[] {
  if (!report.vulnerabilities) {
    throw new Error(`npm audit gave no answer: ${report.message ?? report.error?.summary ?? 'no reason'}`);
  }
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(report.vulnerabilities)) {
    for (const one of via) {
      // A name stands for what another package brings; that one has its own entry.
      if (typeof one === 'string') continue;
      const url = String(one['url']);
      const id = url.split('/').at(-1) ?? url;
      const { name, severity, title } = one;
      found.set(id, { id, package: String(name), severity: String(severity), title: String(title), url });
    }
  }
  return [...found.values()];
}

/**
 * Judges what was found: high and critical advisories need an exception that still holds, and an exception needs its
 * advisory.
 * @param today a day, `2026-12-31`
 */
export function judge(
  advisories: readonly Advisory[],
  exceptions: readonly Exception[],
  today: string,
): Verdict {
  const problems: string[] = [];
  const notes: string[] = [];
  for (const one of advisories) {
    const words = `${one.severity}: ${one.package}, ${one.title} (${one.url})`;
    const exception = exceptions.find(({ advisory }) => advisory === one.id);
    if (!GRAVE.has(one.severity)) notes.push(words);
    else if (!exception) problems.push(words);
    else if (exception.until < today) problems.push(`${words}: its exception ended on ${exception.until}`);
    else notes.push(`${words}: accepted until ${exception.until}, ${exception.reason}`);
  }
  const known = new Set(advisories.map(({ id }) => id));
  for (const { advisory } of exceptions.filter((one) => !known.has(one.advisory))) {
    problems.push(`${advisory} is no longer reported: remove its exception.`);
  }
  for (const { advisory } of exceptions.filter(({ reason }) => reason.trim().length < 20)) {
    problems.push(`${advisory} has an exception without a reason.`);
  }
  return { problems, notes };
}
