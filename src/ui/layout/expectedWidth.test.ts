// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { rememberedMargins } from './expectedWidth.ts';

const windowOf = (widthPx: number) =>
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(widthPx);

function elementOf(widthPx: number): HTMLElement {
  const element = document.createElement('div');
  vi.spyOn(element, 'clientWidth', 'get').mockReturnValue(widthPx);
  return element;
}

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});

test('the first element is expected to leave its own margins free', () => {
  windowOf(1366);
  expect(rememberedMargins(2).expectedWidthPx()).toBe(1334);
});

test("the margins grow with the reader's text", () => {
  windowOf(1366);
  document.documentElement.style.fontSize = '24px';
  expect(rememberedMargins(2).expectedWidthPx()).toBe(1318);
});

test('the next element is expected to stand as the one before it did, also in another window', () => {
  const width = rememberedMargins(2);
  windowOf(1366);
  expect(width.measuredWidthPx(elementOf(914))).toBe(914);
  expect(width.expectedWidthPx()).toBe(914);
  windowOf(1920);
  expect(width.expectedWidthPx()).toBe(1468);
});

test('a width is never less than a pixel', () => {
  const width = rememberedMargins(2);
  windowOf(1366);
  width.measuredWidthPx(elementOf(300));
  windowOf(400);
  expect(width.expectedWidthPx()).toBe(1);
});

test('an element without a layout tells no margins', () => {
  const width = rememberedMargins(2);
  windowOf(1366);
  expect(width.measuredWidthPx(elementOf(0))).toBe(640);
  expect(width.expectedWidthPx()).toBe(1334);
  windowOf(0);
  expect(width.expectedWidthPx()).toBe(640);
});
