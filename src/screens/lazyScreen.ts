import { lazy, type FunctionComponent, type ReactNode } from 'react';
import { NotLoaded } from './NotLoaded.tsx';

const lazyOf = <Props>(load: () => Promise<FunctionComponent<Props>>, Missing: () => ReactNode) =>
  lazy(async (): Promise<{ default: FunctionComponent<Props> }> => ({
    default: await load().catch(() => Missing),
  }));

const connection = (): Promise<unknown> =>
  new Promise((resolve) => addEventListener('online', resolve, { once: true }));

/**
 * A part of a screen in a file of its own, fetched when it is first shown; without a connection once there is one again, which
 * the screen says meanwhile. `Missing` in its place if that fails.
 */
export const lazyPart = <Props>(load: () => Promise<FunctionComponent<Props>>, Missing: () => ReactNode) =>
  lazyOf(
    () =>
      load().catch(async (error: unknown) => {
        if (navigator.onLine) throw error;
        await connection();
        return load();
      }),
    Missing,
  );

/** The same for a whole screen, which says at once that it could not be loaded. */
export const lazyScreen = <Props>(load: () => Promise<FunctionComponent<Props>>) => lazyOf(load, NotLoaded);
