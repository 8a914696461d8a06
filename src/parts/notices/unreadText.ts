/** This file names what has not been read yet while the server lets a reader wait. */
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { eventTypesText } from '../events/eventText.ts';
import { listText, searchText } from '../recordStatus/recordStatusText.ts';
import { noticesTexts } from './notices.messages.ts';

/** A line has room for this many names. */
const MAX_NAMES = 3;

const isUnread = ({ state }: { readonly state: string }): boolean =>
  state === 'waiting' || state === 'reading';

/** The search without category brings what the categories have not brought. */
const nameOf = (search: SearchState, isOnlyOne: boolean): string => {
  const name = search.name === 'all' && !isOnlyOne ? noticesTexts('allOtherResults') : searchText(search);
  return search.pages > 0 ? noticesTexts('restOf', { search: name }) : name;
};

/** Returns "Not loaded yet: laboratory and vital signs.", or '' for no name. */
function sentence(names: readonly string[], moreKinds: 'moreKindsOfEvents' | 'moreKindsOfResults'): string {
  if (names.length === 0) return '';
  const moreCount = names.length - MAX_NAMES;
  const shown =
    moreCount > 1
      ? [...names.slice(0, MAX_NAMES), noticesTexts(moreKinds, { count: String(moreCount) })]
      : names;
  return noticesTexts('notLoadedYet', { names: listText(shown) });
}

/** Returns which results are missing so far, or once they have ended which events. It is '' when nothing is. */
export function unreadText({ ended, searches }: RecordSnapshot, events: EventsSnapshot | undefined): string {
  if (ended)
    return sentence(
      (events?.states ?? []).filter(isUnread).map(({ type }) => eventTypesText(type)),
      'moreKindsOfEvents',
    );
  const unread = searches.filter(isUnread);
  const [first] = unread;
  if (first !== undefined && searches.some(({ name, state }) => name === 'all' && state === 'complete'))
    return noticesTexts(unread.length > 1 ? 'onlySearchesOpen' : 'onlySearchOpen', {
      search: searchText(first),
    });
  return sentence(
    unread.map((search) => nameOf(search, searches.length === 1)),
    'moreKindsOfResults',
  );
}
