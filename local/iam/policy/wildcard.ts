/** Whether a text fits a pattern that was compiled once. */
export type Matcher = (text: string) => boolean;

const MAX_CACHED = 5000;
const cache = new Map<string, Matcher>();

/**
 * Compiles an IAM pattern: `*` stands for any run of characters, `?` for one.
 * `action` ignores case; `resource` keeps `*` inside its ARN segment unless it ends the segment
 * (IAM user guide, «Policy elements: Resource», wildcards); `plain` is StringLike.
 */
export function compilePattern(pattern: string, kind: 'action' | 'resource' | 'plain'): Matcher {
  const key = `${kind} ${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  const matcher = build(pattern, kind);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, matcher);
  return matcher;
}

function build(pattern: string, kind: 'action' | 'resource' | 'plain'): Matcher {
  if (pattern === '*') return () => true;
  if (!/[*?\\]/.test(pattern)) {
    if (kind !== 'action') return (text) => text === pattern;
    const lower = pattern.toLowerCase();
    return (text) => text.toLowerCase() === lower;
  }
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? '';
    if (character === '\\' && index + 1 < pattern.length) {
      index += 1;
      source += quote(pattern[index] ?? '');
    } else if (character === '*') {
      source += kind === 'resource' && !endsSegment(pattern, index) ? '[^:]*' : '.*';
    } else if (character === '?') {
      source += kind === 'resource' ? '[^:]' : '.';
    } else {
      source += quote(character);
    }
  }
  const expression = new RegExp(`^${source}$`, kind === 'action' ? 'is' : 's');
  return (text) => expression.test(text);
}

/**
 * Makes a value literal inside a pattern: what a policy variable holds never acts as a wildcard.
 */
export function escapePattern(value: string): string {
  return value.replace(/[*?\\]/g, '\\$&');
}

function endsSegment(pattern: string, index: number): boolean {
  const next = pattern[index + 1];
  return next === undefined || next === ':' || colonsBefore(pattern, index) >= 5;
}

/** From the sixth segment on (the resource itself) a colon is an ordinary character. */
function colonsBefore(pattern: string, index: number): number {
  let count = 0;
  for (let at = 0; at < index; at += 1) if (pattern[at] === ':') count += 1;
  return count;
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
