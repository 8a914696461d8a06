// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { parseWindowChoice } from './windowChoice.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { zoomByWheel } from './wheelZoom.ts';
import { setUpGestures } from './windowGestureFixture.ts';

const showPage = setUpGestures(zoomByWheel);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shows a chart whose axis is 100 px long, and a text beside it. */
function show(more: Partial<ViewWindow> = {}) {
  const { find, ...heard } = showPage('<p>text</p><a><span data-plot="110"><svg></svg></span></a>', more);
  return { ...heard, chart: find('svg'), text: find('p') };
}

/** Turns the wheel and returns true if the page would scroll by it. */
const turn = (target: Element, init: WheelEventInit): boolean => {
  const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: 54, ...init });
  // The DOM of the tests leaves these out of the event.
  for (const name of ['ctrlKey', 'metaKey', 'shiftKey', 'clientX'] as const)
    Object.defineProperty(event, name, { value: init[name] ?? (name === 'clientX' ? 54 : false) });
  return target.dispatchEvent(event);
};

const rest = () => vi.advanceTimersByTime(400);

test('a plain wheel over a chart scrolls the page', () => {
  const { chart, onChoose, onPreview } = show();
  expect(turn(chart, { deltaY: 100 })).toBe(true);
  rest();
  expect(onChoose).not.toHaveBeenCalled();
  expect(onPreview).not.toHaveBeenCalled();
});

test.each([['ctrlKey'], ['metaKey']])('a wheel with %s zooms at the pointer', (key) => {
  const { chart, onChoose } = show();
  expect(turn(chart, { deltaY: -25, [key]: true })).toBe(false);
  rest();
  const { length, backDays } = parseWindowChoice(onChoose.mock.calls[0]![0])!;
  expect(length).toBeCloseTo(400 / Math.SQRT2, 2);
  // The pointer is in the middle, so that the middle stays.
  expect(1000 - backDays - Number(length) / 2).toBeCloseTo(600, 2);
});

test('a pinch of a trackpad, which is many small steps, is one step of the history', () => {
  const { chart, onChoose, onPreview } = show();
  for (let i = 0; i < 10; i++) {
    turn(chart, { deltaY: -5, ctrlKey: true });
    vi.advanceTimersByTime(10);
  }
  expect(onChoose).not.toHaveBeenCalled();
  expect(onPreview.mock.calls.length).toBeLessThanOrEqual(10);
  rest();
  expect(onChoose).toHaveBeenCalledOnce();
  expect(parseWindowChoice(onChoose.mock.calls[0]![0])!.length).toBeCloseTo(200, 2);
});

test.each<[string, WheelEventInit]>([
  ['with Shift', { deltaY: 25, shiftKey: true }],
  ['with Shift that the browser has turned', { deltaX: 25, shiftKey: true }],
  ['sideways', { deltaX: 25, deltaY: 4 }],
])('a wheel %s moves the window', (_, init) => {
  const { chart, onChoose } = show();
  expect(turn(chart, init)).toBe(false);
  rest();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('400d~100');
});

test('beside a chart the wheel belongs to the page and to the browser', () => {
  const { text, onChoose } = show();
  expect(turn(text, { deltaY: -50, ctrlKey: true })).toBe(true);
  expect(turn(text, { deltaX: 50 })).toBe(true);
  rest();
  expect(onChoose).not.toHaveBeenCalled();
});

test('at the end of the record the wheel makes no step', () => {
  const visible = { startMs: 600 * DAY_MS, endMs: 1000 * DAY_MS };
  const { chart, onChoose, onPreview } = show({ visible, choice: '400d' });
  expect(turn(chart, { deltaX: 80 })).toBe(false);
  rest();
  expect(onChoose).not.toHaveBeenCalled();
  expect(onPreview).toHaveBeenLastCalledWith(undefined);
});

test('Back during the turn drops it', () => {
  const { chart, onChoose, onPreview } = show();
  turn(chart, { deltaY: -50, ctrlKey: true });
  dispatchEvent(new Event('popstate'));
  rest();
  expect(onChoose).not.toHaveBeenCalled();
  expect(onPreview).toHaveBeenLastCalledWith(undefined);
});

test('a chart that shows another time than the screen is zoomed in its own', () => {
  const { chart, onChoose } = show();
  const plot = chart.parentElement!;
  plot.dataset['timeStart'] = '0';
  plot.dataset['timeEnd'] = String(100 * DAY_MS);
  turn(chart, { deltaX: 50 });
  rest();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('100d~850');
});
