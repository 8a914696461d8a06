/** The marks of a number line stand in these places. The line is drawn from the range of the laboratory and the two newest numbers alone. */
import { isOpenFromZero } from '../../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Band } from '../../../../clinical/observation/resultRow.ts';

export type NumberLine = {
  /** Every place is a share of the width, from 0 at the left. */
  readonly now: number;
  readonly before: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

/** The marks keep this share of the width free at either end. */
const INSET = 0.06;
/** A range takes at least this share of what is drawn around it on either side. */
const MARGIN_OF_RANGE = 0.7;

/**
 * Returns the places of the newest number, the one before and the limits. The line reaches as far beyond the range as the numbers do, and
 * by the width of the range otherwise, so that how far a number lies outside is seen and not judged.
 */
export function numberLine(now: number, before: number | undefined, band: Band): NumberLine | undefined {
  const { low, high } = band;
  if (!Number.isFinite(now) || (low ?? high) === undefined || isOpenFromZero(band)) return undefined;
  const known = [now, before ?? now, low ?? now, high ?? now].filter(Number.isFinite);
  const [start, end] = endsOf(known, band);
  const placeOf = (value: number): number => INSET + ((value - start) / (end - start)) * (1 - 2 * INSET);
  const optional = (value: number | undefined): number | undefined =>
    value === undefined || !Number.isFinite(value) ? undefined : placeOf(value);
  return { now: placeOf(now), before: optional(before), low: optional(low), high: optional(high) };
}

/** Returns the ends of the line. A measure that cannot be negative has no room below zero. */
function endsOf(known: readonly number[], { low, high }: Band): readonly [start: number, end: number] {
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const width =
    low === undefined || high === undefined ? Math.max(Math.abs(high ?? low ?? 0), most - least) : high - low;
  const room = (width || 1) * MARGIN_OF_RANGE;
  const start = Math.min(least, (low ?? least) - room);
  return [least >= 0 ? Math.max(0, start) : start, Math.max(most, (high ?? most) + room)];
}
