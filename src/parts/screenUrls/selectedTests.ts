/**
 * This file reads and writes which tests of the overview are selected to be compared: `#select=k,creat`. The address names them
 * as it names those of Compare, so a selection can be handed on and opens on the patient in context.
 */
import { addressId } from '../../clinical/series/addressId.ts';
import { COMPARE_FRAGMENT, decoded, idInAddress } from '../navigation/urlFragment.ts';
import { compareFragment, MAX_STRIPS, stripId } from './compareUrl.ts';

const NAME = 'select=';

const partsOf = (fragment: string): readonly string[] =>
  fragment.replace(/^#/, '').split('&').filter(Boolean);

/** Returns the id under which the address names the strip of a series. */
export const selectedId = (seriesId: string): string => addressId(stripId(seriesId));

/** Returns the ids of the selected tests in the order of their selection. Those beyond what Compare shows are left out. */
export function selectedIn(fragment: string): readonly string[] {
  const list = partsOf(fragment).find((part) => part.startsWith(NAME)) ?? NAME;
  const ids = list.slice(NAME.length).split(',').map(decoded).filter(Boolean).map(idInAddress);
  return [...new Set(ids)].slice(0, MAX_STRIPS);
}

/** Returns the fragment with these tests selected. Its other parts stay. */
export function withSelected(fragment: string, ids: readonly string[]): string {
  const others = partsOf(fragment).filter((part) => !part.startsWith(NAME));
  const list = ids.map((id) => encodeURIComponent(id)).join(',');
  const all = list === '' ? others : [...others, NAME + list];
  return all.length === 0 ? '' : `#${all.join('&')}`;
}

/** Returns the fragment that compares the selected tests, or that opens Compare as usual where none is selected. */
export function compareSelected(fragment: string): string {
  const ids = selectedIn(fragment);
  return ids.length === 0 ? COMPARE_FRAGMENT : compareFragment({ ids });
}
