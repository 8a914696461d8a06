import { describe, expect, test } from 'vitest';
import { observation, ucum } from '../../testing/readRecordFixture.ts';
import { clotted, emptyColumns, placesIn, unknownResult } from '../../testing/columnsFixture.ts';

describe('the series of a code that the catalog does not know', () => {
  const idsOf = (...resources: readonly object[]) => {
    const columns = emptyColumns();
    columns.take(...resources);
    return columns
      .series()
      .map(({ id, rows, listed }) => `${id} ${rows.length}/${listed.length}`)
      .toSorted();
  };

  test('are one for each unit, and the commonest unit has the plain id', () => {
    const [a, b, c] = [
      unknownResult('a', 'mmol/L'),
      unknownResult('b', 'mg/dL'),
      unknownResult('c', 'mmol/L'),
    ];
    for (const all of [
      [a, b, c],
      [b, c, a],
    ])
      expect(idsOf(...all)).toEqual(['urn:lab|x7 2/0', 'urn:lab|x7~mg/dL 1/0']);
    expect(idsOf(a, b, unknownResult('d', 'mg/dL'))).toEqual(['urn:lab|x7 2/0', 'urn:lab|x7~mmol/L 1/0']);
  });

  test('of equally many the unit that comes first in the alphabet has it', () => {
    for (const all of [
      [unknownResult('a', 'mmol/L'), unknownResult('b', 'mg/dL')],
      [unknownResult('b', 'mg/dL'), unknownResult('a', 'mmol/L')],
    ])
      expect(idsOf(...all)).toEqual(['urn:lab|x7 1/0', 'urn:lab|x7~mmol/L 1/0']);
  });

  test('without a unit says so in its id', () => {
    expect(idsOf(unknownResult('a', 'mmol/L'), unknownResult('b', 'mmol/L'), unknownResult('c', ''))).toEqual(
      ['urn:lab|x7 2/0', 'urn:lab|x7~no unit 1/0'],
    );
  });

  test('have their texts with the commonest unit, however many they are', () => {
    const texts = ['d', 'e', 'f'].map((id) => unknownResult(id, '', clotted));
    expect(idsOf(...texts, unknownResult('a', 'mmol/L'), unknownResult('b', 'mg/dL'))).toEqual([
      'urn:lab|x7 1/3',
      'urn:lab|x7~mmol/L 1/0',
    ]);
    expect(idsOf(...texts)).toEqual(['urn:lab|x7 0/3']);
    // Numbers without a unit are no texts.
    for (const all of [
      [...texts, unknownResult('g', '')],
      [unknownResult('g', ''), ...texts],
    ])
      expect(idsOf(...all, unknownResult('a', 'mmol/L'), unknownResult('b', 'mmol/L'))).toEqual([
        'urn:lab|x7 2/3',
        'urn:lab|x7~no unit 1/0',
      ]);
  });

  test('list texts and undrawn numbers together, the newest first', () => {
    const columns = emptyColumns();
    const at = (day: number) => ({ effectiveDateTime: `2026-01-0${day}T08:00:00Z` });
    columns.take(
      unknownResult('a', 'mmol/L', { ...at(1), ...clotted }),
      unknownResult('b', 'mmol/L', { ...at(2), modifierExtension: [{ url: 'urn:x' }] }),
      unknownResult('c', 'mmol/L', { ...at(3), ...clotted }),
      unknownResult('d', 'mmol/L', at(4)),
    );
    expect(placesIn(columns.series())).toEqual([['urn:lab|x7', 'd', 'c b a', 1, 3]]);
    columns.take(unknownResult('e', 'mmol/L', { ...at(5), ...clotted }));
    expect(placesIn(columns.series())).toEqual([['urn:lab|x7', 'd', 'e c b a', 1, 4]]);
  });

  test('say in every row which series it stands in, also after another unit became the commonest', () => {
    const columns = emptyColumns();
    columns.take(unknownResult('a', 'mmol/L'), unknownResult('t', '', clotted));
    columns.series();
    columns.take(unknownResult('b', 'mg/dL'), unknownResult('c', 'mg/dL'));
    expect(columns.series()).toHaveLength(2);
    for (const { id, rows, listed } of columns.series())
      expect([...rows, ...listed].map(({ kind }) => kind.seriesId)).toEqual(
        Array.from({ length: rows.length + listed.length }, () => id),
      );
  });
});

describe('series that stand at one place of the clinical order', () => {
  test('are in the order of their names, and then of their ids', () => {
    const named = (id: string, code: string, text: string): object =>
      observation({
        id,
        code: { coding: [{ system: 'urn:lab', code }], text },
        valueQuantity: ucum(5, 'mmol/L'),
      });
    const all = [named('a', '3', 'Zonulin'), named('b', '1', 'Zinc'), named('c', '2', 'Albumen')];
    for (const order of [all, all.toReversed()]) {
      const columns = emptyColumns();
      columns.take(...order);
      expect(columns.series().map(({ name }) => name)).toEqual(['Albumen', 'Zinc', 'Zonulin']);
    }
    const alike = [named('a', '3', 'Zinc'), named('b', '1', 'Zinc'), named('c', '2', 'Zinc')];
    for (const order of [alike, alike.toReversed()]) {
      const columns = emptyColumns();
      columns.take(...order);
      expect(columns.series().map(({ id }) => id)).toEqual(['urn:lab|1', 'urn:lab|2', 'urn:lab|3']);
    }
  });
});
