/** This file holds an Observation with every element that is read, and puts a text into one of its places. */
import { UCUM } from './codes.ts';

/** This is a result with every element that is read. */
export const FULL_RESULT = {
  category: [{ coding: [{ system: 's', code: 'laboratory', display: 'Laboratory' }], text: 'Lab' }],
  code: { coding: [{ system: 'urn:x', code: 'K', display: 'Potassium' }], text: 'Potassium' },
  encounter: { reference: 'Encounter/e1' },
  interpretation: [{ coding: [{ system: 's', code: 'H', display: 'High' }], text: 'High' }],
  referenceRange: [{ text: '3.5 - 5.1 mmol/L', type: { text: 'normal' }, appliesTo: [{ text: 'adults' }] }],
  note: [{ text: 'slightly hemolyzed', authorString: 'Lab', time: '2026-11-20' }],
  method: { text: 'enzymatic', coding: [{ code: 'm', display: 'method' }] },
  bodySite: { text: 'left arm' },
  device: { display: 'meter' },
  dataAbsentReason: { text: 'unknown' },
  extension: [{ url: 'http://x.example/body-position', valueString: 'sitting' }],
  specimen: { reference: '#s' },
  contained: [
    {
      resourceType: 'Specimen',
      id: 's',
      type: { text: 'serum' },
      condition: [{ text: 'good' }],
      collection: { method: { text: 'puncture' }, collectedDateTime: '2026-11-20' },
    },
  ],
  valueQuantity: { value: 5.8, unit: 'mmol/L', system: UCUM, code: 'mmol/L' },
  component: [{ code: { text: 'Oxygen flow' }, valueString: '2 L/min', interpretation: [{ text: 'low' }] }],
};

/** Returns the value with its text number `at` replaced, and how many texts there are. */
export function withText(value: unknown, at: number, text: string): { value: unknown; count: number } {
  let count = 0;
  const replaced = (one: unknown): unknown => {
    if (typeof one === 'string') return count++ === at ? text : one;
    if (Array.isArray(one)) return one.map(replaced);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, replaced(inner)]));
  };
  return { value: replaced(value), count };
}
