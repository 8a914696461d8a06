/** A value that is no number and no words of the laboratory, such as a yes or a day, is said in the words of the page. */
import { observationTexts } from '../../../clinical/observation/observation.messages.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { readMoment } from '../../../clinical/time/date.ts';
import { longDate, longDateAndTime, timeOfDay } from '../patientDates.ts';
import { myResultsTexts } from '../myResults.messages.ts';

const ANSWERS: Readonly<Record<string, 'yes' | 'no' | 'cannotShow'>> = {
  true: 'yes',
  false: 'no',
  [observationTexts('sampledData')]: 'cannotShow',
  [observationTexts('anotherKindOfValue')]: 'cannotShow',
};

const DAY = /^\d{4}-\d\d(?:-\d\d)?$/;
const INSTANT = /^(?<clock>\d{4}-\d\d-\d\dT\d\d:\d\d)[\d:.]*(?<zone>Z|[+-]\d\d:\d\d)$/;
const TIME = /^(\d\d:\d\d)[\d:.]*$/;

/** A clock of the place where it was sent is read as if it were in UTC, so that no zone moves it. */
const clockMs = (clock: string): number => Date.parse(`${clock}Z`);

/** Returns a date, a date with its time, or a time of day in words; '' for any other text. A time in UTC says so (rule 42). */
function momentWords(sent: string): string {
  if (DAY.test(sent)) {
    const { timeMs, precision } = readMoment(sent);
    return longDate(timeMs, precision, 'UTC');
  }
  const { clock = '', zone = '' } = INSTANT.exec(sent)?.groups ?? {};
  if (clock !== '') {
    const words = longDateAndTime(clockMs(clock), 'instant', 'UTC');
    // oxlint-disable-next-line longview/texts-in-catalogs -- the name of a zone in every language
    return words !== '' && zone === 'Z' ? `${words} UTC` : words;
  }
  const [, time] = TIME.exec(sent) ?? [];
  const timeMs = time === undefined ? Number.NaN : clockMs(`2000-01-01T${time}`);
  return Number.isNaN(timeMs) ? '' : timeOfDay(timeMs, 'UTC');
}

/** Days need another article than months in Spanish. */
const hasDay = (sent: string): boolean => sent.length >= '2026-10-03'.length;

/** Returns "October 3, 2026 to October 5, 2026"; '' for what is no span of two moments. */
function spanWords(sent: string): string {
  const sides = sent.split('/');
  const [start = '', end = ''] = sides.map(momentWords);
  if (sides.length !== 2 || start === '' || end === '') return '';
  return myResultsTexts(sides.every(hasDay) ? 'spanOfDays' : 'spanOfMonths', { start, end });
}

/**
 * Returns what a value of FHIR says that is no number and no text (https://hl7.org/fhir/R4/observation.html, `value[x]`): "Yes",
 * "October 3, 2026", or that it cannot be shown; '' for any other value, which stands as it was sent.
 */
export function ownWords({ kind: { reason }, value, valueText: sent }: Row): string {
  if (reason !== 'not-a-number' || !Number.isNaN(value)) return '';
  const answer = Object.hasOwn(ANSWERS, sent) ? ANSWERS[sent] : undefined;
  if (answer !== undefined) return myResultsTexts(answer);
  return momentWords(sent) || spanWords(sent);
}

/** Returns whether a value is words of the sender, in whatever language, so that a reader sees them as quoted. */
export const isQuoted = (row: Row): boolean => Number.isNaN(row.value) && ownWords(row) === '';
