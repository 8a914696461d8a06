// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { lazy, type FunctionComponent } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LazyBoundary } from '../ui/loading/LazyBoundary.tsx';
import { useSettledMark } from './useSettledMark.ts';

const marks = () => performance.getEntriesByName('longview:settled').length;

beforeEach(() => performance.clearMarks('longview:settled'));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Screen({
  isRead,
  Part,
}: {
  readonly isRead: boolean;
  readonly Part?: FunctionComponent | undefined;
}) {
  useSettledMark(isRead);
  return <LazyBoundary>{Part && <Part />}</LazyBoundary>;
}

/** Lets frames and timers pass until nothing more is due. */
const rest = async (): Promise<void> => {
  for (let i = 0; i < 8; i += 1)
    // oxlint-disable-next-line no-await-in-loop -- each frame may ask for another one
    await act(async () => {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
    });
};

/** Returns a part whose file arrives when `arrive` is called. */
function deferredPart(draw: FunctionComponent = () => <p>here</p>) {
  let arrive = (): void => undefined;
  const Part = lazy(
    () =>
      new Promise<{ default: FunctionComponent }>((resolve) => {
        arrive = () => resolve({ default: draw });
      }),
  );
  return { Part, arrive: () => arrive() };
}

test('the mark is set once when everything has been read, however often the screen is drawn', async () => {
  const { rerender } = render(<Screen isRead={false} />);
  await rest();
  expect(marks()).toBe(0);
  rerender(<Screen isRead />);
  await rest();
  expect(marks()).toBe(1);
  rerender(<Screen isRead={false} />);
  rerender(<Screen isRead />);
  await rest();
  expect(marks()).toBe(1);
});

test('a part that is on its way keeps the mark waiting', async () => {
  const { Part, arrive } = deferredPart();
  render(<Screen isRead Part={Part} />);
  await rest();
  expect(marks()).toBe(0);
  await act(async () => {
    arrive();
    await Promise.resolve();
  });
  await rest();
  expect(document.body.textContent).toBe('here');
  expect(marks()).toBe(1);
});

test('a part that asks for another one keeps the mark waiting for both', async () => {
  const inner = deferredPart();
  const outer = deferredPart(() => (
    <LazyBoundary>
      <inner.Part />
    </LazyBoundary>
  ));
  render(<Screen isRead Part={outer.Part} />);
  await rest();
  await act(async () => {
    outer.arrive();
    await Promise.resolve();
  });
  await rest();
  expect(marks()).toBe(0);
  await act(async () => {
    inner.arrive();
    await Promise.resolve();
  });
  await rest();
  expect(marks()).toBe(1);
});

test('a screen that is left before it has settled sets no mark', async () => {
  const { unmount } = render(<Screen isRead />);
  unmount();
  await rest();
  expect(marks()).toBe(0);
});
