/** Finds where the words of an instruction and its coded dose name two doses. Which of the two is to be given is not known then (decision 66). */
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { canonicalUnit } from '../../units/canonicalUnit.ts';
import { roundTo12Digits, type DoseAmount } from '../dosage/doseAmount.ts';
import { MAX_INSTRUCTION_LETTERS } from '../dosage/instructionLength.ts';
import { areOfTwoTimes, dosesIn, hasNoSingleDose } from './changingDose.ts';
import { factorBetween, stepName, withSlashes } from './doseScales.ts';
import { withoutOtherCounts } from './namedDose.ts';
import { numbersOf, withDigits, withThousands } from './writtenNumbers.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const SPELLED_PIECES = lookupTable<string>({ tab: 'tablet', tbl: 'tablet', cap: 'capsule' });

/** Pieces are counted alike in one and in many: "tablet", "tablets", "tabs". */
function pieceName(unit: string): string {
  const one = unit.length > 3 ? unit.replace(/s$/, '') : unit;
  return SPELLED_PIECES[one] ?? one;
}

function unitName(unit: string): string {
  const plain = unit.replaceAll(' ', '').replace(/\(e?s\)$/, '');
  const known = canonicalUnit(plain);
  const name = known.toLowerCase().replace(/^mcg(?=\/|$)/, 'ug');
  return stepName(known === plain ? pieceName(name) : name);
}

/** A dose is told by then in most orders. A limit or a number farther back takes no doubt away that stands here. */
const OPENING_LETTERS = 300;
const NUMBER_WORDS = ['half', 'one', 'two', 'three', 'four', 'five', 'six'];
/** Both ends of a range count: "1-2 tablets". */
const AMOUNT =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?(?:-|–|to|or) ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12})(?![a-zµμ]| ?\/| per )/g;
/** Amounts of a time and of a weight are no single dose, but say the unit of it: "50 mcg per day". */
const ANY_AMOUNT =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?(?:-|–|to|or) ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12})(?![a-zµμ])/g;
const RATE =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?(?:-|–|to) ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12}(?: ?\/ ?[a-z]{1,8}){1,2})(?![a-z])/g;
/** An infusion may be ordered between two rates, and be given at any of them. */
const RATE_RANGE = /\d ?(?:-|–|to) ?\d/;
const COUNT = /(?:(\d{1,3}) )?(\d{1,3})\/(\d{1,3})|\d{1,7}(?:[.,]\d{1,6})?|[a-z]+/g;
/** An order that also names the most of a day, all that is handed out, or another dose names amounts that are no single dose. */
const OTHER_AMOUNT =
  /\b(?:max(?:im\w*)?|up to|exceed\w*|then|thereafter|followed|daily dose|refills?|bis|hasta|luego)\b/;
/** No dose is above these. */
const LIMIT = /\b(?:max(?:im\w*)?|up to|exceed\w*|bis|hasta)\b/;
/** The pieces of a day, "1-0-1 tablets", count how often the amount beside them is taken, as does their sum. */
const PIECES_OF_DAY =
  /(?<![\d.,/-])\d{1,3}(?:[.,]\d{1,2})? ?- ?\d(?:[.,]\d{1,2})?(?: ?- ?\d{1,3}(?:[.,]\d{1,2})?){1,2}(?![\d/-])(?: ?[a-zµμ]{1,12}(?![a-zµμ]))?/g;
/** The amount that stands at once behind these is the next dose of a taper, and neither the most of a day nor what is drunk with it. */
const NEXT_DOSE = new RegExp(
  `(?<!\\p{L})(?:then|thereafter|after that|followed by|${[
    'luego|despu[eé]s|seguid[oa] (?:de|por)',
    'dann|danach|anschlie(?:ß|ss)end|gefolgt von',
    'puis|ensuite|suivie? de',
    'poi|successivamente|seguit[oa] da',
    'daarna|vervolgens|gevolgd door',
    'depois|em seguida',
    'därefter|derefter|deretter',
  ].join(
    '|',
  )})(?!\\p{L})[ ,:]*(?:(?:take|give|use|inject|reduce|decrease|increase|tomar|prendre|to|by|with|auf|mit|nur|noch|weiter|je|t[äa]glich|reduzieren|reducir|bajar|continuar|diminuer|r[ée]duire|passer|continuare|ridurre|reduzir|nog|dagelijks|con|com|avec|a|à) )*(?=\\d)`,
  'u',
);
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

/** An amount that words name, and by what its number is multiplied for the unit of the coded dose. */
type NamedAmount = { readonly found: RegExpExecArray; readonly factor: number };

/** Returns the ends of an amount, "1-2 tablets", and of what lies between them the dose itself. */
function amountsOf({ found: [, low = '', high = ''], factor }: NamedAmount, dose: number): readonly number[] {
  const ends = [low, high]
    .filter(Boolean)
    .flatMap(numbersOf)
    .map((number) => roundTo12Digits(number * factor));
  return low !== '' && Math.min(...ends) < dose && dose < Math.max(...ends) ? [dose] : ends;
}

/** The most of some days, or the sum of them, is no dose of its own. */
const IS_LIMIT_OR_SUM =
  /(?<!\p{L})(?:total|max|gesamt|insgesamt|exceed|d[ée]passer|superar|exceder|superare|overschrijd)/u;

/** Returns the amounts that a text names in this unit, or in one that measures the same in other steps. */
const amountsIn = (text: string, own: string, pattern = AMOUNT): readonly NamedAmount[] =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const [, , , sent = ''] = found;
    const factor = unitName(sent) === own ? 1 : factorBetween(sent, own);
    return factor === undefined ? [] : [{ found, factor }];
  });

/**
 * The number of an amount in another step of the coded unit is a slip of the unit, whatever else an order names: "10 mg, max 40 mg" beside
 * 10 mcg. So is the same number a thousand times as large: "0.07 mg" beside 70 mg.
 */
const isSlip = ({ found: [, low = '', high = ''], factor }: NamedAmount, dose: number): boolean =>
  [low, high]
    .filter(Boolean)
    .flatMap(numbersOf)
    .some(
      (number) =>
        (factor !== 1 && number === dose) ||
        [0.001, 1000].some((step) => roundTo12Digits(number * factor * step) === dose),
    );

/** "2,000" may be two or two thousand. */
const isClear = ({ found: [, low = '', high = ''] }: NamedAmount): boolean =>
  [low, high].every((end) => numbersOf(end).length === 1);

/** A slip of a clear amount stays one beside a number that may be two: "2 g (2,000 mg)" is not 2 mg. */
function hasSlip(text: string, dose: number, own: string): boolean {
  const named = amountsIn(text, own, ANY_AMOUNT);
  const isSaid = (amount: NamedAmount): boolean => amountsOf(amount, dose).includes(dose);
  return named.some(
    (amount) =>
      isSlip(amount, dose) && !named.some((other) => (isClear(other) || !isClear(amount)) && isSaid(other)),
  );
}

/** Returns whether an order goes on with other doses than its coded one, so that nobody knows which of them is taken now. */
function isTaper(text: string, dose: number, own: string): boolean {
  const next = text
    .split(NEXT_DOSE)
    .slice(1)
    .flatMap((part) => amountsIn(part, own).filter(({ found }) => found.index === 0));
  const dated = text
    .split(PART_END)
    .filter((part) => ITS_DAYS.test(part) && !IS_LIMIT_OR_SUM.test(part) && !OF_OTHER_DRUG.test(part))
    .flatMap((part) => amountsIn(part, own));
  return [...next, ...(dated.length > 1 ? dated : [])].some(
    (amount) => !amountsOf(amount, dose).includes(dose),
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
  const [piece = own] = Array.from(told.matchAll(AMOUNT), ([, , , sent = '']) => unitName(sent)).filter(
    (unit) => PIECES.has(unit),
  );
  const doses = told.replaceAll(BARE_NUMBER, `$1 ${piece} `);
  const byUnit = new Map<string, Set<string>>();
  for (const [, , high = '', sent = ''] of doses.matchAll(AMOUNT)) {
    const unit = unitName(sent);
    const numbers = byUnit.get(unit) ?? new Set();
    byUnit.set(unit, numbers.add(String(Number(high.replace(',', '.')))));
  }
  return [...byUnit].some(([unit, numbers]) => numbers.size > 1 && (unit === own || PIECES.has(unit)));
}

/** Returns whether the words of an order say that its coded dose is not that of each time, or is not taken now. */
export function isOfNoSingleDose(words: string, { unit }: Pick<DoseAmount, 'unit'>): boolean {
  const text = withDigits(withoutOtherCounts(words.slice(0, MAX_INSTRUCTION_LETTERS)).toLowerCase());
  return hasNoSingleDose(text) || hasTwoDoses(text, unitName(unit));
}

/**
 * Returns whether the words of an order name amounts in the unit of its coded dose or in other steps of it ("10 mg" beside 10 mcg), and
 * neither that dose nor one that it is so many times as the words say ("2 tablets of 5 mg"). Which of the two is to be given is not known then.
 */
export const contradicts = (words: string, coded: DoseAmount): boolean =>
  readings(words).some((read) => contradictsIn(read, coded) || contradictsRateIn(read, coded));

/** Returns the opening of an instruction, and all of it that is read. */
const readings = (words: string): readonly string[] =>
  words.length > OPENING_LETTERS
    ? [words.slice(0, OPENING_LETTERS), words.slice(0, MAX_INSTRUCTION_LETTERS)]
    : [words];

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
  LIMIT.test(text) &&
  !/\/ ?(?:kg|m)/.test(text) &&
  amountsIn(text, own, ANY_AMOUNT).every((amount) => Math.max(...amountsOf(amount, dose)) < dose);

function contradictsIn(words: string, { value, unit }: DoseAmount): boolean {
  const sent = withDigits(withoutOtherCounts(words).toLowerCase());
  const own = unitName(unit);
  if (hasSlip(sent, value, own) || isTaper(sent, value, own)) return true;
  const text = withPiecesOfDay(sent);
  const named = dosesNamed(amountsIn(text, own));
  const sums = [...text.matchAll(WHOLE_AND_PART)].map(([, whole, part]) => Number(whole) + Number(part));
  const amounts = [...named.flatMap((amount) => amountsOf(amount, value)), ...sums];
  // The number of an amount is not how often it is taken at once.
  const besides = named.reduce(
    (rest, { found: [said] }) => rest.replace(said, ' '),
    factorBetween(own, 'ml') === undefined ? text : text.replaceAll(MASS, ' '),
  );
  const sides = BOTH_SIDES.test(text) ? 2 : 1;
  const counts = [1, sides, ...sums, ...[...besides.matchAll(COUNT)].flatMap(countsOf)].filter(isCount);
  const isTimes = (one: number, other: number): boolean =>
    counts.some((count) => roundTo12Digits(one * count) === other);
  if (named.length === 0 || amounts.some((amount) => isTimes(amount, value) || isTimes(value, amount)))
    return false;
  return !OTHER_AMOUNT.test(text) || isAboveAll(text, value, own);
}

/** "100 mL/h" is told as 1.67 or 1.7 mL/min. */
const ROUNDED = 0.05;

/** Returns whether the words of a rate name rates that measure what it does, and none of them is that rate. */
export const contradictsRate = (words: string, coded: DoseAmount): boolean =>
  readings(words).some((read) => contradictsRateIn(read, coded));

function contradictsRateIn(words: string, { value, unit }: DoseAmount): boolean {
  const text = withSlashes(withThousands(words.toLowerCase()));
  const rates = [...text.matchAll(RATE)].flatMap((found) => {
    const [, , , named = ''] = found;
    const factor = unitName(named) === unitName(unit) ? 1 : factorBetween(named, unit);
    return factor === undefined ? [] : [{ found, factor }];
  });
  const isCoded = (rate: NamedAmount): boolean =>
    amountsOf(rate, value).some((one) =>
      rate.factor === 1 ? one === value : Math.abs(one - value) <= ROUNDED * value,
    );
  if (rates.length === 0 || rates.some(isCoded)) return false;
  return rates.some((rate) => isSlip(rate, value)) || !(OTHER_AMOUNT.test(text) || RATE_RANGE.test(text));
}
/* oxlint-enable longview/texts-in-catalogs */
