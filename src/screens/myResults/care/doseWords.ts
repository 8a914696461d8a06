/** Says a dose in everyday words. Its number and unit stay as they were sent. */
import { formattedDose } from '../../../charts/format/format.ts';
import { careTexts } from './care.messages.ts';

/** The short form of a dose ends in one of these (clinical/medication/dosage.ts). */
const ONE_PERIOD = { day: 'perDay', week: 'perWeek', month: 'perMonth', year: 'perYear' } as const;
const SOME_PERIODS = { h: 'everyHours', d: 'everyDays', wk: 'everyWeeks', mo: 'everyMonths' } as const;

const isKeyOf = <T extends object>(all: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(all, key);

/** Turns "25 mg/day" into "25 mg a day", and "5 mg/48 h" into "5 mg every 48 hours". A rate stays as it was sent. */
function oneDoseWords(short: string): string {
  const [, needed] = /^(.+) as needed$/.exec(short) ?? [];
  if (needed !== undefined) return careTexts('whenNeeded', { dose: formattedDose(needed) });
  const [, amount = '', count, period = ''] = /^(.+)\/(?:([\d.]+) )?([a-z]+)$/.exec(short) ?? [];
  const dose = formattedDose(amount);
  if (count === undefined && isKeyOf(ONE_PERIOD, period)) return careTexts(ONE_PERIOD[period], { dose });
  if (count !== undefined && isKeyOf(SOME_PERIODS, period))
    return careTexts(SOME_PERIODS[period], { dose, count });
  return formattedDose(short);
}

/** Returns the short form of a dose, or of several doses, in everyday words; '' without one. */
export const doseWords = (short: string): string =>
  short === ''
    ? ''
    : short
        .split(' + ')
        .map(oneDoseWords)
        .reduce((first, second) => careTexts('doseAndDose', { first, second }));
