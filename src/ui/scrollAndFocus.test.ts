// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveScrollAndFocus } from './scrollAndFocus.ts';

let page: Element;
/** The page can be scrolled so far. */
let mostPx = 500;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
  document.body.innerHTML = '<main><a href="#k" data-series="k">Potassium</a></main>';
  page = document.createElement('div');
  let top = 0;
  Object.defineProperty(page, 'scrollTop', {
    get: () => Math.min(top, mostPx),
    set: (px: number) => {
      top = Math.min(px, mostPx);
    },
  });
  document.body.append(page);
  vi.spyOn(document, 'scrollingElement', 'get').mockReturnValue(page);
  mostPx = 500;
  page.scrollTop = 120;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const tile = () => document.querySelector<HTMLElement>('a')!;
const frames = (count: number) => vi.advanceTimersByTime(count * 16);
/** The page is short for a moment, and scrolls back by that. */
function shrink(): void {
  mostPx = 14;
  page.scrollTop = 14;
  mostPx = 500;
}

test('the scroll position comes back with the tile, and stays when the page is short for a moment', () => {
  tile().focus();
  const place = saveScrollAndFocus(tile());
  document.querySelector('main')!.replaceChildren();
  shrink();
  place.restore();
  frames(10);
  document.querySelector('main')!.innerHTML = '<a href="#k" data-series="k">Potassium</a>';
  frames(5);
  expect(document.activeElement).toBe(tile());
  expect(page.scrollTop).toBe(120);
  shrink();
  frames(5);
  expect(page.scrollTop).toBe(120);
});

test('the scroll position is the one that the reader left, also if the page is shorter by now', () => {
  const pageTopPx = page.scrollTop;
  shrink();
  const place = saveScrollAndFocus(tile(), pageTopPx);
  place.restore();
  frames(5);
  expect(page.scrollTop).toBe(120);
});

test.each(['wheel', 'pointerdown', 'touchstart', 'keydown'])(
  'a reader who goes on by %s is not taken back',
  (name) => {
    const place = saveScrollAndFocus(tile());
    page.scrollTop = 0;
    place.restore();
    frames(2);
    expect(page.scrollTop).toBe(120);
    dispatchEvent(new Event(name));
    page.scrollTop = 40;
    frames(60);
    expect(page.scrollTop).toBe(40);
  },
);

test('after a while the page belongs to the reader again', () => {
  const place = saveScrollAndFocus(tile());
  place.restore();
  frames(60);
  page.scrollTop = 40;
  frames(60);
  expect(page.scrollTop).toBe(40);
});
