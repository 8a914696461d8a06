// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { allDerivedSeries } from '../../clinical/derived/derived.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { pressure, READ_AT_MS, recordOf } from '../../testing/recordFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { PrintSummary } from './PrintSummary.tsx';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const years = { startMs: Date.parse('2020-01-01T12:00:00Z'), endMs: READ_AT_MS };

function show(record: RecordSnapshot, more: Partial<Parameters<typeof PrintSummary>[0]> = {}) {
  const { container } = render(
    <InOpenRecord nowMs={READ_AT_MS + 300_000}>
      <PrintSummary
        patient={marlowe}
        record={record}
        window={years}
        events={eventsSnapshot({ events: [], courses: [] })}
        derived={[]}
        {...more}
      />
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

const made = (...series: readonly Series[]): RecordSnapshot => ({ ...recordOf([]), series });

const range = { rangeLow: '3.5', rangeHigh: '5.0' };
const potassium = madeSeries([
  { at: '2019-10-29T14:05:00Z', text: '4.9', ...range },
  { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H', ...range },
  { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H', ...range },
  { at: '2026-11-24T15:40:00Z', text: '5.3', status: 'preliminary' },
]);

/** `many('a', 3)` has three results. */
const many = (id: string, count: number, more: Partial<Series> = {}, flag: 'HH' | '' = '') =>
  madeSeries(
    Array.from({ length: count }, (_, i) => ({
      at: `2026-10-${String(i + 1).padStart(2, '0')}T14:05:00Z`,
      text: '4.0',
      flag,
    })),
    { id, name: `Name ${id}`, shortName: id, analyteId: '', ...more },
  );

describe('the page', () => {
  it('rules 47, 49 and 58: says whose it is, the window, from when and in which zone, and that it is all', () => {
    const { container, text } = show(made(potassium));
    const banner = container.querySelector('[data-patient-banner]')?.textContent;
    expect(banner).toBe('MARLOWE, EdwinBorn14 Mar 1959 (67 y)Administrative genderMaleMRN004 829 17');
    expect(text).toContain(
      '1 Jan 2020 – 24 Nov 2026 General Hospital, read 24 Nov 2026, 14:05. Times in CST, UTC−06:00.',
    );
    expect(text).toContain('All was read.');
    expect(text).toContain('Longview, General Hospital, page made 24 Nov 2026, 14:10 CST, UTC−06:00.');
  });

  it('rule 37: an incomplete record is marked on the page and on every curve, and claims nothing', () => {
    const searches = [{ name: 'laboratory', state: 'failed' as const, pages: 1, received: 2 }];
    const { text, tile } = show({ ...made(potassium), complete: false, searches });
    expect(text).toContain('Incomplete: 0 results read, 1 search failed.');
    expect(text).toContain('Failed: laboratory could not be read to the end.');
    expect(tile('k')).toContain('incomplete');
    expect(tile('k')).not.toContain('was 5.4');
    cleanup();
    const reading = show({ ...made(potassium), complete: false, ended: false });
    expect(reading.tile('k')).toContain('newest read so far');
    expect(reading.text).not.toContain('All ');
  });

  it('rule 38: says that there is nothing only of a record that was read to the end', () => {
    expect(show(made()).text).toContain('No results with a curve in this record.');
    cleanup();
    expect(show({ ...made(), complete: false }).text).toContain('No results with a curve read.');
  });

  it('rule 2: the time axis has the full date at both ends, over every column', () => {
    const { container } = show(made(...['a', 'b', 'c'].map((id) => many(id, 2))));
    const axes = [...container.querySelectorAll('svg')].filter((svg) =>
      svg.textContent?.includes('1 Jan 2020'),
    );
    expect(axes).toHaveLength(3);
    for (const axis of axes) expect(axis.textContent).toContain('24 Nov 2026');
  });
});

describe('a small multiple', () => {
  it('rules 9 and 13: has the last value with unit, flag, date and range, and the one before', () => {
    const words = show(made(potassium)).tile('k');
    for (const said of [
      'Potassium',
      'H5.8 mmol/L',
      '12 Nov 2026',
      '3.5–5.0 mmol/L',
      '↑0.4 was 5.4 mmol/L, 29 Oct 2026',
      'n 3',
    ])
      expect(words).toContain(said);
  });

  it('rules 11 and 34: says what the window does not show, and what is preliminary', () => {
    expect(show(made(potassium)).tile('k')).toContain('preliminary 5.3 mmol/L');
    cleanup();
    const before = { startMs: years.startMs, endMs: Date.parse('2026-11-01T12:00:00Z') };
    expect(show(made(potassium), { window: before }).tile('k')).toContain('1 older, 2 newer not shown');
  });

  it('rules 9 and 1: all have the same size and the same time axis', () => {
    const { container } = show(made(potassium, many('a', 3), many('b', 9)));
    const sizes = [...container.querySelectorAll('li svg:not([viewBox])')].map(
      (svg) => `${svg.getAttribute('width')} ${svg.getAttribute('height')}`,
    );
    expect(sizes).toHaveLength(3);
    expect(new Set(sizes).size).toBe(1);
  });

  it('rule 7: of a blood pressure both sides, or which one was not recorded', () => {
    const all = [pressure(136, 74, '2026-11-12T14:10:00Z'), pressure(134, undefined, '2026-11-24T14:10:00Z')];
    const words = show(recordOf(all)).tile('bp-sys');
    expect(words).toContain('Blood pressure');
    expect(words).toContain('134/– mmHg');
    expect(words).toContain('diastolic not recorded');
  });

  it('rules 17 and 24: says what is newer and listed, and no change over a limit', () => {
    const rows = [
      { at: '2026-11-10T14:10:00Z', text: '12' },
      { at: '2026-11-11T14:10:00Z', text: '5', comparator: '<' as const },
      { at: '2026-11-12T14:10:00Z', text: '9' },
    ];
    const late = madeRow({ at: '2026-11-13T14:10:00Z', text: 'clotted', drawing: 'listed', reason: 'text' });
    const words = show(made(madeSeries(rows, { listed: [late] }))).tile('k');
    expect(words).toContain('was <5 mmol/L');
    expect(words).not.toMatch(/[↑↓]/);
    expect(words).toContain('1 newer, listed');
  });

  it('rule 16: a converted value has the original beside it', () => {
    const row = { text: '152', value: 15.2, unit: 'g/L', rangeLow: '130', isConverted: true };
    const changes = { id: 'hgb', unit: 'g/dL', unitText: 'g/dL' };
    const words = show(made(madeSeries([{ at: '2026-11-12T14:10:00Z', ...row }], changes))).tile('hgb');
    expect(words).toContain('15.2 g/dL');
    expect(words).toContain('lower limit 130 g/L');
    expect(words).toContain('converted from 152 g/L');
  });

  it('in a window of days the time stands with the date', () => {
    const days = { startMs: READ_AT_MS - 9 * DAY_MS, endMs: READ_AT_MS };
    expect(show(made(potassium), { window: days }).tile('k')).toContain('12 Nov 2026, 08:10');
  });
});

describe('more than there is room for', () => {
  const all = Array.from({ length: 26 }, (_, i) => many(`s${i}`, 10, { order: i }));

  it('keeps what was measured most often in clinical order, and names the rest', () => {
    const record = made(many('rare', 1, { order: -1 }), ...all, many('often', 12, { order: 99 }));
    const { ids, text } = show(record);
    expect(ids).toHaveLength(24);
    expect(ids.at(-1)).toBe('often');
    expect(ids.slice(0, 3)).toEqual(['s0', 's1', 's2']);
    expect(text).toContain(
      '4 further kinds of result, measured less often, not on this page: Name rare; Name s23; Name s24; Name s25.',
    );
  });

  it('keeps what is critical, however rarely it was measured', () => {
    expect(show(made(...all, many('troponin', 1, { order: 99 }, 'HH'))).ids).toContain('troponin');
  });

  it('names what no curve can hold', () => {
    const culture = madeRow({
      at: '2026-11-12T14:10:00Z',
      text: 'no growth',
      drawing: 'listed',
      reason: 'text',
    });
    const listed = madeSeries([], { id: 'culture', name: 'Blood culture', listed: [culture] });
    expect(show(made(potassium, listed)).text).toContain(
      '1 kind of result without a curve, not on this page: Blood culture.',
    );
  });
});

it('prints when it is asked to, and has a way round a frame that does not let it', () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  const { text } = show(made(potassium));
  fireEvent.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
  expect(text).toContain('If nothing happens, this frame does not let Longview print.');
  expect(screen.getByRole('button', { name: 'Copy as table' })).toBeTruthy();
  vi.unstubAllGlobals();
  fireEvent.click(screen.getByRole('button', { name: 'Show the page instead' }));
  const { src } = screen.getByRole<HTMLImageElement>('img', { name: 'The page' });
  // Rule 49: whose it is stands in the picture too.
  expect(decodeURIComponent(src)).toContain('MARLOWE, Edwin, born 14 Mar 1959 (67 y)');
});

it('hostile words are words', () => {
  const name = '<img src=x onerror=alert(1)>\u202E';
  const { container } = show(made(many('x', 2, { name })));
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('h2')?.textContent).toContain(name);
});

describe('below the curves', () => {
  const pressures = recordOf([pressure(146, 80, '2026-10-29T13:30:00Z')]);

  it('rule 25: what is calculated is marked, with its inputs and its date', () => {
    const derived = allDerivedSeries(pressures.series, {
      birth: undefined,
      dayOf: () => 0,
      correctedCalcium: false,
    });
    expect(show(pressures, { derived }).text).toContain(
      'Calculated by Longview: Mean arterial pressure 102 mmHg, 29 Oct 2026 08:30 CDT (from systolic pressure 146 mmHg, diastolic pressure 80 mmHg)',
    );
    cleanup();
    expect(show({ ...pressures, complete: false }, { derived }).text).toContain(
      'Nothing is calculated, because the record could not be read completely.',
    );
  });

  it('what happened in the window stands there, and rule 38: what is not known of it', () => {
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
    const { text } = show(pressures, { events });
    expect(text).toContain(
      'Medication changes: Losartan 50 mg/d since 3 Mar 2026, was 25 mg/d; Losartan 25 mg/d begun 10 Jan 2024',
    );
    expect(text).toContain('Encounters: could not be read. Procedures: not granted to Longview.');
  });
});

it('a sheet that is higher than a page is made smaller on paper, and never too small to be read', () => {
  const fitOf = (heightPx: number) => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(heightPx);
    const { container } = show(recordOf([]));
    const fit = container.querySelector<HTMLElement>('[style*="--fit"]')?.style.getPropertyValue('--fit');
    cleanup();
    vi.restoreAllMocks();
    return Number(fit);
  };
  expect(fitOf(1000)).toBe(0.82);
  expect(fitOf(1200)).toBeCloseTo(920 / 1200, 3);
  expect(fitOf(3000)).toBe(0.7);
});
