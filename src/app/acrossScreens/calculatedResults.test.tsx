// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { frameOf } from '../../charts/axis/frame.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { FurtherResults } from '../../screens/overview/FurtherResults.tsx';
import { CalculatedView } from '../../screens/detail/calculated/CalculatedView.tsx';
import { DetailView } from '../../screens/detail/DetailView.tsx';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOfSeries } from '../../testing/recordFixture.ts';
import { spokenText } from '../../testing/spokenAndDrawn.ts';

const NOW = Date.parse('2026-11-24T20:05:00Z');
const patient = readPatient({ resourceType: 'Patient', id: 'p1', birthDate: '1959-03-14' }, NOW);

// The lazily loaded chart is loaded here, so that no test waits for it.
beforeAll(async () => {
  await import('../../charts/trend/TrendChart.tsx');
}, 60_000);

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
});

const seriesWithUnit = (id: string, unit: string, unitText: string, texts: readonly string[]): Series =>
  madeSeries(
    texts.map((text, i) => ({ at: `2026-1${i}-12T08:00:00Z`, text, unit: unitText, seriesId: 'one' })),
    { id, analyteId: id, name: id, unit, unitText },
  );
const pressures = [
  seriesWithUnit('bp-sys', 'mm[Hg]', 'mmHg', ['120', '134']),
  seriesWithUnit('bp-dia', 'mm[Hg]', 'mmHg', ['60', '72']),
];
const calcium = [
  seriesWithUnit('ca', 'mg/dL', 'mg/dL', ['8.2']),
  seriesWithUnit('alb', 'g/dL', 'g/dL', ['2.8']),
];

const frame = frameOf({
  startMs: NOW - 90 * DAY_MS,
  endMs: NOW,
  timeZone: 'America/Chicago',
  widthPx: 200,
  heightPx: 30,
});

const showSection = (record: RecordSnapshot, query = '') =>
  render(
    <InOpenRecord patient={patient} nowMs={NOW} record={record}>
      <FurtherResults
        query={query}
        reported={record}
        lists={{
          view: { frame, completeness: 'complete', todayMs: NOW, nameWidthPx: 208 },
          columns: 3,
          qualifiers: new Map(),
          brief: [],
          undrawn: [],
          outside: [],
          listed: [],
          absentNames: [],
          isVisit: false,
        }}
      />
    </InOpenRecord>,
  ).container;
const showView = (record: RecordSnapshot, seriesId: string) =>
  render(
    <InOpenRecord patient={patient} nowMs={NOW} record={record}>
      <CalculatedView {...{ record, seriesId }} />
    </InOpenRecord>,
  ).container;

describe('in the overview', () => {
  test('rule 25: a calculated value stands in its clinical group and says what it is', () => {
    const page = showSection(recordOfSeries(pressures));
    const tile = page.querySelector<HTMLElement>('[data-series="map~calculated"]')!;
    expect(tile.dataset).toMatchObject({ count: '2', latest: '93', unit: 'mmHg' });
    expect(tile.getAttribute('href')).toBe('#series=map%7Ecalculated');
    expect(tile.textContent).toContain('calculated');
    const group = tile.closest('section')?.querySelector('h2')?.textContent;
    expect(group).toBe('Circulation and body 2 calculated');
    expect(spokenText(tile)).toBe(
      'Mean arterial pressure 93 millimetres of mercury, calculated by Longview, 12 Nov 2026',
    );
    // There is no Observation, so there is no account either.
    expect(page.querySelector('[data-accounting]')).toBeNull();
  });

  test('rule 25: what is missing is named', () => {
    const page = showSection(recordOfSeries(pressures));
    const fold = page.querySelector('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelector('summary')?.textContent).toMatch(/^\d+ values? not calculated$/);
    expect(fold?.textContent).toContain('Not calculated. Body mass index: no weight and no height.');
  });

  test('rules 37 and 39: nothing is claimed from a record that is not complete, and it is said', () => {
    const page = showSection(recordOfSeries(pressures, { complete: false }));
    expect(page.querySelector('[data-series]')).toBeNull();
    expect(page.textContent).toContain('because the record is incomplete');
  });

  test('corrected calcium is off until chosen; the choice is remembered without a word of the patient', () => {
    const record = recordOfSeries(calcium);
    const page = showSection(record);
    expect(page.querySelector('[data-series="ca-corrected~calculated"]')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox'));
    expect(
      page.querySelector<HTMLElement>('[data-series="ca-corrected~calculated"]')?.dataset['latest'],
    ).toBe('9.2');
    expect({ ...localStorage }).toEqual({ 'longview.choice.general.corrected-calcium': 'on' });
    cleanup();
    const again = showSection(record);
    expect(again.querySelector('[data-series="ca-corrected~calculated"]')).not.toBeNull();
    fireEvent.click(screen.getByRole('checkbox'));
    expect(localStorage).toHaveLength(0);
  });

  test('a browser that keeps nothing still shows it for as long as the screen stands', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    const page = showSection(recordOfSeries(calcium));
    fireEvent.click(screen.getByRole('checkbox'));
    expect(page.querySelector('[data-series="ca-corrected~calculated"]')).not.toBeNull();
  });

  test('the search finds calculated values by their names', () => {
    const matchCount = (query: string) => {
      cleanup();
      return showSection(recordOfSeries(pressures), query).querySelectorAll('[data-series]').length;
    };
    expect(matchCount('arterial')).toBe(1);
    expect(matchCount('calculated')).toBe(2);
    expect(matchCount('sodium')).toBe(0);
  });
});

describe('on its own screen', () => {
  test('rules 12 and 25: formula, mark, and the inputs of each value with dates, by keyboard and in the table', async () => {
    const page = showView(recordOfSeries(pressures), 'map~calculated');
    expect(page.textContent).toContain('calculated by Longview');
    expect(page.textContent).toContain('(systolic + 2 × diastolic) / 3');
    const rows = screen.getAllByRole('row').slice(1);
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ['12 Nov 2026, 02:00', '93', 'systolic pressure 134 mmHg, diastolic pressure 72 mmHg'],
      ['12 Oct 2026, 03:00', '80', 'systolic pressure 120 mmHg, diastolic pressure 60 mmHg'],
    ]);
    fireEvent.keyDown(await screen.findByRole('slider', { name: /result/ }), { key: 'ArrowLeft' });
    expect(page.querySelector('[aria-live]')?.textContent).toBe(
      '93 mmHg, calculated by Longview, 12 Nov 2026, 02:00. ' +
        'From systolic pressure 134 mmHg, diastolic pressure 72 mmHg.',
    );
    expect(page.textContent).toContain(
      'systolic pressure 134 mmHg, 12 Nov 2026, 02:00, Observation/one-2026-11',
    );
  });

  test('a table of more values than the page holds keeps its columns, because the rows left out add none', () => {
    const hourly = (id: string, text: string): Series =>
      madeSeries(
        Array.from({ length: 400 }, (_, i) => ({
          at: new Date(NOW - (400 - i) * HOUR_MS).toISOString(),
          text,
          unit: 'mmHg',
          seriesId: 'one',
        })),
        { id, analyteId: id, name: id, unit: 'mm[Hg]', unitText: 'mmHg' },
      );
    const page = showView(
      recordOfSeries([hourly('bp-sys', '120'), hourly('bp-dia', '60')]),
      'map~calculated',
    );
    const spanOf = (cell: Element): number => Number(cell.getAttribute('colspan') ?? 1);
    const columns = page.querySelectorAll('[data-twin] th').length;
    const leftOut = [...page.querySelectorAll('[data-twin] tr[aria-hidden] td')].map(spanOf);
    expect([columns, leftOut]).toEqual([3, [3]]);
  });

  test('rule 25: with an input missing there is no value, and the input is named', () => {
    const page = showView(recordOfSeries(pressures), 'bmi~calculated');
    expect(page.textContent).toContain('Not calculated: no weight');
    expect(page.querySelector('[data-series]')).toBeNull();
  });

  test('rule 39: none while pages still arrive', () => {
    const page = showView(recordOfSeries(pressures, { ended: false, complete: false }), 'map~calculated');
    expect(page.textContent).toBe(
      'Requested testStill loading. Values are calculated once the whole record is loaded.',
    );
  });

  test('corrected calcium that was not chosen is not shown by a link either', () => {
    expect(showView(recordOfSeries(calcium), 'ca-corrected~calculated').textContent).toContain(
      'choose it on the overview',
    );
    cleanup();
    localStorage.setItem('longview.choice.general.corrected-calcium', 'on');
    expect(showView(recordOfSeries(calcium), 'ca-corrected~calculated').textContent).toContain('9.2');
  });
});

describe('rule 7: on the bars of a blood pressure', () => {
  const showPair = (more: Partial<RecordSnapshot> = {}) => {
    const [series, partner] = pressures;
    return render(
      <InOpenRecord patient={undefined} nowMs={NOW} record={recordOfSeries(pressures, more)}>
        <DetailView series={series!} partner={partner} hasInitialFocus={false} onStepTo={() => undefined} />
      </InOpenRecord>,
    ).container;
  };

  test('the mean pressure is a tick, marked as calculated in the legend and in the reading', async () => {
    const page = showPair();
    fireEvent.keyDown(await screen.findByRole('slider', { name: /result/ }), { key: 'ArrowLeft' });
    expect(page.querySelectorAll('[data-tick="mean"]')).toHaveLength(2);
    expect(page.textContent).toContain('tick on the bar: mean arterial pressure, calculated by Longview');
    expect(page.textContent).toContain('mean arterial pressure 93 mmHg, calculated by Longview');
    expect(page.querySelector('[aria-live]')?.textContent).toMatch(/mean arterial pressure 93 mmHg/);
  });

  test('rule 39: there is none while pages still arrive', async () => {
    const page = showPair({ ended: false, complete: false });
    await screen.findByRole('slider', { name: /result/ });
    expect(page.querySelectorAll('[data-tick="mean"]')).toHaveLength(0);
    expect(page.textContent).not.toContain('calculated');
  });
});

test('a pinned value stands first among the calculated ones', () => {
  const ids = (container: HTMLElement) =>
    [...container.querySelectorAll<HTMLElement>('[data-series]')].map(({ dataset }) => dataset['series']);
  const all = recordOfSeries(pressures);
  expect(ids(showSection(all))).toEqual(['map~calculated', 'pulse-pressure~calculated']);
  cleanup();
  localStorage.setItem('longview.choice.general.pins', 'k,pulse-pressure~calculated');
  expect(ids(showSection(all))).toEqual(['pulse-pressure~calculated', 'map~calculated']);
});
