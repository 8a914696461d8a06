/** This file says which extremes stand on a cell with many results, and how they look in letters. */
import { valueText } from '../../../charts/format/valueText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { isToCheck } from '../../../clinical/change/comparableRows.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { cellContentOf, markLetters, TO_CHECK } from '../gridCells.ts';
import { isEntryToCheck, type SeriesRow } from '../gridData.ts';
import { gridTexts } from '../grid.messages.ts';
import type { BucketSummary } from './bucketSummary.ts';

/** Two numbers of this length together have room beside their flags. */
const MAX_TWO_CHARACTERS = 10;

/** Returns the number or word of a result as the cell shows it. */
export function shortValueText(entry: ChartEntry, seriesRow: SeriesRow): string {
  const { text, fraction } = cellContentOf(entry, seriesRow);
  return text + fraction;
}

/** Returns the number or word of an extreme, with the mark of what is to check. */
const extremeText = (entry: ChartEntry, seriesRow: SeriesRow): string =>
  shortValueText(entry, seriesRow) + (isEntryToCheck(entry) ? TO_CHECK : '');

/** This is one flagged extreme; its number is '' where there is no room for it. */
export type FlaggedExtreme = { readonly entry: ChartEntry; readonly value: string };

/**
 * Returns the flagged extremes that are not the last result itself. The flag of each is always seen. Where there is no room for
 * all numbers, the most severe keeps its own.
 */
export function flaggedExtremes(
  { flagged, last }: BucketSummary,
  seriesRow: SeriesRow,
): readonly FlaggedExtreme[] {
  const others = flagged.filter((entry) => entry !== last);
  const texts = others.map((entry) => extremeText(entry, seriesRow));
  const hasRoom = texts.join('').length <= MAX_TWO_CHARACTERS;
  return others.map((entry, i) => ({ entry, value: hasRoom || i === 0 ? texts[i]! : '' }));
}

/**
 * Returns the limits, and the numbers whose unit is in doubt, that are neither the last result nor seen among the flagged ones:
 * ">20", "5.6?".
 */
export function limitsText(
  { limits, unitsInDoubt, last, flagged }: BucketSummary,
  seriesRow: SeriesRow,
): string {
  const unseen = [...limits, ...unitsInDoubt].filter((entry) => entry !== last && !flagged.includes(entry));
  return unseen.map((entry) => extremeText(entry, seriesRow)).join(' ');
}

/** Returns the lowest and the highest result, "2.1–2.3", or '' where all are the same. */
export function extentText(summary: BucketSummary, seriesRow: SeriesRow): string {
  const { lowest, highest, last } = summary;
  if (last.sides) return pressureExtentText(summary, seriesRow);
  if (!lowest || !highest) return '';
  const [from, to] = [extremeText(lowest, seriesRow), extremeText(highest, seriesRow)];
  return gridTexts('lowestToHighest', { from, to });
}

/**
 * Returns the lowest and the highest of each side, "118–204/41–88", since they need not be of one measurement. A side that is always the
 * same stands there once, also where the newest measurement does not have it.
 */
function pressureExtentText(summary: BucketSummary, { series, diastolic = series }: SeriesRow): string {
  const { lowest, highest, lowestDiastolic, highestDiastolic, last, entries } = summary;
  if (!lowest && !lowestDiastolic) return '';
  const newestWith = (side: 'systolic' | 'diastolic'): ChartEntry =>
    last.sides?.[side] ? last : (entries.findLast(({ sides }) => sides?.[side]) ?? last);
  const upper = [lowest ?? newestWith('systolic'), highest ?? newestWith('systolic')].map((entry) =>
    sideText(entry, 'systolic', series),
  );
  const lower = [lowestDiastolic ?? newestWith('diastolic'), highestDiastolic ?? newestWith('diastolic')].map(
    (entry) => sideText(entry, 'diastolic', diastolic),
  );
  return [upper, lower]
    .map(([from = '', to = '']) => (from === to ? from : gridTexts('lowestToHighest', { from, to })))
    .join('/');
}

/** Returns the number of one side, with the mark of what is to check; a dash for a side that was not recorded. */
function sideText({ sides }: ChartEntry, side: 'systolic' | 'diastolic', series: Series): string {
  const row = sides?.[side];
  return row ? valueText(row, series) + (isToCheck(row) ? TO_CHECK : '') : '–';
}

/** Returns the letters of the second line, with which the name of the cell goes on (WCAG 2.5.3). */
export function secondLineText(summary: BucketSummary, seriesRow: SeriesRow): string {
  const { preliminaryCount, unchartedCount } = summary;
  const flagged = flaggedExtremes(summary, seriesRow).flatMap(({ entry, value }) => [
    markLetters(entry),
    value,
  ]);
  return [
    preliminaryCount > 0 && String(preliminaryCount),
    unchartedCount > 0 && gridTexts('more', { count: String(unchartedCount) }),
    limitsText(summary, seriesRow),
    ...(flagged.length > 0 ? flagged : [extentText(summary, seriesRow)]),
  ]
    .filter(Boolean)
    .join(' ');
}
