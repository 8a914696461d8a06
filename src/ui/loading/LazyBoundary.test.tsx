// @vitest-environment happy-dom
import type { FunctionComponent } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LazyBoundary } from './LazyBoundary.tsx';
import { deferredPart, lazyPart, preloadDeferredParts } from './lazyScreen.ts';

// The time of the test stands still, so whatever waits for a timer is never drawn. React works on without it.
let root: Root;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shown = (): string => document.body.textContent;

/** Lets everything happen that waits for no timer. */
async function passWithoutTime(): Promise<void> {
  for (let i = 0; i < 30; i += 1)
    // oxlint-disable-next-line no-await-in-loop -- one task follows another
    await new Promise((resolve) => setImmediate(resolve));
}

const Missing = () => <p>missing</p>;

/** Returns a part whose file comes when `arrive` is called. */
function awaitedPart(text: string, make = deferredPart) {
  let arrive = (): void => undefined;
  const load = vi.fn<() => Promise<FunctionComponent>>(
    () => new Promise<FunctionComponent>((resolve) => (arrive = () => resolve(() => <p>{text}</p>))),
  );
  return { Part: make(load, Missing), load, arrive: () => arrive() };
}

test.each([
  ['a late part', deferredPart],
  ['a part that is not waited for without a connection', lazyPart],
])('%s is drawn when its file has come, and waits for no timer', async (_name, make) => {
  const part = awaitedPart('the ribbon', make);
  root.render(
    <LazyBoundary fallback={<p>reading</p>}>
      <part.Part />
    </LazyBoundary>,
  );
  await passWithoutTime();
  expect(shown()).toBe('reading');
  part.arrive();
  await passWithoutTime();
  expect(shown()).toBe('the ribbon');
});

test('parts that come soon after each other, or one within another, are each drawn when they have come', async () => {
  const strip = awaitedPart('strip ');
  const basis = awaitedPart('basis ');
  const counts = awaitedPart('counts ');
  root.render(
    <>
      <LazyBoundary>
        <strip.Part />
        <LazyBoundary>
          <basis.Part />
        </LazyBoundary>
      </LazyBoundary>
      <LazyBoundary>
        <counts.Part />
      </LazyBoundary>
    </>,
  );
  await passWithoutTime();
  strip.arrive();
  await passWithoutTime();
  expect(shown()).toBe('strip ');
  counts.arrive();
  await passWithoutTime();
  expect(shown()).toBe('strip counts ');
  basis.arrive();
  await passWithoutTime();
  expect(shown()).toBe('strip basis counts ');
});

test('what was loaded ahead is drawn with what asks for it, and never shows its fallback', async () => {
  const part = awaitedPart('the account');
  preloadDeferredParts();
  part.arrive();
  await passWithoutTime();
  const fallback = vi.fn<() => null>(() => null);
  const Fallback = () => fallback();
  root.render(
    <LazyBoundary fallback={<Fallback />}>
      <part.Part />
    </LazyBoundary>,
  );
  await passWithoutTime();
  expect(shown()).toBe('the account');
  expect(fallback).not.toHaveBeenCalled();
  expect(part.load).toHaveBeenCalledTimes(1);
});

test('what could not be loaded ahead is asked for again when it is shown', async () => {
  const load = vi
    .fn<() => Promise<FunctionComponent>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue(() => <p>the menu</p>);
  const Part = deferredPart(load, Missing);
  preloadDeferredParts();
  await passWithoutTime();
  root.render(
    <LazyBoundary>
      <Part />
    </LazyBoundary>,
  );
  await passWithoutTime();
  expect(shown()).toBe('the menu');
});

test('a part that is drawn is the same when its file has been loaded once more', async () => {
  const Part = deferredPart(async () => () => <input aria-label="kept" />, Missing);
  const draw = () =>
    root.render(
      <LazyBoundary>
        <Part />
      </LazyBoundary>,
    );
  draw();
  await passWithoutTime();
  const input = document.querySelector('input');
  expect(input).not.toBeNull();
  preloadDeferredParts();
  await passWithoutTime();
  draw();
  await passWithoutTime();
  expect(document.querySelector('input')).toBe(input);
});
