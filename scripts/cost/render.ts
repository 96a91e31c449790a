import { billOf, billOfReports, originalIdle, total, type Bill } from './bill.ts';
import { PRICES, type Price } from './prices.ts';
import { REPORT, SCENARIOS } from './usage.ts';

const dollars = (usd: number): string =>
  usd === 0 ? '–' : usd < 10 ? usd.toFixed(2) : Math.round(usd).toLocaleString('en-US');

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function bills(): string {
  const all = Object.values(SCENARIOS).map(billOf);
  const parts = Object.keys(all[0]!);
  const sums = all.map((bill) => `**${dollars(total(bill))}**`);
  return table(
    ['US dollars a month', ...Object.keys(SCENARIOS)],
    [...parts.map((part) => [part, ...all.map((bill) => dollars(bill[part]!))]), ['**Together**', ...sums]],
  );
}

function reports(): string {
  const all = [
    REPORT.baseKb + REPORT.lineKb,
    // Of a flood an instance notes a line now and then: too few to count.
    REPORT.baseKb,
    REPORT.baseKb + REPORT.worstKb,
  ].map(billOfReports);
  const parts = Object.keys(all[0]!);
  return table(
    ['A million reports', 'each noted', 'a flood', 'a flood, if each were noted'],
    [
      ...parts.map((part) => [part, ...all.map((bill) => dollars(bill[part]!))]),
      ['**Together**', ...all.map((bill) => `**${dollars(total(bill))}**`)],
    ],
  );
}

function original(): string {
  const bill: Bill = originalIdle();
  return table(
    ['The original, idle', 'US dollars a month'],
    [
      ...Object.entries(bill).map(([part, usd]) => [part, dollars(usd)]),
      ['**Together**', `**${dollars(total(bill))}**`],
    ],
  );
}

function prices(): string {
  const all = Object.values(PRICES) as Price[];
  return table(
    ['price', 'for one', 'source', 'seen'],
    all.map(({ usd, unit, source, seen }) => [`$${Number(usd.toPrecision(6))}`, unit, source, seen]),
  );
}

/** The bills and the prices as Markdown tables. */
export function renderTables(): string {
  return [bills(), reports(), original(), prices()].join('\n\n');
}
