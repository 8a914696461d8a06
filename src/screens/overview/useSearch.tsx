import { useEffect, useState, type FunctionComponent } from 'react';
import type { searchEntries } from '../../parts/results/fuzzySearch.ts';
import type { SearchResults, SearchResultsProps } from '../../parts/results/SearchResults.tsx';

export type OverviewSearch = {
  readonly searchEntries: typeof searchEntries;
  readonly SearchResults: typeof SearchResults | FunctionComponent<SearchResultsProps>;
};

const notLoaded: OverviewSearch = {
  searchEntries: (entries) => ({ matches: entries, explanation: '' }),
  SearchResults: () => (
    <p>The search could not be loaded, so nothing is hidden. Reload the page to try again.</p>
  ),
};

/** Fetched with the first letter that is typed; until then all stands as it is. */
export function useOverviewSearch(isAsked: boolean): OverviewSearch | undefined {
  const [search, setSearch] = useState<OverviewSearch>();
  useEffect(() => {
    if (isAsked)
      import('../../parts/results/SearchResults.tsx').then(
        ({ searchEntries, SearchResults }) => setSearch({ searchEntries, SearchResults }),
        () => setSearch(notLoaded),
      );
  }, [isAsked]);
  return search;
}
