/** Reads the numbers of an instruction as they are written in the languages in which orders come: "1 1/2", "half a", "10.000 I.E.". */
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import type { DoseAmount } from '../dosage/doseAmount.ts';
import { A_PIECE } from './namedDose.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const FRACTIONS = lookupTable<string>({
  '1/2': '.5',
  '1/4': '.25',
  '3/4': '.75',
  '½': '.5',
  '¼': '.25',
  '¾': '.75',
});
const FRACTION = /(?<![\d/.,])(?:(\d{1,3}) ?)?(1\/2|1\/4|3\/4|[½¼¾])(?![\d/])/g;
const WORD_COUNTS = lookupTable<string>({
  half: '0.5',
  'three quarters': '0.75',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  media: '0.5',
  medio: '0.5',
  un: '1',
  una: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
});
const COUNT_WORD =
  /\b(half|three quarters|one|two|three|four|five|six|medi[ao]|una?|dos|tres|cuatro)(?: (?:of )?an?)?(?= [a-z]|$)/g;
/** "1 000 mg" is one number, and so are "1.200.000 UI" and "1,200,000 units". */
const SPACED_THOUSANDS = /(?<=\d)\s(?=000(?!\d))/g;
const GROUPS = /(?<![\d.,])[1-9]\d{0,2}(?:(?:\.\d{3}){2,3}|(?:,\d{3}){2,3})(?![\d.,]*\d)/g;

/** Units of activity are written with points: "10.000 I.E.", "25.000 U.I.". */
const DOTTED_UNITS = /(?<=\d ?)(?:i\. ?[eu]|u\. ?i)(?:\.|(?![a-z]))/g;

/** "5.000 IE" is one number, because nobody writes units of activity to three digits in these languages. */
const DOTTED_THOUSANDS = /(?<=(?<![\d.,])[1-9]\d{0,2})\.(?=\d{3} ?(?:ie|ui|einheit|unidad|unit[àé]|eenhe))/g;

/** In all other languages than English "1.000 mg" is a thousand as a rule, and may be one. A dose with a digit behind it, "3.125 mg", is none. */
const OTHER_THOUSANDS = /(?<=(?<![\d.,])[1-9]\d{0,2})\.(?=\d\d0(?![\d.,]*\d))/g;
const POINT_NUMBER = /(?<![\d.,])[1-9]\d{0,2}\.\d\d0(?![\d.,]*\d)/g;
/** In English "1,000 mg" is always a thousand. */
const ENGLISH_THOUSANDS = /(?<=(?<![\d.,])[1-9]\d{0,2}),(?=\d{3}(?![\d.,]*\d))/g;
const ENGLISH =
  /\b(?:take|takes|give|inject|infuse|apply|use|daily|every|twice|once|times|mouth|weekly|nightly|mornings?|evenings?|units|hrs?|hours?|with|at|before|bedtime|needed|bid|tid|qid|qhs)\b/;

/** These words and schemes stand in orders of other languages. */
const OTHER_LANGUAGE =
  /(?<![\p{L}\d])(?:(?:t[äa]gl|tgl|morgens|mittags|abends|nachts|(?:film)?tablette|kapsel|einnehm|st[üu]ck|mal|monat|w[öo]ch|stunde|pro|alle|tomar|cada|al? d[ií]a|comprim|c[aá]psul|tableta|ampolla|suero|horas|veces|ma[ñn]ana|noche|semana|prendre|fois|jour|matin|soir|g[ée]lule|heures|semaine|ogni|volt[ae]|giorn|compress|mattin|mese|dagelijks|keer|uur|dag)\p{L}*|i\.? ?e|u\.? ?i)(?!\p{L})|\d ?- ?\d ?- ?\d/u;

const MILLIONS =
  /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,3})?) ?(?:mill?ion[a-z]{0,3}|mio\.?|mill[oó]n(?:es)?|miljoe?n(?:er)?|milh(?:ão|ões))(?= (?:de |d['’])?(?:u|i|e))/g;

/** Two strengths of one product are two amounts: "875 mg/125 mg", "875/125 mg". */
const COMBINATION =
  /(?<![\d.,])(\d{1,5}(?:[.,]\d{1,4})?) ?(mc?g|[uµμ]g|g)? ?\/ ?(?=\d{1,5}(?:[.,]\d{1,4})?(?: ?\/ ?\d{1,5}(?:[.,]\d{1,4})?){0,2} ?(mc?g|[uµμ]g|g)(?![a-zµμ/]))/g;

/** So are those of three drugs: "100-62.5-25 mcg". */
const THREE_DRUGS =
  /(?<![\d.,/-])(\d{1,4}(?:\.\d{1,3})?)-(\d{1,4}(?:\.\d{1,3})?)-(?=\d{1,4}(?:\.\d{1,3})? ?(mc?g|[uµμ]g)(?![a-zµμ]))/g;

/** Returns a text in small letters with its thousands and millions as digits alone. A number that may be either is written as "1,000". */
function withThousands(sent: string): string {
  const text = sent
    .replaceAll(SPACED_THOUSANDS, '')
    .replaceAll(GROUPS, (number) => number.replaceAll(/[.,]/g, ''))
    .replaceAll(DOTTED_UNITS, 'ie')
    .replaceAll(DOTTED_THOUSANDS, '')
    .replaceAll(MILLIONS, (_, number: string) => String(Number(number.replace(',', '.')) * 1_000_000));
  return ENGLISH.test(text) ? text.replaceAll(ENGLISH_THOUSANDS, '') : text.replaceAll(OTHER_THOUSANDS, ',');
}

/** Nobody orders a thousand grams. A thousand milligrams may have been misread as one, so that beside a coded 1 mg they stay in doubt. */
const ONLY_GRAMS = /^[^\d]*([1-9]\d{0,2}\.\d\d0) ?g(?![a-zµμ/])[^\d]*$/;
const ONLY_NUMBER = /^[^\d]*([1-9]\d{0,2}\.\d\d0)(?![.,]?\d)[^\d]*$/;

/** Returns whether the only amount of a text is the coded one with zeros at its end: "1.000 g" beside 1 g, or any "1.000" beside one that was sent with them too. */
function isCodedWithZeros(text: string, { value, text: coded }: Pick<DoseAmount, 'value' | 'text'>): boolean {
  const [, number] = ONLY_NUMBER.exec(text) ?? [];
  const [, grams] = ONLY_GRAMS.exec(text) ?? [];
  return (number !== undefined && coded.startsWith(`${number} `)) || Number(grams) === value;
}

/**
 * Returns a text in small letters with the numbers that "1.000" and "1,000" may mean in it. In other languages than English a point parts
 * thousands. Where nothing tells the language, "1.000 mg" may be a thousand or one, and "1,000 mg" is a thousand.
 */
export function thousandsReadings(
  text: string,
  coded: Pick<DoseAmount, 'value' | 'text'>,
): readonly string[] {
  if (ENGLISH.test(text)) return [text];
  const grouped = text.replaceAll(OTHER_THOUSANDS, '');
  if (OTHER_LANGUAGE.test(text)) return [grouped];
  const thousands = grouped.replaceAll(ENGLISH_THOUSANDS, '');
  if (grouped === text) return [thousands];
  const decimals = text.replaceAll(POINT_NUMBER, decimalOf);
  return isCodedWithZeros(text, coded) ? [decimals] : [thousands, decimals];
}

/** Returns the words of a number without the zeros at its end, which then parts no thousands. */
const decimalOf = (number: string): string => String(Number(number));

/** Returns a text in small letters with the counts of pieces as numbers: "a tablet", "two tablets", "half a tablet", "1 1/2 tablets". */
export const withDigits = (text: string): string =>
  withThousands(text)
    .replaceAll(
      FRACTION,
      (_, whole: string | undefined, part: string) => (whole ?? '0') + (FRACTIONS[part] ?? ''),
    )
    .replaceAll(
      COMBINATION,
      (_, number: string, own: string | undefined, next: string) => `${number} ${own ?? next} + `,
    )
    .replaceAll(THREE_DRUGS, '$1 $3 + $2 $3 + ')
    .replaceAll(COUNT_WORD, (_, word: string) => WORD_COUNTS[word] ?? word)
    .replaceAll(A_PIECE, '1');

/** "1,5" is one and a half in most languages and "1,500" may be either, so such a text is two numbers. "0,125" is an eighth. */
export const numbersOf = (text: string): readonly number[] => [
  Number(text.replace(',', '.')),
  ...(/^[1-9]\d*,\d{3}$/.test(text) ? [Number(text.replace(',', ''))] : []),
];
/* oxlint-enable longview/texts-in-catalogs */
