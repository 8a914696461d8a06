import { expect, test } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { nameQualifiers } from './nameQualifiers.ts';

const potassium = (id: string, analyteId = '', unitText = 'mmol/L') =>
  madeSeries([], { id, analyteId, unitText, name: 'Potassium' });

test('series of one name say where their code comes from', () => {
  const qualifiersOf = nameQualifiers([
    potassium('k', 'k'),
    potassium('https://loinc.org|2823-3'),
    potassium('https://hospital.example/tests|2823-3'),
    potassium('urn:oid:2.16.840.1.113883.6.1|2823-3'),
    potassium('text:potassium'),
    madeSeries([], { id: 'na', analyteId: 'na', name: 'Sodium' }),
  ]);
  expect([...qualifiersOf]).toEqual([
    ['https://loinc.org|2823-3', 'code 2823-3 of loinc.org'],
    ['https://hospital.example/tests|2823-3', 'code 2823-3 of hospital.example'],
    ['urn:oid:2.16.840.1.113883.6.1|2823-3', 'code 2823-3 of 2.16.840.1.113883.6.1'],
    ['text:potassium', 'no code'],
  ]);
});

test('series that their units tell apart need no further word', () => {
  expect(nameQualifiers([potassium('k', 'k'), potassium('k~mg/dL', 'k', 'mg/dL')]).size).toBe(0);
});

test('a name that is there once stands alone', () => {
  expect(nameQualifiers([potassium('text:potassium')]).size).toBe(0);
});
