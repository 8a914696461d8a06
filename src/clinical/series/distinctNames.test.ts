import { describe, expect, test } from 'vitest';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { distinguishingWords, withDistinctNames } from './distinctNames.ts';

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
    expect(names.toSorted()).toEqual(['POTASSIUM, no code', 'Potassium', 'Potassium, code K of 1.2.3']);
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

test.each([1, 3])('and it is called by the unit that fits, also where both are listed: day %s', (day) => {
  const glucose = (id: string, unit: string, at: number) =>
    observation({
      id,
      code: loinc('2345-7'),
      effectiveDateTime: `2026-01-0${at}T08:00:00Z`,
      modifierExtension: [{ url: 'urn:x' }],
      valueQuantity: { value: 5.5, unit, code: 'mmol/L', system: 'http://unitsofmeasure.org' },
    });
  const { series } = readRecord([glucose('fits', 'mmol/L', day), glucose('odd', 'mg/dL', 2)]);
  expect(series.map(({ name, listed }) => [name, listed.length])).toEqual([['Glucose', 2]]);
});

describe('the origin of a code is its system, by the name that a reader knows', () => {
  const zinc = (id: string, more: object = {}) =>
    madeSeries([{ at: '2026-03-01T08:00:00Z', text: '5' }], { id, name: 'Zinc', analyteId: '', ...more });

  test.each([
    ['http://loinc.org|123-4', 'code 123-4 of loinc.org'],
    ['https://lab.example/codes/zn|ZN', 'code ZN of lab.example'],
    ['urn:oid:2.16.840.1|ZN', 'code ZN of 2.16.840.1'],
    ['urn:lab|ZN', 'code ZN of lab'],
    ['lab of urn:oid:1 and http://x|ZN', 'code ZN of lab of urn:oid:1 and http://x'],
    ['|ZN', 'code ZN'],
    ['urn:lab|ZN~mg/dL', 'code ZN of lab'],
    ['urn:lab|ZN 2', 'code ZN 2 of lab'],
    ['a|b|ZN', 'code ZN of a|b'],
    ['urn:lab|', 'no code'],
    ['urn:lab|~mg/dL', 'no code'],
    ['text:zinc', 'no code'],
    ['text:zinc|serum', 'no code'],
    ['zinc', 'no code'],
  ])('%s', (id, words) => {
    expect(distinguishingWords([zinc(id), zinc('urn:other|other')]).get(id)).toBe(words);
  });

  test('where nothing else tells two apart, both say it although it is the same', () => {
    const [one, other] = [zinc('text:zinc'), zinc('text:Zinc')];
    expect([...distinguishingWords([one, other]).values()]).toEqual(['no code', 'no code']);
  });

  test('words sent with the newest result come first, and a long text is cut', () => {
    const inContext = (id: string, ...contexts: readonly string[]) =>
      madeSeries(
        contexts.map((context, i) => ({ at: `2026-03-0${i + 1}T08:00:00Z`, text: '5', context })),
        { id, name: 'Zinc', analyteId: '' },
      );
    const all = [inContext('urn:lab|1', 'plasma', 'x'.repeat(70)), inContext('urn:lab|2', 'plasma')];
    expect([...distinguishingWords(all)]).toEqual([
      ['urn:lab|1', 'x'.repeat(60)],
      ['urn:lab|2', 'plasma'],
    ]);
  });

  test('words that another of that name has too tell nothing apart, nor do none', () => {
    const all = [
      zinc('urn:lab|1', { unitText: 'mg/dL' }),
      zinc('urn:lab|2', { unitText: 'mmol/L' }),
      zinc('urn:lab|3', { unitText: 'mmol/L' }),
      zinc('urn:lab|4', { unitText: '' }),
    ];
    expect([...distinguishingWords(all).values()]).toEqual([
      'in mg/dL',
      'code 2 of lab',
      'code 3 of lab',
      'code 4 of lab',
    ]);
  });

  test('a series without points is told apart by what was listed', () => {
    const listedIn = (id: string, context: string) => {
      const { rows } = madeSeries([{ at: '2026-03-01T08:00:00Z', text: 'clotted', context }]);
      return zinc(id, { rows: [], listed: rows });
    };
    const all = [
      listedIn('urn:lab|1', 'plasma'),
      listedIn('urn:lab|2', 'urine'),
      zinc('urn:lab|3', { rows: [] }),
    ];
    expect([...distinguishingWords(all).values()]).toEqual(['plasma', 'urine', 'code 3 of lab']);
  });

  test('both names get the words, and a series keeps its object as long as they are the same', () => {
    const [one, other] = [zinc('urn:lab|1', { shortName: 'Zn' }), zinc('urn:lab|2', { shortName: 'Zn' })];
    const [named] = withDistinctNames([one, other]);
    expect([named?.name, named?.shortName]).toEqual(['Zinc, code 1 of lab', 'Zn, code 1 of lab']);
    expect(withDistinctNames([one, other])[0]).toBe(named);
    const inUnit = zinc('urn:lab|2', { unitText: 'mg/dL' });
    expect(withDistinctNames([one, inUnit])[0]?.name).toBe('Zinc, in mmol/L');
    expect(withDistinctNames([one])[0]).toBe(one);
  });
});
