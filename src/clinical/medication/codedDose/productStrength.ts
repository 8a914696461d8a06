/** Finds a coded dose that is the strength in the name of its product in another step of mass: 50 mg of a tablet of 50 mcg. */
import type { DoseStep } from '../../events/careEvent.ts';
import { elementOf, elementsOf, trimmedText } from '../../fhirElements/fhirElement.ts';
import { doseAmountOf, roundTo12Digits, type DoseAmount } from '../dosage/doseAmount.ts';
import { noDose } from '../dosage/dosage.ts';
import { doseAndRateOf } from '../dosage/sentDoses.ts';
import { clinicianDosageWriter, type DosageWriter } from '../dosage/dosageWriter.ts';
import type { Medication } from '../medication.ts';
import { factorBetween } from './doseScales.ts';
import { numbersOf, withDigits } from './writtenNumbers.ts';

/** A longer name is read up to here. */
const MAX_LETTERS = 200;
/** No order has so many doses, and each is compared. */
const MAX_DOSES = 100;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in names that were sent */
/** A concentration in a gram of cream or in a litre is no strength of a dose: "10 mg/g", where 10 g may be used at once. */
const STRENGTH =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?[-–] ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12})(?![a-zµμ]| ?(?:\/|per) ?(?:1 ?)?(?:g|gm|gram|l|litre|liter)(?![a-z]))/g;
/** A litre of an infusion has as many grams as a millilitre has milligrams. */
const LITRE = /(?<![\d.,])(?:1[.,]?000 ?ml|1 ?l)(?![a-z])/;
/** In a name "1,000 mg" is no single milligram. */
const THOUSANDS = /(?<=\d),(?=000(?!\d))/g;
/* oxlint-enable longview/texts-in-catalogs */

/** A strength as its name says it, and how much that is in the unit of the dose. */
type NamedStrength = {
  readonly number: string;
  readonly unit: string;
  readonly amount: number;
  /** Its Medication says that it is that of one tablet or capsule. */
  readonly isPiece?: boolean;
};

function strengthsIn(name: string, unit: string): readonly NamedStrength[] {
  const text = withDigits(name.slice(0, MAX_LETTERS).toLowerCase().replaceAll(THOUSANDS, ''));
  if (LITRE.test(text)) return [];
  return Array.from(text.matchAll(STRENGTH), ([, low = '', high = '', sent = '']) => {
    const factor = factorBetween(sent, unit);
    if (factor === undefined) return [];
    return [low, high]
      .filter(Boolean)
      .flatMap((number) =>
        numbersOf(number).map((one) => ({ number, unit: sent, amount: roundTo12Digits(one * factor) })),
      );
  }).flat();
}

const isStep = (times: number): boolean => [1000, 0.001, 1_000_000, 0.000_001].includes(times);

/** So many pieces are taken at once. */
const isCount = (times: number): boolean =>
  [0.25, 0.5, 0.75, 1.5].includes(times) || (Number.isInteger(times) && times > 0 && times <= 20);

/** Nobody takes a tenth of a tablet, or more than twenty at once, and a thousandfold of one or two is a slip of its unit. */
const isTenfold = (times: number): boolean =>
  [0.1, 0.2, 0.3, 0.4].includes(times) || (times > 20 && Number.isInteger(times / 10) && times <= 200);
const isThousandfold = (times: number): boolean =>
  [1000, 0.001].some((step) => [0.5, 1, 1.5, 2, 3, 4].includes(roundTo12Digits(times * step)));
const isOtherPieces = (times: number): boolean => isTenfold(times) || isThousandfold(times);

/** A dose is so many times what the words of its order count in tablets, where one of the two is a slip. */
const SLIPS = [1000, 100, 10, 0.1, 0.01, 0.001];

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const COUNTED =
  /(?<![\d.,/-])(\d{1,2}(?:\.\d{1,2})?) (?:tab|tbl|cap|c[aá]ps|kaps|compr|g[ée]lule|filmtab)[a-zéü]{0,12}(?![a-z])/g;
const COUNT_RANGE = /\d ?(?:-|–|to|or|bis|a|ou) ?\d/;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns how many tablets or capsules the words of an order count; undefined for none, several counts, and words that name a mass. */
function countedPieces(words: string, unit: string): number | undefined {
  const text = withDigits(words.slice(0, MAX_LETTERS).toLowerCase());
  const [only, ...more] = Array.from(text.matchAll(COUNTED), ([, count]) => Number(count));
  const isOther = more.length > 0 || COUNT_RANGE.test(text) || strengthsIn(words, unit).length > 0;
  return words.length > MAX_LETTERS || isOther ? undefined : only;
}

/** Returns the strengths that the Medication of a product tells, in the unit of a dose. */
const strengthsOf = (
  { strengths = [] }: Pick<Medication, 'strengths'>,
  unit: string,
): readonly NamedStrength[] =>
  strengths.flatMap(({ number, unit: sent, value, isPiece }) => {
    const factor = factorBetween(sent, unit);
    return factor === undefined
      ? []
      : [{ number, unit: sent, amount: roundTo12Digits(value * factor), isPiece }];
  });

/** Returns the strength in a name or a Medication, as it says it, of which a dose has the number in another step of mass; undefined without one. */
function slippedStrength(
  medication: Pick<Medication, 'name' | 'fullName' | 'strengths'>,
  { value, unit }: DoseAmount,
  words: string,
): NamedStrength | undefined {
  if (factorBetween(unit, 'mg') === undefined) return undefined;
  const name = medication.fullName ?? medication.name;
  const strengths = [...strengthsIn(name, unit), ...strengthsOf(medication, unit)].map((strength) => ({
    ...strength,
    times: roundTo12Digits(value / strength.amount),
  }));
  const counted = countedPieces(words, unit);
  const pieces = strengths.filter(({ isPiece }) => isPiece === true);
  if (counted !== undefined && !pieces.some(({ times }) => times === counted)) {
    const slip = pieces.find(({ times }) => SLIPS.includes(roundTo12Digits(times / counted)));
    if (slip !== undefined) return slip;
  }
  if (strengths.some(({ times }) => isCount(times))) return undefined;
  return strengths.find(({ times, isPiece }) => isStep(times) || (isPiece === true && isOtherPieces(times)));
}

/** Returns the doses of an order or an administration as they were coded. */
const codedDosesOf = (dosage: unknown): readonly DoseAmount[] =>
  elementsOf(dosage)
    .slice(0, MAX_DOSES)
    .flatMap((sent) => {
      const { doseQuantity, doseRange } = doseAndRateOf(sent);
      const { low, high } = elementOf(doseRange);
      return [doseQuantity, low, high, sent['dose'], sent['quantity']];
    })
    .flatMap((quantity) => doseAmountOf(quantity) ?? []);

/** Returns whether words tell this amount already. */
const tells = (words: string, { value, unit }: Omit<DoseAmount, 'text'>): boolean =>
  strengthsIn(words, unit).some(({ amount }) => amount === value);

/**
 * Returns a step without an amount where the name or the Medication of its product has the number of its coded dose in another step of mass, and tells the strength
 * beside the dose. Which of the two is meant is not known then (decision 66).
 */
export function withProductStrength(
  step: DoseStep,
  medication: Pick<Medication, 'name' | 'fullName' | 'strengths'> | undefined,
  sentDosage: unknown,
): DoseStep {
  if (medication === undefined) return step;
  const [only, ...more] = elementsOf(sentDosage);
  const words = more.length > 0 ? '' : trimmedText(only?.['text']);
  for (const coded of codedDosesOf(sentDosage)) {
    const strength = slippedStrength(medication, coded, words);
    if (strength === undefined) continue;
    const { number, unit, amount } = strength;
    if (tells(step.doseText, { value: amount, unit: coded.unit })) continue;
    const dose = { number: String(coded.value), unit: coded.unit };
    const otherDoses = [...(tells(step.doseText, coded) ? [] : [dose]), { number, unit }];
    return {
      ...step,
      ...noDose,
      doseText: withOtherDoses(step.doseText, otherDoses),
      sentDosage,
      otherDoses,
      isDoseUnclear: true,
    };
  }
  return step;
}

/** Returns the words of a dose for a reader, with the doses that they do not tell. */
export const withOtherDoses = (
  text: string,
  otherDoses: NonNullable<DoseStep['otherDoses']>,
  { say, amount }: DosageWriter = clinicianDosageWriter,
): string =>
  say('codedAs', { text, dose: otherDoses.map(({ number, unit }) => amount(number, unit)).join(', ') });
