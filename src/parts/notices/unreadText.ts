/** This file names what has not been read yet while the server lets a reader wait. */
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { eventTypesText } from '../events/eventText.ts';
import { listText, searchText } from '../recordStatus/recordStatusText.ts';

/** A line has room for this many names. */
const MAX_NAMES = 3;

const isUnread = ({ state }: { readonly state: string }): boolean =>
  state === 'waiting' || state === 'reading';

/** The search without category brings what the categories have not brought. */
const nameOf = (search: SearchState, isOnlyOne: boolean): string => {
  const name = search.name === 'all' && !isOnlyOne ? 'all other results' : searchText(search);
  return search.pages > 0 ? `the rest of ${name}` : name;
};

/** Returns "Laboratory and vital signs are missing so far.", or '' for no name. */
function sentence(names: readonly string[], noun: string): string {
  const [first] = names;
  if (first === undefined) return '';
  const moreCount = names.length - MAX_NAMES;
  const shown = moreCount > 1 ? [...names.slice(0, MAX_NAMES), `${moreCount} more kinds of ${noun}`] : names;
  const isPlural = names.length > 1 || (!first.startsWith('the rest') && /(?<!u)s$|determinants/.test(first));
  const text = `${listText(shown)} ${isPlural ? 'are' : 'is'} missing so far.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns which results are missing so far, or once they have ended which events. It is '' when nothing is. */
export function unreadText({ ended, searches }: RecordSnapshot, events: EventsSnapshot | undefined): string {
  if (ended)
    return sentence(
      (events?.states ?? []).filter(isUnread).map(({ type }) => eventTypesText(type)),
      'events',
    );
  const unread = searches.filter(isUnread);
  const [first] = unread;
  if (first !== undefined && searches.some(({ name, state }) => name === 'all' && state === 'complete'))
    return `All results have come; only the search for ${searchText(first)}${unread.length > 1 ? ' and others' : ''} has no answer of its own.`;
  return sentence(
    unread.map((search) => nameOf(search, searches.length === 1)),
    'results',
  );
}
