import { expect, test } from 'vitest';
import { flagConcept, pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { criticalFirst } from './criticalFirst.ts';
import { tileEntriesOf } from './tileLayout.ts';

type Fields = Readonly<Record<string, unknown>>;

const AT = '2026-11-12T14:10:00Z';
const LATER = '2026-11-12T15:10:00Z';
const potassium = resultInput('2823-3', 4.2, 'mmol/L', AT);
const tsh = (value: number, at: string, more: Fields = {}) =>
  resultInput('3016-3', value, 'm[IU]/L', at, more);

/** Returns the ids of the entries, the ones that are drawn first at the front. */
const orderOf = (most: number, ...results: readonly unknown[]): readonly string[] =>
  criticalFirst(tileEntriesOf(recordOf([potassium, ...results]).series, []), most).map(({ id }) => id);

test.each([
  ['the newest', [tsh(80, AT, flagConcept('HH'))]],
  [
    'one of two of the same moment',
    [tsh(80, AT, { id: 'a', ...flagConcept('HH') }), tsh(4, AT, { id: 'b' })],
  ],
  ['its twin', [tsh(80, AT, { id: 'a', ...flagConcept('HH') }), tsh(80, AT, { id: 'b' })]],
  ['a day that has moments', [tsh(80, '2026-11-12', flagConcept('HH')), tsh(4, AT), tsh(5, LATER)]],
  ['a preliminary one', [tsh(4, AT), tsh(80, LATER, { status: 'preliminary', ...flagConcept('HH') })]],
  [
    'one without a point',
    [tsh(4, AT), tsh(0, LATER, { valueQuantity: undefined, valueString: 'high', ...flagConcept('HH') })],
  ],
  ['an older one', [tsh(80, AT, flagConcept('HH')), tsh(4, LATER)]],
])('a measure comes first when this result of it is critical: %s', (_, results) => {
  expect(orderOf(1, ...results)).toEqual(['tsh', 'k']);
  expect(orderOf(2, ...results)).toEqual(['k', 'tsh']);
});

test('one side of a blood pressure is enough', () => {
  const critical = { ...pressure(80, 50, AT), ...flagConcept('LL') };
  expect(orderOf(1, critical)[0]).toBe(orderOf(9, critical)[1]);
});

test('an older critical result comes after a newest one', () => {
  const sodium = [
    resultInput('2951-2', 110, 'mmol/L', AT, flagConcept('LL')),
    resultInput('2951-2', 140, 'mmol/L', LATER),
  ];
  expect(orderOf(1, ...sodium, tsh(80, AT, flagConcept('HH')))).toEqual(['tsh', 'na', 'k']);
});
