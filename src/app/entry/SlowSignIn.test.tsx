// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../App.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a token endpoint that does not answer is said after ten seconds, and not before', () => {
  const nothing = () => {};
  const { container } = render(
    <App view={{ kind: 'opening' }} sites={[]} onSignIn={nothing} onStart={nothing} onStop={nothing} />,
  );
  act(() => void vi.advanceTimersByTime(9900));
  expect(container.querySelector('[data-notice]')).toBeNull();
  act(() => void vi.advanceTimersByTime(200));
  expect(container.querySelector('[data-notice="incomplete"]')?.textContent).toBe(
    'Your sign-in has had no answer for 10 seconds. Longview waits for up to 30 seconds. Nothing was read from the record.',
  );
  expect(container.querySelector('button')).toBeNull();
});
