/** Says a dose in everyday words. Its number stays as it was sent, and so does a unit that is not surely known. */
import { formattedDose } from '../../../charts/format/formattedDose.ts';
import { careTexts } from './care.messages.ts';
import { amountParts, doseUnit, sentDoseUnit } from './doseUnits.ts';

/** The short form of a dose ends in one of these (clinical/medication/dosage/dosage.ts). */
const ONE_PERIOD = { day: 'perDay', week: 'perWeek', month: 'perMonth', year: 'perYear' } as const;
const SOME_PERIODS = { h: 'everyHours', d: 'everyDays', wk: 'everyWeeks', mo: 'everyMonths' } as const;

const isKeyOf = <T extends object>(all: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(all, key);

/** The parts of a short dose: "25 mg", and how often it is taken. A rate such as "5 mg/h" is an amount alone. */
type ShortDose = {
  readonly amount: string;
  readonly isNeeded: boolean;
  readonly count?: string | undefined;
  readonly period?: string;
};

function shortDoseOf(short: string): ShortDose {
  const [, needed] = /^(.+) as needed$/.exec(short) ?? [];
  if (needed !== undefined) return { amount: needed, isNeeded: true };
  const [, amount = '', count, period = ''] = /^(.+)\/(?:([\d.]+) )?([a-z]+)$/.exec(short) ?? [];
  const isPeriod = isKeyOf(count === undefined ? ONE_PERIOD : SOME_PERIODS, period);
  return isPeriod ? { amount, isNeeded: false, count, period } : { amount: short, isNeeded: false };
}

/** Returns "2 tablets" for "2 tablet(s)". */
function amountWords(amount: string): string {
  const parts = amountParts(amount);
  if (parts === undefined) return formattedDose(amount);
  return formattedDose(`${parts.value} ${doseUnit(parts.unit, parts.value)}`);
}

/** Turns "25 mg/day" into "25 mg a day", and "5 mg/48 h" into "5 mg every 48 hours". A rate stays as it was sent. */
function oneDoseWords(short: string): string {
  const { amount, isNeeded, count, period = '' } = shortDoseOf(short);
  const dose = amountWords(amount);
  if (isNeeded) return careTexts('whenNeeded', { dose });
  if (count === undefined && isKeyOf(ONE_PERIOD, period)) return careTexts(ONE_PERIOD[period], { dose });
  if (count !== undefined && isKeyOf(SOME_PERIODS, period))
    return careTexts(SOME_PERIODS[period], { dose, count });
  return dose;
}

const dosesIn = (short: string): readonly string[] => (short === '' ? [] : short.split(' + '));

/** Returns the short form of a dose, or of several doses, in everyday words; '' without one. */
export const doseWords = (short: string): string =>
  dosesIn(short)
    .map(oneDoseWords)
    .reduce((first, second) => (first === '' ? second : careTexts('doseAndDose', { first, second })), '');

/** Returns the units of a dose, or of several doses, that stand as they were sent and are words of an unknown language. */
export const sentDoseUnits = (short: string): readonly string[] =>
  dosesIn(short).flatMap((one) => sentDoseUnit(shortDoseOf(one).amount) ?? []);
