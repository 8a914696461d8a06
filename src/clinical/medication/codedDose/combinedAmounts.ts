/** Adds up the parts of a combination of drugs, which some servers code as one dose: "875-125 mg" as 1000 mg. */
import { roundTo12Digits } from '../dosage/doseAmount.ts';
import { NAMED_AMOUNT, namedAmountsIn, namedEnds } from './namedAmounts.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/** The parts follow each other at once, or the second one is behind the name of its drug: "875 mg + 125 mg", "875 mg y clavulánico 125 mg". */
const PARTS =
  /(?<![\d.,-])\d{1,5}(?:[.,]\d{1,4})? ?(?:mc?g|[uµμ]g|g)(?: ?[-+] ?\d{1,5}(?:[.,]\d{1,4})? ?(?:mc?g|[uµμ]g|g)(?![a-zµμ])| (?:and|y|et|und|e|en|mit|with|con|avec) (?!morgens|mittags|abends|nachts|später|danach|noche|tarde|soir|midi|then|later)[a-zà-ÿ]{5,25} \d{1,5}(?:[.,]\d{1,4})? ?(?:mc?g|[uµμ]g|g)(?![a-zµμ])){1,3}/g;
/** A range begins with its smaller end, and has no names of two drugs before it. */
const HYPHENED =
  /([a-zà-ÿ]{4,25}[-/][a-zà-ÿ]{4,25} )?(?<![\d.,-])(\d{1,5}(?:[.,]\d{1,4})?)-(\d{1,5}(?:[.,]\d{1,4})?) ?(mc?g|[uµμ]g|g)(?![a-zµμ])/g;
/* oxlint-enable longview/texts-in-catalogs */

const numberOfPart = (digits: string): number => Number(digits.replace(',', '.'));

/** Returns the sums of the parts that a text in small letters tells of one product, in the unit of its coded dose. */
export function combinedAmounts(text: string, own: string): readonly number[] {
  const hyphened = Array.from(text.matchAll(HYPHENED), ([, names, one = '', other = '', unit = '']) =>
    names !== undefined || numberOfPart(one) > numberOfPart(other) ? `${one} ${unit} + ${other} ${unit}` : '',
  );
  const parts = Array.from(text.matchAll(PARTS), ([found]) => found);
  return [...hyphened, ...parts].flatMap((told) => {
    const amounts = namedAmountsIn(told, own, NAMED_AMOUNT);
    const ends = amounts.map((amount) => namedEnds(amount, NaN));
    if (ends.length < 2 || ends.some(({ length }) => length !== 1)) return [];
    return [roundTo12Digits(ends.reduce((sum, [number = 0]) => sum + number, 0))];
  });
}
