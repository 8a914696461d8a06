/** This file says which result an address opens, what its screen calls it, and which of its results have a place on the chart. */
import { chartEntriesOf, type ChartEntries, type ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { rowTimeSpan } from '../../../charts/axis/timeSpan.ts';
import { seriesNamed } from '../../../clinical/series/addressId.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { cardsOf, type PatientCard } from '../card/cards.ts';
import type { PlainNames } from '../plainNames.ts';
import { isNotFinal } from '../card/notFinal.ts';
import { bloodPressureName } from '../names/kindWords.ts';
import type { SeriesOfCard } from './entryWords.ts';
import { oneResultTexts } from './oneResult.messages.ts';

/** Returns the card of the series that an address names; undefined where the record has no such result. */
export function cardInAddress(all: readonly Series[], seriesId: string): PatientCard | undefined {
  const series = seriesNamed(all, seriesId);
  return series && cardsOf(all).find((card) => card.series === series || card.diastolic === series);
}

/** Returns the everyday name of a card, and one line on what it is. A blood pressure has one name for both numbers. */
export function nameOfCard(
  { series, diastolic }: SeriesOfCard,
  { nameOf, whatOf }: Pick<PlainNames, 'nameOf' | 'whatOf'>,
): { readonly name: string; readonly what: string } {
  if (diastolic === undefined) return { name: nameOf(series), what: whatOf(series) };
  return {
    name: bloodPressureName(series),
    what: oneResultTexts('bloodPressureWhat'),
  };
}

/** Returns the results of a card as the clinician's view counts and orders them. */
export const entriesOf = ({ series, diastolic }: SeriesOfCard): ChartEntries =>
  chartEntriesOf(series, diastolic);

/** This is a result on the chart. One without a number that may be drawn has a mark at the time axis. */
export type ChartPoint = {
  readonly entry: ChartEntry;
  readonly isDrawn: boolean;
  readonly fromMs: number;
  readonly toMs: number;
};

/** Returns the results that have a time on the chart, oldest first. A preliminary one has no height, so that no value is shown. */
export function chartPoints({ all }: ChartEntries, timeZone: string): readonly ChartPoint[] {
  return all
    .filter(({ timeMs, rows, isRepeat }) => {
      return !isRepeat && Number.isFinite(timeMs) && rows.every(({ kind }) => !kind.hasImpossibleTime);
    })
    .map((entry): ChartPoint => {
      const [fromMs, toMs] = rowTimeSpan(entry.rows[0], timeZone);
      const isDrawn = entry.index >= 0 && !entry.rows.some(({ kind }) => isNotFinal(kind));
      return { entry, isDrawn, fromMs, toMs };
    })
    .toReversed();
}

export type ChartSpan = 'year' | 'fiveYears' | 'all';
const YEAR_MS = 365.25 * DAY_MS;

/** Returns whether the results reach over so many years that a part of them may be looked at. */
export const hasManyYears = (points: readonly ChartPoint[]): boolean =>
  points.length > 0 && points.at(-1)!.toMs - points[0]!.fromMs > 3 * YEAR_MS;

/** Returns the time that the chart shows. It ends with the newest result, not today, so that it is never empty (rule 11). */
export function spanWindow(
  points: readonly ChartPoint[],
  span: ChartSpan,
): readonly [startMs: number, endMs: number] {
  const firstMs = points.reduce((least, { fromMs }) => Math.min(least, fromMs), Number.POSITIVE_INFINITY);
  const lastMs = points.reduce((most, { toMs }) => Math.max(most, toMs), Number.NEGATIVE_INFINITY);
  const years = { year: 1, fiveYears: 5, all: Number.POSITIVE_INFINITY }[span];
  const startMs = Math.max(firstMs, lastMs - years * YEAR_MS);
  // One moment alone stands in the middle of a few hours. Otherwise the axis begins and ends with a result.
  const padMs = lastMs > startMs ? 0 : DAY_MS / 8;
  return [startMs - padMs, lastMs + padMs];
}
