import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { observationContextFixture, quantity } from '../observationFixture.ts';
import { createRowKinds } from '../rowKinds.ts';
import { sharedReadingOf } from './sharedReading.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Returns whether the second result takes what was read of the first one. */
function isReadOnce(one: Fields, other: Fields): boolean {
  const kinds = createRowKinds();
  const [read, again] = [one, other].map((fields) =>
    sharedReadingOf({ resourceType: 'Observation', ...fields }, false, observationContextFixture, kinds),
  );
  return read === again;
}

const potassium = (value: number, more: Fields = {}): Fields => ({
  code: loinc('2823-3'),
  valueQuantity: quantity(value, 'mmol/L'),
  ...more,
});
const pressure = (systolic: number, diastolic: number, ...further: readonly Fields[]): Fields => ({
  code: loinc('85354-9'),
  component: [
    { code: loinc('8480-6'), valueQuantity: quantity(systolic, 'mm[Hg]') },
    { code: loinc('8462-4'), valueQuantity: quantity(diastolic, 'mm[Hg]') },
    ...further,
  ],
});
const cuff = (size: number): Fields => ({ code: loinc('8358-4'), valueQuantity: quantity(size, 'cm') });
const noted = (text: string, time: string): Fields => ({ note: [{ text, time }] });
const labelled = (display: string): Fields => ({ specimen: { reference: `Specimen/${display}`, display } });
const ADDRESS = 'Performed at: Lakeshore Clinical Laboratory';

describe('what is said alike is read once', () => {
  test.each([
    ['results with other numbers', potassium(4.2), potassium(5.9)],
    ['results with the same note at other times', ...timesOf(ADDRESS)],
    ['results of tubes with other labels', ...labelsOf('Specimen 24U-ID-0290004', 'Specimen 24U-ID-0300011')],
    ['pressures with other numbers', pressure(120, 80), pressure(180, 110)],
  ])('%s', (_name, one, other) => {
    expect(isReadOnce(one, other)).toBe(true);
  });

  test.each([
    ['results with other notes', potassium(4.2, noted(ADDRESS, '')), potassium(4.2, noted('Hemolyzed', ''))],
    ['a result with a note and one without', potassium(4.2), potassium(4.2, noted(ADDRESS, ''))],
    ['results of other specimens', ...labelsOf('Blood', 'Urine')],
    ['pressures by cuffs of another size', pressure(120, 80, cuff(12)), pressure(120, 80, cuff(16))],
    [
      'pressures that were flagged or not',
      pressure(120, 80),
      { ...pressure(120, 80), interpretation: [{ text: 'High' }] },
    ],
  ])('but not %s', (_name, one, other) => {
    expect(isReadOnce(one, other)).toBe(false);
  });
});

function timesOf(text: string): [Fields, Fields] {
  const [one, other] = ['2026-01-02', '2026-02-03'].map((time) => potassium(4.2, noted(text, time)));
  return [one!, other!];
}

const labelsOf = (one: string, other: string): [Fields, Fields] => [
  potassium(4.2, labelled(one)),
  potassium(4.2, labelled(other)),
];
