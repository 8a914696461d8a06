/** An adult of 69 cm has 69 inches. A height has no usual values, which a newborn and a tall adult would share (rule 17, decision 31). */
import type { SeriesKey } from '../../observation/rowKinds.ts';
import { DAY_MS } from '../../time/durations.ts';
import type { RowColumns } from '../rowColumns.ts';

/** The birth date may be a year, so that somebody who was born after its end is 18 years old. */
const ADULT_AFTER_MS = 19 * 366 * DAY_MS;
/** These limits in cm hold nearly all adults, whatever their illness, and nearly nobody has 88 inches; ours, to be reviewed. */
const [SHORTEST, TALLEST] = [88, 250];
const CM_PER_INCH = 2.54;

/**
 * Returns the heights that no adult has, at their index with the unit that they may have been measured in; it is '' where none fits.
 * `birthLimitMs` is that of `judgeRows`, and no height is judged where it is −Infinity.
 */
export function adultHeightDoubts(
  { target, unit }: SeriesKey,
  { timesMs, values }: Pick<RowColumns, 'timesMs' | 'values'>,
  birthLimitMs: number,
): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>();
  if (target?.analyte.id !== 'height' || unit !== 'cm' || birthLimitMs === -Infinity) return doubts;
  values.forEach((value, i) => {
    if (timesMs[i]! < birthLimitMs + ADULT_AFTER_MS || (value >= SHORTEST && value <= TALLEST)) return;
    const meant = value * CM_PER_INCH;
    doubts.set(i, meant >= SHORTEST && meant <= TALLEST ? '[in_i]' : '');
  });
  return doubts;
}
