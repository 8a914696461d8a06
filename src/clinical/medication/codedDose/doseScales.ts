/** Compares units of a dose that measure the same in other steps, so that "10 mg" and a coded 10 mcg are two doses, and "0.5 g" is 500 mg. */
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { roundTo12Digits } from '../dosage/doseAmount.ts';

type Scale = { readonly kind: string; readonly factor: number };

/** A mass in micrograms, a volume in microlitres, an amount of substance in micromoles, an activity in units. A kilogram beside a dose is the patient's weight. */
const AMOUNT_SCALES = lookupTable<Scale>({
  ng: { kind: 'mass', factor: 0.001 },
  ug: { kind: 'mass', factor: 1 },
  mg: { kind: 'mass', factor: 1000 },
  g: { kind: 'mass', factor: 1_000_000 },
  ul: { kind: 'volume', factor: 1 },
  ml: { kind: 'volume', factor: 1000 },
  cl: { kind: 'volume', factor: 10_000 },
  dl: { kind: 'volume', factor: 100_000 },
  l: { kind: 'volume', factor: 1_000_000 },
  umol: { kind: 'substance', factor: 1 },
  mmol: { kind: 'substance', factor: 1000 },
  u: { kind: 'activity', factor: 1 },
});

/** A time in minutes, as the last part of a rate. */
const TIME_SCALES = lookupTable<number>({ s: 1 / 60, min: 1, h: 60, d: 1440 });

/** A unit is also written out, in the languages in which orders come: "micrograms", "Milligramm", "gramos", "hr". */
const SPELLED_UNITS: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:mcgs?|[µμ]g|mi[ck]rogram\w*)$/, 'ug'],
  [/^nanogram\w*$/, 'ng'],
  [/^mill?igram\w*$/, 'mg'],
  [/^(?:gms?|gram(?:m?[aeio])?m?s?)$/, 'g'],
  [/^(?:ccs?|mls|mill?ilit\w*)$/, 'ml'],
  [/^lit(?:er|re|ro|ri)s?$/, 'l'],
  [/^(?:\[?iu\]?|ie|ui|units?|unidad(?:es)?|einheit(?:en)?|eenhe\w+)$/, 'u'],
  [/^sec(?:ond)?s?$/, 's'],
  [/^minu[a-z]{1,4}$/, 'min'],
  [/^(?:hrs?|hours?|horas?|heures?|std|stunden?|ora|uur)$/, 'h'],
  [/^(?:days?|tag|jour|dag)$/, 'd'],
];

/** Returns a text with "mL/h" for "mL per h", in the languages in which orders come. */
export const withSlashes = (text: string): string => text.replaceAll(/ (?:per|pro|por|par) /g, '/');

/** Returns the one name of a unit in small letters that is written in several ways: "mcg", "units". */
export const stepName = (unit: string): string =>
  SPELLED_UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;

/** Returns what a unit measures and in which steps: "mg", "mcg/kg/min"; undefined for pieces, units of activity and all others. */
function scaleOf(unit: string): Scale | undefined {
  const [amount = '', ...per] = withSlashes(unit)
    .replaceAll(' ', '')
    .split('/')
    .map((part) => stepName(part.toLowerCase()));
  const scale = AMOUNT_SCALES[amount];
  if (scale === undefined) return undefined;
  const times = per.filter((part) => TIME_SCALES[part] !== undefined);
  if (times.length > 1) return undefined;
  const time = TIME_SCALES[times[0] ?? ''];
  const others = per.filter((part) => part !== times[0]);
  return {
    kind: [scale.kind, ...others, ...(time === undefined ? [] : ['time'])].join('/'),
    factor: scale.factor / (time ?? 1),
  };
}

/**
 * Returns by what a number in one unit is multiplied for another one: 1000 from "g" to "mg", 60 from "mL/min" to "mL/h".
 * @returns undefined for two units that do not measure the same, or of which one is unknown here
 */
export function factorBetween(from: string, to: string): number | undefined {
  const [one, other] = [scaleOf(from), scaleOf(to)];
  return one !== undefined && other?.kind === one.kind
    ? roundTo12Digits(one.factor / other.factor)
    : undefined;
}
