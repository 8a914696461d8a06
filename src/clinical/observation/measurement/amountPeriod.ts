import { readMoment } from '../../time/date.ts';
import { MINUTE_MS } from '../../time/durations.ts';
import type { ObservationCode } from '../code.ts';
import { observationTexts } from '../observation.messages.ts';

/** A bag is read some minutes before or after the hour, so a period counts in the largest of these steps that is a tenth off at most. */
const STEPS: readonly (readonly [over: number, minutes: number])[] = [
  [36 * 60, 24 * 60],
  [45, 60],
  [0, 15],
  [0, 5],
];

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
  const minutes = (end.timeMs - start.timeMs) / MINUTE_MS;
  if (!(minutes > 0)) return '';
  const stepped = STEPS.flatMap(([over, step]) => (minutes > over ? Math.round(minutes / step) * step : []));
  const near = stepped.find((rounded) => Math.abs(rounded - minutes) <= minutes / 10);
  const told = near ?? Math.max(1, Math.round(minutes));
  return observationTexts('overDuration', {
    duration: told % 60 === 0 ? `${told / 60} h` : `${told} min`,
  });
}
