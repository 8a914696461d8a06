import { useEffect, useState, type FunctionComponent } from 'react';
import type { searchEntries } from '../../parts/results/search/fuzzySearch.ts';
import type { SearchResults, SearchResultsProps } from '../../parts/results/search/SearchResults.tsx';
import { overviewTexts } from './overview.messages.ts';

export type OverviewSearch = {
  readonly searchEntries: typeof searchEntries;
  readonly SearchResults: typeof SearchResults | FunctionComponent<SearchResultsProps>;
};

const FAILED_SEARCH: OverviewSearch = {
  searchEntries: (entries) => ({ matches: entries, explanation: '' }),
  SearchResults: () => <p>{overviewTexts('searchNotLoaded')}</p>,
};

/** Loads the search with the first letter that is typed. Until it is there, nothing is filtered. */
export function useOverviewSearch(isNeeded: boolean): OverviewSearch | undefined {
  const [search, setSearch] = useState<OverviewSearch>();
  useEffect(() => {
    if (isNeeded)
      import('../../parts/results/search/SearchResults.tsx').then(
        ({ searchEntries, SearchResults }) => setSearch({ searchEntries, SearchResults }),
        () => setSearch(FAILED_SEARCH),
      );
  }, [isNeeded]);
  return search;
}
