import { lazy, type FunctionComponent, type ReactNode } from 'react';
import { NotLoaded } from './NotLoaded.tsx';

/** A component in a file of its own, fetched when it is first shown; `Missing` in its place if that fails. */
export const lazyPart = <Props>(load: () => Promise<FunctionComponent<Props>>, Missing: () => ReactNode) =>
  lazy(async (): Promise<{ default: FunctionComponent<Props> }> => ({
    default: await load().catch(() => Missing),
  }));

/** The same for a whole screen. */
export const lazyScreen = <Props>(load: () => Promise<FunctionComponent<Props>>) => lazyPart(load, NotLoaded);
