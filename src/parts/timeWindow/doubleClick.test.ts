// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { undoOnDoubleClick } from './doubleClick.ts';
import type { ViewWindow } from './useTimeWindow.ts';

const VISIBLE = { startMs: 400, endMs: 800 };

let stop = new AbortController();
/** A press is never near one of the test before. */
let startMs = 0;
beforeEach(() => {
  startMs += 60_000;
  stop = new AbortController();
  location.hash = '';
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Shows a tile whose link opens a screen, and a chart that opens nothing. */
function show(more: Partial<ViewWindow> = {}) {
  const onChoose = vi.fn<(choice: string) => void>();
  const back = vi.spyOn(history, 'back').mockImplementation(() => undefined);
  const view = { ...viewOfAll, visible: VISIBLE, isChosen: true, isZoomed: true, onChoose, ...more };
  document.body.innerHTML =
    '<main><a href="#series=phos"><b data-plot="110"></b></a><i data-time-width="110"></i></main><button></button>';
  undoOnDoubleClick(() => view, stop.signal);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
  const [tile, chart, button] = [find('b'), find('i'), find('button')];
  tile.addEventListener('click', () => (location.hash = '#series=phos'));
  const onButton = vi.fn<() => void>();
  button.addEventListener('click', onButton);
  return { tile, chart, button, onButton, onChoose, back };
}

type Press = { readonly atMs: number; readonly x?: number; readonly more?: PointerEventInit };

function press(target: Element, { atMs, x = 50, more = {} }: Press): void {
  for (const type of ['pointerdown', 'pointerup', 'click']) {
    const init = {
      bubbles: true,
      cancelable: true,
      isPrimary: true,
      pointerType: 'mouse',
      button: 0,
      ...more,
    };
    const event = new PointerEvent(type, { ...init, clientX: x, clientY: 20 });
    Object.defineProperty(event, 'timeStamp', { value: startMs + atMs });
    target.dispatchEvent(event);
  }
}

test('a single press on the curve of a tile opens its screen at once, and undoes nothing', () => {
  const { tile, onChoose, back } = show();
  press(tile, { atMs: 1000 });
  expect(location.hash).toBe('#series=phos');
  expect(onChoose).not.toHaveBeenCalled();
  expect(back).not.toHaveBeenCalled();
});

test('a second press at once, whatever stands there by now, goes back to the tiles and one zoom back', () => {
  const { tile, button, onButton, onChoose, back } = show();
  press(tile, { atMs: 1000 });
  press(button, { atMs: 1250, x: 54 });
  expect(onButton).not.toHaveBeenCalled();
  expect(back).toHaveBeenCalledOnce();
  expect(onChoose).not.toHaveBeenCalled();
  dispatchEvent(new PopStateEvent('popstate'));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('');
});

test.each<[string, Press]>([
  ['later', { atMs: 1500 }],
  ['elsewhere', { atMs: 1200, x: 90 }],
  ['of the other button', { atMs: 1200, more: { button: 2 } }],
])('a second press %s is one of its own', (_, second) => {
  const { tile, button, onButton, back } = show();
  press(tile, { atMs: 1000 });
  press(button, second);
  expect(onButton).toHaveBeenCalledOnce();
  expect(back).not.toHaveBeenCalled();
});

test('where nothing is zoomed, or a key is held, both presses do what they always do', () => {
  const opening = show({ isZoomed: false, isChosen: false });
  press(opening.tile, { atMs: 1000 });
  press(opening.button, { atMs: 1200 });
  expect(opening.onButton).toHaveBeenCalledOnce();
  const zoomed = show();
  press(zoomed.tile, { atMs: 3000, more: { ctrlKey: true } });
  press(zoomed.button, { atMs: 3200 });
  expect(zoomed.onButton).toHaveBeenCalledOnce();
  expect(zoomed.back).not.toHaveBeenCalled();
});

test('two taps on a chart that opens nothing go one zoom back', () => {
  const { chart, onChoose } = show();
  const more = { pointerType: 'touch' };
  press(chart, { atMs: 1000, more });
  expect(onChoose).not.toHaveBeenCalled();
  press(chart, { atMs: 1300, more });
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('');
});
