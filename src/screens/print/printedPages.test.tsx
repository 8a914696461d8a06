// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { PrintSummary } from './PrintSummary.tsx';
import { printBlocks } from './printPlan.ts';
import { seriesEntryOf } from '../../parts/results/tileLayout.ts';

afterEach(cleanup);

const YEAR = { startMs: Date.parse('2025-11-24T12:00:00Z'), endMs: READ_AT_MS };
const range = { rangeLow: '0.70', rangeHigh: '1.30', unit: 'mg/dL' };

/** Builds a creatinine that was steady for months and has then risen. */
const creatinine = (newest: string, fields: Partial<Series> = {}) =>
  madeSeries(
    [
      ...['0.98', '1.02', '1.00', '0.99', '1.01', '1.00'].map((text, i) => ({
        at: `2026-0${i + 1}-12T14:05:00Z`,
        text,
        ...range,
      })),
      { at: '2026-11-12T14:10:00Z', text: newest, flag: 'H' as const, ...range },
    ],
    { id: 'creat', name: 'Creatinine', analyteId: 'creat', unit: 'mg/dL', unitText: 'mg/dL', ...fields },
  );

const recordWith = (...series: readonly Series[]): RecordSnapshot => ({ ...recordOf([]), series });
const noEvents = eventsSnapshot({ events: [], courses: [] });

function printed(record: RecordSnapshot, events: EventsSnapshot = noEvents) {
  const { container } = render(
    <InOpenRecord nowMs={READ_AT_MS} record={record} view={{ ...viewOfAll, whole: YEAR, visible: YEAR }}>
      <PrintSummary events={events} derived={[]} />
    </InOpenRecord>,
  );
  const sheet = container.querySelector('main section > div');
  return { container, texts: [...(sheet?.children ?? [])].map(({ textContent }) => textContent) };
}

test.each([
  [{ rangeLow: '', rangeHigh: '115 umol/L' }, 'upper limit 115 µmol/L'],
  [{ rangeLow: '0.70 mg/dL', rangeHigh: '115 furlong' }, '0.70 mg/dL–115 furlong'],
  [{ rangeLow: '', rangeHigh: '', rangeText: '62-115 µmol/L' }, '“62-115 µmol/L”'],
  [{ rangeLow: '0.70', rangeHigh: '1.30' }, '0.70–1.30 mg/dL'],
])('a range has one unit in both tables of the print: %j', (limits, words) => {
  const steady = ['0.98', '1.02', '1.00', '0.99', '1.01', '1.00'].map((text, i) => ({
    at: `2026-0${i + 1}-12T14:05:00Z`,
    text,
    ...range,
  }));
  const newest = { at: '2026-11-12T14:10:00Z', text: '1.90', flag: 'H' as const, unit: 'mg/dL', ...limits };
  const series = madeSeries([...steady, newest], {
    id: 'creat',
    analyteId: 'creat',
    unit: 'mg/dL',
    unitText: 'mg/dL',
  });
  const { container } = printed(recordWith(series));
  const cells = [...container.querySelectorAll('tbody table tbody tr > *')];
  expect(cells.map(({ textContent }) => textContent)).toContain(words);
  expect(container.querySelector('[data-series="creat"]')?.textContent).toContain(`${words}12 `);
});

test('a number on paper that was converted says what was sent: the one before, and one of the same time', () => {
  const weight = (value: number, unit: string, at: string) => resultInput('29463-7', value, unit, at);
  const { container } = printed(
    recordOf([
      weight(150, 'lb', '2026-05-12T14:05:00Z'),
      weight(152, 'lb', '2026-06-12T14:05:00Z'),
      weight(70, 'kg', '2026-06-12T14:05:00Z'),
    ]),
  );
  const tile = container.querySelector('[data-series="weight"]')?.textContent;
  expect(tile).toContain('was 68.0 kg, from 150 lb, 12 May 2026');
  expect(tile).toContain('also 68.9 from 152 lb at that time');
});

test('print begins with what changed: result, flag, date, baseline, reference range and the medication', () => {
  const events = eventsSnapshot({
    events: [],
    courses: [madeCourse('Ibuprofen', [madeDoseStep('2026-10-20', '…', 600)])],
  });
  const { container, texts } = printed(recordWith(creatinine('1.90')), events);
  expect(texts[1]).toMatch(/^What changedSince /);
  const cells = [...container.querySelectorAll('tbody table tbody tr > *')].map(
    ({ textContent }) => textContent,
  );
  expect(cells[0]).toBe('Creatinine');
  expect(cells[1]).toContain('H 1.90 mg/dL ↑0.90');
  expect(cells[2]).toBe('12 Nov 2026');
  expect(cells[3]).toContain('1.00 (median of 6), Jan–Jun 2026');
  expect(cells[4]).toBe('0.70–1.30 mg/dL');
  expect(texts[1]).toContain('Medications: + Ibuprofen 600 mg/day, 20 Oct 2026 (from the medication list).');
});

test('rule 37: an incomplete record says so before all else, and nothing is compared', () => {
  const { texts } = printed({ ...recordWith(creatinine('2.40')), complete: false });
  expect(texts[0]).toMatch(/^Incomplete/);
  expect(texts[1]).toContain('Not compared: the record is incomplete.');
  expect(texts[1]).not.toContain('2.40');
});

test('rule 13: a newer result that is not charted stands at the top, of an incomplete record too', () => {
  const critical = madeRow({
    at: '2026-11-20T14:10:00Z',
    text: 'above 9',
    flag: 'HH',
    drawing: 'listed',
    reason: 'text',
  });
  const { texts } = printed({ ...recordWith(creatinine('1.05', { listed: [critical] })), complete: false });
  expect(texts[1]).toContain('Creatinine Newer, not charted: above 9');
  expect(texts[1]).toContain('20 Nov 2026');
});

test('while events are still read, nothing is called unchanged', () => {
  const { texts } = printed(recordWith(creatinine('1.90')), { ...noEvents, ended: false });
  expect(texts[1]).toContain('Not compared: results or events are still loading.');
});

test('what is left out is named: tests without a result in this period, and how many results are earlier', () => {
  const old = (id: string) =>
    madeSeries(
      [1, 2, 3].map((day) => ({ at: `2021-03-0${day}T14:05:00Z`, text: '12' })),
      { id, name: `Old ${id}`, analyteId: '' },
    );
  const { container, texts } = printed(recordWith(creatinine('1.00'), old('a'), old('b')));
  const omissions = texts.find((text) => text?.startsWith('Not on these pages'));
  expect(omissions).toContain('2 tests without a result in this period: Old a; Old b.');
  expect(omissions).toContain('6 earlier results outside this period.');
  expect(container.querySelector('[data-series="a"]')).toBeNull();
});

test('each page has the patient and the source in a head that the browser repeats', () => {
  const { container } = printed(recordWith(creatinine('1.00')));
  const head = container.querySelector('table > thead')?.textContent;
  for (const text of [
    'MARLOWE, Edwin',
    '14 Mar 1959',
    '004 829 17',
    'General Hospital, loaded 24 Nov 2026, 14:05',
  ])
    expect(head).toContain(text);
});

test('a group stays together, a long one says that it goes on, and small neighbours share a row', () => {
  const entries = (group: string, count: number) =>
    Array.from({ length: count }, (_, i) => seriesEntryOf(creatinine('1.00', { id: `${group}${i}`, group })));
  const blocks = printBlocks([...entries('Kidney', 20), ...entries('Lipids', 1), ...entries('Thyroid', 2)]);
  expect(blocks.map((tiles) => tiles.length)).toEqual([18, 3, 2]);
  expect(blocks[1]?.map(({ group, isContinued }) => [group, isContinued])).toEqual([
    ['Kidney', true],
    ['', true],
    ['Lipids', false],
  ]);
  expect(blocks[2]?.[0]?.group).toBe('Thyroid');
});
