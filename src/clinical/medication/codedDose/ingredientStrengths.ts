/** Reads how much of each drug is in one piece of a Medication: https://hl7.org/fhir/R4/medication-definitions.html#Medication.ingredient.strength_x_ */
import { conceptTexts } from '../../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { doseAmountOf, roundTo12Digits } from '../dosage/doseAmount.ts';
import { factorBetween } from './doseScales.ts';

/** How much of a drug is in what is taken at once; the number and the unit are told to the reader. */
export type IngredientStrength = {
  readonly number: string;
  readonly unit: string;
  readonly value: number;
  /** It is that of one tablet or capsule, of which nobody takes a tenth. */
  readonly isPiece: boolean;
};

/** No product has so many drugs. */
const MAX_INGREDIENTS = 20;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in units and forms that were sent */
const PIECE = /^\W{0,2}(?:tab|tbl|cap|c[aá]ps|kaps|compr|g[ée]lule|drag|filmtab)/i;
const PIECE_FORM = /tablet|capsul|kapsel|comprim|compress|g[ée]lule|drag[ée]e/i;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns whether a unit measures a mass, as 10 mg in a gram of cream does, or a litre of an infusion. */
const isOfBulk = (unit: string): boolean =>
  factorBetween(unit, 'g') !== undefined || ['l', 'L'].includes(unit);

/** Returns the amount of a drug, and in how many of what it is; undefined where that is not a number above 0. */
function amountIn(ingredient: FhirElement) {
  const { numerator, denominator } = elementOf(
    ingredient['strength'] ?? ingredient['strengthRatio'] ?? ingredient['amount'],
  );
  const amount = doseAmountOf(numerator ?? ingredient['strengthQuantity']);
  const { value: count = 1 } = elementOf(denominator);
  if (amount === undefined || amount.value === 0 || typeof count !== 'number' || !(count > 0))
    return undefined;
  return { amount, count, of: doseAmountOf(denominator)?.unit ?? '' };
}

function strengthOf(ingredient: FhirElement, isOfPieces: boolean): readonly IngredientStrength[] {
  const sent = amountIn(ingredient);
  if (sent === undefined || ingredient['isActive'] === false || isOfBulk(sent.of)) return [];
  const { amount, count, of } = sent;
  const isPiece = PIECE.test(of) || ((of === '' || of === '1') && isOfPieces);
  const value = roundTo12Digits(amount.value / (isPiece ? count : 1));
  return [{ number: String(value), unit: amount.unit, value, isPiece }];
}

/** Some servers code a combination as one dose. */
function sumOf(strengths: readonly IngredientStrength[]): readonly IngredientStrength[] {
  const [first, ...others] = strengths;
  if (first === undefined || others.length === 0) return [];
  const factors = others.map(({ unit }) => (unit === first.unit ? 1 : factorBetween(unit, first.unit)));
  if (factors.includes(undefined) || strengths.some(({ isPiece }) => isPiece !== first.isPiece)) return [];
  const sum = others.reduce((all, { value }, i) => all + value * (factors[i] ?? 0), first.value);
  const value = roundTo12Digits(sum);
  return [{ ...first, number: String(value), value }];
}

/** Returns the strengths of the drugs of a Medication, and their sum; none where a mass is told of a mass or of a litre. */
export function ingredientStrengths(medication: FhirElement): readonly IngredientStrength[] {
  const isOfPieces = PIECE_FORM.test(conceptTexts(medication['form'] ?? medication['doseForm']));
  const strengths = elementsOf(medication['ingredient'])
    .slice(0, MAX_INGREDIENTS)
    .flatMap((ingredient) => strengthOf(ingredient, isOfPieces));
  return [...strengths, ...sumOf(strengths)];
}
