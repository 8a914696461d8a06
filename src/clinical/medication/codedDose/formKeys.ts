/** Parts the slow form of a drug from its other forms, where one code stands for the substance. */
import { codeSystemKey } from '../../events/conceptName.ts';
import type { MedicationStep } from '../medicationSteps.ts';
import { namedIn } from '../orderLinks.ts';
import { saysOfAll } from '../strengths.ts';
import { saysSlow } from './releaseForms.ts';

/** A code of ATC stands for a substance in all of its forms. Other codes of drugs name the product, whatever its name leaves out. */
const isOfSubstance = ({ medication: { key } }: MedicationStep): boolean =>
  codeSystemKey(key.split('|')[0]) === 'atc';

const isSlow = ({ medication: { name, fullName } }: MedicationStep): boolean => saysSlow(fullName ?? name);

/** A dose was given for an order, and an order may fill another one: the name of that says the form. */
const orderOr = (one: MedicationStep, orders: ReadonlyMap<string, MedicationStep>): MedicationStep =>
  namedIn(orders, one.links?.givenFor ?? one.links?.fills) ?? one;

/**
 * Returns the steps of one drug. A change from its fast to its slow form at one dose is no unchanged dose, so that they have two keys. The
 * orders tell them apart, where there are any: what is given or handed out for them is often named without its form. A report or a ban that
 * names no slow form holds for each of them, and then they stay together.
 */
export function withFormKeys(steps: readonly MedicationStep[]): readonly MedicationStep[] {
  const [first] = steps;
  if (first === undefined || !isOfSubstance(first)) return steps;
  const orders = steps.filter(({ step }) => step.type === 'MedicationRequest');
  const telling = orders.length > 0 ? orders : steps;
  const ordersById = new Map(orders.map((one) => [one.step.id, one]));
  const slow = new Set(steps.filter((one) => isSlow(one) || isSlow(orderOr(one, ordersById))));
  const slowCount = telling.filter((one) => slow.has(one)).length;
  const isOfOneForm = slowCount === 0 || slowCount === telling.length;
  if (isOfOneForm || steps.some((one) => saysOfAll(one) && !slow.has(one))) return steps;
  return steps.map((one) => {
    const { medication } = one;
    return slow.has(one) ? { ...one, medication: { ...medication, key: `${medication.key} slow` } } : one;
  });
}
