/** Parts the doses of one drug by its strength, where they count tablets or millilitres, which say nothing without it. */
import { amountInUnit } from './doseUnit.ts';
import type { MedicationStep } from './medicationSteps.ts';

/** This is how much of the drug is in one tablet, millilitre or hour: "5 mg", "125 mg/5 mL", "2.5 %". */
const STRENGTH =
  /(\d{1,7}(?:[.,]\d{1,6})?)[ -]?(kg|g|mg|[uµμ]g|mcg|ng|i[ue]|units?|u|mmol|meq|%)(?![\p{L}\d])(?: ?\/ ?((?:\d{1,4} ?)?(?:ml|l|h|hr|hour|dose|actuation))(?!\p{L}))?/giu;

/** A longer name is read up to here. */
const MAX_LETTERS = 200;

const decimal = (number: string): number => Number(number.replace(',', '.'));

/** Returns the strengths that a name says, the same for "0.5 mg" and "500 mcg"; '' without one. */
function strengthIn(name: string): string {
  const found = name.slice(0, MAX_LETTERS).matchAll(STRENGTH);
  return Array.from(found, ([, number = '', sent = '', per = '']) => {
    const unit = sent.toLowerCase();
    const grams = amountInUnit(decimal(number), unit, 'g');
    const amount = grams === undefined ? `${decimal(number)} ${unit}` : `${grams} g`;
    return per === '' ? amount : `${amount}/${per.toLowerCase().replaceAll(' ', '')}`;
  }).join(' ');
}

const strengthOf = ({ medication: { name, fullName } }: MedicationStep): string =>
  strengthIn(fullName ?? name);

/** A dispense without a dose says nothing of how much is taken. */
const countsPieces = ({ step }: MedicationStep): boolean =>
  step.isNotDone !== true &&
  step.type !== 'MedicationDispense' &&
  strengthIn(step.shortDose || step.doseText) === '';

/**
 * Returns the steps of one drug. One code may stand for all strengths of a substance, as those of ATC do: two tablets of 5 mg are then less
 * than one of 20 mg, so that doses which count pieces of two strengths have two keys.
 */
export function withStrengthKeys(steps: readonly MedicationStep[]): readonly MedicationStep[] {
  if (new Set(steps.map(({ medication }) => medication.name)).size < 2) return steps;
  const strengths = new Set(steps.filter(countsPieces).map(strengthOf).filter(Boolean));
  if (strengths.size < 2) return steps;
  return steps.map((one) => {
    const strength = strengthOf(one);
    if (!strengths.has(strength)) return one;
    const { medication } = one;
    return { ...one, medication: { ...medication, key: `${medication.key} ${strength}` } };
  });
}
