import { searchTexts } from './search.messages.ts';
import { countText } from '../../../charts/format/numberText.ts';

// The search is loaded together with the texts of its result.
export { searchEntries } from './fuzzySearch.ts';

export type SearchResultsProps = {
  readonly query: string;
  readonly matches: readonly unknown[];
  /** This says how the match was found, unless the typed words matched. */
  readonly explanation: string;
  readonly hiddenCount: number;
  readonly className: string | undefined;
};

/** Says what the search found on this screen. */
export function SearchResults({ query, matches, explanation, hiddenCount, className }: SearchResultsProps) {
  return (
    <output className={className}>
      {matches.length === 0 ? `${searchTexts('noMatches', { query })} ` : explanation}
      {searchTexts('hidden', { count: countText(hiddenCount) })}
    </output>
  );
}
