/** Finds the amounts that the words of an order name in the unit of its coded dose, or in other steps of it. */
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { canonicalUnit } from '../../units/canonicalUnit.ts';
import { roundTo12Digits } from '../dosage/doseAmount.ts';
import { factorBetween, stepName } from './doseScales.ts';
import { numbersOf } from './writtenNumbers.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const SPELLED_PIECES = lookupTable<string>({ tab: 'tablet', tbl: 'tablet', cap: 'capsule' });

/** Pieces are counted alike in one and in many: "tablet", "tablets", "tabs". */
function pieceName(unit: string): string {
  const one = unit.length > 3 ? unit.replace(/s$/, '') : unit;
  return SPELLED_PIECES[one] ?? one;
}

/** Returns the one name of a unit that words spell in several ways: "tabs", "mcg", "tablet(s)". */
export function unitName(unit: string): string {
  const plain = unit.replaceAll(' ', '').replace(/\(e?s\)$/, '');
  const known = canonicalUnit(plain);
  const name = known.toLowerCase().replace(/^mcg(?=\/|$)/, 'ug');
  return stepName(known === plain ? pieceName(name) : name);
}

/** Both ends of a range count: "1-2 tablets". */
export const NAMED_AMOUNT =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?(?:-|–|to|or) ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12})(?![a-zµμ]| ?\/| per )/g;
/** Amounts of a time and of a weight are no single dose, but say the unit of it: "50 mcg per day". */
export const ANY_AMOUNT =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?(?:-|–|to|or) ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12})(?![a-zµμ])/g;
/** An order that also names the most of a day, all that is handed out, or another dose names amounts that are no single dose. */
export const OTHER_AMOUNT =
  /\b(?:max(?:im\w*)?|up to|exceed\w*|then|thereafter|followed|daily dose|refills?|bis|hasta|luego)\b/;
/** No dose is above these. */
export const NAMED_LIMIT = /\b(?:max(?:im\w*)?|up to|exceed\w*|bis|hasta)\b/;
/** The amount that stands at once behind these is the next dose of a taper, and neither the most of a day nor what is drunk with it. */
export const NEXT_DOSE = new RegExp(
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
  )})(?!\\p{L})[ ,:]*(?:(?:take|give|use|inject|infuse|run|continue|start|at|reduce|decrease|increase|tomar|prendre|to|by|with|auf|mit|nur|noch|weiter|je|t[äa]glich|reduzieren|reducir|bajar|continuar|diminuer|r[ée]duire|passer|continuare|ridurre|reduzir|nog|dagelijks|con|com|avec|a|à) )*(?=\\d)`,
  'u',
);
/** An amount that words name, and by what its number is multiplied for the unit of the coded dose. */
export type NamedAmount = { readonly found: RegExpExecArray; readonly factor: number };

/** Returns the ends of an amount, "1-2 tablets", and of what lies between them the dose itself. */
export function namedEnds(
  { found: [, low = '', high = ''], factor }: NamedAmount,
  dose: number,
): readonly number[] {
  const ends = [low, high]
    .filter(Boolean)
    .flatMap(numbersOf)
    .map((number) => roundTo12Digits(number * factor));
  // The parts of a combination, "875-125 mg", are no range.
  const [first = 0, ...others] = ends;
  return low !== '' && first < dose && dose < Math.max(...others) ? [dose] : ends;
}

/** Returns the amounts that a text names in this unit, or in one that measures the same in other steps. */
export const namedAmountsIn = (text: string, own: string, pattern = NAMED_AMOUNT): readonly NamedAmount[] =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const [, , , sent = ''] = found;
    const factor = unitName(sent) === own ? 1 : factorBetween(sent, own);
    return factor === undefined ? [] : [{ found, factor }];
  });

/**
 * The number of an amount in another step of the coded unit is a slip of the unit, whatever else an order names: "10 mg, max 40 mg" beside
 * 10 mcg. So is the same number a thousand times as large: "0.07 mg" beside 70 mg.
 */
export const isUnitSlip = ({ found: [, low = '', high = ''], factor }: NamedAmount, dose: number): boolean =>
  [low, high]
    .filter(Boolean)
    .flatMap(numbersOf)
    .some(
      (number) =>
        (factor !== 1 && number === dose) ||
        [0.001, 1000].some((step) => roundTo12Digits(number * factor * step) === dose),
    );

/* oxlint-enable longview/texts-in-catalogs */
