import { useSyncExternalStore } from 'react';

/** View state lives in the fragment and carries no identity, so that a link can be shared. `#series=k` opens one result. */
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

/** A step to another screen that is taken at once: a letter typed before the browser's own event would be lost. */
export function openFragment(fragment: string): void {
  location.hash = fragment;
  dispatchEvent(new HashChangeEvent('hashchange'));
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

/** One page on paper. */
export const PRINT = '#print';

/** The account of the record; `#account=withdrawn` opens one of its lists. */
export const ACCOUNT = '#account';

export type Screen =
  | { readonly name: 'overview' | 'results' | 'compare' | 'timeline' | 'print' }
  | { readonly name: 'series'; readonly seriesId: string }
  /** `list` '' for none of them. */
  | { readonly name: 'account'; readonly list: string };

const BY_FRAGMENT = { results: RESULTS, compare: COMPARE, timeline: TIMELINE, print: PRINT } as const;

/** Which screen a fragment opens; what stands behind the name is that screen's own. */
export function screenIn(fragment: string): Screen {
  for (const name of ['results', 'compare', 'timeline', 'print'] as const) {
    const [first = ''] = fragment.split(/[=&]/);
    if (first === BY_FRAGMENT[name]) return { name };
  }
  const parameters = new URLSearchParams(fragment.slice(1));
  const [seriesId, list] = [parameters.get('series'), parameters.get('account')];
  if (seriesId) return { name: 'series', seriesId };
  return list === null ? { name: 'overview' } : { name: 'account', list };
}

export const useIsInspectorOpen = (): boolean => useFragment() === INSPECT;
