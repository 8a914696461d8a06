import { expect, test } from 'vitest';
import { panelsOf } from '../../clinical/catalog/panels.ts';
import { gridViewOf } from './gridFilters.ts';
import { gridFiltersIn, gridFragment, type GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { gridDataOf } from './gridData.ts';
import { columnHeadingOf } from './gridColumns.ts';
import { gridAbsence } from './gridText.ts';

const OFF: GridFilters = {
  onlyAbnormal: false,
  onlyChanged: false,
  onlyNew: false,
  since: undefined,
  hasEmptyDates: false,
  onlyFullRows: false,
  panel: '',
  columns: undefined,
};
const record = recordOf([
  resultInput('2823-3', 5.4, 'mmol/L', '2026-10-20T13:15:00Z'),
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', flagConcept('H')),
  resultInput('2951-2', 137, 'mmol/L', '2026-10-20T13:15:00Z'),
  resultInput('2951-2', 137, 'mmol/L', '2026-11-12T14:10:00Z'),
  resultInput('2089-1', 58, 'mg/dL', '2026-08-25T14:10:00Z', flagConcept('N')),
]);
const data = gridDataOf(record.series, 'UTC', READ_AT_MS);

function viewWith(filters: Partial<GridFilters>, more: Partial<Parameters<typeof gridViewOf>[1]> = {}) {
  const query = {
    filters: { ...OFF, ...filters },
    searchText: '',
    panel: undefined,
    isComplete: true,
    since: undefined,
    placeholders: [],
  };
  const { rows, columns, newResultsSummary, hiddenTexts } = gridViewOf(data, { ...query, ...more });
  return {
    rows: rows.map((row) =>
      row.kind === 'group'
        ? `# ${row.heading}`
        : row.kind === 'series'
          ? row.seriesRow.name
          : `(${row.name})`,
    ),
    dates: Array.from(columns, (column) => columnHeadingOf(data.moments[column]!, 'UTC').date),
    hiddenTexts,
    ...(newResultsSummary && { newResultsSummary }),
  };
}

test('without a filter every line and every date stands there, in clinical groups', () => {
  expect(viewWith({})).toEqual({
    rows: ['# Kidney and electrolytes', 'Potassium', 'Sodium', '# Lipids', 'LDL cholesterol'],
    dates: ['25 Aug', '20 Oct', '12 Nov'],
    hiddenTexts: [],
  });
});

test('abnormal: only rows and dates with a flag, and what is hidden is said', () => {
  expect(viewWith({ onlyAbnormal: true })).toEqual({
    rows: ['# Kidney and electrolytes', 'Potassium'],
    dates: ['12 Nov'],
    hiddenTexts: ['only abnormal: 2 rows and 2 dates hidden'],
  });
});

const sinceNov = { sinceMs: Date.parse('2026-11-01T00:00:00Z'), text: '1 Nov 2026, 30 days before' };

test('rule 23: a new result that was sent twice is one, and its flag is counted whichever carries it', () => {
  const at = '2026-11-12T14:10:00Z';
  const sent = [
    resultInput('2823-3', 5.8, 'mmol/L', at, { id: 'a', ...flagConcept('H') }),
    resultInput('2823-3', 5.8, 'mmol/L', at, { id: 'b' }),
    resultInput('2951-2', 136, 'mmol/L', at, { id: 'c' }),
    resultInput('2951-2', 139, 'mmol/L', at, { id: 'd' }),
    pressure(134, 72, at),
    resultInput('8480-6', 134, 'mmHg', at, { id: 'e', ...flagConcept('H') }),
    resultInput('8462-4', 72, 'mmHg', at, { id: 'f' }),
  ];
  const summaryOf = (filters: Partial<GridFilters>, resources: readonly unknown[]) =>
    gridViewOf(gridDataOf(recordOf(resources).series, 'UTC', READ_AT_MS), {
      filters: { ...OFF, ...filters },
      searchText: '',
      panel: undefined,
      isComplete: true,
      since: sinceNov,
      placeholders: [],
    }).newResultsSummary;
  for (const resources of [sent, sent.toReversed()]) {
    expect(summaryOf({}, resources)).toMatch(/^4 results since/);
    expect(summaryOf({ onlyAbnormal: true }, resources)).toMatch(/^2 abnormal results since/);
  }
});

test('new: only rows and dates after the moment, how many results those are, and what is hidden', () => {
  expect(viewWith({}, { since: sinceNov })).toEqual({
    rows: ['# Kidney and electrolytes', 'Potassium', 'Sodium'],
    dates: ['12 Nov'],
    hiddenTexts: ['only new: 1 row and 2 dates hidden'],
    newResultsSummary: '2 results since 1 Nov 2026, 30 days before',
  });
});

test('new and abnormal: both of one result, not one of each', () => {
  const since = { ...sinceNov, sinceMs: Date.parse('2026-11-13T00:00:00Z') };
  const later = recordOf([
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', flagConcept('H')),
    resultInput('2823-3', 4.4, 'mmol/L', '2026-11-24T14:10:00Z', flagConcept('N')),
    resultInput('2951-2', 131, 'mmol/L', '2026-11-24T14:10:00Z', {
      status: 'preliminary',
      ...flagConcept('L'),
    }),
  ]);
  const view = gridViewOf(gridDataOf(later.series, 'UTC', READ_AT_MS, since.sinceMs), {
    filters: { ...OFF, onlyAbnormal: true },
    searchText: '',
    panel: undefined,
    isComplete: true,
    since,
    placeholders: [],
  });
  expect(view.rows.flatMap((row) => (row.kind === 'series' ? row.seriesRow.name : []))).toEqual(['Sodium']);
  expect(view.newResultsSummary).toBe('1 abnormal result since 1 Nov 2026, 30 days before (1 preliminary)');
  expect(view.hiddenTexts).toEqual(['only new: 1 date hidden', 'only abnormal: 1 row hidden']);
});

test('rules 36, 44: what may be older for want of a time is shown and counted as such; a cancelled one is no result', () => {
  const vague = recordOf([
    resultInput('2823-3', 4.9, 'mmol/L', '2026-10-31T23:59:00Z'),
    resultInput('2823-3', 5.1, 'mmol/L', '2026-11'),
    resultInput('2951-2', 139, 'mmol/L', ''),
    resultInput('2951-2', 138, 'mmol/L', '2026-11-02T08:00:00Z', { status: 'cancelled' }),
    resultInput('2951-2', 140, 'mmol/L', '2026-11-02T09:00:00Z'),
  ]);
  const since = { ...sinceNov, sinceMs: Date.parse('2026-11-01T12:00:00Z') };
  const vagueData = gridDataOf(vague.series, 'UTC', READ_AT_MS, since.sinceMs);
  const view = gridViewOf(vagueData, {
    filters: OFF,
    searchText: '',
    panel: undefined,
    isComplete: true,
    since,
    placeholders: [],
  });
  expect(
    Array.from(view.columns, (column) => columnHeadingOf(vagueData.moments[column]!, 'UTC').date),
  ).toEqual(['Nov', '2 Nov', '2 Nov', 'no date']);
  expect(view.newResultsSummary).toBe(
    '3 results since 1 Nov 2026, 30 days before (2 possibly earlier, no exact time)',
  );
});

test('no result since then is said, and no line without a result of its own stands there', () => {
  const since = { ...sinceNov, sinceMs: Date.parse('2026-11-13T00:00:00Z') };
  const hdl = { id: 'hdl', name: 'HDL cholesterol', group: 'Lipids', order: 9_999 };
  expect(viewWith({}, { since, placeholders: [hdl] })).toMatchObject({
    rows: [],
    dates: [],
    newResultsSummary: 'No results since 1 Nov 2026, 30 days before',
  });
});

test('no column holds results of before and after the moment, though of one visit', () => {
  const visit = recordOf([
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z'),
    resultInput('2951-2', 135, 'mmol/L', '2026-11-12T14:20:30Z'),
  ]);
  const columns = (sinceMs?: number) => gridDataOf(visit.series, 'UTC', READ_AT_MS, sinceMs).moments.length;
  expect(columns()).toBe(1);
  expect(columns(Date.parse('2026-11-12T14:15:00Z'))).toBe(2);
  // The moment counts to the second, so a result half a minute later is after it.
  expect(columns(Date.parse('2026-11-12T14:20:10Z'))).toBe(2);
  expect(columns(Date.parse('2026-11-12T14:20:30Z'))).toBe(1);
});

test('changed: a row counts where either of two newest results of one moment differs from the one before', () => {
  const twice = recordOf([
    resultInput('2823-3', 4.1, 'mmol/L', '2026-10-20T13:15:00Z'),
    resultInput('2823-3', 6.9, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'a', ...flagConcept('HH') }),
    resultInput('2823-3', 4.1, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'b' }),
    resultInput('2951-2', 137, 'mmol/L', '2026-10-20T13:15:00Z'),
    resultInput('2951-2', 137, 'mmol/L', '2026-11-12T14:10:00Z'),
  ]);
  const { rows } = gridViewOf(gridDataOf(twice.series, 'UTC', READ_AT_MS), {
    filters: { ...OFF, onlyChanged: true },
    searchText: '',
    panel: undefined,
    isComplete: true,
    since: undefined,
    placeholders: [],
  });
  expect(rows.flatMap((row) => (row.kind === 'series' ? [row.seriesRow.id] : []))).toEqual(['k']);
});

test('changed: only rows whose newest result differs from the one before; never of an incomplete record (rule 39)', () => {
  expect(viewWith({ onlyChanged: true }).rows).toEqual(['# Kidney and electrolytes', 'Potassium']);
  expect(viewWith({ onlyChanged: true }).hiddenTexts).toEqual([
    'only changed: 2 rows hidden',
    'no results in these rows: 1 date hidden',
  ]);
  expect(viewWith({ onlyChanged: true }, { isComplete: false }).rows).toHaveLength(5);
});

test('panel: its analytes, those without a result too, unless empty rows are hidden', () => {
  const panel = panelsOf(new Set(['ldl'])).find(({ id }) => id === 'lipid')!;
  const hdl = { id: 'hdl', name: 'HDL cholesterol', group: 'Lipids', order: 9_999 };
  expect(viewWith({}, { panel, placeholders: [hdl] })).toMatchObject({
    rows: ['# Lipids', 'LDL cholesterol', '(HDL cholesterol)'],
    dates: ['25 Aug'],
  });
  expect(viewWith({ onlyFullRows: true }, { panel, placeholders: [hdl] })).toMatchObject({
    rows: ['# Lipids', 'LDL cholesterol'],
    hiddenTexts: [
      'panel Lipid panel: 2 rows hidden',
      'no results in these rows: 2 dates hidden',
      'without results: 1 row hidden',
    ],
  });
});

test('search: by name, and the dates without a result in view can be shown again', () => {
  expect(viewWith({}, { searchText: 'potass' })).toMatchObject({
    rows: ['# Kidney and electrolytes', 'Potassium'],
    dates: ['20 Oct', '12 Nov'],
  });
  expect(viewWith({ hasEmptyDates: true }, { searchText: 'potass' }).dates).toEqual([
    '25 Aug',
    '20 Oct',
    '12 Nov',
  ]);
});

test('the panels are those of which the record has something, each set of analytes once', () => {
  const panels = panelsOf(new Set(['ldl', 'hdl', 'k']));
  expect(panels.map(({ id }) => id)).toContain('lipid');
  expect(panels.map(({ id }) => id)).not.toContain('lipid96');
  expect(panels.map(({ id }) => id)).not.toContain('thyroid');
});

test('the filters survive in the address, and nothing else is understood', () => {
  for (const filters of [
    OFF,
    { ...OFF, onlyAbnormal: true, onlyFullRows: true, panel: 'renal' },
    { ...OFF, onlyNew: true, since: 'visit' as const },
    { ...OFF, since: '30d' as const },
  ])
    expect(gridFiltersIn(gridFragment(filters))).toEqual(filters);
  expect(gridFragment(OFF)).toBe('#results');
  expect(gridFragment({ ...OFF, onlyAbnormal: true, onlyNew: true, since: 'visit' })).toBe(
    '#results=abnormal.new&since=visit',
  );
  expect(gridFiltersIn('#results=abnormal.x&panel=&name=Marlowe')).toEqual({ ...OFF, onlyAbnormal: true });
});

test('rule 38: five texts for none, none in view, not allowed, failed and still loading', () => {
  const nothing = {
    rows: [],
    columns: new Uint32Array(),
    hiddenTexts: [],
    newResultsSummary: '',
    seriesRowCount: 0,
  };
  const search = (state: 'failed' | 'not-allowed') =>
    [{ name: 'laboratory', state, pages: 0, received: 0 }] as const;
  const empty = recordOf([]);
  const texts = [
    gridAbsence(empty, 'General Hospital', nothing),
    gridAbsence(record, 'General Hospital', { ...nothing, hiddenTexts: ['search: 3 rows hidden'] }),
    gridAbsence({ ...empty, complete: false, searches: search('not-allowed') }, 'General Hospital', nothing),
    gridAbsence({ ...empty, complete: false, searches: search('failed') }, 'General Hospital', nothing),
    gridAbsence(undefined, 'General Hospital', nothing),
  ];
  expect(texts).toEqual([
    'No results in this record.',
    'No results in this view: the filters hide all of them.',
    'Results not allowed by General Hospital.',
    'Results could not be loaded.',
    'Loading.',
  ]);
});
