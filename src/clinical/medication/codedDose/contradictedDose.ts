/** Finds where the words of an instruction and its coded dose name two doses. Which of the two is to be given is not known then (decision 66). */
import { roundTo12Digits, type DoseAmount } from '../dosage/doseAmount.ts';
import { MAX_INSTRUCTION_LETTERS } from '../dosage/instructionLength.ts';
import { areOfTwoTimes, dosesIn, hasNoSingleDose, isOnHold } from './changingDose.ts';
import { combinedAmounts } from './combinedAmounts.ts';
import { contradictsRateIn, isAboveRateIn } from './contradictedRate.ts';
import { factorBetween } from './doseScales.ts';
import {
  ANY_AMOUNT,
  NAMED_AMOUNT,
  NAMED_LIMIT,
  NEXT_DOSE,
  OTHER_AMOUNT,
  isUnitSlip,
  namedAmountsIn,
  namedEnds,
  unitName,
  type NamedAmount,
} from './namedAmounts.ts';
import { withoutOtherCounts } from './namedDose.ts';
import { isOfDay, withoutRates, withTimesOver } from './timesOver.ts';
import { numbersOf, thousandsReadings, withDigits } from './writtenNumbers.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/** A dose is told by then in most orders. A limit or a number farther back takes no doubt away that stands here. */
const OPENING_LETTERS = 300;
const NUMBER_WORDS = ['half', 'one', 'two', 'three', 'four', 'five', 'six'];
const COUNT = /(?:(\d{1,3}) )?(\d{1,3})\/(\d{1,3})|\d{1,7}(?:[.,]\d{1,6})?|[a-z]+/g;
/** The pieces of a day, "1-0-1 tablets", count how often the amount beside them is taken, as does their sum. */
const PIECES_OF_DAY =
  /(?<![\d.,/-])\d{1,3}(?:[.,]\d{1,2})? ?- ?\d(?:[.,]\d{1,2})?(?: ?- ?\d{1,3}(?:[.,]\d{1,2})?){1,2}(?![\d/-])(?: ?[a-zµμ]{1,12}(?![a-zµμ]))?/g;
/** Each of these parts of an order may tell a dose of its own with the days on which it is taken. */
const PART_END = /[;(\n]|,(?!\d)|(?<!\d),| (?:and|und|et|y|e|en) /;
const ITS_DAYS = new RegExp(
  `(?<![\\d.,])\\d{1,3} ?(?:days?|d|weeks?|wks?|tagen?|tage|wochen?|jours?|semaines?|d[ií]as?|semanas?|giorni|settiman[ae]|dagen|weken|dagar)(?!\\p{L})|(?<!\\p{L})(?:(?:days?|tage?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?) \\d|${[
    // A course may name its days by their numbers: "J1-J5", "D6-10".
    '[jdt] ?\\d{1,2} ?(?:-|–|à|a|to|bis) ?[jdt]? ?\\d',
    '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?',
    'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?',
    '(?:other|odd|even|alternate|remaining|autres|otros|andere\\p{L}*|[üu]brige\\p{L}*) (?:days?|jours?|d[ií]as?|tage?n?)|week-?(?:days?|ends?))(?!\\p{L})',
  ].join('|')})`,
  'u',
);
/** Folic acid has its own day beside methotrexate. */
const OF_OTHER_DRUG = /f[oó]li[cqk]|fols[aä]ur/;
/** These are one and a half: "1 and 0.5 tablets", "1-0.5 tablets", "1 tableta y 0.5". */
const WHOLE_AND_PART =
  /(?<![\d.,])(\d{1,3})(?: [a-z]{1,15})? ?(?:-|&|and|y) ?(?:an? |1[ -]|one-)?(0\.(?:5|25|75))(?!\d)/g;
/** A dose for each of two sides may be coded for both of them. */
const BOTH_SIDES = /\b(?:each|both|cada) (?:eye|ear|nostril|nare|ojo|o[ií]do|fosa)/;

/** Returns how many of something a word may mean: "2", "1/2", "1 1/2", "two". */
function countsOf([word, whole = '0', part, of]: RegExpExecArray): readonly number[] {
  if (part !== undefined) return [Number(whole) + Number(part) / Number(of)];
  if (NUMBER_WORDS.includes(word)) return [NUMBER_WORDS.indexOf(word) || 0.5];
  return numbersOf(word);
}

/** The most of some days, or the sum of them, is no dose of its own. */
const IS_LIMIT_OR_SUM =
  /(?<!\p{L})(?:total|max|gesamt|insgesamt|exceed|d[ée]passer|superar|exceder|superare|overschrijd)/u;

/** "2,000" may be two or two thousand. */
const isClear = ({ found: [, low = '', high = ''] }: NamedAmount): boolean =>
  [low, high].every((end) => numbersOf(end).length === 1);

/** A slip of a clear amount stays one beside a number that may be two: "2 g (2,000 mg)" is not 2 mg. */
function hasSlip(text: string, dose: number, own: string): boolean {
  const named = namedAmountsIn(text, own, ANY_AMOUNT);
  const isSaid = (amount: NamedAmount): boolean => namedEnds(amount, dose).includes(dose);
  return named.some(
    (amount) =>
      isUnitSlip(amount, dose) &&
      !named.some((other) => (isClear(other) || !isClear(amount)) && isSaid(other)),
  );
}

/** Returns whether an order goes on with other doses than its coded one, so that nobody knows which of them is taken now. */
function isTaper(text: string, dose: number, own: string): boolean {
  const next = text
    .split(NEXT_DOSE)
    .slice(1)
    .flatMap((part) => namedAmountsIn(part, own).filter(({ found }) => found.index === 0));
  const dated = text
    .split(PART_END)
    .filter((part) => ITS_DAYS.test(part) && !IS_LIMIT_OR_SUM.test(part) && !OF_OTHER_DRUG.test(part))
    .flatMap((part) => namedAmountsIn(part, own));
  return [...next, ...(dated.length > 1 ? dated : [])].some(
    (amount) => !namedEnds(amount, dose).includes(dose),
  );
}

/** Pieces are counted beside any other unit: "2 tablets (10 mg) on Monday, 3 tablets (15 mg) on Tuesday". */
const PIECES: ReadonlySet<string> = new Set([
  'tablet',
  'capsule',
  'tableta',
  'comprimido',
  'comprimé',
  'tablette',
  'compressa',
]);

/** "2 tablets in the morning and 1 at night" leaves out the second unit. */
const BARE_NUMBER =
  /(?<=(?:and|und|y|et|e|en|,) )(\d{1,3}(?:[.,]\d{1,2})?) (?=(?:at|in|on|every|por|al?|l[ae]|am|abends|nachts|mittags|bedtime|alla|'s)(?!\p{L}))/gu;

/** Returns whether an order tells two doses, each for its own time. No amount of a day is that of each day then. */
function hasTwoDoses(text: string, own: string): boolean {
  if (!areOfTwoTimes(text)) return false;
  const told = dosesIn(text);
  const [piece = own] = Array.from(told.matchAll(NAMED_AMOUNT), ([, , , sent = '']) => unitName(sent)).filter(
    (unit) => PIECES.has(unit),
  );
  const doses = told.replaceAll(BARE_NUMBER, `$1 ${piece} `);
  const byUnit = new Map<string, Set<string>>();
  for (const [, , high = '', sent = ''] of doses.matchAll(NAMED_AMOUNT)) {
    const unit = unitName(sent);
    const numbers = byUnit.get(unit) ?? new Set();
    byUnit.set(unit, numbers.add(String(Number(high.replace(',', '.')))));
  }
  return [...byUnit].some(([unit, numbers]) => numbers.size > 1 && (unit === own || PIECES.has(unit)));
}

const plainWords = (words: string): string =>
  withDigits(withoutOtherCounts(words.slice(0, MAX_INSTRUCTION_LETTERS)).toLowerCase());

/** Returns whether the words of an order say that it is on hold, or was stopped. */
export const saysOnHold = (words: string): boolean => isOnHold(plainWords(words));

/** Returns whether the words of an order say that its coded dose is not that of each time, or is not taken now. */
export function isOfNoSingleDose(words: string, { unit }: Pick<DoseAmount, 'unit'>): boolean {
  const text = plainWords(words);
  return hasNoSingleDose(text) || hasTwoDoses(text, unitName(unit));
}

/**
 * Returns whether the words of an order name amounts in the unit of its coded dose or in other steps of it ("10 mg" beside 10 mcg), and
 * neither that dose nor one that it is so many times as the words say ("2 tablets of 5 mg"). Which of the two is to be given is not known then.
 */
export const contradicts = (words: string, coded: DoseAmount): boolean =>
  readings(words, coded).some((read) => contradictsIn(read, coded) || contradictsRateIn(read, coded));

/** These name the dose of before, or one that is not to be taken. */
const FORMER_DOSE =
  /(?<![a-z])(?:(?:changed|increased|decreased|reduced) from|previously|instead of|\(not) \d[\d.,]{0,8} ?[a-z]{1,10}(?![a-z])/g;

/** Returns the opening of an instruction, and all of it that is read, with each number that its thousands may mean. */
const readings = (words: string, coded: DoseAmount): readonly string[] =>
  thousandsReadings(
    words.slice(0, MAX_INSTRUCTION_LETTERS).toLowerCase().replaceAll(FORMER_DOSE, ' '),
    coded,
  ).flatMap((text) => (text.length > OPENING_LETTERS ? [text.slice(0, OPENING_LETTERS), text] : [text]));

/** Returns whether the words of a rate name rates that measure what it does, and none of them is that rate. */
export const contradictsRate = (words: string, coded: DoseAmount): boolean =>
  readings(words, coded).some((read) => contradictsRateIn(read, coded));

/** Returns whether the words of a rate name the fastest one of what it measures, and it is above that and above all others that they name. */
export const isAboveNamedRate = (words: string, coded: DoseAmount): boolean =>
  readings(words, coded).some((read) => isAboveRateIn(read, coded));

/** The amount of a day, "2 g/24 h", may be taken in so many parts. */
const TIMES_A_DAY = [1, 2, 3, 4, 6, 8];

/** Nobody takes a thousand of something at once: "1000 IU (25 mcg)" is not 25 mg. */
const isCount = (count: number): boolean => count < 1000;

/** How many milligrams are in a volume is not how often that is taken. */
const MASS = /\d[\d.,]{0,9}[ -]?(?:mc?g|[uµμ]g|g|units?)(?![a-zµμ])/g;

/** Returns a text whose pieces of a day are numbers, and their sum behind them. */
const withPiecesOfDay = (text: string): string =>
  text.replaceAll(PIECES_OF_DAY, (pieces) => {
    const numbers = (pieces.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => number.replace(',', '.'));
    const sum = numbers.reduce((all, number) => all + Number(number), 0);
    return ` ${numbers.join(' ; ')} ; ${sum} ; `;
  });

/** The volume in which an amount is, "10 mg/5 mL", is no dose where another one stands beside it. */
function dosesNamed(named: readonly NamedAmount[]): readonly NamedAmount[] {
  const doses = named.filter(({ found }) => !/\/ ?$/.test(found.input.slice(0, found.index)));
  return doses.length > 0 ? doses : named;
}

/** Returns whether a dose is above all amounts that its order names, and above the most of them. */
const isAboveAll = (text: string, dose: number, own: string): boolean =>
  NAMED_LIMIT.test(text) &&
  !/\/ ?(?:kg|m)/.test(text) &&
  namedAmountsIn(text, own, ANY_AMOUNT).every((amount) => Math.max(...namedEnds(amount, dose)) < dose);

function contradictsIn(words: string, { value, unit }: DoseAmount): boolean {
  const sent = withTimesOver(withDigits(withoutOtherCounts(words)));
  const own = unitName(unit);
  if (hasSlip(sent, value, own) || isTaper(sent, value, own)) return true;
  const text = withPiecesOfDay(sent);
  const named = dosesNamed(namedAmountsIn(text, own));
  const sums = [...text.matchAll(WHOLE_AND_PART)].map(([, whole, part]) => Number(whole) + Number(part));
  const amounts = [
    ...named.flatMap((amount) => namedEnds(amount, value)),
    ...sums,
    ...combinedAmounts(text, own),
  ];
  // The number of an amount is not how often it is taken at once.
  const besides = named.reduce(
    (rest, { found: [said] }) => rest.replace(said, ' '),
    factorBetween(own, 'ml') === undefined ? text : text.replaceAll(MASS, ' '),
  );
  const sides = BOTH_SIDES.test(text) ? 2 : 1;
  const counts = [1, sides, ...sums, ...[...withoutRates(besides).matchAll(COUNT)].flatMap(countsOf)].filter(
    isCount,
  );
  const isTimes = (one: number, other: number, numbers: readonly number[] = counts): boolean =>
    numbers.some((count) => roundTo12Digits(one * count) === other);
  const isCoded = (amount: number): boolean =>
    isTimes(amount, value) || isTimes(value, amount, isOfDay(words) ? TIMES_A_DAY : counts);
  if (named.length === 0 || amounts.some(isCoded)) return false;
  return !OTHER_AMOUNT.test(text) || isAboveAll(text, value, own);
}

/* oxlint-enable longview/texts-in-catalogs */
