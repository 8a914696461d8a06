import { currentSeriesId } from '../../clinical/catalog/analytes.ts';
import { useSyncExternalStore } from 'react';

/**
 * Returns the fragment that opens one result, `#series=k`. View state lives in the fragment and carries no
 * identity, so that a link can be shared.
 */
export const fragmentFor = (seriesId: string): string =>
  `#${new URLSearchParams({ series: seriesId }).toString()}`;

/** This opens the launch inspector, with or without a session. */
export const INSPECT = '#inspect';

/** This opens the results by date. Their filters follow it. */
export const RESULTS = '#results';

/** This opens the comparison. The ids of its series follow it. */
export const COMPARE = '#compare';

/** This opens the timeline of everything around the results. */
export const TIMELINE = '#timeline';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export const useFragment = (): string => useSyncExternalStore(subscribe, () => location.hash);

/** Changes the address of the same screen without a new step in the history. */
export function replaceFragment(fragment: string): void {
  if (fragment === location.hash) return;
  history.replaceState(history.state, '', fragment === '' ? location.pathname : fragment);
  dispatchEvent(new HashChangeEvent('hashchange')); // a replaced address does not send this event by itself
}

/** Opens another screen at once: a letter typed before the browser's own event would be lost. */
export function openFragment(fragment: string): void {
  location.hash = fragment;
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/**
 * Returns the fragment with one parameter set, or without it if the value is ''. A name without a value, such
 * as `#results`, stays.
 */
export function withParameter(fragment: string, name: string, value: string): string {
  const others = fragment
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const all = value === '' ? others : [...others, new URLSearchParams({ [name]: value }).toString()];
  return all.length === 0 ? '' : `#${all.join('&')}`;
}

/** This opens the page for print. */
export const PRINT = '#print';

/** This opens the account of the record. `#account=withdrawn` opens one of its lists. */
export const ACCOUNT = '#account';

export type Screen =
  | { readonly name: 'overview' | 'results' | 'compare' | 'timeline' | 'print' }
  | { readonly name: 'series'; readonly seriesId: string }
  /** `list` is '' if no list is named. */
  | { readonly name: 'account'; readonly list: string };

const BY_FRAGMENT = { results: RESULTS, compare: COMPARE, timeline: TIMELINE, print: PRINT } as const;

/** Returns the screen that a fragment opens. The text after the name belongs to that screen. */
export function screenIn(fragment: string): Screen {
  for (const name of ['results', 'compare', 'timeline', 'print'] as const) {
    const [first = ''] = fragment.split(/[=&]/);
    if (first === BY_FRAGMENT[name]) return { name };
  }
  const parameters = new URLSearchParams(fragment.slice(1));
  const [seriesId, list] = [parameters.get('series'), parameters.get('account')];
  if (seriesId) return { name: 'series', seriesId: currentSeriesId(seriesId) };
  return list === null ? { name: 'overview' } : { name: 'account', list };
}

export const useIsInspectorOpen = (): boolean => useFragment() === INSPECT;
