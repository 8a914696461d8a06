// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { recordOfSeries } from '../../../testing/recordFixture.ts';
import { viewOfAll } from '../../../testing/viewWindowFixture.ts';
import type { TimeWindow } from '../recordWindow.ts';
import { RecordBar } from './RecordBar.tsx';

const WHOLE = { startMs: 0, endMs: 1000 * DAY_MS };
const VISIBLE = { startMs: 400 * DAY_MS, endMs: 800 * DAY_MS };
const TESTS = [{ timesMs: [5, 421, 421.2, 990].map((day) => day * DAY_MS) }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Shows the bar with a plot of 1000 px, so that a pixel is a day. */
function show(visible: TimeWindow = VISIBLE, whole: TimeWindow = WHOLE) {
  const onChoose = vi.fn<(choice: string) => void>();
  const onPreview = vi.fn<(choice: string | undefined) => void>();
  const view = { ...viewOfAll, whole, visible, choice: '400d~200', onChoose, onPreview };
  const { container } = render(
    <InOpenRecord record={recordOfSeries([])} view={view} timeZone="UTC">
      <RecordBar tests={TESTS} widthPx={1010} textScale={1} />
    </InOpenRecord>,
  );
  const bar = screen.getByRole('group', { name: /^Whole record, / });
  bar.setPointerCapture = () => undefined;
  const slider = (name: string) => screen.getByRole('slider', { name });
  return { container, bar, onChoose, onPreview, slider };
}

const rest = (): void => {
  act(() => void vi.advanceTimersByTime(400));
};
const held = { pointerId: 1, isPrimary: true, button: 0, buttons: 1 };

function drag(target: Element, from: number, to: number) {
  fireEvent.pointerDown(target, { ...held, clientX: from });
  fireEvent.pointerMove(target, { ...held, clientX: (from + to) / 2 });
  fireEvent.pointerMove(target, { ...held, clientX: to });
  fireEvent.pointerUp(target, { ...held, clientX: to, buttons: 0 });
}

const NAMES = ['Start of the period', 'Period shown', 'End of the period'] as const;

test('says the time of the whole record, of the period and of its ends', () => {
  const { bar, slider } = show();
  expect(bar.getAttribute('aria-label')).toBe('Whole record, 1 Jan 1970 – 27 Sep 1972');
  expect(NAMES.map((name) => slider(name).getAttribute('aria-valuetext'))).toEqual([
    '5 Feb 1971',
    '5 Feb 1971 – 11 Mar 1972',
    '11 Mar 1972',
  ]);
  expect(NAMES.map((name) => slider(name).getAttribute('aria-valuenow'))).toEqual(['40', '60', '80']);
});

test('says the time of day in a record of days', () => {
  const hours = { startMs: 0, endMs: 3 * DAY_MS };
  const { slider } = show({ startMs: DAY_MS / 2, endMs: DAY_MS }, hours);
  expect(slider('Start of the period').getAttribute('aria-valuetext')).toBe('1 Jan 1970, 12:00');
});

test('shows where the results lie, each part of the record with its own', () => {
  const { container } = show();
  const columns = container.querySelector('[data-record-bar] path')!.getAttribute('d')!.split('z').length - 1;
  expect(columns).toBe(3);
});

test.each([
  ['start', 400, 300, '500d~200'],
  ['end', 800, 700, '300d~300'],
  ['period', 600, 500, '400d~300'],
  ['end', 800, 5000, '600d'],
  ['period', 600, -900, '400d~600'],
  ['start', 400, -50, '800d~200'],
])('the %s drawn from day %d to day %d chooses %s, in one step', (what, from, to, chosen) => {
  const { bar, onChoose } = show();
  drag(bar.querySelector(`[data-held="${what}"]`)!, from, to);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(chosen);
});

test('an end that is drawn past the other one stops a minute before it', () => {
  const { bar, onChoose } = show();
  drag(bar.querySelector('[data-held="start"]')!, 400, 950);
  expect(onChoose).toHaveBeenCalledOnce();
  expect(Number.parseFloat(onChoose.mock.calls[0]![0])).toBeCloseTo(1 / 1440, 4);
});

test('a press beside the period brings its middle there', () => {
  const { bar, onChoose } = show();
  // The plot begins at 4 px.
  drag(bar, 254, 254);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('400d~550');
});

test('a second finger, the other button and Escape change nothing, and Escape stays on the screen', () => {
  const { bar, onChoose, onPreview } = show();
  fireEvent.pointerDown(bar, { ...held, isPrimary: false, clientX: 100 });
  fireEvent.pointerDown(bar, { ...held, button: 2, clientX: 100 });
  fireEvent.pointerUp(bar, { ...held, clientX: 100 });
  fireEvent.pointerDown(bar, { ...held, clientX: 100 });
  expect(fireEvent.keyDown(bar, { key: 'Escape' })).toBe(false);
  fireEvent.pointerUp(bar, { ...held, clientX: 100 });
  expect(onChoose).not.toHaveBeenCalled();
  expect(onPreview).toHaveBeenLastCalledWith(undefined);
  expect(fireEvent.keyDown(bar, { key: 'Escape' })).toBe(true);
});

test.each([
  ['Start of the period', 'ArrowLeft', '440d~200'],
  ['Start of the period', 'ArrowUp', '360d~200'],
  ['Start of the period', 'PageDown', '600d~200'],
  ['Start of the period', 'Home', '800d~200'],
  ['Period shown', 'ArrowRight', '400d~160'],
  ['Period shown', 'PageUp', '400d'],
  ['Period shown', 'Home', '400d~600'],
  ['End of the period', 'ArrowDown', '360d~240'],
  ['End of the period', 'End', '600d'],
])('%s: the key %s chooses %s', (name, key, chosen) => {
  const { slider, onChoose } = show();
  expect(fireEvent.keyDown(slider(name), { key })).toBe(false);
  rest();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(chosen);
});

test('keys that follow each other fast are one step, and none of them is lost', () => {
  const { slider, onChoose } = show();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight'])
    fireEvent.keyDown(slider('Period shown'), { key });
  rest();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('400d~280');
});

test('leaving an end makes its step at once', () => {
  const { slider, onChoose } = show();
  fireEvent.keyDown(slider('End of the period'), { key: 'ArrowLeft' });
  fireEvent.blur(slider('End of the period'));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('360d~240');
});

test('a key that means nothing there is left to the screen', () => {
  const { slider, onChoose } = show();
  const start = slider('Start of the period');
  for (const more of [{ key: 'a' }, { key: 'ArrowLeft', ctrlKey: true }, { key: 'Tab' }])
    expect(fireEvent.keyDown(start, more)).toBe(true);
  rest();
  expect(onChoose).not.toHaveBeenCalled();
});
