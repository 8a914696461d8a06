/** An adult of 69 cm has 69 inches, and a child of 90 kg at one year has 9. A height has no usual values, which a newborn and a tall adult would share (rule 17, decision 31). */
import type { SeriesKey } from '../../observation/rowKinds.ts';
import { DAY_MS } from '../../time/durations.ts';
import type { RowColumns } from '../rowColumns.ts';

/** The birth date may be a year, so that somebody who was born after its end is 18 years old. */
const ADULT_AFTER_MS = 19 * 366 * DAY_MS;
/** These limits in cm hold nearly all adults, whatever their illness, and nearly nobody has 88 inches; ours, to be reviewed. */
const [SHORTEST, TALLEST] = [88, 250];
const CM_PER_INCH = 2.54;

/**
 * Hardly a child was ever known to weigh so many kg: 30 as a newborn, and 15 more for each year. From seven years on a few weighed more than
 * most adults do; ours, to be reviewed.
 */
const [HEAVIEST_NEWBORN_KG, KG_PER_YEAR, JUDGED_UNTIL_YEARS] = [30, 15, 7];
const YEAR_MS = 366 * DAY_MS;

/**
 * Returns the heights that no adult has and the weights that no child of the age has, at their index with the unit that they may have
 * been measured in; it is '' where none fits. `birthLimitMs` is that of `judgeRows`, and nothing is judged where it is −Infinity.
 */
export function bodySizeDoubts(
  { target, unit }: SeriesKey,
  { timesMs, values }: Pick<RowColumns, 'timesMs' | 'values'>,
  birthLimitMs: number,
): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>();
  const id = target?.analyte.id ?? '';
  const isHeight = id === 'height' && unit === 'cm';
  const isWeight = /^weight(?:-stated)?$/.test(id) && unit === 'kg';
  if (birthLimitMs === -Infinity || !(isHeight || isWeight)) return doubts;
  values.forEach((value, i) => {
    const ageMs = timesMs[i]! - birthLimitMs;
    if (isHeight && ageMs >= ADULT_AFTER_MS && isNoAdult(value))
      doubts.set(i, isNoAdult(value * CM_PER_INCH) ? '' : '[in_i]');
    if (!isHeight && isNoChild(value, ageMs / YEAR_MS)) doubts.set(i, '');
  });
  return doubts;
}

const isNoAdult = (cm: number): boolean => cm < SHORTEST || cm > TALLEST;

const isNoChild = (kg: number, years: number): boolean =>
  years < JUDGED_UNTIL_YEARS && kg > HEAVIEST_NEWBORN_KG + KG_PER_YEAR * years;
