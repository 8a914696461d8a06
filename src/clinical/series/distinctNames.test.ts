import { describe, expect, test } from 'vitest';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

const local = (id: string, code: string, text: string, fields: object = {}) =>
  observation({
    id,
    code: { coding: [{ system: 'urn:oid:1.2.3', code }], text },
    valueQuantity: ucum(5, 'mmol/L'),
    ...fields,
  });
const namesOf = (...resources: readonly object[]) => readRecord(resources).series.map(({ name }) => name);

describe('series of one name are told apart by what differs', () => {
  test('by the specimen, the method or the time of a level', () => {
    expect(
      namesOf(
        local('a', 'G', 'Glucose'),
        local('b', 'G', 'Glucose', { specimen: { display: 'Urine' } }),
        local('c', 'G', 'Glucose', { specimen: { display: 'CSF' } }),
        local('d', 'G', 'Glucose', { specimen: { display: 'Whole blood' } }),
      ).toSorted(),
    ).toEqual(['Glucose', 'Glucose, CSF', 'Glucose, urine', 'Glucose, whole blood']);
    expect(
      namesOf(
        local('a', 'X', 'Level', { method: { text: 'Peak' } }),
        local('b', 'X', 'Level', { method: { text: 'Trough' } }),
      ),
    ).toEqual(['Level, peak', 'Level, trough']);
    expect(
      namesOf(
        local('a', 'A', 'Ferritin', { method: { text: 'ECLIA' } }),
        local('b', 'B', 'Ferritin', { method: { text: 'Nephelometry' } }),
      ),
    ).toEqual(['Ferritin, ECLIA', 'Ferritin, Nephelometry']);
  });

  test('else by the unit, and by the origin of the code last, which is never a bare code', () => {
    expect(
      namesOf(
        local('a', 'A', 'Zinc'),
        local('b', 'B', 'zinc', { valueQuantity: ucum(9, 'ug/dL') }),
      ).toSorted(),
    ).toEqual(['Zinc, in mmol/L', 'zinc, in µg/dL']);
    expect(namesOf(local('a', 'A', 'Zinc score'), local('b', 'B', 'Zinc score')).toSorted()).toEqual([
      'Zinc score, code A of 1.2.3',
      'Zinc score, code B of 1.2.3',
    ]);
  });

  test('the series of the catalog keeps its plain name', () => {
    const names = namesOf(
      observation({ id: 'a', code: loinc('2823-3'), valueQuantity: ucum(4, 'mmol/L') }),
      local('b', 'K', 'Potassium'),
      observation({ id: 'c', code: { text: 'POTASSIUM' }, valueQuantity: ucum(4, 'mmol/L') }),
    );
    expect(names.toSorted()).toEqual([
      'POTASSIUM, sent without a code',
      'Potassium',
      'Potassium, code K of 1.2.3',
    ]);
  });

  test('a name that is there once stays, and so does the object of its series', () => {
    expect(namesOf(local('a', 'A', 'Zinc'))).toEqual(['Zinc']);
  });
});

test('a unit that fits and one that contradicts itself make one series with one name, whichever came first', () => {
  const glucose = (id: string, unit: string, code: string) =>
    observation({
      id,
      code: loinc('2345-7'),
      valueQuantity: { value: 5.5, unit, code, system: 'http://unitsofmeasure.org' },
    });
  const sent = [glucose('fits', 'mmol/L', 'mmol/L'), glucose('odd', 'mg/dL', 'mmol/L')];
  const seen = [sent, sent.toReversed()].map((resources) =>
    readRecord(resources).series.map(({ id, name, order }) => [id, name, order]),
  );
  expect(seen[1]).toEqual(seen[0]);
});
