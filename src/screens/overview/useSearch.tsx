import { useEffect, useState, type FunctionComponent } from 'react';
import type { searchIn } from '../../parts/results/fuzzySearch.ts';
import type { Found, FoundProps } from '../../parts/results/SearchResults.tsx';

export type Search = {
  readonly searchIn: typeof searchIn;
  readonly Found: typeof Found | FunctionComponent<FoundProps>;
};

const notLoaded: Search = {
  searchIn: (entries) => ({ found: entries, said: '' }),
  Found: () => <p>The search could not be loaded, so nothing is hidden. Reload the page to try again.</p>,
};

/** Fetched with the first letter that is typed; until then all stands as it is. */
export function useSearch(isAsked: boolean): Search | undefined {
  const [search, setSearch] = useState<Search>();
  useEffect(() => {
    if (isAsked)
      import('../../parts/results/SearchResults.tsx').then(
        ({ searchIn, Found }) => setSearch({ searchIn, Found }),
        () => setSearch(notLoaded),
      );
  }, [isAsked]);
  return search;
}
