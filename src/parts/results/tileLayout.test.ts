import { describe, expect, it } from 'vitest';
import type { Series } from '../../clinical/series/series.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { matchesSearch } from './search/fuzzySearch.ts';
import {
  columnsOf,
  tallestOf,
  tileEntriesOf,
  placeBriefLines,
  columnsWithFixedStarts,
  type PlaceholderAnalyte,
} from './tileLayout.ts';
import { layoutOf } from './useLayout.ts';

const one = (id: string, group: string, order: number) =>
  madeSeries([{ at: '2026-01-01', text: '4' }], {
    id,
    analyteId: id,
    name: id,
    shortName: id.toUpperCase(),
    group,
    order,
  });

const ids = (...series: string[]) =>
  tileEntriesOf(
    series.map((id, i) => one(id, 'g', i)),
    [],
  ).map(({ kind, id }) => `${kind} ${id}`);

describe('rule 13: the room of a newer result that is not charted', () => {
  const text = madeRow({ at: '2026-02-01', text: 'clotted', drawing: 'listed', reason: 'text' });
  const withText = (id: string): Series => ({ ...one(id, 'g', 1), listed: [text] });
  const heightOf = (...series: readonly Series[]) =>
    tallestOf(columnsOf(tileEntriesOf(series, []), 1, 60), 60);

  it('is taken from the curve, so that every tile has one height', () => {
    const plain = heightOf(one('a', 'g', 1), one('b', 'g', 1), one('c', 'g', 1));
    expect(heightOf(withText('a'), one('b', 'g', 1), one('c', 'g', 1))).toBe(plain);
    expect(heightOf(withText('a'), withText('b'), withText('c'))).toBe(plain);
    expect(heightOf(withText('a'))).toBe(heightOf(one('a', 'g', 1)));
  });
});

describe('the places of a screen', () => {
  it('rule 7: systolic and diastolic of one code pair are one place, a lone side is its own', () => {
    expect(ids('bp-sys', 'bp-dia', 'hr')).toEqual(['pair bp-sys', 'series hr']);
    expect(ids('http://loinc.org|76215-3', 'http://loinc.org|76213-8')).toEqual([
      'pair http://loinc.org|76215-3',
    ]);
    expect(ids('bp-dia')).toEqual(['series bp-dia']);
    expect(ids('bp-sys', 'http://loinc.org|76213-8')).toEqual([
      'series bp-sys',
      'series http://loinc.org|76213-8',
    ]);
  });

  it('rule 7: a pressure of which one side is only listed is one place, as on the page of the test', () => {
    const row = madeRow({ at: '2026-01-01', text: '120', component: 'side of a pressure' });
    const side = (id: string): Series => ({ ...one(id, 'g', 1), rows: [row] });
    const [upper, lower] = [side('bp-sys'), side('bp-dia')];
    const withoutCurve = (series: Series): Series => ({ ...series, rows: [], listed: [...series.rows] });
    const places = (...series: readonly Series[]) =>
      tileEntriesOf(series, []).map(({ kind, id }) => `${kind} ${id}`);
    expect(places(upper, withoutCurve(lower))).toEqual(['pair bp-sys']);
    expect(places(withoutCurve(upper), lower)).toEqual(['pair bp-sys']);
    expect(places(withoutCurve(upper), withoutCurve(lower))).toEqual([]);
  });

  it('rule 39: frames of expected analytes stand in their clinical place until the first result', () => {
    const expected: PlaceholderAnalyte[] = [
      { id: 'creat', name: 'Creatinine', group: 'Kidney', order: 1 },
      { id: 'k', name: 'Potassium', group: 'Kidney', order: 2 },
    ];
    expect(tileEntriesOf([], expected).map(({ kind, name }) => [kind, name])).toEqual([
      ['waiting', 'Creatinine'],
      ['waiting', 'Potassium'],
    ]);
    expect(tileEntriesOf([one('k', 'Kidney', 2)], expected).map(({ kind, id }) => [kind, id])).toEqual([
      ['waiting', 'creat'],
      ['series', 'k'],
    ]);
  });

  it('finds by name, short name and code, every word', () => {
    const [entry] = tileEntriesOf([one('potassium', 'Kidney', 1)], []);
    expect(
      ['pota', 'KIDNEY POT', '2823-3', 'sodium'].map((query) => entry && matchesSearch(entry, query)),
    ).toEqual([true, true, true, false]);
  });
});

describe('columns', () => {
  const entries = tileEntriesOf(
    [9, 3, 4, 2, 4, 2].flatMap((count, g) =>
      Array.from({ length: count }, (_, i) => one(`${g}-${i}`, `group ${g}`, g * 100 + i)),
    ),
    [],
  );

  it('lose nothing, keep the clinical order and balance the heights', () => {
    for (const count of [1, 2, 3]) {
      const columns = columnsOf(entries, count, 60);
      expect(columns).toHaveLength(count);
      expect(columns.flatMap((blocks) => blocks.flatMap((block) => block.entries))).toEqual(entries);
    }
    const heights = columnsOf(entries, 3, 60).map((blocks) =>
      blocks.reduce((sum, { entries: all }) => sum + all.length, 0),
    );
    expect(heights).toEqual([9, 7, 8]);
  });

  it('cut a group that is much taller than a column and say that it goes on', () => {
    const many = tileEntriesOf(
      Array.from({ length: 30 }, (_, i) => one(`x${i}`, 'Other results', i)),
      [],
    );
    const columns = columnsOf(many, 3, 60);
    expect(
      columns.map((blocks) => blocks.map(({ entries: all, isContinued }) => [all.length, isContinued])),
    ).toEqual([[[10, false]], [[10, true]], [[10, true]]]);
  });

  it('move nothing sideways while results arrive, and are balanced at the end only if that makes the page much shorter', () => {
    const heads = ['group 0', 'group 1', 'group 4'];
    const columnOf = (all: typeof entries, ended = false) =>
      new Map(
        columnsWithFixedStarts(all, heads, 60, ended).flatMap((blocks, i) =>
          blocks.flatMap((block) => block.entries.map(({ id }) => [id, i] as const)),
        ),
      );
    const last = columnOf(entries);
    expect(last.size).toBe(entries.length);
    for (const few of [3, 9, 13, 20]) {
      for (const [id, column] of columnOf(entries.filter((_, i) => i % 24 < few))) {
        expect(column).toBe(last.get(id));
      }
    }
    expect(columnOf(entries, true)).toEqual(last);
    const lopsided = entries.filter(({ group }) => group !== 'group 0' && group !== 'group 4');
    expect(new Set(columnOf(lopsided, true).values())).toEqual(new Set([0, 1, 2]));
  });

  it('rule 9: hold whole groups of lines where there is room, under their own curves or with their heading, and say what is left', () => {
    const madeEntries = (group: string, count: number, from = 0) =>
      tileEntriesOf(
        Array.from({ length: count }, (_, i) => one(`${group} ${from + i}`, group, i)),
        [],
      );
    const columns = columnsOf(
      [...madeEntries('Kidney', 9), ...madeEntries('Circulation', 3), ...madeEntries('Blood', 8)],
      3,
      60,
    );
    const lines = [
      madeEntries('Kidney', 4, 9),
      madeEntries('Circulation', 5, 3),
      madeEntries('Lipids', 4),
      madeEntries('Heart', 7),
    ].flat();
    const { inColumns, below } = placeBriefLines(columns, lines, 60);
    expect(
      inColumns.map((groups) => groups.map(({ heading, isUnderItsTiles }) => [heading, isUnderItsTiles])),
    ).toEqual([
      [],
      [
        ['Circulation', true],
        ['Kidney', false],
        ['Lipids', false],
      ],
      [],
    ]);
    expect(below.map(({ group }) => group)).toEqual(Array(7).fill('Heart'));
    const placed = inColumns.flat().flatMap((group) => group.entries);
    expect(new Set([...placed, ...below])).toEqual(new Set(lines));
    // A page that scrolls anyway leaves no line over.
    expect(placeBriefLines([columns.flat()], lines, 60).below).toEqual([]);
  });

  it('have a place for nothing', () => {
    expect(columnsOf([], 3, 60)).toEqual([[], [], []]);
    expect(placeBriefLines(columnsOf(entries, 3, 60), [], 60)).toEqual({
      inColumns: [[], [], []],
      below: [],
    });
  });
});

describe('the layout', () => {
  it('follows the width of the app and the reader’s text size', () => {
    expect([1180, 1179, 720, 719, 360].map((width) => layoutOf(width, 850, 1).columns)).toEqual([
      3, 2, 2, 1, 1,
    ]);
    expect(layoutOf(1366, 850, 2).columns).toBe(1);
    expect(layoutOf(1366, 600, 1).plotHeightPx).toBe(38);
    expect(layoutOf(1366, 2000, 1).plotHeightPx).toBe(66);
    expect(layoutOf(360, 800, 1).plotWidthPx).toBe(116);
  });

  it('a result is found by the long name of the catalog too', () => {
    const bicarbonate = madeSeries([{ at: '2026-01-01', text: '24' }], {
      name: 'Bicarbonate',
      longName: 'Carbon dioxide, total',
    });
    const [entry] = tileEntriesOf([bicarbonate], []);
    expect(entry && matchesSearch(entry, 'carbon dioxide')).toBe(true);
  });
});
