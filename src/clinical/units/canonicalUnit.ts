/**
 * This file reads how laboratories spell units. `unit-spellings.json` has the rules and what the rules do not give. A spelling
 * is never folded where two readings exist: what may mean two things is read by the units of the analyte alone.
 */
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import type { UnitSpellingTable } from '../catalog/catalogFile.ts';

/** A longer text is no unit and is not read. */
const MAX_UNIT_LENGTH = 64;
const MAX_CACHED_SPELLINGS = 2000;

type Reading = {
  readonly unit: string;
  /** The spelling is read as one of these only where the analyte has that unit. */
  readonly onlyWhereListed: readonly string[];
};

let rules: readonly (readonly [find: RegExp, put: string])[] = [];
const unitBySpelling = new Map<string, string>();
/** These are the units by their letters in lower case; '' stands for two that only the case tells apart. */
const unitByLowerCase = new Map<string, string>();
const onlyBySpelling = new Map<string, readonly string[]>();
const readings = new Map<string, Reading>();

/**
 * Takes the spellings from the file of the catalog, before the first Observation is read. Throws when the file has not the
 * shape that this version of the app reads.
 */
export function fillUnitSpellings(file: unknown): void {
  const texts = new Map(Object.entries(file ?? {}));
  const linesOf = (column: keyof UnitSpellingTable): string[][] => {
    const text: unknown = texts.get(column);
    if (typeof text !== 'string' || text === '') throw new Error(`The catalog has no ${column}.`);
    return text.split('\n').map((line) => line.split(column === 'unitRules' ? '\t' : '|'));
  };
  const [ruleLines, unitLines] = [linesOf('unitRules'), linesOf('unitSpellings')];
  const onlyLines = linesOf('unitsWhereListed');
  for (const known of [unitBySpelling, unitByLowerCase, onlyBySpelling, readings]) known.clear();
  rules = ruleLines.map(([pattern = '', put = '']) => [new RegExp(pattern, 'gi'), put]);
  for (const [unit = '', ...spellings] of unitLines) {
    for (const spelling of [unit, ...spellings]) unitBySpelling.set(spelling, unit);
    const lower = unit.toLowerCase();
    unitByLowerCase.set(lower, unitByLowerCase.has(lower) ? '' : unit);
  }
  for (const [unit = '', ...spellings] of onlyLines) {
    for (const spelling of spellings)
      onlyBySpelling.set(spelling, [...(onlyBySpelling.get(spelling) ?? []), unit]);
  }
}

/**
 * Returns the UCUM unit that a spelling stands for (rule 15). `target` is what was measured: a spelling such as "IU/L" or
 * "G/L" means one thing for an enzyme or a count and another elsewhere, so without it only what has one reading is read.
 * A spelling that leads to no unit is returned as it is, but for the micro sign, which is the u of UCUM, l, which is L, signs
 * of another width and the capitals of a whole word.
 */
export function canonicalUnit(spelling: string, target?: AnalyteTarget): string {
  const { unit, onlyWhereListed } = readingOf(spelling);
  if (target === undefined || isListed(target, unit)) return unit;
  const others = [...onlyWhereListed, unitByMeaning(unit, target)];
  if (onlyWhereListed.includes('{percentile}') && GROWTH_PERCENTILE.test(target.id)) others.push('%');
  return others.find((other) => isListed(target, other)) ?? unit;
}

/** Returns whether a unit is one of the catalog, written as UCUM writes it. */
export const isKnownUnit = (unit: string): boolean => unitBySpelling.get(unit) === unit;

const isListed = ({ unit, conversions }: AnalyteTarget, sent: string): boolean =>
  sent === unit || conversions.has(sent);

const CREATININE = '{creat}';
/** What a child is measured by has percentiles; a percentile of another percentage is not its number. */
const GROWTH_PERCENTILE = /^(?:bmi|wfl|hc|weight|height)-pct/;

/**
 * Reads what only the kind of measurement decides: U and IU are one number for an enzyme, U is written for IU of TSH and
 * insulin and of total IgE, and a ratio to creatinine may leave creatinine out.
 */
function unitByMeaning(unit: string, { analyte, unit: ownUnit, conversions }: AnalyteTarget): string {
  if (/^U\/L$|kat/.test(ownUnit)) return unit.replace('[IU]', 'U');
  // A share of a mass in a mass is a number, and so is one of moles where both are the same substance.
  if (ownUnit === '{ratio}')
    return unit.replace(analyte.id === 'cholhdl' ? /^(m?(?:g|mol))\/\1$/ : /^(m?g)\/\1$/, ownUnit);
  if (/^(?:m\[IU\]\/L|u\[IU\]\/mL)$/.test(ownUnit) || analyte.id === 'ige')
    return unit.replace(/^([muk])U\//, '$1[IU]/');
  if (![ownUnit, ...conversions.keys()].some((one) => one === 'mg/g' || one.endsWith(CREATININE)))
    return unit;
  return unit.endsWith(CREATININE) ? unit.slice(0, -CREATININE.length) : unit + CREATININE;
}

function readingOf(sent: string): Reading {
  const known = readings.get(sent);
  if (known !== undefined) return known;
  if (readings.size >= MAX_CACHED_SPELLINGS) readings.clear();
  const reading = read(sent);
  readings.set(sent, reading);
  return reading;
}

function read(sent: string): Reading {
  // One sign may stand for many letters.
  const plain = sent.length > MAX_UNIT_LENGTH ? sent : plainSpelling(sent);
  if (plain.length > MAX_UNIT_LENGTH) return { unit: sent, onlyWhereListed: [] };
  const latin = inLatinLetters(plain);
  const ruled = unitBySpelling.has(plain) ? plain : byRules(latin);
  const known =
    find(unitBySpelling, plain) ??
    find(unitBySpelling, ruled) ??
    unitBySpelling.get(withoutAnnotation(ruled)) ??
    (isUpperCase(latin) ? unitByLowerCase.get(withoutAnnotation(ruled).toLowerCase()) : undefined);
  const unit = known || unknownUnit(plain);
  const only = find(onlyBySpelling, plain) ?? find(onlyBySpelling, ruled) ?? onlyBySpelling.get(unit);
  return { unit, onlyWhereListed: [...(only ?? []), ruled, withoutAnnotation(ruled)] };
}

/** A word in braces is no unit of UCUM, but a unit in them is meant: "{%}", "{mmHg}". */
function inBraces(plain: string): string {
  const inner = /^\{([^{}]+)\}$/.exec(plain)?.[1] ?? '';
  const { unit } = inner === '' ? { unit: '' } : read(inner);
  return isKnownUnit(unit) ? unit : '';
}

const byRules = (latin: string): string =>
  rules.reduce((ruled, [pattern, put]) => ruled.replaceAll(pattern, put), latin);

/** A whole word has no prefix that another case would change ("index", "INDEX"). */
const unknownUnit = (plain: string): string =>
  inBraces(plain) ||
  (/^[a-z]{5,}$/i.test(plain) ? plain.toLowerCase() : plain.replace(/\/([dmu]?)l$/, '/$1L'));

/** A word of the table in lower case stands for every case. */
const find = <T>(bySpelling: ReadonlyMap<string, T>, spelling: string): T | undefined =>
  bySpelling.get(spelling) ?? (spelling.length > 3 ? bySpelling.get(spelling.toLowerCase()) : undefined);

/**
 * The signs of Unicode become those of UCUM, and letters of another width or in one sign ("㎎") become letters. Digits that
 * stand above after 10 are a power.
 */
const plainSpelling = (sent: string): string =>
  sent
    .replaceAll(/[º˚]/g, '°')
    .replace(/10 ?(?=[⁰¹²³⁴-⁹])/, '10^')
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('μ', 'u')
    .replaceAll('×', 'x');

/** These letters of Cyrillic and of Latin have the same places. */
const LATIN = 'ABVGDEЖZIIKLMNOPRCTUFXЦHШЩЪYЬEЮЯabvgdeжziiklmnoprstufxцhшщъyьeюя';

/** Units in Cyrillic are those of Latin, letter by letter and case by case ("Г" is giga, "г" is gram), but for МЕ and см. */
const inLatinLetters = (unit: string): string =>
  unit
    .replace('МЕ', 'IU')
    .replace(/^см/, 'cm')
    .replaceAll(/ь/gi, '')
    .replaceAll(/[А-я]/g, (letter) => LATIN.charAt(letter.charCodeAt(0) - 0x410));

/** UCUM says nothing with an annotation, but for these, which are meaning. What is counted stands before a slash. */
const withoutAnnotation = (unit: string): string =>
  unit.replaceAll(/(?!^)\{(?!FEU|DDU|Hb|creat|1\.73|copies|log|percentile)[^{}]*\}/gi, '');

/** A feed in capitals is folded, but never a prefix that would be another one in capitals. */
const isUpperCase = (unit: string): boolean =>
  unit.includes('/') && !/[a-tvwyz]/.test(unit) && !/^(?:[GTMKU]|MU)\//.test(unit);
