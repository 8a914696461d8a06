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

/** Series on top of each other; which, stands behind it. */
export const COMPARE = '#compare';

/** What happened around the results, by date. */
export const TIMELINE = '#timeline';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export const useFragment = (): string => useSyncExternalStore(subscribe, () => location.hash);

/** Changes what the address says of the same screen: no step back for it. */
export function replaceFragment(fragment: string): void {
  if (fragment === location.hash) return;
  history.replaceState(history.state, '', fragment === '' ? location.pathname : fragment);
  dispatchEvent(new HashChangeEvent('hashchange')); // which a replaced address does not give by itself
}

/** The fragment with one parameter set, '' taking it out. What stands without a value, such as `#results`, stays so. */
export function withParameter(fragment: string, name: string, value: string): string {
  const others = fragment
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const all = value === '' ? others : [...others, new URLSearchParams({ [name]: value }).toString()];
  return all.length === 0 ? '' : `#${all.join('&')}`;
}

/** The series whose own screen is open; undefined on the overview. */
export const useOpenSeries = (): string | undefined => seriesInFragment(useFragment());

/** The account of the record; `#account=withdrawn` opens one of its lists. */
export const ACCOUNT = '#account';

/** The list of the account that is open, '' for none of them; undefined on other screens. */
export const useOpenAccount = (): string | undefined =>
  new URLSearchParams(useFragment().slice(1)).get('account') ?? undefined;

export const useInspecting = (): boolean => useFragment() === INSPECT;

/** The whole fragment while the results grid is open, else undefined. */
export const useResultsFragment = (): string | undefined => {
  const fragment = useFragment();
  return /^#results(?=$|[=&])/.test(fragment) ? fragment : undefined;
};
