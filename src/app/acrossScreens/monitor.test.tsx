// @vitest-environment happy-dom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { frameOf } from '../../charts/axis/frame.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Monitor } from '../../parts/monitor/Monitor.tsx';
import { monitorStripsIn } from '../../parts/monitor/monitorStrips.ts';
import { OverviewCursor } from '../../screens/overview/cursor/OverviewCursor.tsx';
import { moveCursor } from '../../parts/timeWindow/cursorStore.ts';
import { tileEntriesOf } from '../../parts/results/tileLayout.ts';
import { layoutOf } from '../../parts/results/useLayout.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { MINUTE_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOfSeries } from '../../testing/recordFixture.ts';
import { spokenText } from '../../testing/spokenAndDrawn.ts';

afterEach(() => {
  act(() => moveCursor(undefined));
  cleanup();
  location.hash = '';
});

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const COUNT = 288;
const atMinute = (minute: number) => START_MS + minute * MINUTE_MS;

type Reading = Partial<RowKind> & { readonly text?: string };

/** Makes a day of readings, one every five minutes. `special` replaces readings by their index. */
const sign = (id: string, name: string, unit: string, special: Record<number, Reading> = {}): Series =>
  madeSeries(
    Array.from({ length: COUNT }, (_, i) => ({
      at: new Date(atMinute(5 * i)).toISOString(),
      text: String(80 + (i % 5)),
      unit,
      ...special[i],
    })),
    { id, analyteId: id, name, unit: unit === 'mmHg' ? 'mm[Hg]' : unit, unitText: unit, axis: [40, 130] },
  );

const heart = sign('hr', 'Heart rate', '/min', {
  3: { text: '136', flag: 'HH', flagText: 'HH' },
  4: { text: '135', flag: 'HH', flagText: 'HH' },
});
const breath = sign('rr', 'Respiratory rate', '/min');
const saturation = sign('spo2', 'Oxygen saturation', '%', { 9: { flag: 'N', flagText: 'N' } });
const cuff = [
  sign('bp-sys', 'Systolic blood pressure', 'mmHg', { 100: { text: '58' }, 287: { text: '120' } }),
  sign('bp-dia', 'Diastolic blood pressure', 'mmHg', { 20: { text: '41' }, 287: { text: '60' } }),
];

const frame = frameOf({
  startMs: START_MS,
  endMs: atMinute(5 * (COUNT - 1)),
  timeZone: 'UTC',
  widthPx: 200,
  heightPx: 40,
});

function show(changes: Partial<RecordSnapshot> = {}, pulse = heart, view?: ViewWindow) {
  const series = [pulse, breath, saturation, ...cuff];
  const record = recordOfSeries(series, { readAtMs: frame.endMs, ...changes });
  const { container } = render(
    <InOpenRecord nowMs={frame.endMs}>
      <Monitor
        strips={monitorStripsIn(tileEntriesOf(series, []), frame)}
        qualifiers={new Map()}
        layout={layoutOf(1366, 850, 1)}
        view={view}
        stripPx={88}
        {...{ record, frame }}
      />
    </InOpenRecord>,
  );
  const strip = (id: string) => container.querySelector<HTMLElement>(`a[data-series="${id}"]`)!;
  const marks = (id: string) => [...strip(id).querySelectorAll<SVGElement>('[data-mark]')];
  return { container, strip, marks, announcement: () => container.querySelector('[aria-live]')?.textContent };
}

describe('a strip of a monitor', () => {
  it('rules 3, 13: says name, unit, latest value with its time, the one before, flags and range', () => {
    const text = show().strip('hr').textContent;
    for (const words of ['Heart rate', '/min', 'from 288 results', '82 /min', '20 Nov 2026, 19:55'])
      expect(text).toContain(words);
    for (const words of ['was 81 /min, 19:50', '2 flagged, all charted', 'no reference range'])
      expect(text).toContain(words);
  });

  it('carries the hooks of both sides of a pressure, and links to its result', () => {
    const { strip } = show();
    expect(strip('hr').dataset).toMatchObject({ count: '288', latest: '82', unit: '/min' });
    expect(strip('bp-sys').dataset).toMatchObject({ count: '288', latest: '120' });
    expect(strip('bp-sys').querySelector<HTMLElement>('[data-series="bp-dia"]')?.dataset).toMatchObject({
      count: '288',
      latest: '60',
    });
    expect(strip('bp-sys').getAttribute('href')).toBe('#series=bp-sys');
  });

  it('rule 38: beside a setting that has come, no medication is denied before the events were read', async () => {
    const steady = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [i, { text: '40' }]));
    const setting = sign('fio2', 'FiO2', '%', steady);
    const { container } = show({ ended: false, series: [heart, setting] });
    await waitFor(() => expect(container.textContent).toContain('40 % running at last reading'));
    expect(container.textContent).toContain('Medications: loading');
    expect(container.textContent).not.toContain('none in this period');
  });

  it('tells no lab flag from none raised', () => {
    const { strip } = show();
    expect(strip('rr').textContent).toContain('no lab flag');
    expect(strip('spo2').textContent).toContain('none flagged');
  });

  it('rule 17: a flagged result that is not charted is among the flagged', () => {
    const listed = madeRow({
      seriesId: 'hr',
      at: new Date(atMinute(62)).toISOString(),
      text: 'too fast to count',
      drawing: 'listed',
      reason: 'text',
      flag: 'HH',
      flagText: 'HH',
    });
    const quiet = { ...sign('hr', 'Heart rate', '/min'), listed: [listed] };
    expect(show({}, quiet).strip('hr').textContent).toContain('1 flagged, 1 not charted');
    cleanup();
    expect(show({}, { ...heart, listed: [listed] }).strip('hr').textContent).toContain(
      '3 flagged, 1 not charted',
    );
  });

  it('rule 7: the mean of a cuff pressure is called calculated, and only when all is read', () => {
    expect(show().strip('bp-sys').textContent).toContain('MAP 80 mmHg, calculated');
    cleanup();
    expect(show({ complete: false }).strip('bp-sys').textContent).not.toContain('MAP');
  });

  it.each([
    ['while pages arrive', { ended: false, complete: false }, 'newest loaded so far'],
    ['when something is missing', { complete: false }, 'newest loaded'],
  ])('rule 39: claims no latest %s', (_, changes, words) => {
    const { strip } = show(changes);
    expect(strip('hr').dataset['latest']).toBeUndefined();
    expect(strip('hr').textContent).toContain(words);
    expect(strip('hr').textContent).not.toMatch(/was \d/);
  });

  it('rule 13: keeps a line for the one before until all is read, so that no strip grows then', () => {
    const linesOf = (strip: HTMLElement) =>
      [...strip.querySelectorAll('[class*="reading"] > span')].map(({ textContent }) => textContent);
    const reading = linesOf(show({ ended: false, complete: false }).strip('hr'));
    expect(reading).toContain('previous: when all is loaded');
    cleanup();
    const read = linesOf(show().strip('hr'));
    expect(read.join()).not.toContain('when all is loaded');
    expect(read).toHaveLength(reading.length);
  });

  it('rule 13: a newer reading that is not on the curve stands beside the latest, and is heard first', () => {
    const preliminary = { status: 'preliminary', drawing: 'point', text: '191', flag: 'HH' } as const;
    const { strip } = show({}, sign('hr', 'Heart rate', '/min', { 287: preliminary }));
    expect(strip('hr').querySelector('[data-newer]')?.textContent).toBe(
      'Newer: 191 /min preliminary ‼HH, 20 Nov 2026, 19:55',
    );
    expect(spokenText(strip('hr'))).toMatch(
      /^Heart rate, newer: 191 per minute preliminary, critically high, 20 Nov 2026, 19:55; on the chart 81 /,
    );
  });

  it('at the cursor claims nothing of the latest, to eyes and ears', () => {
    const { strip } = show({ ended: false, complete: false });
    act(() => moveCursor({ timeMs: atMinute(500), isMovedByKey: true }));
    expect(spokenText(strip('hr'))).not.toContain('newest');
  });

  it('is named for who hears it', () => {
    expect(spokenText(show().strip('hr'))).toMatch(
      /^Heart rate 82 .*20 November 2026, 19:55\. 2 flagged, all charted$/,
    );
  });
});

describe('dense mode', () => {
  it('rule 8: keeps flagged, highest, lowest and latest, and says what the line is', () => {
    const { container, marks } = show();
    // The first of the two flagged readings is also the highest.
    expect(marks('hr').map(({ dataset }) => dataset['mark'])).toEqual(['normal', 'HH', 'HH', 'normal']);
    expect(container.textContent).toContain('Results close together are charted as their median');
  });

  it('rules 7, 8: pressures are bars of an hour and no line, the latest a bar of its own, with the highest and the lowest of both sides', () => {
    const { strip, marks } = show();
    expect(strip('bp-sys').querySelector('[data-line]')).toBeNull();
    expect(marks('bp-sys').map(({ dataset }) => dataset['mark'])).toEqual([
      'pair',
      'pair',
      'normal',
      'normal',
      'normal',
      'normal',
    ]);
    expect(strip('bp-sys').textContent).toContain('bar: 1 h median of 288 pairs');
    const numbers = [...strip('bp-sys').querySelectorAll('[data-plot] text')].map((text) => text.textContent);
    expect(numbers).toEqual([
      'highest systolic 120, 20 Nov 2026, 19:55',
      'lowest systolic 58, 20 Nov 2026, 04:20',
      'lowest diastolic 41',
    ]);
  });

  it('rule 8: counts those that the line is drawn from, without a limit or a preliminary value', () => {
    const special = { 50: { comparator: '<' }, 60: { status: 'preliminary' } } as const;
    const { strip } = show({}, sign('hr', 'Heart rate', '/min', special));
    expect(strip('hr').textContent).toContain(`from ${COUNT - 2} results`);
  });

  it('off: every reading has its symbol', () => {
    location.hash = '#dense=off';
    const { container, marks } = show();
    expect(marks('hr')).toHaveLength(COUNT);
    expect(marks('bp-sys')).toHaveLength(COUNT);
    expect(container.textContent).toContain('Every result is charted');
  });
});

describe('the cursor', () => {
  it('rule 9: is read by all strips, and aloud when it was moved by a key', async () => {
    const { strip, announcement } = show();
    act(() => moveCursor({ timeMs: atMinute(15), isMovedByKey: false }));
    await waitFor(() => expect(strip('hr').textContent).toContain('136 /min'));
    expect(strip('hr').querySelector('[data-ring]')).not.toBeNull();
    expect(announcement()).toBe('');
    act(() => moveCursor({ timeMs: atMinute(20), isMovedByKey: true }));
    expect(strip('hr').textContent).toContain('135 /min');
    expect(announcement()).toContain('Heart rate 135');
    expect(announcement()).toContain('Oxygen saturation 84 percent');
  });

  it('is said once: where the strips are read aloud, its date in the bar is not', async () => {
    const bar = render(<OverviewCursor container={{ current: null }} series={[heart]} frame={frame} />);
    expect(bar.getByRole('status').textContent).toBe('');
    act(() => moveCursor({ timeMs: atMinute(20), isMovedByKey: true }));
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('At 19 Nov 2026, 20:20'));
    const { announcement } = show();
    expect(bar.getByRole('status').textContent).toBe('');
    expect(bar.container.textContent).toBe('At 19 Nov 2026, 20:20');
    expect(announcement()).toContain('19 November 2026, 20:20');
  });

  it('outside the window is none', () => {
    const { strip } = show();
    act(() => moveCursor({ timeMs: START_MS - MINUTE_MS, isMovedByKey: true }));
    expect(strip('hr').querySelector('[data-cursor]')).toBeNull();
    expect(strip('hr').textContent).toContain('82 /min');
  });
});

it('rule 11: the axis of the strips can be taken hold of, and shows the time of the strips', () => {
  const whole = { startMs: frame.startMs, endMs: frame.endMs };
  const { container } = show({}, heart, { ...viewOfAll, whole, visible: whole });
  const axis = container.querySelector<HTMLElement>('[data-tooltip="Drag to move the period"]')!;
  expect(axis.dataset['timePan']).toBe('');
  expect(Number(axis.dataset['timeEnd']) - Number(axis.dataset['timeStart'])).toBe(
    frame.endMs - frame.startMs,
  );
});
