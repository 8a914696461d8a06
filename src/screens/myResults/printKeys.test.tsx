// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawnScreen } from './drawnScreenFixture.tsx';
import { PrintedVisit } from './PrintedVisit.tsx';
import { printForVisit } from './printForVisit.ts';

// The file of the sheet comes when the last test says so.
const line = vi.hoisted(() => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => void (resolve = done));
  return { promise, resolve: () => resolve() };
});
vi.mock('./result/VisitSheet.tsx', async () => {
  await line.promise;
  const Drawn = () => null;
  return { VisitSheet: Drawn, SheetHead: Drawn, SheetSource: Drawn };
});

const LONGEST_WAIT_MS = 3000;
const print = vi.fn<() => void>();

beforeEach(async () => {
  await drawnScreen(<PrintedVisit screen={{ name: 'care' }} />, []);
  vi.useFakeTimers();
  vi.stubGlobal('print', print);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  print.mockClear();
});
afterAll(line.resolve);

/** Presses keys, and returns whether the browser prints at once by itself. */
const press = (key: string, keys: KeyboardEventInit): boolean =>
  dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...keys }));

const waitLongest = () => act(async () => void (await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS)));

test('a press of Ctrl+P prints after the longest wait when the file of the sheet never comes', async () => {
  expect(press('p', { ctrlKey: true })).toBe(false);
  await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS - 1);
  expect(print).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(print).toHaveBeenCalledTimes(1);
  // The next press asks again.
  expect(press('P', { metaKey: true })).toBe(false);
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(2);
});

test('the button "Print for a visit" waits no longer than the keys', async () => {
  void printForVisit();
  await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS - 1);
  expect(print).not.toHaveBeenCalled();
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(1);
});

test('the button and the keys together print once, and nothing after the record was left', async () => {
  press('p', { ctrlKey: true });
  void printForVisit();
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(1);
  void printForVisit();
  cleanup();
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(1);
});

test.each(['з', 'З', 'π', 'פ', 'ح'])('on a keyboard whose P key types "%s" it waits too', async (key) => {
  expect(press(key, { ctrlKey: true, code: 'KeyP' })).toBe(false);
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(1);
});

test('where the key P lies elsewhere, its letter counts and not its place', () => {
  expect(press('l', { ctrlKey: true, code: 'KeyP' })).toBe(true);
  expect(press('p', { ctrlKey: true, code: 'KeyR' })).toBe(false);
});

test('three presses while the sheet is waited for print once', async () => {
  for (const repeat of [false, true, false]) expect(press('p', { ctrlKey: true, repeat })).toBe(false);
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(1);
});

test('whoever leaves the record while the sheet is waited for gets nothing printed, and no key waits afterwards', async () => {
  press('p', { ctrlKey: true });
  cleanup();
  await waitLongest();
  expect(print).not.toHaveBeenCalled();
  expect(press('p', { ctrlKey: true })).toBe(true);
});

test('other keys are left alone: another letter or modifier, no key at all, and what something else has answered', async () => {
  for (const keys of [
    {},
    { ctrlKey: true, shiftKey: true },
    { ctrlKey: true, altKey: true },
    { ctrlKey: true, metaKey: true },
  ])
    expect(press('p', keys)).toBe(true);
  expect(press('f', { ctrlKey: true })).toBe(true);
  const failed = vi.fn<() => void>();
  addEventListener('error', failed);
  // A browser that fills in a form sends such an event.
  expect(dispatchEvent(new Event('keydown', { cancelable: true }))).toBe(true);
  expect(dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { ctrlKey: true }))).toBe(
    true,
  );
  removeEventListener('error', failed);
  expect(failed).not.toHaveBeenCalled();
  const answer = (event: Event) => event.preventDefault();
  addEventListener('keydown', answer, { capture: true });
  press('p', { ctrlKey: true });
  removeEventListener('keydown', answer, { capture: true });
  await waitLongest();
  expect(print).not.toHaveBeenCalled();
});

test('on a Mac, Ctrl+P goes up a line and Command+P waits', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)' });
  expect(press('p', { ctrlKey: true })).toBe(true);
  expect(press('p', { metaKey: true })).toBe(false);
  await waitLongest();
  expect(print).toHaveBeenCalledTimes(1);
});

test('a press before the file of the sheet has come prints as soon as it is there, and later ones are the browser’s', async () => {
  vi.useRealTimers();
  expect(press('p', { ctrlKey: true })).toBe(false);
  line.resolve();
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1), { timeout: LONGEST_WAIT_MS - 500 });
  for (const keys of [{ ctrlKey: true }, { metaKey: true }]) expect(press('P', keys)).toBe(true);
  expect(print).toHaveBeenCalledTimes(1);
});
