import type { Observation, ObservationReferenceRange, Quantity } from 'fhir/r4';
import { fhirJson, withDecimalText } from '../decimals.ts';

type Unit = Pick<Quantity, 'unit' | 'system' | 'code'>;

/** The number of a quantity as it was written. */
export const textOf = (quantity: Quantity): string =>
  /"value":(-?[\d.eE+-]+)/.exec(fhirJson(quantity))?.[1] ?? '';

/** The same number, decimals and all, with its unit in other words. */
export function reworded(quantity: Quantity, unit: Unit): Quantity {
  const { unit: _unit, system: _system, code: _code, ...rest } = quantity;
  return withDecimalText({ ...rest, ...unit }, textOf(quantity));
}

/** An Observation with every unit in it in other words: of its value, its components and its ranges. */
export function withQuantities<Held extends Observation>(
  observation: Held,
  change: (quantity: Quantity) => Quantity,
): Held {
  return {
    ...observation,
    ...changed(observation, change),
    ...(observation.component && {
      component: observation.component.map((part) => ({ ...part, ...changed(part, change) })),
    }),
  };
}

type Part = Pick<Observation, 'valueQuantity' | 'referenceRange'>;

const changed = (
  { valueQuantity, referenceRange }: Part,
  change: (quantity: Quantity) => Quantity,
): Part => ({
  ...(valueQuantity && { valueQuantity: change(valueQuantity) }),
  ...(referenceRange && { referenceRange: referenceRange.map((range) => changedRange(range, change)) }),
});

const changedRange = (
  range: ObservationReferenceRange,
  change: (quantity: Quantity) => Quantity,
): ObservationReferenceRange => ({
  ...range,
  ...(range.low && { low: change(range.low) }),
  ...(range.high && { high: change(range.high) }),
});
