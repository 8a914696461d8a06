import type { Observation, ObservationReferenceRange, Quantity } from 'fhir/r4';
import { fhirJson, withDecimalText } from '../decimals.ts';

type Unit = Pick<Quantity, 'unit' | 'system' | 'code'>;

/** Returns the number of a quantity as it was written. */
export const decimalText = (quantity: Quantity): string =>
  /"value":(-?[\d.eE+-]+)/.exec(fhirJson(quantity))?.[1] ?? '';

/** Returns the same number, with its decimals, in another unit text or code. */
export function withUnit(quantity: Quantity, unit: Unit): Quantity {
  const { unit: _unit, system: _system, code: _code, ...rest } = quantity;
  return withDecimalText({ ...rest, ...unit }, decimalText(quantity));
}

/** Applies a change to every quantity of an Observation: its value, its components and its ranges. */
export function mapQuantities<Recoded extends Observation>(
  observation: Recoded,
  change: (quantity: Quantity) => Quantity,
): Recoded {
  return {
    ...observation,
    ...withMappedQuantities(observation, change),
    ...(observation.component && {
      component: observation.component.map((part) => ({ ...part, ...withMappedQuantities(part, change) })),
    }),
  };
}

type QuantityElements = Pick<Observation, 'valueQuantity' | 'referenceRange'>;

const withMappedQuantities = (
  { valueQuantity, referenceRange }: QuantityElements,
  change: (quantity: Quantity) => Quantity,
): QuantityElements => ({
  ...(valueQuantity && { valueQuantity: change(valueQuantity) }),
  ...(referenceRange && { referenceRange: referenceRange.map((range) => mapRange(range, change)) }),
});

const mapRange = (
  range: ObservationReferenceRange,
  change: (quantity: Quantity) => Quantity,
): ObservationReferenceRange => ({
  ...range,
  ...(range.low && { low: change(range.low) }),
  ...(range.high && { high: change(range.high) }),
});
