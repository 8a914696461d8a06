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

/** A name says its hours. What was some hours after something else was not collected over them. */
const IN_NAME =
  /(?<![\d.:#])(\d{1,2})[ -]?(?:h|hrs?|hours?|horas|heures|std|stunden|ore)\b(?! ?(?:a[fg]|pos|bef|nach))|\b(?:hourly|per hour|daily|per day)\b/i;
/** Other words tell of hours for many reasons, so that a total stands beside these. */
const OF_TOTAL =
  /(?:total|sum|collect|menge)\w{0,6}[ :]{1,2}(?:[a-z]{1,8} ){0,3}\d{1,2}[ -]?(?:h|std|stunden|ore)\w{0,5}.{0,6}|(?<![\d.:#])(?:\d{1,2}[ -]?(?:h|std|stunden|ore)[a-z]{0,5}|daily|hourly)[ -](?:total|sum|collect|sammel|menge|output)/i;

/** Returns over how many minutes an amount was collected by its name, or by other words of a total; 0 where they do not say it. */
function minutesInWords(name: string, others: string): number {
  const [said, hours] = IN_NAME.exec(name) ?? IN_NAME.exec(OF_TOTAL.exec(others)?.[0] ?? '') ?? [];
  return said === undefined ? 0 : 60 * Number(hours ?? (/hour/i.test(said) ? 1 : 24));
}

/** Returns over how many minutes an amount was collected by its time as it was sent; 0 where that is no period. */
function minutesOfPeriod(effective: string): number {
  const [start, end] = effective.split('/').map(readMoment);
  if (start?.precision !== 'instant' || end?.precision !== 'instant') return 0;
  const minutes = (end.timeMs - start.timeMs) / MINUTE_MS;
  if (!(minutes > 0)) return 0;
  const stepped = STEPS.flatMap(([over, step]) => (minutes > over ? Math.round(minutes / step) * step : []));
  const near = stepped.find((rounded) => Math.abs(rounded - minutes) <= minutes / 10);
  return near ?? Math.max(1, Math.round(minutes));
}

/**
 * Returns over how long an amount was collected, rounded: "over 24 h"; '' where nothing says so. 60 mL of an hour and 1,500 mL of a day
 * have one code, 9187-6, and are no two points of one line (rule 18). Of a test without a place in the catalog its unit tells that it
 * is an amount. `effective` is the time as it was sent, and the words are of its method and its notes.
 */
export function amountPeriod(
  { target, text }: ObservationCode,
  sentUnit: string,
  effective: string,
  words: () => string,
): string {
  const isAmount = target
    ? target.analyte.id === 'urine-out'
    : VOLUME.test(sentUnit) && !OF_MOMENT.test(text);
  if (!isAmount) return '';
  const told = minutesOfPeriod(effective) || minutesInWords(text, words());
  if (told === 0) return '';
  return observationTexts('overDuration', {
    duration: told % 60 === 0 ? `${told / 60} h` : `${told} min`,
  });
}
