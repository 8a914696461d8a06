/** Makes the card of one test. */
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { recordAsSent } from '../units/recordAsSent.ts';
import { cardsOf, type PatientCard } from './cards.ts';

export const CARD_ZONE = 'America/Chicago';

export const rangeOf = (low?: number, high?: number) => ({
  referenceRange: [
    {
      ...(low !== undefined && { low: { value: low } }),
      ...(high !== undefined && { high: { value: high } }),
    },
  ],
});
export const potassiumResult = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...rangeOf(3.5, 5), ...more });

/** Returns the only card of these resources. */
export function onlyCardOf(...resources: readonly unknown[]): PatientCard {
  const [card, ...others] = cardsOf(recordAsSent(recordOf(resources)).series);
  if (card === undefined || others.length > 0)
    throw new Error(`There are ${others.length} cards too many, or none.`);
  return card;
}
