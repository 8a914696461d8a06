/** Parts the slow form of a drug from its other forms, where one code stands for the substance. */
import { codeSystemKey } from '../../events/conceptName.ts';
import type { MedicationStep } from '../medicationSteps.ts';
import { saysOfAll } from '../strengths.ts';
import { releaseOf } from './releaseForms.ts';

/** A code of ATC stands for a substance in all of its forms. Other codes of drugs name the product, whatever its name leaves out. */
const isOfSubstance = ({ medication: { key } }: MedicationStep): boolean =>
  codeSystemKey(key.split('|')[0]) === 'atc';

const isSlow = ({ medication: { name, fullName } }: MedicationStep): boolean =>
  releaseOf(fullName ?? name).release === 'slow';

/**
 * Returns the steps of one drug. A change from its fast to its slow form at one dose is no unchanged dose, so that they have two keys. A
 * report or a ban that names no slow form holds for each of them, and then they stay together.
 */
export function withFormKeys(steps: readonly MedicationStep[]): readonly MedicationStep[] {
  const [first] = steps;
  if (first === undefined || !isOfSubstance(first)) return steps;
  const slow = new Set(steps.filter(isSlow));
  const isOfOneForm = slow.size === 0 || slow.size === steps.length;
  if (isOfOneForm || steps.some((one) => saysOfAll(one) && !slow.has(one))) return steps;
  return steps.map((one) => {
    const { medication } = one;
    return slow.has(one) ? { ...one, medication: { ...medication, key: `${medication.key} slow` } } : one;
  });
}
