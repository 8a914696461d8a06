import { useEffect } from 'react';
import { countText } from '../recordStatus/recordStatusText.ts';
import { fragmentFor } from '../navigation/urlFragment.ts';

// What searches comes with what says it.
export { searchIn } from './fuzzySearch.ts';

/** A series without a curve has no kind. */
type One = { readonly id: string; readonly kind?: string };

export type SearchResultsProps = {
  readonly query: string;
  /** The query with which Enter was pressed; '' once it was followed. */
  readonly entered: string;
  readonly onEntered: (query: string) => void;
  readonly found: readonly One[];
  /** How it was found, where not by the words as typed. */
  readonly said: string;
  readonly hidden: number;
  readonly className: string | undefined;
};

/** What the search did, in words; Enter opens the first that it found. */
export function SearchResults({
  query,
  entered,
  onEntered,
  found,
  said,
  hidden,
  className,
}: SearchResultsProps) {
  const first = found.find(({ kind }) => kind !== 'waiting')?.id;
  useEffect(() => {
    // Pressed before what was typed was searched for: opened when it is found, and never anything else.
    if (entered !== query) return;
    onEntered('');
    if (first !== undefined) location.hash = fragmentFor(first);
  }, [entered, query, first, onEntered]);
  return (
    <output className={className}>
      {found.length === 0 ? `No result is called “${query}”. ` : said}
      {`${countText(hidden)} ${hidden === 1 ? 'is' : 'are'} hidden by the search.`}
    </output>
  );
}
