// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { dragOnCharts } from './dragOnChart.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { setUpGestures } from './windowGestureFixture.ts';

const showPage = setUpGestures(dragOnCharts);
// The click that a drag ignores comes before the next task.
afterEach(() => new Promise<void>((resolve) => setTimeout(resolve)));

/** Shows a time axis, a curve in a link and a text. The axis and the curve are 100 px long. */
function show(more: Partial<ViewWindow> = {}) {
  const { find, ...heard } = showPage(
    '<main><i data-time-width="110" data-time-pan></i><a href="#series=k"><b data-plot="110"></b></a><p></p></main>',
    more,
  );
  return { ...heard, axis: find('i'), curve: find('b'), text: find('p'), main: find('main') };
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
  const { axis, curve, onChoose, main } = show();
  fire(curve, 'pointerdown', 29);
  fire(curve, 'pointermove', 79);
  const marks = () =>
    [axis, curve].map(({ style }) =>
      ['--brush-from', '--brush-to'].map((name) => style.getPropertyValue(name)),
    );
  expect(marks()).toEqual([
    ['0.25', '0.75'],
    ['0.25', '0.75'],
  ]);
  // On the whole screen it would be handed on to every element, and each move would style all of them.
  expect(main.getAttribute('style')).toBeNull();
  fire(curve, 'pointerup', 79);
  expect(marks().flat()).toEqual(['', '', '', '']);
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
