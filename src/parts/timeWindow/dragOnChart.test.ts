// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { dragOnCharts } from './dragOnChart.ts';
import type { ViewWindow } from './useTimeWindow.ts';

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

/** Shows a time axis, a curve in a link and a text. The axis and the curve are 100 px long. */
function show(more: Partial<ViewWindow> = {}) {
  const onChoose = vi.fn<(choice: string) => void>();
  const onPreview = vi.fn<(choice: string | undefined) => void>();
  const view = {
    ...viewOfAll,
    whole: WHOLE,
    visible: VISIBLE,
    choice: '400d~200',
    onChoose,
    onPreview,
    ...more,
  };
  document.body.innerHTML =
    '<main><i data-time-width="110" data-time-pan></i><a href="#series=k"><b data-plot="110"></b></a><p></p></main>';
  dragOnCharts(() => view, stop.signal);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
  return { onChoose, onPreview, axis: find('i'), curve: find('b'), text: find('p'), main: find('main') };
}

const fire = (target: Element, type: string, x: number, more: PointerEventInit = {}) =>
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      isPrimary: true,
      pointerType: 'mouse',
      button: 0,
      buttons: type === 'pointerup' ? 0 : 1,
      clientX: x,
      ...more,
    }),
  );

function drag(target: Element, from: number, to: number, more: PointerEventInit = {}) {
  fire(target, 'pointerdown', from, more);
  fire(target, 'pointermove', (from + to) / 2, more);
  fire(target, 'pointermove', to, more);
  fire(target, 'pointerup', to, more);
}

test.each([['mouse'], ['pen'], ['touch']])(
  'a %s that draws the labels of the axis moves the period in one step',
  (pointerType) => {
    const { axis, onChoose } = show();
    drag(axis, 40, 90, { pointerType });
    // Half an axis to the right shows what is half a window earlier.
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('400d~400');
  },
);

test('the labels can be drawn to the first result and not beyond it', () => {
  const { axis, onChoose } = show();
  drag(axis, 10, 900);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('400d~600');
});

test('a press on the labels that does not move changes nothing', () => {
  const { axis, onChoose, onPreview } = show();
  drag(axis, 40, 43);
  expect(onChoose).not.toHaveBeenCalled();
  expect(onPreview).not.toHaveBeenCalled();
});

test('a drag over a curve marks the period that is shown next, and opens nothing', () => {
  const { curve, onChoose, main } = show();
  fire(curve, 'pointerdown', 29);
  fire(curve, 'pointermove', 79);
  expect(main.style.getPropertyValue('--brush-from')).toBe('0.25');
  expect(main.style.getPropertyValue('--brush-to')).toBe('0.75');
  fire(curve, 'pointerup', 79);
  expect(main.style.getPropertyValue('--brush-to')).toBe('0');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('200d~300');
  expect(curve.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).toBe(false);
});

test('a press on a curve still opens its result', () => {
  const { curve, onChoose } = show();
  drag(curve, 50, 52);
  expect(onChoose).not.toHaveBeenCalled();
  expect(curve.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).toBe(true);
});

test('a finger over a curve scrolls the page and marks nothing', () => {
  const { curve, onChoose } = show();
  drag(curve, 20, 80, { pointerType: 'touch' });
  expect(onChoose).not.toHaveBeenCalled();
});

test.each([['i'], ['b']])('Escape gives a drag up: %s', (selector) => {
  const { onChoose, main } = show();
  const target = main.querySelector(selector)!;
  fire(target, 'pointerdown', 20);
  fire(target, 'pointermove', 80);
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  expect(target.dispatchEvent(key)).toBe(false);
  fire(target, 'pointerup', 80);
  expect(onChoose).not.toHaveBeenCalled();
});

test.each<[string, PointerEventInit]>([
  ['with the second button', { button: 2, buttons: 2 }],
  ['of a second finger', { isPrimary: false }],
])('a drag %s changes nothing', (_, more) => {
  const { axis, onChoose } = show();
  drag(axis, 20, 80, more);
  expect(onChoose).not.toHaveBeenCalled();
});

test('a drag over a text changes nothing', () => {
  const { text, onChoose } = show();
  drag(text, 20, 80);
  expect(onChoose).not.toHaveBeenCalled();
});
