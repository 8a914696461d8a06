// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { zoomByPinch } from './pinchZoom.ts';
import { parseWindowChoice } from './windowChoice.ts';
import { setUpGestures } from './windowGestureFixture.ts';

const showPage = setUpGestures(zoomByPinch);

/** Shows a chart of 400 px and a text, and returns what two fingers do there. */
function show() {
  const { find, onChoose } = showPage('<b data-plot="410"></b><p></p>');
  return { onChoose, chart: find('b'), text: find('p') };
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
