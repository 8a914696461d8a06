import { useEffect } from 'react';
import { fragmentFor } from '../navigation/urlFragment.ts';
import { countText } from '../../charts/format/format.ts';

// What searches comes with what says it.
export { searchEntries } from './fuzzySearch.ts';

/** A series without a curve has no kind. */
type FoundEntry = { readonly id: string; readonly kind?: string };

export type SearchResultsProps = {
  readonly query: string;
  /** The query with which Enter was pressed; '' once it was followed. */
  readonly enteredQuery: string;
  readonly onEnteredQuery: (query: string) => void;
  readonly matches: readonly FoundEntry[];
  /** How it was found, where not by the words as typed. */
  readonly explanation: string;
  readonly hiddenCount: number;
  readonly className: string | undefined;
};

/** What the search did, in words; Enter opens the first that it found. */
export function SearchResults({
  query,
  enteredQuery,
  onEnteredQuery,
  matches,
  explanation,
  hiddenCount,
  className,
}: SearchResultsProps) {
  const first = matches.find(({ kind }) => kind !== 'waiting')?.id;
  useEffect(() => {
    // Pressed before what was typed was searched for: opened when it is found, and never anything else.
    if (enteredQuery !== query) return;
    onEnteredQuery('');
    if (first !== undefined) location.hash = fragmentFor(first);
  }, [enteredQuery, query, first, onEnteredQuery]);
  return (
    <output className={className}>
      {matches.length === 0 ? `No result is called “${query}”. ` : explanation}
      {`${countText(hiddenCount)} ${hiddenCount === 1 ? 'is' : 'are'} hidden by the search.`}
    </output>
  );
}
