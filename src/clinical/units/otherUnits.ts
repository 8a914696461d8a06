import { canonicalUnit } from './canonicalUnit.ts';

/** These are the powers of ten of the prefixes of UCUM. https://ucum.org/ucum#section-Prefixes */
const POWERS: Readonly<Record<string, number>> = { f: -15, p: -12, n: -9, u: -6, m: -3, c: -2, d: -1, k: 3 };
const SIMPLE_UNIT = /^([fpnumcdk]?)(g|m|L|mol|eq|U|\[IU\]|kat)(\/([mud]?)L)?$/;

/** Returns how much a simple unit is, and of what; undefined for any other unit. */
function simpleUnit(spelling: string): readonly [power: number, kind: string] | undefined {
  const [all, prefix = '', base = '', perVolume = '', volume = ''] =
    SIMPLE_UNIT.exec(canonicalUnit(spelling)) ?? [];
  if (all === undefined) return undefined;
  // A mole is so many equivalents, and a unit so many international ones, as the analyte decides.
  const kind = base.replace('eq', 'mol').replace('[IU]', 'U');
  return [(POWERS[prefix] ?? 0) - (POWERS[volume] ?? 0), perVolume === '' ? kind : `${kind}/L`];
}

/**
 * Returns whether two spellings sent for one number surely name different units, as "mg/dL" beside the code mmol/L does (rule
 * 17). Of spellings that are not understood nothing is said.
 */
export function areOtherUnits(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false;
  const [one, other] = [simpleUnit(a), simpleUnit(b)];
  return one !== undefined && other !== undefined && (one[0] !== other[0] || one[1] !== other[1]);
}
