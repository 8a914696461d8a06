import { readMoment } from '../../time/date.ts';
import { HOUR_MS, MINUTE_MS } from '../../time/durations.ts';
import type { ObservationCode } from '../code.ts';
import { observationTexts } from '../observation.messages.ts';

/** A bag is read some minutes before or after the hour, so a period counts in the largest of these steps that is a tenth off at most. */
const STEPS = [
  { overMs: 36 * HOUR_MS, stepMs: 24 * HOUR_MS, count: 24, unit: 'h' },
  { overMs: 45 * MINUTE_MS, stepMs: HOUR_MS, count: 1, unit: 'h' },
  { overMs: 0, stepMs: 15 * MINUTE_MS, count: 15, unit: 'min' },
  { overMs: 0, stepMs: 5 * MINUTE_MS, count: 5, unit: 'min' },
  { overMs: 0, stepMs: MINUTE_MS, count: 1, unit: 'min' },
] as const;

const VOLUME = /^[mcd]?l$/i;
/** These volumes of an organ or a breath were seen at one time, however long the examination took. */
const OF_MOMENT =
  /stol|stro[ck]e|schlagvol|tidal|resid|restharn|capaci|kapazit|prostat|scan|\bf[ev][cv]|inspir|exspir|expir/i;

/**
 * Returns over how long an amount was collected, rounded: "over 24 h"; '' where nothing says so. 60 mL of an hour and 1,500 mL of a day
 * have one code, 9187-6, and are no two points of one line (rule 18). Of a test without a place in the catalog its unit tells that it
 * is an amount. `effective` is the time as it was sent.
 */
export function amountPeriod({ target, text }: ObservationCode, sentUnit: string, effective: string): string {
  const isAmount = target
    ? target.analyte.id === 'urine-out'
    : VOLUME.test(sentUnit) && !OF_MOMENT.test(text);
  if (!isAmount || !effective.includes('/')) return '';
  const [start, end] = effective.split('/').map(readMoment);
  if (start?.precision !== 'instant' || end?.precision !== 'instant') return '';
  const ms = end.timeMs - start.timeMs;
  const step = STEPS.find(
    ({ overMs, stepMs }) => ms > overMs && Math.abs(Math.round(ms / stepMs) * stepMs - ms) <= ms / 10,
  );
  const { stepMs, count, unit } = step ?? STEPS[4];
  return ms > 0
    ? observationTexts('overDuration', {
        duration: `${Math.max(1, Math.round(ms / stepMs)) * count} ${unit}`,
      })
    : '';
}
