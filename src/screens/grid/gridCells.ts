/** Makes the content of one cell of the grid when it is drawn. The words are those of the table on the detail screen. */
import { flagLetters } from '../../charts/format/flagText.ts';
import { numberText } from '../../charts/format/numberText.ts';
import { truncatedNumber } from '../../charts/format/truncatedNumber.ts';
import { sideWithWorstFlag } from '../../charts/marks/pairBar.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { entryNoteText } from '../../charts/reading/attachedText.ts';
import {
  entryContextText,
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  isTextResult,
  entryRangeText,
  hasRange,
  entryStatusText,
  entryWhenText,
  zoneAnnotation,
} from '../../charts/reading/readingText.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import {
  completeRepeats,
  pairPrecedence,
  type PressureRowPair,
} from '../../clinical/series/pairs/pressurePairs.ts';
import { pressureRepeatsOf } from '../../clinical/series/pairs/repeatedPressures.ts';
import { isEntryToCheck, isFlagged, NO_ROW, rowAt, type SeriesRow, type GridData } from './gridData.ts';
import type { GridMoment } from './gridColumns.ts';
import { gridTexts } from './grid.messages.ts';

/** Returns the first index in a sorted list whose value is not less than `value`. */
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
  { series, diastolic, rowRefs, diastolicRefs }: SeriesRow,
  index: number,
): ChartEntry | undefined {
  const row = rowAt(series, rowRefs[index] ?? NO_ROW);
  const diastolicRow = diastolic && rowAt(diastolic, diastolicRefs?.[index] ?? NO_ROW);
  const firstRow = row ?? diastolicRow;
  if (!firstRow) return undefined;
  const rows: readonly [Row, ...Row[]] = row && diastolicRow ? [row, diastolicRow] : [firstRow];
  const sides = diastolic ? { systolic: row, diastolic: diastolicRow } : undefined;
  const isDrawn = rows.some(({ kind }) => kind.drawing !== 'listed');
  return {
    key: `${firstRow.id} ${index}`,
    index: isDrawn ? index : -1,
    timeMs: firstRow.timeMs,
    rows,
    sides,
    repeats: [],
    isRepeat: false,
  };
}

/**
 * Returns every result of the row in this column, oldest first; usually none or one. What repeats another result comes last
 * (rule 23).
 */
export function cellEntries(seriesRow: SeriesRow, column: number): readonly ChartEntry[] {
  const entries: ChartEntry[] = [];
  for (
    let index = lowerBound(seriesRow.columnIndices, column);
    seriesRow.columnIndices[index] === column;
    index++
  ) {
    const entry = entryAt(seriesRow, index);
    if (entry) entries.push(entry);
  }
  if (entries.length < 2) return entries;
  const groups = groupedByTime(entries).map((atOnce) =>
    withRepeatsLast(seriesRow.diastolic ? withWholePressures(atOnce) : atOnce),
  );
  if (groups.length < 2) return groups.flat();
  return [false, true].flatMap((isRepeat) =>
    groups.flatMap((group) => group.filter((entry) => entry.isRepeat === isRepeat)),
  );
}

/** Returns the results of each time, the oldest time first. */
function groupedByTime(entries: readonly ChartEntry[]): readonly ChartEntry[][] {
  const byTime = new Map<number, ChartEntry[]>();
  for (const entry of entries) byTime.set(entry.timeMs, [...(byTime.get(entry.timeMs) ?? []), entry]);
  return [...byTime.values()].toSorted((a, b) => a[0]!.timeMs - b[0]!.timeMs);
}

const pairOf = ({ sides, rows: [row] }: ChartEntry): PressureRowPair =>
  sides ?? { systolic: row, diastolic: undefined };

/**
 * Puts what was sent more than once at one time behind the others, and what stands for it in the place of the first of its
 * kind. A result without a point repeats nothing.
 */
function withRepeatsLast(entries: readonly ChartEntry[]): readonly ChartEntry[] {
  const ranked = entries
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => pairPrecedence(pairOf(a)) - pairPrecedence(pairOf(b)));
  const repeats = pressureRepeatsOf(ranked.map(pairOf));
  if (repeats.size === 0) return entries;
  const standing = new Map([...repeats].map(([i, at]) => [ranked[i]!, ranked[at]!]));
  const firsts = [...new Set(entries.map((entry) => standing.get(entry) ?? entry))];
  const counted = firsts.map((entry) => ({
    ...entry,
    repeats: entries.flatMap((one) => (standing.get(one) === entry ? [{ ...one, isRepeat: true }] : [])),
  }));
  return [...counted, ...counted.flatMap((entry) => entry.repeats)];
}

/** A side of a pressure that was sent once more alone stands with its other side (rule 23). */
function withWholePressures(entries: readonly ChartEntry[]): readonly ChartEntry[] {
  const pairs = entries.map(({ sides }) => ({ systolic: sides?.systolic, diastolic: sides?.diastolic }));
  completeRepeats(pairs);
  return entries.map((entry, i) => {
    const sides = pairs[i]!;
    const [first, ...others] = [sides.systolic, sides.diastolic].filter((row) => row !== undefined);
    return first ? { ...entry, sides, rows: [first, ...others] } : entry;
  });
}

export type CellResults = {
  readonly seriesRow: SeriesRow;
  readonly moment: GridMoment;
  readonly entries: readonly ChartEntry[];
};

/** Returns a cell by the keys of its row and column; undefined if either is gone. */
export function cellResultsAt(
  { seriesRows, moments }: GridData,
  rowKey: string,
  columnKey: string,
): CellResults | undefined {
  const seriesRow = seriesRows.find(({ id }) => id === rowKey);
  const columnIndex = moments.findIndex(({ key }) => key === columnKey);
  const moment = moments[columnIndex];
  return seriesRow && moment && { seriesRow, moment, entries: cellEntries(seriesRow, columnIndex) };
}

/** Describes the first result of a cell as it is shown. */
export type CellContent = {
  /** This is the number up to its decimal point, or words. */
  readonly text: string;
  /** This is the decimal point and what follows. */
  readonly fraction: string;
  /** The text is words, not a number. */
  readonly isTextual: boolean;
  /** The result is listed and has no point in any chart. */
  readonly isListed: boolean;
  /** The result is final and has a flag or lies outside the range sent. */
  readonly isFlagged: boolean;
  /** The value was converted or read from a text, so it is not exactly as sent. */
  readonly isDerived: boolean;
  /** This is the first status that is not "final", such as "preliminary"; else "final". */
  readonly status: string;
  /** The number is charted and to check. */
  readonly isToCheck: boolean;
};

/** This is long enough for "Not detected". */
const MAX_TEXT_CHARACTERS = 12;

const NO_VALUE = gridTexts('noValue');

/** Cuts a text visibly and never inside a number, which would read as another number. */
function shortenedText(text: string): string {
  const singleLine = text.replaceAll(/\s+/g, ' ').trim();
  if (singleLine.length <= MAX_TEXT_CHARACTERS) return gridTexts('words', { text: singleLine });
  return /^[\d<>=.+-]/.test(singleLine)
    ? gridTexts('textCut')
    : gridTexts('wordsCut', { text: singleLine.slice(0, MAX_TEXT_CHARACTERS - 1).trimEnd() });
}

/** Returns the status of a row that has no value to show, or says that it has none. Rules 34 and 36. */
function missingValueText(row: Row): string {
  const { reason, status } = row.kind;
  if (reason === 'panel') return gridTexts('panel');
  if (reason === 'preliminary-hidden') return gridTexts('preliminaryValue');
  return reason === 'status' && status !== '' ? status : NO_VALUE;
}

export const isValueHidden = ({ kind }: Row): boolean =>
  kind.reason === 'preliminary-hidden' || kind.status === 'cancelled' || kind.reason === 'panel';

/** A text that was read as a number and then listed has its unit in it, so it is shown as a text. */
const isShownAsText = (entry: ChartEntry): boolean =>
  isTextResult(entry) ||
  (!entry.sides && entry.rows[0].kind.isParsedFromText && entry.rows[0].kind.drawing === 'listed');

export function cellContentOf(entry: ChartEntry, seriesRow: SeriesRow): CellContent {
  const [row] = entry.rows;
  const common = {
    fraction: '',
    isTextual: false,
    isListed: entry.index < 0,
    isDerived: entry.rows.some(
      ({ kind }) => kind.drawing !== 'listed' && (kind.isConverted || kind.isParsedFromText),
    ),
    isFlagged: entry.rows.some((one) => isFlagged(one) && one.kind.status !== 'preliminary'),
    status: entry.rows.map(({ kind }) => kind.status).find((status) => status !== 'final') ?? 'final',
    isToCheck: isEntryToCheck(entry),
  };
  if (entry.sides) return { ...common, text: entryValue(entry, seriesRow.series) };
  if (row.valueText === '' || isValueHidden(row))
    return { ...common, text: missingValueText(row), isTextual: true };
  if (isShownAsText(entry))
    return { ...common, text: shortenedText(`${row.kind.comparator}${row.valueText}`), isTextual: true };
  const [, text = '', fraction = ''] =
    /^([^.]*)(\..*)?$/.exec(truncatedNumber(entryValue(entry, seriesRow.series))) ?? [];
  return { ...common, text, fraction };
}

/** Returns the value as sent with its unit, never cut. */
export function cellValueText(entry: ChartEntry, seriesRow: SeriesRow): string {
  const [row] = entry.rows;
  if (!entry.sides && (row.valueText === '' || isValueHidden(row))) return reasonText(row) || NO_VALUE;
  if (isShownAsText(entry)) return gridTexts('words', { text: `${row.kind.comparator}${row.valueText}` });
  const value = entryValue(entry, seriesRow.series);
  return `${entry.sides ? value : numberText(value)} ${entryUnit(entry, seriesRow.series)}`.trim();
}

/** Returns what stands beside the value: range, status, context and drawing. */
export function cellFacts(entry: ChartEntry, timeZone: string): readonly string[] {
  return [
    hasRange(entry) ? gridTexts('range', { range: entryRangeText(entry) }) : gridTexts('noRange'),
    entryStatusText(entry),
    entryContextText(entry),
    entryNoteText(entry, timeZone),
    entryDrawingText(entry),
  ].filter(Boolean);
}

export const cellTimeText = (entry: ChartEntry, timeZone: string): string =>
  [entryWhenText(entry, timeZone), zoneAnnotation(entry, timeZone)].filter(Boolean).join(' ');

/** These letters stand before the value, and the name of a cell begins as it looks (WCAG 2.5.3). */
export const markLetters = (entry: ChartEntry): string => flagLetters(markedRow(entry).kind);

/** Returns the row whose flag stands beside the value: of a blood pressure it is the side with the worst one. */
export const markedRow = ({ rows, sides }: ChartEntry): Row => (sides && sideWithWorstFlag(sides)) ?? rows[0];

const STATUS_TAGS: ReadonlyMap<string, string> = new Map([
  ['corrected', gridTexts('corrected')],
  ['amended', gridTexts('amended')],
]);

/** This mark stands beside a number that is to check. */
export const TO_CHECK = '?';

/** Returns "corr." or "amend.", and the mark of a number that is to check; '' of any other. */
export const statusTag = ({ status, isToCheck: isMarked }: CellContent): string =>
  [STATUS_TAGS.get(status), isMarked && TO_CHECK].filter(Boolean).join(' ');

/** Returns the letters of flag, status and number of results that stand before the value, or ''. */
export function lettersBeforeValue(first: ChartEntry, count: number, seriesRow: SeriesRow): string {
  const content = cellContentOf(first, seriesRow);
  const letters = [markLetters(first), statusTag(content), count > 1 ? `×${count}` : ''];
  return letters.map((text) => text && `${text} `).join('');
}

/** Returns what a screen reader says of a cell (rule 12): "H 5.8 mmol/L, high, 12 Nov 2026, 08:10". */
export function spokenCell(all: readonly ChartEntry[], seriesRow: SeriesRow, timeZone: string): string {
  const entries = all.filter(({ isRepeat }) => !isRepeat);
  const [first] = entries;
  if (!first) return gridTexts('noResult');
  const texts = entries.map((entry) => {
    const status = entryStatusText(entry);
    return [
      cellValueText(entry, seriesRow),
      entryFlagText(entry),
      status !== 'final' && status,
      entryWhenText(entry, timeZone),
      entryContextText(entry),
      entryNoteText(entry, timeZone),
      entryDrawingText(entry),
    ]
      .filter(Boolean)
      .join(', ');
  });
  const letters = lettersBeforeValue(first, entries.length, seriesRow);
  const results = `${letters}${shownBefore(first, seriesRow)}${texts.join('; ')}`;
  return entries.length === 1
    ? results
    : gridTexts('spokenResults', { count: String(entries.length), results });
}

/** Returns a value that is seen in another form than it is said, such as a number that is cut; else ''. */
function shownBefore(entry: ChartEntry, seriesRow: SeriesRow): string {
  const { text, fraction } = cellContentOf(entry, seriesRow);
  return cellValueText(entry, seriesRow).includes(text + fraction) ? '' : `${text}${fraction}: `;
}
