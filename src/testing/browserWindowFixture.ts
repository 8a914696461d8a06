/** This file enters the window of a browser, for tests that go over the network. */
import { Window } from 'happy-dom';
import { afterEach, beforeEach, vi } from 'vitest';

const ADDRESS = 'https://longview.example/index.html';
const VALUES = ['document', 'location', 'history', 'sessionStorage', 'localStorage'] as const;
const METHODS = ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const;

/**
 * Enters a window of happy-dom around Node's own fetch, which sends what a browser sends. `locks` undefined
 * is a browser without Web Locks. `vi.unstubAllGlobals()` leaves the window.
 */
export function enterWindow(locks?: LockManager, url = ADDRESS): Window {
  const window = new Window({ url });
  vi.stubGlobal('window', window);
  vi.stubGlobal('navigator', { onLine: true, locks });
  vi.stubGlobal('Event', window.Event);
  for (const name of VALUES) vi.stubGlobal(name, window[name]);
  for (const name of METHODS) vi.stubGlobal(name, window[name].bind(window));
  return window;
}

/** Gives each test of a file a window that remembers nothing, and takes away what the test put in the place of others. */
export function useEmptyWindow(): void {
  beforeEach(() => {
    sessionStorage.clear();
    history.replaceState(null, '', '/');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}
