// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { zoomByPinch } from './pinchZoom.ts';
import { parseWindowChoice } from './windowChoice.ts';

const WHOLE = { startMs: 0, endMs: 1000 * DAY_MS };
const VISIBLE = { startMs: 400 * DAY_MS, endMs: 800 * DAY_MS };

let stop = new AbortController();
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

/** Shows a chart of 400 px and a text, and returns what two fingers do there. */
function show() {
  const onChoose = vi.fn<(choice: string) => void>();
  const view = { ...viewOfAll, whole: WHOLE, visible: VISIBLE, choice: '400d~200', onChoose };
  document.body.innerHTML = '<b data-plot="410"></b><p></p>';
  zoomByPinch(() => view, stop.signal);
  return {
    onChoose,
    chart: document.querySelector<HTMLElement>('b')!,
    text: document.querySelector<HTMLElement>('p')!,
  };
}

/** Returns true if the browser would scroll or zoom the page by it. */
function touch(type: string, ...fingers: (readonly [Element, number])[]): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const touches = fingers.map(([target, clientX]) => ({ target, clientX }));
  Object.defineProperty(event, 'touches', { value: touches });
  return (fingers[0]?.[0] ?? document.body).dispatchEvent(event);
}

test('two fingers that part show half the time around their middle, in one step', () => {
  const { chart, onChoose } = show();
  touch('touchstart', [chart, 154]);
  touch('touchstart', [chart, 154], [chart, 254]);
  expect(touch('touchmove', [chart, 129], [chart, 279])).toBe(false);
  expect(touch('touchmove', [chart, 104], [chart, 304])).toBe(false);
  expect(onChoose).not.toHaveBeenCalled();
  touch('touchend', [chart, 104]);
  touch('touchend');
  expect(onChoose).toHaveBeenCalledOnce();
  const { length, backDays } = parseWindowChoice(onChoose.mock.calls[0]![0])!;
  expect(length).toBeCloseTo(200, 3);
  expect(1000 - backDays - 100).toBeCloseTo(600, 3);
});

test('two fingers that move together move the period', () => {
  const { chart, onChoose } = show();
  touch('touchstart', [chart, 104], [chart, 204]);
  touch('touchmove', [chart, 204], [chart, 304]);
  touch('touchend');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('400d~300');
});

test('one finger scrolls the page', () => {
  const { chart, onChoose } = show();
  touch('touchstart', [chart, 104]);
  expect(touch('touchmove', [chart, 304])).toBe(true);
  touch('touchend');
  expect(onChoose).not.toHaveBeenCalled();
});

test('two fingers of which one is beside the charts zoom the page', () => {
  const { chart, text, onChoose } = show();
  touch('touchstart', [chart, 104], [text, 204]);
  expect(touch('touchmove', [chart, 54], [text, 304])).toBe(true);
  touch('touchend');
  expect(onChoose).not.toHaveBeenCalled();
});

test('two fingers one above the other never leap, and never go beyond the record', () => {
  const { chart, onChoose } = show();
  touch('touchstart', [chart, 204], [chart, 205]);
  touch('touchmove', [chart, 201], [chart, 208]);
  touch('touchend');
  expect(onChoose).not.toHaveBeenCalled();
  touch('touchstart', [chart, 4], [chart, 404]);
  touch('touchmove', [chart, 203], [chart, 205]);
  touch('touchend');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('all');
});
