// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense, type FunctionComponent } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { findMissingFilesWith } from './missingFile.ts';
import { deferredPart, lazyPart, lazyScreen } from './lazyScreen.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Fails until there is a connection, as a file that cannot be fetched does. */
function unreachable() {
  let isOnline = false;
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
  const load = vi.fn<() => Promise<FunctionComponent>>(async () => {
    if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module');
    return () => <p>the part</p>;
  });
  const goOnline = () => {
    isOnline = true;
    dispatchEvent(new Event('online'));
  };
  return { load, goOnline };
}

test('a part asked for without a connection comes as soon as there is one', async () => {
  const { load, goOnline } = unreachable();
  const Part = deferredPart(load, () => <p>missing</p>);
  await act(async () => render(<Suspense>{<Part />}</Suspense>));
  expect(screen.queryByText('missing')).toBeNull();
  await act(async () => goOnline());
  expect(await screen.findByText('the part')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});

test('a part that cannot be fetched although there is a connection is said to be missing', async () => {
  const Part = deferredPart(
    () => Promise.reject<() => null>(new TypeError('Failed to fetch')),
    () => <p>missing</p>,
  );
  await act(async () => render(<Suspense>{<Part />}</Suspense>));
  expect(screen.getByText('missing')).toBeTruthy();
});

test('words that are needed without a connection are not waited for', async () => {
  const Part = lazyPart(unreachable().load, () => <p>said otherwise</p>);
  await act(async () => render(<Suspense>{<Part />}</Suspense>));
  expect(screen.getByText('said otherwise')).toBeTruthy();
});

test('a whole screen says so at once', async () => {
  const Screen = lazyScreen(unreachable().load);
  await act(async () => render(<Suspense>{<Screen />}</Suspense>));
  expect(document.body.textContent).not.toBe('');
  expect(screen.queryByText('the part')).toBeNull();
});

test('a screen that cannot be fetched is a page with an alert in it', async () => {
  const Screen = lazyScreen(() => Promise.reject<() => null>(new TypeError('Failed to fetch')));
  await act(async () => render(<Suspense>{<Screen />}</Suspense>));
  expect(screen.getByRole('main').contains(screen.getByRole('alert'))).toBe(true);
  expect(screen.getByRole('alert').dataset['error']).toBe('E04');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This screen could not be loaded');
});

test('a screen whose file is gone from the host says that Longview was updated, with one button', async () => {
  const gone = new TypeError('Failed to fetch dynamically imported module');
  const find = vi.fn<(failure: unknown) => Promise<boolean>>(async (failure) => failure === gone);
  findMissingFilesWith(find);
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const Screen = lazyScreen(() => Promise.reject<() => null>(gone));
  await act(async () => render(<Suspense>{<Screen />}</Suspense>));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Longview was updated');
  expect(screen.getByRole('alert').dataset['error']).toBeUndefined();
  expect(reload).not.toHaveBeenCalled();
  act(() => screen.getByRole('button', { name: 'Reload' }).click());
  expect(reload).toHaveBeenCalledTimes(1);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  findMissingFilesWith(() => Promise.reject(new Error('nothing answers')));
});
