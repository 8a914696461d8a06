/** This file decides how a unit fits an analyte (rules 10 and 15 to 17). */
import { ucumOf, type CatalogLine } from './catalog.ts';

/**
 * These conversions keep the dimension and need no rounding: [from, to, numerator, denominator, added
 * before].
 */
const EXACT_CONVERSIONS: readonly (readonly [
  from: string,
  to: string,
  times: number,
  by: number,
  before?: number,
])[] = [
  ['g', 'kg', 1, 1000],
  ['[lb_av]', 'kg', 45_359_237, 100_000_000],
  ['[oz_av]', 'kg', 28_349_523_125, 1_000_000_000_000],
  ['m', 'cm', 100, 1],
  ['[in_i]', 'cm', 254, 100],
  ['[ft_i]', 'cm', 3048, 100],
  ['[degF]', 'Cel', 5, 9, -32],
  ['g/L', 'g/dL', 1, 10],
  ['g/L', 'mg/dL', 100, 1],
  ['mg/dL', 'mg/L', 10, 1],
  ['mg/L', 'ug/mL', 1, 1],
  ['ug/L', 'ng/mL', 1, 1],
  ['ng/L', 'pg/mL', 1, 1],
  ['pg/mL', 'ng/L', 1, 1],
  ['ng/mL', 'ng/L', 1000, 1],
  ['ug/mg', 'mg/g', 1, 1],
  ['10*9/L', '10*3/uL', 1, 1],
  ['/uL', '10*3/uL', 1, 1000],
  ['10*12/L', '10*6/uL', 1, 1],
  ['L/L', '%', 100, 1],
  ['mU/L', 'm[IU]/L', 1, 1],
  ['u[IU]/mL', 'm[IU]/L', 1, 1],
  ['ukat/L', 'U/L', 60, 1],
  // This holds for ions of one charge, and only those have the unit in the catalog.
  ['meq/L', 'mmol/L', 1, 1],
];

export type Fit = {
  readonly fits: 'own' | 'converted' | 'other' | 'none' | 'mismatch';
  /** Both are UCUM: the unit that was sent, and the unit of the series. */
  readonly sent: string;
  readonly unit: string;
  /** Converts a number as it was sent to `unit`. */
  readonly inUnit: (value: number) => number;
};

const unchanged = (value: number): number => value;

/** Rounds to nine significant digits without trailing zeros. */
const rounded = (value: number): number => Number(value.toPrecision(9));

const UCUM = 'http://unitsofmeasure.org';

export type SentUnit = { readonly unit: string; readonly unitCode: string; readonly unitSystem: string };

/**
 * The UCUM code decides, else the spelling. If code and spelling contradict each other, the unit fits
 * nothing.
 */
export function fitOf(line: CatalogLine | undefined, { unit, unitCode, unitSystem }: SentUnit): Fit {
  const spellings = (unitSystem === UCUM ? [unitCode, unit] : [unit, unitCode]).filter(Boolean);
  const names = spellings.map((name) => ucumOf(name, line?.unit));
  const [first = ''] = names;
  if (line === undefined) return { fits: 'own', sent: first, unit: first, inUnit: unchanged };
  const known = (names.length === 0 ? [''] : names)
    .map((name) => knownFit(line, name))
    .filter((fit) => fit !== undefined);
  const [one, two] = known;
  if (one && two && !(one.unit === two.unit && one.inUnit(1000) === two.inUnit(1000))) {
    return { fits: 'mismatch', sent: one.sent, unit: one.sent, inUnit: unchanged };
  }
  if (one) return one;
  if (first === '') return { fits: 'none', sent: '', unit: '', inUnit: unchanged };
  if (line.unit === '') return { fits: 'other', sent: first, unit: first, inUnit: unchanged };
  return { fits: 'mismatch', sent: first, unit: spellings[0] ?? '', inUnit: unchanged };
}

function knownFit({ unit, otherUnits }: CatalogLine, sent: string): Fit | undefined {
  if (sent === unit) return { fits: 'own', sent, unit, inUnit: unchanged };
  if (isWithoutUnit(unit) && (isWithoutUnit(sent) || withoutBraces(sent) === withoutBraces(unit)))
    return { fits: 'own', sent, unit, inUnit: unchanged };
  if (!otherUnits.includes(sent)) return undefined;
  const [, , times, by, before = 0] =
    EXACT_CONVERSIONS.find(([from, to]) => from === sent && to === unit) ?? [];
  if (times === undefined || by === undefined) return { fits: 'other', sent, unit: sent, inUnit: unchanged };
  const inUnit = (value: number): number => rounded(((value + before) * times) / by);
  return { fits: 'converted', sent, unit, inUnit };
}

/** A ratio, a score and a pH cannot be in another unit. */
const isWithoutUnit = (unit: string): boolean =>
  unit === '' || unit === '1' || unit === '[pH]' || unit === 'pH' || /^\{[^}]*\}$/.test(unit);

/** UCUM treats text in braces as a remark and not as a unit: INR is {INR}. */
const withoutBraces = (unit: string): string => unit.replaceAll(/[{}[\]]/g, '').toLowerCase();

/** A share of a whole, a pH and the temperature of a body end here, whatever was flagged. */
const ENDS: Readonly<Record<string, readonly [number, number]>> = {
  '%': [0, 100],
  '[pH]': [0, 14],
  Cel: [5, 50],
};

const SIDES: Readonly<Record<string, string>> = { H: 'high', HH: 'high', L: 'low', LL: 'low' };

/**
 * Returns whether a number can be a result (rule 17). What the laboratory flagged as low or high can be, if
 * no body forbids it. Without a flag it may lie somewhat beyond the limits of the analyte, and 0 is real.
 */
export function isPossible(line: CatalogLine | undefined, fit: Fit, value: number, flag: string): boolean {
  if (line?.plausible === undefined || (fit.fits !== 'own' && fit.fits !== 'converted')) return true;
  const [low, high] = line.plausible;
  const inUnit = fit.inUnit(value);
  const [least, most] = (high > 110 ? undefined : ENDS[fit.unit]) ?? [low < 0 ? -Infinity : 0, Infinity];
  if (inUnit < least || inUnit > most) return false;
  if (inUnit === 0) return !/^(?:kg|cm)/.test(fit.unit);
  const side = inUnit > high ? 'high' : inUnit < low ? 'low' : '';
  if (side === '' || SIDES[flag] === side || flag.startsWith('A')) return true;
  // The number is ordinary in the unit of the analyte, so that its own unit is wrong.
  if (inUnit !== value && value >= low && value <= high) return false;
  return side === 'high'
    ? inUnit <= high * (low > 0 || fit.unit.startsWith('10*') ? 1.5 : 10)
    : inUnit >= low / 4;
}
