import * as fc from 'fast-check';
import { seriesInUnit } from '../../clinical/unitChoice/unitConversion.ts';
import { expect, test } from 'vitest';
import { cellEntries, cellContentOf, spokenCell } from './gridCells.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { gridDataOf, type GridData } from './gridData.ts';
import { columnHeadingOf, columnMomentText } from './gridColumns.ts';

const ZONE = 'America/Chicago';
const gridOf = (resources: readonly unknown[], zone = ZONE): GridData =>
  gridDataOf(recordOf(resources).series, zone, READ_AT_MS);
const headings = ({ moments }: GridData, zone = ZONE) =>
  moments.map((moment) => {
    const { date, time, year } = columnHeadingOf(moment, zone);
    return `${date} ${time} ${year}`.trim();
  });
/** Returns for each row its texts in the columns, "" where it has none. */
const texts = ({ seriesRows, moments }: GridData) =>
  Object.fromEntries(
    seriesRows.map((row) => [
      row.id,
      moments.map((_, column) =>
        cellEntries(row, column)
          .map((entry) => cellContentOf(entry, row))
          .map(({ text, fraction }) => text + fraction)
          .join(' '),
      ),
    ]),
  );

const at = fc.constantFrom(
  '2026-01-02T03:04:05Z',
  '2026-01-02T03:04:45Z',
  '2025-12-31T23:59:59.5+14:00',
  '2026-01-02',
  '2026-01',
  '2021',
  '2099-01-01',
  '1969-12-31T23:39:53Z',
  '',
);
const any = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('2823-3', '8480-6', '8462-4', '29463-7', '62238-1', 'x-1'),
      fc.oneof(fc.constantFrom(0, 4.2, 72, 181), fc.constantFrom('5.0 mmol/L', '<0.1 mmol/L', 'hemolyzed')),
      fc.constantFrom('mmol/L', 'kg', 'lb', 'mmHg', 'bananas', ''),
      at,
      fc.constantFrom('final', 'preliminary', 'cancelled', 'registered', 'entered-in-error'),
      fc.option(fc.constant('shared'), { nil: undefined, freq: 9 }),
    )
    .map(([loinc, value, unit, time, status, id]) =>
      resultInput(loinc, value, unit, time, id === undefined ? { status } : { status, id }),
    ),
  fc
    .tuple(fc.constantFrom(120, 134), fc.constantFrom(72, undefined), at)
    .map(([systolic, diastolic, time]) => pressure(systolic, diastolic, time)),
);

test('rules 33, 56, 58: every row of the record is in exactly one cell, and no cell holds anything else', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 25 }), (resources) => {
      const { series } = recordOf(resources);
      const grid = gridDataOf(series, ZONE, READ_AT_MS);
      const key = (row: { id: string; kind: { seriesId: string; component: string } }) =>
        `${row.kind.seriesId} ${row.id} ${row.kind.component}`;
      const inRecord = series.flatMap(({ rows, listed }) => [...rows.map(key), ...listed.map(key)]);
      const inCells = grid.seriesRows.flatMap((row) =>
        grid.moments.flatMap((_, column) =>
          cellEntries(row, column).flatMap(({ rows, sides }) =>
            sides
              ? [sides.systolic, sides.diastolic].flatMap((side) => (side ? [key(side)] : []))
              : rows.map(key),
          ),
        ),
      );
      // A side that was sent once more alone stands with the other side of its pressure, which is then there twice.
      expect([...new Set(inCells)].toSorted()).toEqual(inRecord.toSorted());
      expect(new Set(grid.seriesRows.map(({ id }) => id)).size).toBe(grid.seriesRows.length);
      expect(new Set(grid.moments.map((moment) => moment.key)).size).toBe(grid.moments.length);
    }),
    { numRuns: 200 },
  );
});

test('rules 1, 57: one column for each time of collection in the stated zone, oldest first', () => {
  const grid = gridOf([
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z'),
    resultInput('2951-2', 135, 'mmol/L', '2026-11-12T14:10:30Z'),
    resultInput('2823-3', 4.9, 'mmol/L', '2026-10-20T13:15:00Z'),
    resultInput('2823-3', 5.4, 'mmol/L', '2026-01-01T03:00:00Z'),
  ]);
  expect(headings(grid)).toEqual(['31 Dec 21:00 2025', '20 Oct 08:15 2026', '12 Nov 08:10 2026']);
  expect(texts(grid)).toEqual({ k: ['5.4', '4.9', '5.8'], na: ['', '', '135'] });
  expect(grid.newestColumn).toBe(2);
});

test('rule 44: a day, a month and a year have columns of their own, without a midnight; undated results come last', () => {
  const days = [
    resultInput('2823-3', 4.1, 'mmol/L', '2021-03-01T05:30:00-06:00'),
    resultInput('2823-3', 4.2, 'mmol/L', '2021-03-01'),
    resultInput('2823-3', 4.3, 'mmol/L', '2021-03'),
    resultInput('2823-3', 4.4, 'mmol/L', '2021'),
    resultInput('2823-3', 4.5, 'mmol/L', ''),
  ];
  for (const zone of [ZONE, 'Pacific/Auckland', 'UTC']) {
    expect(headings(gridOf(days, zone), zone).toSpliced(3, 1)).toEqual([
      '2021 year only',
      'Mar month only 2021',
      '1 Mar date only 2021',
      'no date or time',
    ]);
  }
  expect(texts(gridOf(days))['k']).toEqual(['4.4', '4.3', '4.2', '4.1', '4.5']);
  expect(gridOf(days).newestColumn).toBe(3);
});

test('a result that was drawn lies in no future, also when its page came an hour after the first one', () => {
  const { series } = recordOf([
    resultInput('2823-3', 4.1, 'mmol/L', '2026-11-24T15:00:00Z'),
    resultInput('2823-3', 4.2, 'mmol/L', '2026-11-24T20:00:00Z'),
  ]);
  const grid = gridDataOf(series, ZONE, Date.parse('2026-11-24T15:05:00Z'));
  expect(grid.moments.map(({ isFuture }) => isFuture)).toEqual([false, false]);
});

test('rules 11, 13: a date in the future has a column, and it is never the newest', () => {
  const grid = gridOf([
    resultInput('2823-3', 4.1, 'mmol/L', '2026-11-12T14:10:00Z'),
    resultInput('2823-3', 9.9, 'mmol/L', '2099-01-01T00:00:00Z'),
  ]);
  expect(grid.newestColumn).toBe(0);
  expect(grid.moments[1]?.isFuture).toBe(true);
});

test('rule 42: the hour that a change of clocks repeats has two columns, in the order of instants', () => {
  const grid = gridOf([
    resultInput('2823-3', 4.2, 'mmol/L', '2026-11-01T07:30:00Z'),
    resultInput('2823-3', 4.1, 'mmol/L', '2026-11-01T06:30:00Z'),
  ]);
  expect(headings(grid)).toEqual(['1 Nov 01:30 2026', '1 Nov 01:30 2026']);
  expect(texts(grid)['k']).toEqual(['4.1', '4.2']);
});

test('rule 7: a blood pressure is one row, a missing side is said', () => {
  const grid = gridOf([
    pressure(134, 72, '2026-11-12T14:10:00Z'),
    pressure(148, undefined, '2026-11-13T14:10:00Z'),
  ]);
  expect(grid.seriesRows.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['Blood pressure mmHg']);
  expect(texts(grid)).toEqual({ 'bp-sys': ['134/72', '148/–'] });
  expect(spokenCell(cellEntries(grid.seriesRows[0]!, 1), grid.seriesRows[0]!, ZONE)).toContain(
    'diastolic not recorded',
  );
});

test('rule 10: one row for each unit; a converted result stands on the row of its unit and is marked', () => {
  const grid = gridOf([
    resultInput('2345-7', 181, 'mg/dL', '2026-11-12T14:10:00Z'),
    resultInput('2345-7', 10.1, 'mmol/L', '2026-11-13T14:10:00Z'),
    resultInput('29463-7', 72, 'kg', '2026-11-12T14:10:00Z'),
    resultInput('29463-7', 160, 'lb', '2026-11-13T14:10:00Z'),
    resultInput('29463-7', 160, 'lb', '2099-01-01T00:00:00Z'),
  ]);
  expect(grid.seriesRows.map(({ name, unit }) => `${name} (${unit})`)).toEqual([
    'Body weight (kg)',
    'Body weight (lb)',
    'Glucose (mg/dL)',
    'Glucose (mmol/L)',
  ]);
  const [weight] = grid.seriesRows;
  const [entry] = cellEntries(weight!, 1);
  expect(cellContentOf(entry!, weight!)).toMatchObject({ isDerived: true, isListed: false });
  expect(spokenCell([entry!], weight!, ZONE)).toContain('converted from 160 lb');
});

test('rule 10: in a unit that the reader chose, a number that is listed keeps a row of its own unit', () => {
  const { series } = recordOf([
    resultInput('2345-7', 181, 'mg/dL', '2026-11-12T14:10:00Z'),
    resultInput('2345-7', 99, 'mg/dL', '2099-01-01T00:00:00Z'),
  ]);
  const chosen = series.map((one) => seriesInUnit(one, 'mmol/L') ?? one);
  const grid = gridDataOf(chosen, ZONE, READ_AT_MS);
  expect(grid.seriesRows.map(({ name, unit }) => `${name} (${unit})`)).toEqual([
    'Glucose (mmol/L)',
    'Glucose (mg/dL)',
  ]);
  expect(Object.values(texts(grid)).map((row) => row.filter(Boolean))).toEqual([['10.0'], ['99']]);
});

test('rules 19, 34, 36, 59: texts are cut visibly, what has no value says why, and all is spoken whole', () => {
  const grid = gridOf([
    resultInput('2823-3', 'specimen insufficient', '', '2026-11-10T14:00:00Z'),
    resultInput('2823-3', '120/80 on the left arm', '', '2026-11-11T14:00:00Z'),
    resultInput('2823-3', 4.4, 'mmol/L', '2026-11-12T14:00:00Z', { status: 'cancelled' }),
    resultInput('2823-3', 4.4, 'mmol/L', '2026-11-13T14:00:00Z', { status: 'registered' }),
    resultInput('2823-3', 44, 'g/dL', '2026-11-14T14:00:00Z'),
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-15T14:00:00Z', { status: 'corrected' }),
  ]);
  const [row] = grid.seriesRows;
  expect(texts(grid)['k']).toEqual(['“specimen in…”', '“text…”', 'cancelled', '4.4', '', '5.8']);
  const spoken = grid.moments.map((_, column) => spokenCell(cellEntries(row!, column), row!, ZONE));
  expect(spoken[0]).toContain('“specimen insufficient”');
  expect(spoken[1]).toContain('“120/80 on the left arm”');
  expect(spoken[2]).toContain('status: cancelled');
  expect(spoken[2]).not.toContain('4.4');
  expect(spoken[3]).toContain('not charted: status: registered');
  expect(spoken[4]).toBe('no result');
  expect(spoken[5]).toContain('5.8 mmol/L, no lab flag, corrected, 15 Nov 2026, 08:00');
});

test.each([
  ['a number with a flag', 5.8, flagConcept('H'), /^H 5\.8 mmol\/L, high/],
  ['a critical number', 6.9, flagConcept('HH'), /^HH 6\.9 mmol\/L, critically high/],
  ['a number that is cut', 4.123456789012, {}, /^4\.12\d*…: 4\.123456789012 mmol\/L/],
  ['a text that is cut', 'specimen insufficient', {}, /^“specimen in…”: “specimen insufficient”/],
  ['a corrected number', 5.8, { status: 'corrected' }, /^corr\. 5\.8 mmol\/L/],
  [
    'a preliminary number, whose flag may change',
    5.3,
    { ...flagConcept('H'), status: 'preliminary' },
    /^H 5\.3 mmol\/L, high, preliminary/,
  ],
] as const)('the name of a cell begins as it is seen: %s', (_, value, more, name) => {
  const grid = gridOf([resultInput('2823-3', value, 'mmol/L', '2026-11-12T14:10:00Z', more)]);
  const [row] = grid.seriesRows;
  expect(spokenCell(cellEntries(row!, 0), row!, ZONE)).toMatch(name);
});

test('rule 23: several results at one moment share a cell, and each is spoken', () => {
  const grid = gridOf([
    // Results of one moment are sorted by their ids.
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'a' }),
    resultInput('2823-3', 5.6, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'b' }),
  ]);
  const [row] = grid.seriesRows;
  expect(cellEntries(row!, 0)).toHaveLength(2);
  expect(spokenCell(cellEntries(row!, 0), row!, ZONE)).toMatch(
    /^2 results: ×2 5\.8 mmol\/L, .*; 5\.6 mmol\/L, /,
  );
});

test('rules 23, 43: the times of one visit share a column, as long as no row has two results in it', () => {
  const visit = [
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z'),
    resultInput('2160-0', 2.31, 'mg/dL', '2026-11-12T14:15:00Z'),
    pressure(136, 74, '2026-11-12T14:35:00Z'),
  ];
  const once = gridOf(visit);
  expect(headings(once)).toEqual(['12 Nov 08:10–08:35 2026']);
  expect(texts(once)).toMatchObject({ k: ['5.8'], creat: ['2.31'], 'bp-sys': ['136/74'] });
  expect(columnMomentText(once.moments[0]!, ZONE)).toBe(
    '12 Nov 2026, 08:10 to 08:35; 2026-11-12T14:10Z to 2026-11-12T14:35Z',
  );
  const creatinine = once.seriesRows.find(({ id }) => id === 'creat')!;
  expect(spokenCell(cellEntries(creatinine, 0), creatinine, ZONE)).toContain('12 Nov 2026, 08:15');

  const extendedGrid = gridOf([...visit, resultInput('2823-3', 5.6, 'mmol/L', '2026-11-12T14:20:00Z')]);
  expect(headings(extendedGrid)).toEqual(['12 Nov 08:10–08:15 2026', '12 Nov 08:20–08:35 2026']);
  expect(texts(extendedGrid)['k']).toEqual(['5.8', '5.6']);
});

test('rules 42–44: no visit over three hours, over midnight, over a repeated hour, or of a day without a time', () => {
  const pair = (a: string, b: string) =>
    headings(gridOf([resultInput('2823-3', 5.8, 'mmol/L', a), resultInput('2160-0', 2.31, 'mg/dL', b)]));
  expect(pair('2026-11-12T14:10:00Z', '2026-11-12T17:11:00Z')).toHaveLength(2);
  expect(pair('2026-11-12T05:50:00Z', '2026-11-12T06:10:00Z')).toEqual([
    '11 Nov 23:50 2026',
    '12 Nov 00:10 2026',
  ]);
  expect(pair('2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z')).toHaveLength(2);
  expect(pair('2026-11-12', '2026-11-12T14:10:00Z')).toEqual(['12 Nov date only 2026', '12 Nov 08:10 2026']);
});

const sideOf = (loinc: string, value: number, encounter: string | undefined) =>
  resultInput(loinc, value, 'mmHg', '2026-11-12T14:10:00Z', {
    ...(encounter && { encounter: { reference: `Encounter/${encounter}` } }),
    ...(value < 40 && { interpretation: [{ coding: [{ code: 'LL' }] }] }),
  });

test('rule 7: sides sent apart at one time of one encounter are one pressure here too, with the worse flag', () => {
  const grid = gridOf([sideOf('8480-6', 134, 'e1'), sideOf('8462-4', 32, 'e1')]);
  expect(texts(grid)).toEqual({ 'bp-sys': ['134/32'] });
  expect([...grid.seriesRows[0]!.flagged]).toEqual([1]);
});

test('rule 7: sides that nothing joins are a row each, as on the other screens', () => {
  const later = { effectiveDateTime: '2026-11-14T14:10:00Z' };
  const grid = gridOf([sideOf('8480-6', 134, undefined), { ...sideOf('8462-4', 72, undefined), ...later }]);
  expect(texts(grid)).toEqual({ 'bp-sys': ['134', ''], 'bp-dia': ['', '72'] });
});
