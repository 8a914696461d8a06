// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { TrendChart } from './TrendChart.tsx';
import { chartEntriesOf } from '../reading/chartEntries.ts';
import { PLAIN_OPTIONS } from './trendOptions.ts';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

afterEach(cleanup);

const WIDTH = 860;
const PLOT = { left: 44, right: WIDTH - 148 };
/** The line is drawn in pixels of the frame, which begins here. */
const FRAME_LEFT = 40;
const DAY = DAY_MS;

type ChartProps = Parameters<typeof TrendChart>[0];
type Shown = Partial<Pick<ChartProps, 'options' | 'onSeriesStep' | 'onZoom'>> & {
  readonly focusIndex?: number;
  readonly hasInitialFocus?: boolean;
};

function show(series: Series, { focusIndex, hasInitialFocus, ...props }: Shown = {}) {
  const onFocus = vi.fn<(index: number, byKey: boolean) => void>();
  const { drawn } = chartEntriesOf(series);
  const view = render(
    <TrendChart
      data={{ series, drawn, isComplete: true }}
      window={{ fromMs: series.timesMs[0]!, toMs: series.timesMs.at(-1)! }}
      size={{ widthPx: WIDTH, heightPx: 304 }}
      timeZone="UTC"
      focus={{ index: focusIndex, onFocus, hasInitialFocus }}
      {...props}
    />,
  );
  return { ...view, onFocus, line: view.container.querySelector('[data-line]')?.getAttribute('d') ?? '' };
}

const monthly = (values: readonly string[], start = 0): Row[] =>
  values.map((text, i) => trendRow(new Date((start + i) * 30 * DAY).toISOString(), text));

test('rule 6: a gap gives two segments, and a segment is made of M and L alone', () => {
  const rows = [...monthly(['4.1', '4.2', '4.0']), ...monthly(['4.4', '4.5'], 60)];
  const { line } = show(trendSeries(rows));
  expect(line.match(/M/g)).toHaveLength(2);
  expect(line.replaceAll(/[\d.,\s-]/g, '')).toMatch(/^[ML]+$/);
});

test('rule 1: distance is time', () => {
  const rows = [
    trendRow('2024-01-01T00:00:00Z', '4'),
    trendRow('2024-01-02T00:00:00Z', '4'),
    trendRow('2024-07-01T00:00:00Z', '4'),
  ];
  const { line } = show(trendSeries(rows));
  const [a = 0, b = 0, c = 0] = [...line.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
  expect(FRAME_LEFT + a).toBeCloseTo(PLOT.left, 0);
  expect(FRAME_LEFT + c).toBeCloseTo(PLOT.right, 0);
  expect((b - a) / (c - a)).toBeCloseTo(1 / 182, 3);
});

test.each([
  ['5.8H', '5.8 ▲H', '5.8 H'],
  ['8.6HH', '8.6 ‼HH', '8.6 HH'],
  ['5.3H~', '5.3 △H preliminary', '5.3 H preliminary'],
])('beside the curve the shape of a flag is seen and not spoken: %s', (result, seen, spoken) => {
  const { container } = show(
    trendSeries([trendRow('2026-01-01T00:00:00Z', '4.1'), trendRow('2026-02-01T00:00:00Z', result)]),
  );
  const label = [...container.querySelectorAll('svg text')].find((text) => text.textContent === seen);
  for (const hidden of label?.querySelectorAll('[aria-hidden="true"]') ?? []) hidden.remove();
  expect(label?.textContent).toBe(spoken);
});

test('rule 20: the line does not pass a limit', () => {
  const { line, container } = show(
    trendSeries(monthly(['24', '26', '<12', '28', '29']), [], { axis: [0, 40] }),
  );
  expect(line.match(/M/g)).toHaveLength(2);
  expect(container.querySelectorAll('[data-mark]')).toHaveLength(5);
});

test('rules 3, 4: the axis has name and unit, and says when its range is not the fixed one', () => {
  const { container } = show(trendSeries(monthly(['4.1', '9.0'])));
  expect(container.querySelector('figcaption')?.textContent).toContain('Potassium (mmol/L)');
  expect(screen.getByText('scale extended')).toBeTruthy();
  const texts = [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  expect(texts).toContain('9');
});

test('rule 28: a changed range is a second step and is said', () => {
  const wide = { rangeHigh: '5.1', band: { low: 3.5, high: 5.1, isFromText: false } };
  const rows = [
    trendRow('2021-01-01T00:00:00Z', '4.1', wide),
    trendRow('2022-03-16T00:00:00Z', '4.2'),
    trendRow('2022-09-16T00:00:00Z', '4.2'),
  ];
  show(trendSeries(rows));
  expect(screen.getByText('range changed 16 Mar 2022: 3.5–5.1 to 3.5–5.0')).toBeTruthy();
  expect(screen.getByText('range 3.5–5.0')).toBeTruthy();
});

test('rule 30: a limit read from a text says so', () => {
  const text = {
    rangeLow: '',
    rangeHigh: '',
    rangeText: '<5',
    band: { low: undefined, high: 5, isFromText: true },
  };
  const rows = [
    trendRow('2021-01-01T00:00:00Z', '4.1', text),
    trendRow('2022-01-01T00:00:00Z', '4.1', text),
    trendRow('2022-06-01T00:00:00Z', '4.2'),
  ];
  show(trendSeries(rows));
  expect(screen.getByText('upper limit 5, from the lab’s text “<5”')).toBeTruthy();
});

test('rule 8: of many results the line is thinned, says so, and keeps every flag', () => {
  const rows = Array.from({ length: 3_000 }, (_, i) =>
    trendRow(new Date(i * 300_000).toISOString(), i % 500 === 250 ? '6.1H' : String(4 + (i % 10) / 10)),
  );
  const { container, line } = show(trendSeries(rows));
  expect(screen.getByText(/^charted from 3,000 results/)).toBeTruthy();
  expect(container.querySelectorAll('[data-mark="H"]')).toHaveLength(6);
  expect(container.querySelector('[data-series]')?.getAttribute('data-count')).toBe('3000');
  expect(line.match(/[ML]/g)?.length).toBeLessThan(4 * WIDTH);
});

test('rule 8: flagged readings of a thinned line each have their symbol; those at one pixel share one, and it is said', () => {
  const flagged = ['6.1H', '5.7H', '6.1H'].map((value, i) =>
    trendRow(new Date(i * 1000).toISOString(), value),
  );
  const rows = Array.from({ length: 3_000 }, (_, i) =>
    trendRow(new Date((i + 1_000) * 300_000).toISOString(), '4.2'),
  );
  const { container } = show(trendSeries([...flagged, ...rows]));
  expect(container.querySelectorAll('[data-mark="H"]')).toHaveLength(2);
  expect(titleOf(container)).toContain('1 result under another with the same symbol');
});

test('rule 12: a pointer reads the nearest result, by touch as well', () => {
  const { onFocus } = show(trendSeries(monthly(['4.1', '4.2', '4.0'])));
  const field = screen.getByRole('slider');
  const middle = (PLOT.left + PLOT.right) / 2;
  fireEvent.pointerMove(field, { clientX: middle + 3, clientY: 200 });
  expect(onFocus).toHaveBeenLastCalledWith(1, false);
  fireEvent.pointerDown(field, { clientX: PLOT.right, clientY: 200, pointerType: 'touch' });
  expect(onFocus).toHaveBeenLastCalledWith(2, true);
});

test('the result in focus has a cursor and a ring on its point', () => {
  const { container } = show(trendSeries(monthly(['4.1', '4.2', '4.0'])), { focusIndex: 1 });
  const ring = container.querySelector('circle[r="10"]');
  expect(Number(ring?.getAttribute('cx')) + PLOT.left - 4).toBeCloseTo((PLOT.left + PLOT.right) / 2, 0);
});

const withOptions = (part: Partial<typeof PLAIN_OPTIONS>) => ({ options: { ...PLAIN_OPTIONS, ...part } });
const titleOf = (container: HTMLElement) => container.querySelector('figcaption')?.textContent;

test('rule 4: a fitted scale is called zoomed beside the name', () => {
  const series = trendSeries(monthly(['4.1', '9.0']));
  const { container } = show(series, withOptions({ isFit: true }));
  expect(titleOf(container)).toBe('Potassium (mmol/L)axis zoomed');
});

test('rule 4: a log scale is called so, and is refused in words where a result is 0', () => {
  const seriesWith = (values: readonly string[]) => trendSeries(monthly(values), [], { axis: [0, 450] });
  const { container, unmount } = show(seriesWith(['24', '356']), withOptions({ isLog: true }));
  expect(titleOf(container)).toContain('log scale');
  const texts = [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  for (const tick of ['5', '20', '50', '100', '200', '500']) expect(texts).toContain(tick);
  unmount();
  const { container: other } = show(seriesWith(['24', '0']), withOptions({ isLog: true }));
  expect(titleOf(other)).toContain('no log scale: a result is 0 or less');
});

test('rule 5: without lines every symbol stays and no line is drawn', () => {
  const series = trendSeries(monthly(['4.1', '4.2', '4.0']));
  const { container, line } = show(series, withOptions({ isWithoutLines: true }));
  expect(container.querySelectorAll('[data-mark]')).toHaveLength(3);
  expect(line).not.toMatch(/L/);
});

const many = (count: number) =>
  trendSeries(
    Array.from({ length: count }, (_, i) =>
      trendRow(new Date(i * 300_000).toISOString(), `${4 + (i % 10) / 10}`),
    ),
  );

test('rule 8: thinning can be switched off: then every result has a symbol, and their number is said', () => {
  const { container } = show(many(1_200), withOptions({ hasEveryPoint: true }));
  expect(container.querySelectorAll('[data-mark]')).toHaveLength(1_200);
  expect(titleOf(container)).toContain('all 1,200 results charted, symbols overlap');
});

test('rule 8: more than 5,000 stay thinned and say so; their line stays, for it stands for them', () => {
  const { container, line } = show(many(5_001), withOptions({ hasEveryPoint: true, isWithoutLines: true }));
  expect(container.querySelectorAll('[data-mark]').length).toBeLessThan(100);
  expect(line).toMatch(/L/);
  expect(titleOf(container)).toContain(
    'charted from 5,001 results; hover or use the arrow keys to read each',
  );
  expect(titleOf(container)).toContain('line kept: it stands for all results');
});

test('up and down arrow keys ask for the neighbouring result', () => {
  const onSeriesStep = vi.fn<(step: -1 | 1) => void>();
  show(trendSeries(monthly(['4.1', '4.2'])), { onSeriesStep });
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowDown' });
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowUp' });
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowUp', ctrlKey: true });
  expect(onSeriesStep.mock.calls).toEqual([[1], [-1]]);
});

test('who came by keys from another chart is in this one', () => {
  show(trendSeries(monthly(['4.1', '4.2'])), { hasInitialFocus: true });
  expect(document.activeElement).toBe(screen.getByRole('slider'));
});

/** There are three results in sixty days, and a pointer goes over them. */
function drag(pointerType: 'mouse' | 'touch' = 'mouse') {
  const onZoom = vi.fn<(fromMs: number, toMs: number) => void>();
  const shown = show(trendSeries(monthly(['4.1', '4.2', '4.0'])), { onZoom });
  const field = screen.getByRole('slider');
  field.setPointerCapture = () => undefined;
  const held = { pointerType, isPrimary: true, pointerId: 1, clientY: 200 };
  const down = (clientX: number) => fireEvent.pointerDown(field, { ...held, clientX, buttons: 1 });
  const move = (clientX: number) => fireEvent.pointerMove(field, { ...held, clientX, buttons: 1 });
  const up = (clientX: number) => fireEvent.pointerUp(field, { ...held, clientX });
  const band = () => shown.container.querySelector('[data-brush]');
  return { ...shown, onZoom, field, down, move, up, band, held };
}

const MIDDLE = (PLOT.left + PLOT.right) / 2;

test.each(['mouse', 'touch'] as const)('a stretch marked by a %s becomes the window', (pointerType) => {
  const { onZoom, down, move, up, band, container } = drag(pointerType);
  down(PLOT.right);
  move(MIDDLE);
  expect(band()).toBeTruthy();
  expect(container.textContent).toContain('31 Jan 1970 – 2 Mar 1970');
  up(MIDDLE);
  expect(band()).toBeNull();
  const [fromMs, toMs] = onZoom.mock.calls[0] ?? [0, 0];
  expect(fromMs / DAY).toBeCloseTo(30, 0);
  expect(toMs / DAY).toBeCloseTo(60, 0);
});

test('rule 12: a press and a move without a drag read a result and leave the window as it is', () => {
  const { onZoom, onFocus, field, down, move, up, held } = drag();
  down(MIDDLE);
  move(MIDDLE + 3);
  up(MIDDLE + 3);
  expect(onFocus).toHaveBeenLastCalledWith(1, true);
  fireEvent.pointerMove(field, { ...held, clientX: PLOT.left, buttons: 0 });
  expect(onFocus).toHaveBeenLastCalledWith(0, false);
  expect(onZoom).not.toHaveBeenCalled();
});

test('Escape gives a stretch up and goes no further; so does a second finger', () => {
  const { onZoom, field, down, move, up, band, held } = drag();
  const heard = vi.fn<() => void>();
  addEventListener('keydown', heard);
  down(PLOT.left);
  move(MIDDLE);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(band()).toBeNull();
  up(MIDDLE);
  down(PLOT.left);
  move(MIDDLE);
  fireEvent.pointerDown(field, { ...held, isPrimary: false, pointerId: 2, clientX: 300 });
  expect(band()).toBeNull();
  up(MIDDLE);
  expect(onZoom).not.toHaveBeenCalled();
  expect(heard).not.toHaveBeenCalled();
  removeEventListener('keydown', heard);
});

test('a button let go outside the page ends the drag', () => {
  const { onZoom, onFocus, field, down, up, band, held } = drag();
  down(PLOT.left);
  fireEvent.pointerMove(field, { ...held, clientX: PLOT.right, buttons: 0 });
  expect(band()).toBeNull();
  expect(onFocus).toHaveBeenLastCalledWith(2, false);
  up(PLOT.right);
  expect(onZoom).not.toHaveBeenCalled();
});
