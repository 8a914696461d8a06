import { lazy, type FunctionComponent, type ReactNode } from 'react';
import { NotLoaded } from './NotLoaded.tsx';

/**
 * A component in a file of its own is fetched when it is first shown. `Missing` takes its place if that
 * fails.
 */
export const lazyPart = <Props>(
  load: () => Promise<FunctionComponent<Props>>,
  Missing: (props: Props) => ReactNode,
) =>
  lazy(async (): Promise<{ default: FunctionComponent<Props> }> => ({
    default: await load().catch(() => Missing),
  }));

const connection = (): Promise<unknown> =>
  new Promise((resolve) => addEventListener('online', resolve, { once: true }));

/**
 * Does the same for a part that comes after the first chart, such as a button. Asked for without a
 * connection, which the notices report, it comes once there is one again.
 */
export const latePart = <Props>(
  load: () => Promise<FunctionComponent<Props>>,
  Missing: (props: Props) => ReactNode,
) =>
  lazyPart(
    () =>
      load().catch(async (error: unknown) => {
        if (navigator.onLine) throw error;
        await connection();
        return load();
      }),
    Missing,
  );

/** Does the same for a whole screen. */
export const lazyScreen = <Props>(load: () => Promise<FunctionComponent<Props>>) => lazyPart(load, NotLoaded);
