// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { allDerivedSeries } from '../../clinical/derived/derived.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { pressure, READ_AT_MS, recordOf } from '../../testing/recordFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import type { PrintEventsProps } from './PrintEvents.tsx';
import { PrintSummary } from './PrintSummary.tsx';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { tileTexts } from '../../parts/results/tile.messages.ts';
import { printTexts } from './print.messages.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const YEARS = { startMs: Date.parse('2020-01-01T12:00:00Z'), endMs: READ_AT_MS };

type PrintOptions = Partial<PrintEventsProps> & { readonly window?: TimeWindow };

function showPage(record: RecordSnapshot, options: PrintOptions = {}) {
  const { events = eventsSnapshot({ events: [], courses: [] }), derived = [], window = YEARS } = options;
  const { container } = render(
    <InOpenRecord
      nowMs={READ_AT_MS + 300_000}
      record={record}
      view={{ ...viewOfAll, whole: window, visible: window }}
    >
      <PrintSummary events={events} derived={derived} />
    </InOpenRecord>,
  );
  return {
    container,
    text: container.textContent ?? '',
    tile: (id: string) => container.querySelector(`[data-series="${id}"]`)?.textContent ?? '',
    ids: [...container.querySelectorAll<HTMLElement>('[data-series]')].map(
      ({ dataset }) => dataset['series'],
    ),
  };
}

const recordOfSeries = (...series: readonly Series[]): RecordSnapshot => ({ ...recordOf([]), series });

const range = { rangeLow: '3.5', rangeHigh: '5.0' };
const potassium = madeSeries([
  { at: '2019-10-29T14:05:00Z', text: '4.9', ...range },
  { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H', ...range },
  { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H', ...range },
  { at: '2026-11-24T15:40:00Z', text: '5.3', status: 'preliminary' },
]);

/** Builds a series of `count` results of October 2026. */
const seriesOfCount = (id: string, count: number, fields: Partial<Series> = {}, flag: 'HH' | '' = '') =>
  madeSeries(
    Array.from({ length: count }, (_, i) => ({
      at: `2026-10-${String(i + 1).padStart(2, '0')}T14:05:00Z`,
      text: '4.0',
      flag,
    })),
    { id, name: `Name ${id}`, shortName: id, analyteId: '', ...fields },
  );

describe('the page', () => {
  it('rules 47, 49 and 58: names the patient, the window, the time zone, when it was read, and that all was read', () => {
    const { container, text } = showPage(recordOfSeries(potassium));
    const banner = container.querySelector('[data-patient-banner]')?.textContent;
    expect(banner).toBe('MARLOWE, EdwinBorn14 Mar 1959 (67 y)SexMaleMRN004 829 17');
    expect(text).toContain(
      '1 Jan 2020 – 24 Nov 2026 General Hospital, loaded 24 Nov 2026, 14:05. Times in CST, UTC−06:00.',
    );
    expect(text).toContain('Record loaded: no results.');
    expect(text).toContain('Longview, General Hospital, page made 24 Nov 2026, 14:10 CST, UTC−06:00.');
  });

  it('rule 37: marks an incomplete record on the page and on every curve, and claims nothing', () => {
    const searches = [{ name: 'laboratory', state: 'failed' as const, pages: 1, received: 2 }];
    const { text, tile } = showPage({ ...recordOfSeries(potassium), complete: false, searches });
    expect(text).toContain('Incomplete: 0 results loaded, 1 search failed.');
    expect(text).toContain('Failed: laboratory could not be loaded completely.');
    expect(tile('k')).toContain('incomplete');
    expect(tile('k')).not.toContain('was 5.4');
    cleanup();
    const reading = showPage({ ...recordOfSeries(potassium), complete: false, ended: false });
    expect(reading.tile('k')).toContain(tileTexts('newestSoFar'));
    expect(reading.text).not.toContain('All ');
  });

  it('rule 38: says that there are no results only for a complete record', () => {
    expect(showPage(recordOfSeries()).text).toContain(printTexts('noCurves'));
    cleanup();
    expect(showPage({ ...recordOfSeries(), complete: false }).text).toContain(printTexts('noCurvesRead'));
  });

  it('rule 2: the time axis has the full date at both ends, over every column', () => {
    const { container } = showPage(recordOfSeries(...['a', 'b', 'c'].map((id) => seriesOfCount(id, 2))));
    const axes = [...container.querySelectorAll('svg')].filter((svg) =>
      svg.textContent?.includes('1 Jan 2020'),
    );
    expect(axes).toHaveLength(3);
    for (const axis of axes) expect(axis.textContent).toContain('24 Nov 2026');
  });
});

describe('a small multiple', () => {
  it('rules 9 and 13: shows the newest value with unit, flag, date and range, and the previous value', () => {
    const tileText = showPage(recordOfSeries(potassium)).tile('k');
    for (const text of [
      'Potassium',
      'H5.8 mmol/L',
      '12 Nov 2026',
      '3.5–5.0 mmol/L',
      '↑0.4 was 5.4 mmol/L, 29 Oct 2026',
      '3 results',
    ])
      expect(tileText).toContain(text);
  });

  it('rules 11 and 34: counts the results outside the window, and names preliminary ones', () => {
    expect(showPage(recordOfSeries(potassium)).tile('k')).toContain(
      'Newer: 5.3 mmol/L preliminary, 24 Nov 2026',
    );
    cleanup();
    const before = { startMs: YEARS.startMs, endMs: Date.parse('2026-11-01T12:00:00Z') };
    expect(showPage(recordOfSeries(potassium), { window: before }).tile('k')).toContain(
      '1 earlier, 2 later outside this period',
    );
  });

  it('rules 9 and 1: has the same size and the same time axis as all others', () => {
    const { container } = showPage(recordOfSeries(potassium, seriesOfCount('a', 3), seriesOfCount('b', 9)));
    const sizes = [...container.querySelectorAll('li svg:not([viewBox])')].map(
      (svg) => `${svg.getAttribute('width')} ${svg.getAttribute('height')}`,
    );
    expect(sizes).toHaveLength(3);
    expect(new Set(sizes).size).toBe(1);
  });

  it('rule 7: shows both sides of a blood pressure, or says which one was not recorded', () => {
    const all = [pressure(136, 74, '2026-11-12T14:10:00Z'), pressure(134, undefined, '2026-11-24T14:10:00Z')];
    const tileText = showPage(recordOf(all)).tile('bp-sys');
    expect(tileText).toContain('Blood pressure');
    expect(tileText).toContain('134/– mmHg');
    expect(tileText).toContain('diastolic not recorded');
  });

  it('rules 13, 17 and 24: says what is newer and not charted, and shows no change against a limit', () => {
    const rows = [
      { at: '2026-11-10T14:10:00Z', text: '12' },
      { at: '2026-11-11T14:10:00Z', text: '5', comparator: '<' as const },
      { at: '2026-11-12T14:10:00Z', text: '9' },
    ];
    const late = madeRow({ at: '2026-11-13T14:10:00Z', text: 'clotted', drawing: 'listed', reason: 'text' });
    const tileText = showPage(recordOfSeries(madeSeries(rows, { listed: [late] }))).tile('k');
    expect(tileText).toContain('was <5 mmol/L');
    expect(tileText).not.toMatch(/[↑↓]/);
    expect(tileText).toContain('Newer, not charted: clotted, 13 Nov 2026');
  });

  it('rule 16: shows the original beside a converted value', () => {
    const row = { text: '152', value: 15.2, unit: 'g/L', rangeLow: '130', isConverted: true };
    const changes = { id: 'hgb', unit: 'g/dL', unitText: 'g/dL' };
    const tileText = showPage(
      recordOfSeries(madeSeries([{ at: '2026-11-12T14:10:00Z', ...row }], changes)),
    ).tile('hgb');
    expect(tileText).toContain('15.2 g/dL');
    expect(tileText).toContain('lower limit 130 g/L');
    expect(tileText).toContain('converted from 152 g/L');
  });

  it('rule 17: says beside a value that nothing supports that it is to be checked', () => {
    const row = { at: '2026-11-12T14:10:00Z', text: '13.4', drawing: 'point', check: 'check value' } as const;
    expect(showPage(recordOfSeries(madeSeries([row]))).tile('k')).toContain('check value');
  });

  it('shows the time with the date in a window of days', () => {
    const days = { startMs: READ_AT_MS - 9 * DAY_MS, endMs: READ_AT_MS };
    expect(showPage(recordOfSeries(potassium), { window: days }).tile('k')).toContain('12 Nov 2026, 08:10');
  });
});

describe('more results than the page has room for', () => {
  const all = Array.from({ length: 26 }, (_, i) => seriesOfCount(`s${i}`, 10, { order: i }));

  it('are the most frequent ones in clinical order, and the rest by name', () => {
    const record = recordOfSeries(
      seriesOfCount('rare', 1, { order: -1 }),
      ...all,
      seriesOfCount('often', 12, { order: 99 }),
    );
    const { ids, text } = showPage(record);
    expect(ids).toHaveLength(24);
    expect(ids.at(-1)).toBe('often');
    expect(ids.slice(0, 3)).toEqual(['s0', 's1', 's2']);
    expect(text).toContain(
      'Not on these pages4 more tests, measured less often: Name rare; Name s23; Name s24; Name s25.',
    );
  });

  it('include a critical one, however rarely it was measured', () => {
    expect(showPage(recordOfSeries(...all, seriesOfCount('troponin', 1, { order: 99 }, 'HH'))).ids).toContain(
      'troponin',
    );
  });

  it('include all critical ones, however many there are', () => {
    const critical = Array.from({ length: 26 }, (_, i) => seriesOfCount(`c${i}`, 1, { order: i }, 'HH'));
    const { ids } = showPage(recordOfSeries(...all, ...critical));
    expect(ids).toEqual(critical.map(({ id }) => id));
  });

  it('name those that cannot be drawn', () => {
    const culture = madeRow({
      at: '2026-11-12T14:10:00Z',
      text: 'no growth',
      drawing: 'listed',
      reason: 'text',
    });
    const listed = madeSeries([], { id: 'culture', name: 'Blood culture', listed: [culture] });
    expect(showPage(recordOfSeries(potassium, listed)).text).toContain(
      '1 test without a chart: Blood culture.',
    );
  });
});

it('prints on request, and offers alternatives where the frame forbids it', () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  const { text } = showPage(recordOfSeries(potassium));
  fireEvent.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
  expect(text).toContain('If nothing happens, this frame does not let Longview print.');
  expect(screen.getByRole('button', { name: 'Copy as table' })).toBeTruthy();
  vi.unstubAllGlobals();
  fireEvent.click(screen.getByRole('button', { name: 'View on screen: the page' }));
  const { src } = screen.getByRole<HTMLImageElement>('img', { name: 'The page' });
  // The image names the patient too (rule 49).
  expect(decodeURIComponent(src)).toContain('MARLOWE, Edwin, born 14 Mar 1959 (67 y)');
});

it('shows markup in a name as text', () => {
  const name = '<img src=x onerror=alert(1)>\u202E';
  const { container } = showPage(recordOfSeries(seriesOfCount('x', 2, { name })));
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('li h2')?.textContent).toContain(name);
});

describe('below the curves', () => {
  const pressures = recordOf([pressure(146, 80, '2026-10-29T13:30:00Z')]);

  it('rule 25: calculated values are marked, with their inputs and dates', () => {
    const derived = allDerivedSeries(pressures.series, {
      birth: undefined,
      dayOf: () => 0,
      correctedCalcium: false,
    });
    expect(showPage(pressures, { derived }).text).toContain(
      'Calculated by Longview: Mean arterial pressure 102 mmHg, 29 Oct 2026 08:30 CDT (from systolic pressure 146 mmHg, diastolic pressure 80 mmHg)',
    );
    cleanup();
    expect(showPage({ ...pressures, complete: false }, { derived }).text).toContain(
      'Nothing is calculated, because the record is incomplete.',
    );
  });

  it('the events of the window are named, and rule 38: so is what is not known of them', () => {
    const events = eventsSnapshot({
      courses: [
        madeCourse('Losartan', [
          madeDoseStep('2024-01-10', '2026-03-02', 25),
          madeDoseStep('2026-03-03', '…', 50),
        ]),
      ],
      events: [],
      states: eventStates({ Encounter: 'failed', Procedure: 'not-granted' }),
    });
    const { text } = showPage(pressures, { events });
    expect(text).toContain(
      'Medication changes: Losartan 50 mg/day since 3 Mar 2026, was 25 mg/day; Losartan 25 mg/day ordered from 10 Jan 2024',
    );
    expect(text).toContain('Encounters: could not be loaded. Procedures: not granted to Longview.');
  });
});
