import { useEffect, useState } from 'react';
import { usePending } from '../../../ui/loading/LazyBoundary.tsx';
import { tileTexts } from '../tile.messages.ts';
import type { NewerLine, spokenNewer } from './NewerLine.tsx';

/** The words about newer results are no curve, so they are loaded after the first chart. */
export type NewerWordsModule = {
  readonly NewerLine: typeof NewerLine;
  readonly spokenNewer: typeof spokenNewer;
};

let loadedWords: NewerWordsModule | undefined;

/** This is said until the words are loaded, and if they cannot be. */
export const NEWER_WITHOUT_WORDS = tileTexts('newerNotCharted');

/** Loads the words once a tile has a newer result to name. Until then, and on failure, it returns undefined. */
export function useNewerWords(isNeeded: boolean): NewerWordsModule | undefined {
  const [words, setWords] = useState<NewerWordsModule | 'missing' | undefined>(loadedWords);
  useEffect(() => {
    if (!isNeeded || words) return;
    // The tile goes on saying that there is a newer result when they cannot be loaded.
    import('./NewerLine.tsx').then(
      (loaded) => setWords((loadedWords = loaded)),
      () => setWords('missing'),
    );
  }, [isNeeded, words]);
  usePending(isNeeded && words === undefined);
  return words === 'missing' ? undefined : words;
}
