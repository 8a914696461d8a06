import { ratioOf, verdictOf, type Goal, type Row } from './row.ts';
import { median } from './statistics.ts';

const HEAD = ['Measure', 'Goal', 'Floor', 'Ours', 'Ratio', 'Verdict'];

/** Returns the table of these rows as Markdown, whose columns stand below one another as plain text too. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = cells;
  return [line(head), rule, ...body.map(line)].join('\n');
}

const cellsOf = (row: Row): string[] => [
  row.name,
  goalText(row.goal, row.unit),
  numberText(median(row.floor ?? []), row.unit),
  numberText(median(row.ours), row.unit),
  numberText(ratioOf(row), '', 2),
  verdictOf(row),
];

function goalText(goal: Goal, unit: string): string {
  if (goal.kind === 'none') return '';
  if (goal.kind === 'atMost') return `≤ ${goal.value}${unit === '' ? '' : ` ${unit}`}`;
  return `≤ ${goal.value} × floor${goal.plusMs === undefined ? '' : ` + ${goal.plusMs} ms`}`;
}

/** Three digits that count are enough for what varies by more than a hundredth from run to run. */
function numberText(value: number, unit: string, decimals?: number): string {
  if (!Number.isFinite(value)) return '';
  const digits = decimals ?? (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3);
  return `${Number(value.toFixed(digits))}${unit === '' ? '' : ` ${unit}`}`;
}
