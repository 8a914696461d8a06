import { currentSeriesId } from '../../clinical/catalog/analyteProperties.ts';
import { addressId, seriesNamed } from '../../clinical/series/addressId.ts';
import { useSyncExternalStore } from 'react';

/**
 * Returns the fragment that opens one result, `#series=k`. View state lives in the fragment and carries no
 * identity and no words of a record, so that a link can be shared.
 */
export const seriesFragment = (seriesId: string): string =>
  `#${new URLSearchParams({ series: addressId(seriesId) }).toString()}`;

/** This opens the launch inspector, with or without a session. */
export const INSPECTOR_FRAGMENT = '#inspect';

/** This opens the results by date. Their filters follow it. */
export const GRID_FRAGMENT = '#results';

/** This opens the comparison. The ids of its series follow it. */
export const COMPARE_FRAGMENT = '#compare';

/** This opens the timeline of everything around the results. */
export const TIMELINE_FRAGMENT = '#timeline';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** No address of the app is nearly as long. A longer one names nothing, because each tile would read all of it with each drawing. */
const MAX_LENGTH = 10_000;

/** Returns the fragment of the address; '' for one that is too long to be of the app. */
export const fragmentNow = (): string => (location.hash.length > MAX_LENGTH ? '' : location.hash);

export const useFragment = (): string => useSyncExternalStore(subscribe, fragmentNow);

/** Returns what a part of the fragment says. Who uses it is drawn anew when that changes, and not with each step of the window. */
export const useInFragment = <T extends string | boolean | undefined>(read: (fragment: string) => T): T =>
  useSyncExternalStore(subscribe, () => read(fragmentNow()));

/** Changes the address of the same screen without a new step in the history. */
export function replaceFragment(fragment: string): void {
  if (fragment === location.hash) return;
  history.replaceState(history.state, '', fragment === '' ? location.pathname : fragment);
  dispatchEvent(new HashChangeEvent('hashchange')); // a replaced address does not send this event by itself
}

/** Changes the address of the same screen as a step of its own, which Back undoes. */
export function pushFragment(fragment: string, state: unknown): void {
  const address = fragment === '' ? location.pathname : fragment;
  try {
    history.pushState(state, '', address);
  } catch {
    history.replaceState(state, '', address); // a browser refuses more than some hundred steps in half a minute
  }
  dispatchEvent(new HashChangeEvent('hashchange'));
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
export const PRINT_FRAGMENT = '#print';

/** This opens the account of the record. `#account=withdrawn` opens one of its lists. */
export const ACCOUNT_FRAGMENT = '#account';

/** Returns the id that the address uses today, also for an older address that named the series by words. */
export const idInAddress = (seriesId: string): string => addressId(currentSeriesId(seriesId));

export type Screen =
  | { readonly name: 'overview' | 'results' | 'compare' | 'timeline' | 'print' }
  | { readonly name: 'series'; readonly seriesId: string }
  /** `list` is '' if no list is named. */
  | { readonly name: 'account'; readonly list: string };

const BY_FRAGMENT = {
  results: GRID_FRAGMENT,
  compare: COMPARE_FRAGMENT,
  timeline: TIMELINE_FRAGMENT,
  print: PRINT_FRAGMENT,
} as const;

/** Returns the screen that a fragment opens. The text after the name belongs to that screen. */
export function screenIn(fragment: string): Screen {
  const [first = ''] = fragment.split(/[=&]/);
  for (const name of ['results', 'compare', 'timeline', 'print'] as const)
    if (first === BY_FRAGMENT[name]) return { name };
  const parameters = new URLSearchParams(fragment.slice(1));
  const [seriesId, list] = [parameters.get('series'), parameters.get('account')];
  if (seriesId) return { name: 'series', seriesId: idInAddress(seriesId) };
  return list === null ? { name: 'overview' } : { name: 'account', list };
}

/** Returns the screen with the id that the record has for the series which the address names. */
export function screenInRecord(screen: Screen, all: readonly { readonly id: string }[]): Screen {
  const series = screen.name === 'series' ? seriesNamed(all, screen.seriesId) : undefined;
  return series === undefined ? screen : { name: 'series', seriesId: series.id };
}

/** Returns the text of a part of an address; '' where it cannot be read. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // an id typed by hand may not decode, and then names no series
  }
}

function partWithoutWords(sent: string): string {
  const id = decoded(sent.replaceAll('+', ' '));
  return id === '' || addressId(id) === id ? sent : encodeURIComponent(addressId(id));
}

/** Returns a fragment of an older version with each series that it names by words named by its hash. */
export const withoutWords = (fragment: string): string =>
  fragment
    .replaceAll(/(?<=[#&]series=)[^&]*/g, partWithoutWords)
    .replaceAll(/(?<=[#&]compare=)[^&]*/g, (ids) => ids.split(',').map(partWithoutWords).join(','));

export const useIsInspectorOpen = (): boolean => useInFragment((fragment) => fragment === INSPECTOR_FRAGMENT);
