import { canonicalUnit } from './canonicalUnit.ts';

/** These are the powers of ten of the prefixes of UCUM. https://ucum.org/ucum#section-Prefixes */
const POWERS: Readonly<Record<string, number>> = { f: -15, p: -12, n: -9, u: -6, m: -3, c: -2, d: -1, k: 3 };
const SIMPLE_UNIT = /^([fpnumcdk]?)(g|m|L|mol|eq|U|\[IU\]|kat)(\/([mud]?)L)?(?:\{|$)/;

/** Returns how much a simple unit is, and of what; undefined for any other unit. */
function simpleUnit(unit: string): string | undefined {
  const [all, prefix = '', base = '', perVolume = '', volume = ''] = SIMPLE_UNIT.exec(unit) ?? [];
  // A mole is so many equivalents, and a unit so many international ones, as the analyte decides.
  const kind = base.replace('eq', 'mol').replace('[IU]', 'U');
  return all && `${(POWERS[prefix] ?? 0) - (POWERS[volume] ?? 0)} ${kind}${perVolume && '/L'}`;
}

/**
 * A unit can have one meaning of a group alone: a share or a count, a logarithm or a number, copies or units, an amount in a day or in
 * so much of something else, a D-dimer. A bracket may hold more than a day: "mg/(kg.h)" is an amount in a mass too.
 */
const EXCLUSIVE: readonly (readonly RegExp[])[] = [
  [/^%/, /^(?:10\*|\/.?L)/],
  [/\blog|\{Log/i, /^(?:\{copies|\[IU)/],
  [/copies/, /IU/],
  [/^\w?(?:g|mol|eq)\/\(?24/, /^\w?(?:g|mol|eq)\/.?L/, /^\w?(?:g|mol|eq)\/.?g/, /^\w?(?:g|mol|eq)\/.?mol/],
  [/FEU/, /D-?DU/],
];

const meaningsOf = (unit: string): readonly (string | undefined)[] => [
  simpleUnit(unit),
  ...EXCLUSIVE.map((group) => group.find((one) => one.test(unit))?.source),
];

/**
 * Returns whether two spellings sent for one number surely name different units, as "mg/dL" beside the code mmol/L does, and
 * "ng/mL DDU" beside ng/mL{FEU} (rule 17). Of spellings that are not understood nothing is said.
 */
export function areOtherUnits(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false;
  const others = meaningsOf(canonicalUnit(b));
  return meaningsOf(canonicalUnit(a)).some((one, i) => one && others[i] && one !== others[i]);
}
