// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState, useSyncExternalStore } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Frame } from '../charts/frame.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { Compare } from './Compare.tsx';
import { flag, pressure, recordOf, result } from './gridFixture.ts';
import type { TimeWindow } from './recordWindow.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

const YEAR: TimeWindow = {
  startMs: Date.parse('2025-11-25T06:00:00Z'),
  endMs: Date.parse('2026-11-25T06:00:00Z'),
};

type Shown = { readonly record: RecordSnapshot; readonly window?: TimeWindow | undefined };

const onOpenSource = vi.fn<(id: string) => void>();
const lanes = (frame: Frame, cursorMs: number | undefined) => (
  <p data-testid="lanes">
    {frame.startMs} {frame.endMs} {frame.width} {cursorMs}
  </p>
);

function App({ record, window: first }: Shown) {
  const [window, setWindow] = useState(first);
  const fragment = useSyncExternalStore(subscribe, () => location.hash);
  return (
    <Compare
      patient={undefined}
      banner="full"
      record={record}
      fragment={fragment}
      window={window}
      windowControl={<button type="button">1 y</button>}
      onWindow={setWindow}
      lanes={lanes}
      timeZone="America/Chicago"
      nowMs={record.readAtMs}
      siteLabel="General Hospital"
      opened={undefined}
      menu={undefined}
      sessionNotices={undefined}
      onRetry={vi.fn<() => void>()}
      onOpenSource={onOpenSource}
    />
  );
}

function show(
  record: RecordSnapshot,
  fragment = '#compare=k,creat,bp-sys,hr',
  window: TimeWindow | undefined = YEAR,
) {
  location.hash = fragment;
  return render(<App record={record} window={window} />);
}

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low, unit: 'mmol/L' }, high: { value: high, unit: 'mmol/L' } }],
});

const story = [
  result('2823-3', 4.6, 'mmol/L', '2021-03-01T14:00:00Z', range(3.5, 5)),
  result('2823-3', 4.7, 'mmol/L', '2022-03-01T14:00:00Z', range(3.5, 5)),
  result('2823-3', 4.6, 'mmol/L', '2026-01-14T14:00:00Z', { id: 'k3', ...range(3.5, 5) }),
  result('2823-3', 4.9, 'mmol/L', '2026-10-20T13:15:00Z', { id: 'k4', ...range(3.5, 5) }),
  result('2823-3', 5.4, 'mmol/L', '2026-10-29T13:05:00Z', { id: 'k5', ...range(3.5, 5), ...flag('H') }),
  result('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'k6', ...range(3.5, 5), ...flag('H') }),
  result('2823-3', 5.3, 'mmol/L', '2026-11-24T15:40:00Z', { id: 'k7', status: 'preliminary' }),
  result('2160-0', 2.05, 'mg/dL', '2026-10-20T13:15:00Z'),
  result('2160-0', 2.18, 'mg/dL', '2026-10-29T13:05:00Z'),
  pressure(158, 84, '2026-10-20T13:30:00Z'),
  pressure(146, 80, '2026-10-29T13:30:00Z'),
  result('8867-4', 78, '/min', '2026-10-29T13:30:00Z'),
  result('2951-2', 136, 'mmol/L', '2026-11-12T14:10:00Z'),
  result('2951-2', 137, 'mmol/L', '2020-11-12T14:10:00Z'),
];

const strip = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) });
const strips = () => screen.getAllByRole('region');
const names = () => strips().map((one) => one.getAttribute('aria-label'));
const axis = () => screen.getByRole('slider', { name: 'Moment of all strips' });
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
const plotOf = (name: string) => strip(name).querySelector('[role="slider"] svg')!;
const xOf = (path: Element | null | undefined) =>
  Number(/^M([\d.]+)/.exec(path?.getAttribute('d') ?? '')?.[1]);

/** The middle of each symbol, from the first point of its path. */
const marksOf = (name: string) => [...strip(name).querySelectorAll('[data-mark]')];

test('rule 1: distance is time, old left and new right, on one axis', () => {
  show(recordOf(story));
  fireEvent.focus(axis());
  axis().focus();
  press('Home');
  const places: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    places.push(xOf(plotOf('Potassium').querySelector('[data-cursor]')));
    times.push(Number(screen.getByTestId('lanes').textContent.split(' ')[3]));
    press('ArrowRight');
  }
  const [a = 0, b = 0, c = 0] = places;
  const [t0 = 0, t1 = 0, t2 = 0] = times;
  expect(a).toBeLessThan(b);
  expect((b - a) / (c - a)).toBeCloseTo((t1 - t0) / (t2 - t0), 2);
});

test('rule 9: all strips and the lanes share start, end, width, height and one cursor', () => {
  show(recordOf(story));
  axis().focus();
  press('End');
  const plots = strips().map((one) => one.querySelector('[role="slider"] svg')!);
  expect(
    new Set(plots.map((plot) => `${plot.getAttribute('width')} ${plot.getAttribute('height')}`)).size,
  ).toBe(1);
  expect(new Set(plots.map((plot) => plot.querySelector('[data-cursor]')?.getAttribute('d'))).size).toBe(1);
  expect(new Set(plots.map((plot) => plot.querySelector('path')?.getAttribute('d'))).size).toBe(1);
  const [startMs, endMs, width] = screen.getByTestId('lanes').textContent.split(' ');
  expect([Number(startMs), Number(endMs)]).toEqual([YEAR.startMs, YEAR.endMs]);
  expect(width).toBe(plots[0]?.getAttribute('width'));
});

test('rules 3, 10: a strip for each unit, each with its name and unit, and one scale only', () => {
  const glucose = [
    result('2345-7', 100, 'mg/dL', '2026-10-20T13:15:00Z'),
    result('14749-6', 5.5, 'mmol/L', '2026-10-29T13:15:00Z'),
  ];
  const record = recordOf(glucose);
  show(record, `#compare=${record.series.map(({ id }) => encodeURIComponent(id)).join(',')}`);
  expect(record.series.length).toBeGreaterThan(0);
  for (const series of record.series) {
    const one = document.querySelector(`[data-series="${series.id}"]`)!;
    expect(one.getAttribute('aria-label')).toBe(`${series.name} (${series.unitText})`);
    expect(one.querySelectorAll('h3')).toHaveLength(1);
  }
  expect(strips()).toHaveLength(record.series.length);
});

test('rule 7: a blood pressure is one strip of bars, the heart rate a strip of its own', () => {
  show(recordOf(story));
  expect(names()).toEqual([
    'Potassium (mmol/L)',
    'Creatinine (mg/dL)',
    'Blood pressure (mmHg)',
    'Heart rate (/min)',
  ]);
  expect(marksOf('Blood pressure').map((mark) => mark.getAttribute('data-mark'))).toEqual(['pair', 'pair']);
  expect(strip('Blood pressure').querySelectorAll('[data-tick="mean"]')).toHaveLength(2);
  expect(strip('Blood pressure').querySelector('[data-line]')).toBeNull();
  expect(strip('Blood pressure').textContent).toContain('MAP 102 mmHg, calculated');
  expect(marksOf('Heart rate')).toHaveLength(1);
});
