import { useEffect } from 'react';
import { fragmentFor } from '../../navigation/urlFragment.ts';
import { searchTexts } from './search.messages.ts';
import { countText } from '../../../charts/format/format.ts';

// The search is loaded together with the texts of its result.
export { searchEntries } from './fuzzySearch.ts';

/** A series without a curve has no kind. */
type FoundEntry = { readonly id: string; readonly kind?: string };

export type SearchResultsProps = {
  readonly query: string;
  /** This is the query with which Enter was pressed, or '' after it was handled. */
  readonly enteredQuery: string;
  readonly onEnteredQuery: (query: string) => void;
  readonly matches: readonly FoundEntry[];
  /** This says how the match was found, unless the typed words matched. */
  readonly explanation: string;
  readonly hiddenCount: number;
  readonly className: string | undefined;
};

/** Says what the search found. Enter opens the first match. */
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
    // Enter was pressed before this query was searched, so it opens its match once it is found, and nothing else.
    if (enteredQuery !== query) return;
    onEnteredQuery('');
    if (first !== undefined) location.hash = fragmentFor(first);
  }, [enteredQuery, query, first, onEnteredQuery]);
  return (
    <output className={className}>
      {matches.length === 0 ? `${searchTexts('noMatches', { query })} ` : explanation}
      {searchTexts('hidden', { count: countText(hiddenCount) })}
    </output>
  );
}
