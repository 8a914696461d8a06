/** Units of UCUM are written here as clinicians write them. */
import { canonicalUnit } from './canonicalUnit.ts';

const WHOLE_UNITS: Readonly<Record<string, string>> = {
  Cel: '°C',
  '[degF]': '°F',
  '1': '',
  '[pH]': '',
  // These spellings of laboratories name the measure again, and are no unit.
  pH: '',
  INR: '',
  score: '',
  a: 'y',
};
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MAX_UNIT_LENGTH = 64;

/** INR, pH, ratios and scores are often sent without a unit; there is no other unit that they could be in. */
export const isUnitless = (unit: string): boolean =>
  unit === '' || unit === '[pH]' || /^\{[^{}]*\}$/.test(unit);

/**
 * Returns a unit as people write it: "°C" for "Cel", "10³/µL" for "10*3/uL", "×10⁹/L" for "10*9/L", and '' for a unit that is
 * none. UCUM has no micro sign, so a unit with one is the laboratory's own, and it stays as it was sent, as every other
 * spelling does that is no code of UCUM (rule 15).
 */
export function readableUnit(unit: string): string {
  const whole = Object.hasOwn(WHOLE_UNITS, unit) ? WHOLE_UNITS[unit] : undefined;
  if (whole !== undefined) return whole;
  if (isUnitless(unit)) {
    const meant = canonicalUnit(unit);
    return isUnitless(meant) ? '' : readableUnit(meant);
  }
  if (unit.length > MAX_UNIT_LENGTH || /[µμ]/.test(unit)) return unit;
  return unit
    .replace(/^10\*(\d+)(?=(\/L)?)/, powerOfTen)
    .replace(/^(×?10[⁰¹²³⁴-⁹]+\/|\/)?u(?=(?:g|L|mol|kat|U|m|s|\[IU\])(?![a-zA-Z]))/, '$1µ')
    .replace(/^meq(?=\/)/, 'mEq')
    .replace(/^mosm(?=\/)/, 'mOsm')
    .replace(/(^|\/)m2$/, '$1m²')
    .replace('{1.73_m2}', '1.73 m²')
    .replace(/\(24\.h\)$/, '24 h')
    .replaceAll(/(\w)\{/g, '$1 ')
    .replace(/^\{Log/, 'log')
    .replace(/_(?:copies|IU)/, (word) => ` ${word.slice(1)}`)
    .replace("'U]", ' U')
    .replaceAll(/(?:_av|_i)?\]|[{}[]/g, '');
}

const powerOfTen = (_: string, power: string, perLitre: string | undefined): string =>
  `${perLitre ? '×' : ''}10${power.replaceAll(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)))}`;

/**
 * Returns a text with the units of UCUM in it as people write them: "90 mmHg–140 mmHg" for a range that was sent with the unit
 * beside each limit. A code behind a number that names the measure again is no unit: "2–3" for "2 {INR}–3 {INR}". Only what has the marks
 * of UCUM is changed.
 */
export const readableUnitsIn = (text: string): string =>
  /[[{*]/.test(text)
    ? text
        .replaceAll(/(\d) (?:\{(?:INR|pH|index|ratio|score)\}|\[pH\])/g, '$1')
        .split(/([\s–;,]+)/)
        .map((word) => (/\[[^[\]]*\]|\{[^{}]*\}|^10\*/.test(word) ? readableUnit(word) || word : word))
        .join('')
    : text;

/**
 * Returns the unit of an amount of medicine: "tbl" for "{tbl}", which is counted, and "IU" for "[IU]". Any other unit of a dose
 * stays as it was sent.
 */
export const readableDoseUnit = (unit: string): string =>
  /[[{]/.test(unit) ? readableUnit(unit) || unit.replaceAll(/[{}]/g, '') : unit;
