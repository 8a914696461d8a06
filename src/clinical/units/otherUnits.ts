import { canonicalUnit } from './canonicalUnit.ts';

/** These are the powers of ten of the prefixes of UCUM. https://ucum.org/ucum#section-Prefixes */
const POWERS: Readonly<Record<string, number>> = { f: -15, p: -12, n: -9, u: -6, m: -3, c: -2, d: -1, k: 3 };
const SIMPLE_UNIT = /^([fpnumcdk]?)(g|m|L|mol|eq|U|\[IU\]|kat)(\/([mud]?)L(?:\{[FD]+U\})?)?$/;

/** Returns how much a simple unit is, and of what; undefined for any other unit. */
function simpleUnit(unit: string): readonly [power: number, kind: string] | undefined {
  const [all, prefix = '', base = '', perVolume = '', volume = ''] = SIMPLE_UNIT.exec(unit) ?? [];
  if (all === undefined) return undefined;
  // A mole is so many equivalents, and a unit so many international ones, as the analyte decides.
  const kind = base.replace('eq', 'mol').replace('[IU]', 'U');
  return [(POWERS[prefix] ?? 0) - (POWERS[volume] ?? 0), perVolume === '' ? kind : `${kind}/L`];
}

/**
 * Each of these patterns finds words of which a unit can have one alone: a share or a count; a logarithm, copies or units; one of
 * the two D-dimers; an amount in a volume, in a day or beside so much of something else.
 */
const MEANINGS = [
  /^(%|10\*)/,
  /^(\{Log_.|\{copies|\[IU)/,
  /\{(FEU|DDU)\}$/,
  /^[munp]?(?:g|mol)\/.?(L|\(|mol|g)/,
] as const;

/**
 * Returns whether two spellings sent for one number surely name different units, as "mg/dL" beside the code mmol/L does, and
 * "ng/mL DDU" beside ng/mL{FEU} (rule 17). Of spellings that are not understood nothing is said.
 */
export function areOtherUnits(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false;
  const [one, other] = [canonicalUnit(a), canonicalUnit(b)];
  const [mine, others] = [simpleUnit(one), simpleUnit(other)];
  if (mine !== undefined && others !== undefined && (mine[0] !== others[0] || mine[1] !== others[1]))
    return true;
  return MEANINGS.some((meaning) => {
    const [found, beside] = [meaning.exec(one)?.[1], meaning.exec(other)?.[1]];
    return found !== undefined && beside !== undefined && found !== beside;
  });
}
