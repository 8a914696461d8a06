/** What stands in one cell of the grid, made when the cell is drawn, and its words: the same as in the detail's table. */
import { numberText, truncatedNumber } from '../../charts/format/format.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  entryContextText,
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  isTextResult,
  offsetText,
  entryRangeText,
  entryStatusText,
  entryWhenText,
  zoneAnnotation,
} from '../../charts/reading/readingText.ts';
import { reasonText } from '../../clinical/observation/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isFlagged, NO_ROW, rowAt, type GridRowSeries, type GridRowList } from './gridLines.ts';
import type { GridMoment } from './gridColumns.ts';

/** The first place in a sorted list that is not before `value`. */
function lowerBound(list: Uint32Array, value: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function entryAt(
  { series, diastolic, refs, diastolicRefs }: GridRowSeries,
  at: number,
): ChartEntry | undefined {
  const row = rowAt(series, refs[at] ?? NO_ROW);
  const lower = diastolic && rowAt(diastolic, diastolicRefs?.[at] ?? NO_ROW);
  const head = row ?? lower;
  if (!head) return undefined;
  const both: readonly [Row, ...Row[]] = row && lower ? [row, lower] : [head];
  const sides = diastolic ? { systolic: row, diastolic: lower } : undefined;
  const drawn = both.some(({ kind }) => kind.drawing !== 'listed');
  return { key: `${head.id} ${at}`, index: drawn ? at : -1, timeMs: head.timeMs, rows: both, sides };
}

/** Every result of the line in this column; usually none or one. */
export function cellAt(line: GridRowSeries, column: number): readonly ChartEntry[] {
  const entries: ChartEntry[] = [];
  for (let at = lowerBound(line.columns, column); line.columns[at] === column; at++) {
    const entry = entryAt(line, at);
    if (entry) entries.push(entry);
  }
  return entries;
}

/** One cell and what it holds. */
export type FlaggedCell = {
  readonly line: GridRowSeries;
  readonly moment: GridMoment;
  readonly entries: readonly ChartEntry[];
};

/** By the keys of its row and column; undefined when either is gone. */
export function flaggedCellAt(
  { lines, moments }: GridRowList,
  row: string,
  column: string,
): FlaggedCell | undefined {
  const line = lines.find(({ id }) => id === row);
  const place = moments.findIndex(({ key }) => key === column);
  const moment = moments[place];
  return line && moment && { line, moment, entries: cellAt(line, place) };
}

/** What a cell shows of its first result. */
export type CellContent = {
  /** The number up to its point, or words. */
  readonly whole: string;
  /** From the point on. */
  readonly fraction: string;
  readonly isWords: boolean;
  /** In the list and not on a chart. */
  readonly isListed: boolean;
  /** Final, with a flag sent or outside the range sent. */
  readonly isFlagged: boolean;
  /** Not exactly as sent: converted, or read from a text. */
  readonly isDerived: boolean;
  /** "preliminary", "corrected" and whatever else is not plainly final. */
  readonly status: string;
};

/** "Not detected" is whole. */
const LONGEST_TEXT = 12;

/** A text is cut visibly, and never inside a number: that would be another one. */
function textShown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_TEXT) return `“${line}”`;
  return /^[\d<>=.+-]/.test(line) ? '“text…”' : `“${line.slice(0, LONGEST_TEXT - 1).trimEnd()}…”`;
}

/** A row without a value to show: its status, or that there is none. Rules 34 and 36. */
function missingShown(row: Row): string {
  const { reason, status } = row.kind;
  if (reason === 'panel') return 'panel';
  if (reason === 'preliminary-hidden') return 'preliminary';
  return reason === 'status' && status !== '' ? status : 'no value';
}

const isHidden = ({ kind }: Row): boolean =>
  kind.reason === 'preliminary-hidden' || kind.status === 'cancelled' || kind.reason === 'panel';

/** A text that was read as a number and then listed carries its own unit: it stands as a text. */
const isWords = (entry: ChartEntry): boolean =>
  isTextResult(entry) ||
  (!entry.sides && entry.rows[0].kind.isParsedFromText && entry.rows[0].kind.drawing === 'listed');

export function cellContentOf(entry: ChartEntry, line: GridRowSeries): CellContent {
  const [row] = entry.rows;
  const rest = {
    fraction: '',
    isWords: false,
    isListed: entry.index < 0,
    isDerived: entry.rows.some(
      ({ kind }) => kind.drawing !== 'listed' && (kind.isConverted || kind.isParsedFromText),
    ),
    isFlagged: entry.rows.some((one) => isFlagged(one) && one.kind.status !== 'preliminary'),
    status: entry.rows.map(({ kind }) => kind.status).find((status) => status !== 'final') ?? 'final',
  };
  if (entry.sides) return { ...rest, whole: entryValue(entry, line.series) };
  if (row.valueText === '' || isHidden(row)) return { ...rest, whole: missingShown(row), isWords: true };
  if (isWords(entry))
    return { ...rest, whole: textShown(`${row.kind.comparator}${row.valueText}`), isWords: true };
  const [, whole = '', fraction = ''] =
    /^([^.]*)(\..*)?$/.exec(truncatedNumber(entryValue(entry, line.series))) ?? [];
  return { ...rest, whole, fraction };
}

/** The value as sent and its unit, whole. */
export function cellValueText(entry: ChartEntry, line: GridRowSeries): string {
  const [row] = entry.rows;
  if (!entry.sides && (row.valueText === '' || isHidden(row))) return reasonText(row) || 'no value';
  if (isWords(entry)) return `“${row.kind.comparator}${row.valueText}”`;
  const value = entryValue(entry, line.series);
  return `${entry.sides ? value : numberText(value)} ${entryUnit(entry, line.series)}`.trim();
}

/** Beside the value: everything that a reader must not guess. */
export function factsOf(entry: ChartEntry): readonly string[] {
  const range = entryRangeText(entry);
  const drawing = entryDrawingText(entry);
  return [
    range === 'no range sent' ? range : `range sent ${range}`,
    entryStatusText(entry),
    entryContextText(entry),
    drawing,
    offsetText(entry),
  ].filter(Boolean);
}

export function cellTimeText(entry: ChartEntry, timeZone: string): string {
  const zone = zoneAnnotation(entry, timeZone);
  return entryWhenText(entry, timeZone) + (zone && ` ${zone}`);
}

/** "5.8 mmol/L, high, 12 Nov 2026, 08:10": what a cell says to who cannot see it. Rule 12. */
export function spokenCell(entries: readonly ChartEntry[], line: GridRowSeries, timeZone: string): string {
  if (entries.length === 0) return 'no result';
  const words = entries.map((entry) => {
    const status = entryStatusText(entry);
    return [
      cellValueText(entry, line),
      entryFlagText(entry),
      status !== 'final' && status,
      entryWhenText(entry, timeZone),
      entryDrawingText(entry),
    ]
      .filter(Boolean)
      .join(', ');
  });
  return entries.length === 1 ? words.join('') : `${entries.length} results: ${words.join('; ')}`;
}
