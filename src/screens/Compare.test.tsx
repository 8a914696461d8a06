// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
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

type Shown = {
  readonly record: RecordSnapshot;
  readonly window?: TimeWindow | undefined;
  readonly singleKeys?: boolean;
};

const onOpenSource = vi.fn<(id: string) => void>();
const STARTED_MS = Date.parse('2026-10-20T14:00:00Z');

const lanes = (frame: Frame, cursorMs: number | undefined, onMoment: (timeMs: number) => void) => (
  <>
    <p data-testid="lanes">
      {frame.startMs} {frame.endMs} {frame.width} {cursorMs}
    </p>
    <button type="button" onClick={() => onMoment(STARTED_MS)}>
      Spironolactone started
    </button>
  </>
);

function App({ record, window: first, singleKeys }: Shown) {
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
      singleKeys={singleKeys}
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

const live = () => document.querySelector('[aria-live="polite"]')?.textContent;
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

test('rule 11: what lies outside the window is not drawn, and said', () => {
  show(recordOf(story));
  expect(strip('Potassium').textContent).toContain('2 older results not shown');
  expect(strip('Potassium').dataset['count']).toBe('5');
  expect(marksOf('Potassium')).toHaveLength(5);
  const width = Number(plotOf('Potassium').getAttribute('width'));
  const band = strip('Potassium').querySelector('[data-band="area"]')?.getAttribute('d') ?? '';
  const across = [...band.matchAll(/[MH]([\d.]+)/g)].map(([, px]) => Number(px));
  expect(across.length).toBeGreaterThan(0);
  expect(across.every((px) => px >= 0 && px <= width)).toBe(true);
});

test('rule 11: results after the window are counted too, and an empty one leads to the last result', () => {
  const early = { startMs: Date.parse('2021-01-01T00:00:00Z'), endMs: Date.parse('2022-01-01T00:00:00Z') };
  show(recordOf(story), '#compare=k,na', early);
  expect(strip('Potassium').textContent).toContain('6 newer results not shown');
  expect(strip('Sodium').textContent).toContain('no results in this window');
  fireEvent.click(screen.getByRole('button', { name: 'go to last result (Nov 2026)' }));
  expect(strip('Sodium').dataset['count']).toBe('1');
  expect(strip('Sodium').textContent).toContain('1 older result not shown');
});

test('rule 9: each strip ends with its latest value, unit and date; a preliminary one is never the latest', () => {
  show(recordOf(story));
  expect(strip('Potassium').textContent).toContain('5.8 mmol/L');
  expect(strip('Potassium').textContent).toContain('12 Nov 2026, 08:10');
  expect(within(strip('Potassium')).getByText('1 preliminary')).toBeTruthy();
  expect(strip('Potassium').dataset['latest']).toBe('5.8');
});

test('rules 37, 39: while the record is read nothing is called the latest', () => {
  show(recordOf(story, { ended: false, complete: false }));
  expect(strip('Potassium').textContent).toContain('newest read so far');
  expect(strip('Potassium').dataset['latest']).toBeUndefined();
  expect(screen.queryByText('Latest,')).toBeNull();
  cleanup();
  show(recordOf(story, { complete: false }));
  expect(strip('Potassium').querySelector('[data-notice="incomplete"]')).toBeTruthy();
});

test('rule 12: the keys walk the moments of all strips, and every strip reads itself out', () => {
  show(recordOf(story));
  axis().focus();
  press('ArrowRight');
  expect(live()).toBe(
    '24 November 2026, 09:40. Potassium 5.3 mmol/L, no flag sent. Not measured then: Creatinine, Blood pressure and Heart rate.',
  );
  press('ArrowLeft');
  expect(live()).toMatch(/^12 November 2026, 08:10\. Potassium 5\.8 mmol\/L, high\./);
  press('ArrowLeft');
  expect(screen.getByText(/^At 29 Oct 2026, 08:30/)).toBeTruthy();
  expect(live()).toContain('Blood pressure 146/80 mmHg, no flag sent. Heart rate 78 /min, no flag sent.');
  // Drawn at the same place, so read with it: with its own time.
  expect(strip('Potassium').textContent).toContain('29 Oct 2026, 08:05, 25 min earlier');
  press('Home');
  expect(screen.getByText(/^At 14 Jan 2026, 08:00/)).toBeTruthy();
  expect(strip('Creatinine').textContent).toContain('none before this moment');
  press('Escape');
  expect(screen.getByText('Latest,', { exact: false })).toBeTruthy();
  expect(location.hash).toContain('compare');
});

test('rule 12: a reading has value, unit, time with zone, flag, range, status and source', () => {
  show(recordOf(story));
  axis().focus();
  press('End');
  press('ArrowLeft');
  const { textContent } = strip('Potassium');
  for (const text of ['5.8', 'mmol/L', '12 Nov 2026, 08:10', 'high, final', 'range sent 3.5–5'])
    expect(textContent).toContain(text);
  expect(screen.getByText(/^At 12 Nov 2026/).textContent).toContain('CST, UTC−06:00');
  fireEvent.click(
    within(strip('Potassium')).getByRole('button', {
      name: 'Source of the result, Potassium, 12 Nov 2026, 08:10',
    }),
  );
  expect(onOpenSource).toHaveBeenLastCalledWith('k6');
});

test('rule 12: down and up choose a strip, whose own results the keys then walk', () => {
  show(recordOf(story));
  axis().focus();
  press('ArrowDown');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(
    'Potassium (mmol/L), 5 results in this window',
  );
  press('End');
  press('ArrowLeft');
  press('ArrowLeft');
  expect(live()).toBe('Potassium 5.4 mmol/L, high. 29 October 2026. Up 0.5 from 4.9. Result 5 of 7.');
  press('ArrowDown');
  press('ArrowDown');
  expect(live()).toMatch(/^Blood pressure 146\/80 mmHg/);
  press('ArrowLeft');
  expect(live()).toMatch(/^Blood pressure 158\/84 mmHg, no flag sent\. 20 October 2026\./);
  press('ArrowUp');
  press('ArrowUp');
  press('ArrowUp');
  expect(document.activeElement).toBe(axis());
});

test('every moment can be reached by key, and each says something', () => {
  show(recordOf(story));
  axis().focus();
  press('Home');
  const said = new Set([live()]);
  for (let i = 0; i < 9; i++) {
    press('ArrowRight');
    said.add(live());
  }
  expect(said.size).toBe(7);
  expect(axis().getAttribute('aria-valuetext')).toBe('7 of 7');
});

test('rule 53: a pointer moves the same cursor, rests on a result beside it, and a press announces', () => {
  show(recordOf(story));
  const slider = strip('Potassium').querySelector('[role="slider"]')!;
  const ring = () => strip('Potassium').querySelector('[data-ring]');
  axis().focus();
  press('End');
  press('ArrowLeft');
  const x = xOf(plotOf('Potassium').querySelector('[data-cursor]'));
  press('Escape');
  fireEvent.pointerMove(slider, { clientX: x + 2, clientY: 10 });
  expect(screen.getByText(/^At 12 Nov 2026, 08:10/)).toBeTruthy();
  expect(ring()).toBeTruthy();
  expect(live()).toBe('');
  fireEvent.pointerDown(slider, { clientX: x + 2, clientY: 10 });
  expect(live()).toMatch(/^Potassium 5\.8 mmol\/L, high\./);
  fireEvent.pointerMove(slider, { clientX: x - 200, clientY: 10 });
  expect(ring()).toBeNull();
});

test('rule 10: the relative view has 0 and 1 at the limits sent, and names what has no place in it', async () => {
  show(recordOf(story));
  fireEvent.click(screen.getByRole('button', { name: 'Relative' }));
  await screen.findByText(/^Relative to the range sent with each result/);
  expect(location.hash).toContain('view=relative');
  expect(names()[0]).toBe('Potassium (relative to the range sent)');
  const scale = strip('Potassium').querySelectorAll('text');
  expect([...scale].map(({ textContent }) => textContent)).toEqual(['0', '1']);
  expect(strip('Potassium').textContent).toContain('1 without a two-sided range, not drawn');
  expect(strip('Potassium').textContent).toContain('5.8 mmol/L');
  expect(screen.getByText(/drawn in its own unit: Creatinine, Blood pressure and Heart rate/)).toBeTruthy();
});

test('before and after a moment: median, count and days, with what was left out', () => {
  show(recordOf(story));
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(screen.getByText(/^Choose a moment first/)).toBeTruthy();
  axis().focus();
  press('End');
  press('ArrowLeft');
  press('ArrowLeft');
  press('ArrowLeft');
  press('ArrowLeft');
  press('a');
  const table = screen.getByRole('table', { name: /^Before and after 20 Oct 2026, 08:30/ });
  const row = (name: string) => within(table).getByRole('rowheader', { name }).closest('tr')?.textContent;
  expect(row('Potassium')).toBe(
    'Potassium4.75 mmol/L 2 results in 279 d5.6 mmol/L 2 results in 23 d↑0.851 preliminary',
  );
  expect(row('Blood pressure, systolic')).toBe(
    'Blood pressure, systolic158 mmHg 1 result in 0 d146 mmHg 1 result in 9 d↓12',
  );
  expect(row('Heart rate')).toContain('no result');
  press('a');
  expect(screen.queryByRole('table')).toBeNull();
});

test('rules 56, 57: the table has every result of the window, newest first, and the same cursor', () => {
  show(recordOf([...story, result('2823-3', 'haemolysed', '', '2026-11-20T14:00:00Z')]));
  fireEvent.keyDown(document.body, { key: 't' });
  const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows()).toHaveLength(11);
  expect(rows()[0]?.textContent).toContain('24 Nov 2026, 09:40Potassium5.3 mmol/L');
  expect(rows()[1]?.textContent).toContain('“haemolysed”, listed, not drawn');
  fireEvent.click(rows()[2]!);
  expect(screen.getByText(/^At 12 Nov 2026, 08:10/)).toBeTruthy();
  expect(rows()[2]?.getAttribute('aria-selected')).toBe('true');
  // Two results of one moment are still two rows for the keys.
  for (let i = 0; i < 3; i++)
    fireEvent.keyDown(screen.getByRole('group', { name: /^All results/ }), { key: 'ArrowDown' });
  expect(rows()[5]?.getAttribute('aria-selected')).toBe('true');
  expect(strip('Potassium').textContent).toContain('1 listed, not drawn');
});

test('strips are taken away, added by name and moved by buttons; the address holds them', async () => {
  show(recordOf(story));
  fireEvent.click(screen.getByRole('button', { name: 'Remove Creatinine' }));
  await vi.waitFor(() => expect(names()).toHaveLength(3));
  const add = screen.getByRole('combobox', { name: 'Add a result' });
  fireEvent.change(add, { target: { value: 'sod' } });
  fireEvent.submit(add.closest('form')!);
  await screen.findByRole('region', { name: /^Sodium/ });
  fireEvent.click(screen.getByRole('button', { name: 'Move Sodium up' }));
  await vi.waitFor(() => expect(names()[2]).toBe('Sodium (mmol/L)'));
  expect(location.hash).toBe('#compare=k,bp-sys,na,hr');
  fireEvent.change(add, { target: { value: 'nothing like it' } });
  expect(screen.getByText('no such result in this record')).toBeTruthy();
});

test('rule 5: lines can be switched off, the points stay', () => {
  show(recordOf(story));
  const lines = () => strip('Potassium').querySelectorAll('[data-line]').length;
  expect(lines()).toBe(1);
  expect(strip('Potassium').querySelector('[data-line]')?.getAttribute('d')).toMatch(/^[ML\d .-]+$/);
  fireEvent.click(screen.getByRole('button', { name: 'Lines off' }));
  expect(lines()).toBe(0);
  expect(marksOf('Potassium')).toHaveLength(5);
});

test('rule 8: many results are thinned, which is said and can be switched off', () => {
  const minute = (i: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + i * 1_800_000).toISOString();
  const many = Array.from({ length: 900 }, (_, i) => result('8867-4', 60 + (i % 40), '/min', minute(i)));
  show(recordOf(many), '#compare=hr');
  expect(strip('Heart rate').textContent).toContain('drawn from 900 readings');
  expect(marksOf('Heart rate').length).toBeLessThan(100);
  expect(strip('Heart rate').dataset['count']).toBe('900');
  fireEvent.click(screen.getByRole('button', { name: 'Every point' }));
  expect(marksOf('Heart rate')).toHaveLength(900);
});

test('a shared view names what this record does not have', () => {
  show(recordOf(story), '#compare=k,lactate');
  expect(screen.getByText('Not in this record: Lactate.')).toBeTruthy();
  expect(names()).toEqual(['Potassium (mmol/L)']);
});

test('two periods lie on one axis from day 0, the one before in lighter ink', () => {
  const before = result('2823-3', 9.9, 'mmol/L', '2025-10-29T13:05:00Z');
  show(recordOf([...story, before]), '#compare=k,bp-sys');
  fireEvent.click(screen.getByRole('button', { name: 'Period before' }));
  expect(screen.getByText(/the same length before, 25 Nov 2024 – 25 Nov 2025: both begin/)).toBeTruthy();
  const earlier = strip('Potassium').querySelector('[data-earlier]')!;
  expect(earlier.querySelectorAll('[data-mark]')).toHaveLength(1);
  expect(strip('Potassium').textContent).toContain('1 in the period before');
  // Rule 4: no point outside the plot.
  expect(strip('Potassium').textContent).toContain('scale extended');
  axis().focus();
  press('End');
  press('ArrowLeft');
  press('ArrowLeft');
  press('ArrowLeft');
  expect(screen.getByText(/^At 29 Oct 2026, 08:05/).textContent).toContain('day 338');
  expect(strip('Potassium').textContent).toContain('period before: 9.9 mmol/L, 29 Oct 2025');
  expect(strip('Blood pressure').textContent).toContain('period before: none up to this day');
  const place = Number(/^M([\d.]+)/.exec(earlier.querySelector('[data-mark]')?.getAttribute('d') ?? '')?.[1]);
  expect(Math.abs(place + 2 - xOf(plotOf('Potassium').querySelector('[data-cursor]')))).toBeLessThan(1);
});

test('rule 44: a month stays a month: a bar off the line, read without a time', () => {
  show(recordOf([...story, result('2823-3', 4.4, 'mmol/L', '2026-03')]), '#compare=k');
  axis().focus();
  press('Home');
  press('ArrowRight');
  expect(strip('Potassium').textContent).toContain('4.4 mmol/L');
  expect(strip('Potassium').querySelector('time')?.textContent).toBe('Mar 2026');
  expect(live()).toContain('Potassium 4.4 mmol/L');
});

test('what is compared has a way back, and the last strip stays', () => {
  show(recordOf(story), '#compare=k');
  expect(screen.queryByRole('button', { name: 'Remove Potassium' })).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('the letters do nothing while a text is typed, or when they are switched off', () => {
  show(recordOf(story));
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Add a result' }), { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  cleanup();
  render(<App record={recordOf(story)} window={YEAR} singleKeys={false} />);
  fireEvent.keyDown(document.body, { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('table')).toBeTruthy();
});

test('the start of something in the lanes is day 0, with before and after', () => {
  show(recordOf(story));
  fireEvent.click(screen.getByRole('button', { name: 'Spironolactone started' }));
  expect(screen.getByText(/^At 20 Oct 2026, 09:00/).textContent).toContain('day 0');
  expect(screen.getByRole('table', { name: /^Before and after 20 Oct 2026, 09:00/ })).toBeTruthy();
  axis().focus();
  press('ArrowRight');
  expect(screen.getByText(/^At 29 Oct 2026, 08:05/).textContent).toContain('CDT, day 9');
  press('Home');
  expect(screen.getByText(/^At 14 Jan 2026/).textContent).toContain('day −279');
});

test('two codes of one name are told apart, as on the overview', () => {
  const named = (code: string) => ({
    code: { text: 'Sweat test', coding: [{ system: 'urn:oid:1.2.3', code, display: 'Sweat test' }] },
  });
  const record = recordOf([
    result('', 12, 'mmol/L', '2026-10-20T13:15:00Z', named('A1')),
    result('', 14, 'mmol/L', '2026-10-29T13:15:00Z', named('B2')),
  ]);
  show(record, '#compare');
  expect(names()).toEqual(['Sweat test, 1.2.3 A1 (mmol/L)', 'Sweat test, 1.2.3 B2 (mmol/L)']);
});
