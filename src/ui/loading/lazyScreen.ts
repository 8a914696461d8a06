import { createElement, lazy, useState, type FunctionComponent, type ReactNode } from 'react';
import { fetchFailedStyles } from './failedStyles.ts';
import { NotLoaded } from './NotLoaded.tsx';
import { tellLoaded } from './pendingLoads.ts';

type Load<Props> = () => Promise<FunctionComponent<Props>>;

/** Loads a part, and before it the style sheets that could not be fetched, of which it may need one. */
const withStyles =
  <Props>(load: Load<Props>): Load<Props> =>
  () =>
    fetchFailedStyles()?.then(() => load()) ?? load();

/**
 * Returns a part, and a way to fetch it before it is shown. A failure is shown when somebody shows the part, which tries again.
 */
function partOf<Props extends object>(
  load: Load<Props>,
  loadAhead: Load<Props>,
  Missing: (props: Props) => ReactNode,
) {
  let loaded: FunctionComponent<Props> | undefined;
  const Loading = lazy(async (): Promise<{ default: FunctionComponent<Props> }> => {
    loaded = await load().catch(() => Missing);
    tellLoaded();
    return { default: loaded };
  });
  // A part that has come before it is first shown is drawn without a fallback. A part stays of the kind that was drawn first.
  const Part = (props: Props): ReactNode => {
    const [Drawn] = useState(() => loaded ?? Loading);
    return createElement<Props>(Drawn, props);
  };
  const preload = (): void =>
    void loadAhead().then(
      (one) => (loaded ??= one),
      () => undefined,
    );
  return { Part, preload };
}

/**
 * A component in a file of its own is fetched when it is first shown. `Missing` takes its place if that
 * fails.
 */
export function lazyPart<Props extends object>(
  load: Load<Props>,
  Missing: (props: Props) => ReactNode,
): FunctionComponent<Props> {
  const loadWhole = withStyles(load);
  return partOf(loadWhole, loadWhole, Missing).Part;
}

const connection = (): Promise<unknown> =>
  new Promise((resolve) => addEventListener('online', resolve, { once: true }));

const preloads: (() => void)[] = [];

/** Runs the files of all late parts, so that each is drawn at once when it is first shown. */
export function preloadDeferredParts(): void {
  for (const preload of preloads) preload();
}

/**
 * Does the same for a part that comes after the first chart, such as a button. Asked for without a
 * connection, which the notices report, it comes once there is one again.
 */
export function deferredPart<Props extends object>(
  load: Load<Props>,
  Missing: (props: Props) => ReactNode,
): FunctionComponent<Props> {
  const loadWhole = withStyles(load);
  const loadWithConnection: Load<Props> = () =>
    loadWhole().catch(async (error: unknown) => {
      if (navigator.onLine) throw error;
      await connection();
      return loadWhole();
    });
  const { Part, preload } = partOf(loadWithConnection, loadWhole, Missing);
  preloads.push(preload);
  return Part;
}

/** Does the same for a whole screen. */
export function lazyScreen<Props extends object>(load: Load<Props>): FunctionComponent<Props> {
  let failure: unknown;
  const loadOrRemember: Load<Props> = () =>
    load().catch((error: unknown) => {
      failure = error;
      throw error;
    });
  return lazyPart(loadOrRemember, () => createElement(NotLoaded, { failure }));
}
