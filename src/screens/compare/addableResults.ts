/** Finds results to add to the strips as the search box does: by name, code and panel, with few typing errors. */
import { searchEntries } from '../../parts/results/search/fuzzySearch.ts';
import { MAX_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { countText } from '../../charts/format/numberText.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import type { TileEntry } from '../../parts/results/tileLayout.ts';
import { compareTexts } from './compare.messages.ts';

export type AddableResult = {
  readonly id: string;
  readonly label: string;
  readonly entry: TileEntry;
  /** The result has a strip already. */
  readonly isCompared: boolean;
};

export type AddableMatches = {
  readonly addable: readonly AddableResult[];
  readonly compared: readonly AddableResult[];
  /** Says how they were found if not by the words as typed; else ''. */
  readonly explanation: string;
};

/** A name that begins with what was typed comes first, then one of which a later word does. */
function beginRank(label: string, query: string): number {
  const [name, typed] = [label.toLowerCase(), query.toLowerCase()];
  if (name.startsWith(typed)) return 0;
  return name.includes(` ${typed}`) ? 1 : 2;
}

export function matchAddableResults(results: readonly AddableResult[], text: string): AddableMatches {
  const query = text.trim();
  const entries = results.map(({ entry }) => entry);
  const { matches, explanation } =
    query === '' ? { matches: entries, explanation: '' } : searchEntries(entries, query);
  const matching = results
    .filter(({ entry }) => matches.includes(entry))
    .toSorted((a, b) => beginRank(a.label, query) - beginRank(b.label, query));
  return {
    addable: matching.filter(({ isCompared }) => !isCompared),
    compared: query === '' ? [] : matching.filter(({ isCompared }) => isCompared),
    explanation,
  };
}

const MAX_NAMED = 3;

/** Says how many results can be added, and why no more. */
export function addableMatchesText(
  { addable, compared, explanation }: AddableMatches,
  text: string,
  isFull: boolean,
  isComplete: boolean,
): string {
  if (isFull) return compareTexts('removeOneFirst', { max: String(MAX_STRIPS) });
  const comparedText =
    compared.length === 0
      ? ''
      : compareTexts('comparedAlready', {
          names:
            compared.length > MAX_NAMED
              ? countText(compared.length)
              : listText(compared.map(({ label }) => label)),
        });
  const shown = countText(addable.length);
  if (addable.length > 0 && text.trim() === '') return compareTexts('canBeAdded', { shown });
  const foundText = addable.length > 0 ? compareTexts('found', { shown }) : '';
  if (foundText !== '' || comparedText !== '')
    return [explanation.trim(), comparedText, foundText].filter(Boolean).join(' ');
  return compareTexts(isComplete ? 'noMatch' : 'noMatchYet');
}
