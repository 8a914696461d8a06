import { useSyncExternalStore } from 'react';

/** View state lives in the fragment and carries no identity, so that a link can be shared. `#series=k` opens one result. */
function seriesInFragment(hash: string): string | undefined {
  const id = new URLSearchParams(hash.replace(/^#/, '')).get('series');
  return id === null || id === '' ? undefined : id;
}

export const fragmentFor = (seriesId: string): string =>
  `#${new URLSearchParams({ series: seriesId }).toString()}`;

/** The launch inspector, with or without a session. */
export const INSPECT = '#inspect';

/** The results grid; its filters stand behind it. */
export const RESULTS = '#results';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** The series whose own screen is open; undefined on the overview. */
export const useOpenSeries = (): string | undefined =>
  seriesInFragment(useSyncExternalStore(subscribe, () => location.hash));

/** The account of the record; `#account=withdrawn` opens one of its lists. */
export const ACCOUNT = '#account';

/** The list of the account that is open, '' for none of them; undefined on other screens. */
export const useOpenAccount = (): string | undefined =>
  new URLSearchParams(useSyncExternalStore(subscribe, () => location.hash).slice(1)).get('account') ??
  undefined;

export const useInspecting = (): boolean => useSyncExternalStore(subscribe, () => location.hash) === INSPECT;

/** The whole fragment while the results grid is open, else undefined. */
export const useResultsFragment = (): string | undefined => {
  const fragment = useSyncExternalStore(subscribe, () => location.hash);
  return /^#results(?=$|[=&])/.test(fragment) ? fragment : undefined;
};
