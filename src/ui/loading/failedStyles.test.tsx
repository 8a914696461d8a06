// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense, type FunctionComponent } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fetchFailedStyles, watchFailedStyles } from './failedStyles.ts';
import { lazyPart } from './lazyScreen.ts';

const ADDRESS = 'https://app.example/detail.css';

/** A test says how each request for a style sheet ends. The document of the test fetches nothing, and says that all fail. */
class End extends Event {}
const refuseOthers = (event: Event): void => {
  if (!(event instanceof End)) event.stopImmediatePropagation();
};
const links = (): HTMLLinkElement[] => [...document.querySelectorAll('link')];
const end = (link: HTMLLinkElement | undefined, how: 'load' | 'error'): unknown =>
  link?.dispatchEvent(new End(how));

function addStyle(rel = 'stylesheet'): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = rel;
  link.crossOrigin = '';
  link.setAttribute('href', ADDRESS);
  return document.head.appendChild(link);
}

beforeAll(() => {
  addEventListener('error', refuseOthers, { capture: true });
  watchFailedStyles();
});
afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});

test('a style sheet that could not be fetched is asked for again in its place', async () => {
  const failed = addStyle();
  const after = addStyle();
  end(failed, 'error');
  const fetched = fetchFailedStyles();
  const [again, ...more] = links();
  expect(again).not.toBe(failed);
  expect(again?.rel).toBe('stylesheet');
  expect(again?.href).toBe(ADDRESS);
  expect(again?.crossOrigin).toBe('');
  expect(more).toEqual([after]);
  end(again, 'load');
  await expect(fetched).resolves.toHaveLength(1);
});

test('whoever asks while one is on its way waits for it too', async () => {
  end(addStyle(), 'error');
  const first = fetchFailedStyles();
  const second = fetchFailedStyles();
  expect(links()).toHaveLength(1);
  end(links()[0], 'error');
  await expect(first).rejects.toThrow(ADDRESS);
  await expect(second).rejects.toThrow(ADDRESS);
  // The next try asks once more.
  const third = fetchFailedStyles();
  end(links()[0], 'load');
  await expect(third).resolves.toHaveLength(1);
});

test('what was only fetched ahead, and a style sheet that came, are left alone', async () => {
  const ahead = addStyle('preload');
  const came = addStyle();
  end(ahead, 'error');
  end(came, 'load');
  await fetchFailedStyles();
  expect(links()).toEqual([ahead, came]);
});

test('a part is not shown before the style sheet that failed has come, and says so when it does not', async () => {
  const Missing = () => <p>missing</p>;
  const load = vi.fn<() => Promise<FunctionComponent>>(async () => () => <p>the part</p>);
  end(addStyle(), 'error');
  const Part = lazyPart(load, Missing);
  await act(async () => render(<Suspense>{<Part />}</Suspense>));
  expect(load).not.toHaveBeenCalled();
  await act(async () => void end(links()[0], 'error'));
  expect(screen.getByText('missing')).toBeTruthy();

  const Next = lazyPart(load, Missing);
  await act(async () => render(<Suspense>{<Next />}</Suspense>));
  await act(async () => void end(links()[0], 'load'));
  expect(screen.getByText('the part')).toBeTruthy();
});
