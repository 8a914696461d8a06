/** Reads how many pieces are taken in the morning, at noon, in the evening and at night, as German orders tell it: "1-0-1", "½-0-0-½". */

/* oxlint-disable longview/texts-in-catalogs -- these are spellings of numbers and units, which are looked up */
const PART = String.raw`(?:\d{1,2}(?:[.,]\d{1,2})?|1\/[24]|3\/4|[½¼¾])`;
const SCHEME = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(${PART}(?: ?[-–] ?${PART}){2,3})(?![\d/-]|[.,]\d)`,
  'u',
);
const FRACTIONS = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['1/2', 0.5],
  ['1/4', 0.25],
  ['3/4', 0.75],
]);
/** A number before these signs is no number of pieces: "1-0-1" of 20 mg are two doses of 20 mg. */
const SIGN = /^(?:[kmcµμun]?g|mcg|[mcdµμ]?l|mmol|meq)(?:\/|$)/i;
/* oxlint-enable longview/texts-in-catalogs */

const numberOf = (part: string): number => FRACTIONS.get(part) ?? Number(part.replace(',', '.'));

/** "10-11-26" is a date. */
const isDate = (numbers: readonly number[]): boolean => {
  const [day = 0, month = 0, year = 0] = numbers;
  return numbers.length === 3 && day >= 1 && month >= 1 && month <= 12 && year >= 20;
};

/** Returns whether a text tells the doses of a day by their hours, and these are others than this dose as often in a day. */
export function contradictsScheme(text: string, value: number, unit: string, perDay: number): boolean {
  const [, found] = SCHEME.exec(text) ?? [];
  if (found === undefined || perDay < 0.9) return false;
  const numbers = found.split(/[-–]/).map((part) => numberOf(part.trim()));
  const taken = numbers.filter((number) => number > 0);
  if (isDate(numbers)) return false;
  const sum = taken.reduce((all, number) => all + number, 0);
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.01;
  if (isNear(sum, value * perDay)) return false;
  return !(SIGN.test(unit) && isNear(taken.length, perDay) && new Set(taken).size === 1);
}

/** Returns whether a text in small letters tells the doses of a day by their hours: "1-0-1". */
export const tellsScheme = (text: string): boolean => SCHEME.test(text);
