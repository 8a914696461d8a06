/**
 * This file searches by name, then by panel, then by names and panels with few typing errors. It is loaded
 * with the first search.
 */
import { panelAliases, searchAliases } from '../../../clinical/catalog/searchAliases.ts';
import { panelsOf } from '../../../clinical/catalog/panels.ts';
import { comparable } from './searchText.ts';
import { sentWordsOf } from './sentWords.ts';
import { searchTexts } from './search.messages.ts';
import { isDrawnEntry, seriesOfEntry, type TileEntry } from '../tileLayout.ts';

export type SearchMatches = {
  readonly matches: readonly TileEntry[];
  /** This says how the match was found. It ends with a blank, and is '' if the typed words matched. */
  readonly explanation: string;
};

type SearchTerms = { readonly names: string; readonly codes: string };

/** The same entries are searched with each letter that is typed. */
const knownTerms = new WeakMap<TileEntry, SearchTerms>();

/** Returns the names of a result, in the catalog and as sent, and its codes, in which no typing error is allowed. */
function searchTermsOf(entry: TileEntry): SearchTerms {
  const terms = knownTerms.get(entry) ?? newTermsOf(entry);
  knownTerms.set(entry, terms);
  return terms;
}

function newTermsOf(entry: TileEntry): SearchTerms {
  const sides = isDrawnEntry(entry) ? seriesOfEntry(entry) : [];
  const names = [entry.name];
  const codes = [entry.id];
  for (const side of sides) {
    const { name, shortName, longName = '' } = side;
    const sent = sentWordsOf(side);
    names.push(name, shortName, longName, sent.names.join(' '));
    codes.push(sent.codes.join(' '));
  }
  return { names: comparable(names.join(' ')), codes: comparable(codes.join(' ')) };
}

const wordsIn = (text: string): string[] => comparable(text).split(/\s+/).filter(Boolean);

/** Searches name, short name, id and code. Every word of the query must occur, or be an abbreviation that people type. */
export function matchesSearch(entry: TileEntry, query: string): boolean {
  const { names, codes } = searchTermsOf(entry);
  const text = `${codes} ${comparable(entry.group)} ${names}`;
  const aliases = isDrawnEntry(entry)
    ? seriesOfEntry(entry).flatMap(({ analyteId }) => searchAliases(analyteId))
    : searchAliases(entry.id);
  return wordsIn(query).every((word) => text.includes(word) || aliases.includes(word));
}

/** Allows one typing error from four letters on, and two from eight on. */
const allowedErrors = (typed: string): number => (typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0);

/**
 * Returns the fewest typing errors between `typed` and a beginning of `text`: a letter that is wrong, missing
 * or extra, or two swapped neighbours (Damerau–Levenshtein).
 */
export function typingErrors(typed: string, text: string): number {
  let earlier: number[] = [];
  let above = Array.from({ length: text.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= text.length; j++) {
      const isSame = typed[i - 1] === text[j - 1];
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === text[j - 2] && typed[i - 2] === text[j - 1];
      row[j] = Math.min(
        above[j]! + 1,
        row[j - 1]! + 1,
        above[j - 1]! + (isSame ? 0 : 1),
        isSwapped ? earlier[j - 2]! + 1 : Infinity,
      );
    }
    [earlier, above] = [above, row];
  }
  return Math.min(...above);
}

/** Returns whether the beginning of a word in `text` nearly matches. */
export function startsNearly(typed: string, text: string): boolean {
  const forgiven = allowedErrors(typed);
  const maxLength = typed.length + forgiven;
  for (const { index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const beginning = text.slice(index, index + maxLength);
    // A beginning that is too short anyway is skipped, so that a long pasted text costs nothing.
    if (beginning.length >= typed.length - forgiven && typingErrors(typed, beginning) <= forgiven)
      return true;
  }
  return false;
}

const matchesNearly = (text: string, query: string): boolean =>
  wordsIn(query).every((typed) => startsNearly(typed, text));

/**
 * Returns whether words of a panel begin with those of the query, so that "na" is sodium and not part of
 * "automated".
 */
const matchesWordStarts = (text: string, query: string): boolean => {
  const words = comparable(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return wordsIn(query).every((typed) => typed.length >= 3 && words.some((word) => word.startsWith(typed)));
};

const analyteOf = (entry: TileEntry): string =>
  entry.kind === 'waiting' ? entry.id : entry.series.analyteId;

/** Returns the entries of the panels that a query names, and the names of the panels. */
function panelMatches(entries: readonly TileEntry[], isNamed: (text: string) => boolean) {
  const analyteIds = new Set(entries.map(analyteOf));
  const panels = panelsOf(analyteIds, ({ id, name }) => isNamed([id, name, ...panelAliases(id)].join(' ')));
  const found = entries.filter((entry) => panels.some(({ members }) => members.has(analyteOf(entry))));
  return { found, panels: panels.map(({ name }) => name).join(', ') };
}

/** Searches the entries. Typing errors are allowed only if nothing matches as typed. */
export function searchEntries(entries: readonly TileEntry[], query: string): SearchMatches {
  const exact = entries.filter((entry) => matchesSearch(entry, query));
  if (exact.length > 0) return { matches: exact, explanation: '' };
  const { found, panels } = panelMatches(entries, (text) => matchesWordStarts(text, query));
  if (found.length > 0)
    return { matches: found, explanation: `${searchTexts('matchesOfPanels', { panels })} ` };
  const near = entries.filter((entry) => matchesNearly(searchTermsOf(entry).names, query));
  if (near.length > 0) return { matches: near, explanation: `${searchTexts('nearMatches', { query })} ` };
  const nearly = panelMatches(entries, (text) => matchesNearly(comparable(text), query));
  if (nearly.found.length > 0)
    return {
      matches: nearly.found,
      explanation: `${searchTexts('nearMatchesOfPanels', { query, panels: nearly.panels })} `,
    };
  return { matches: [], explanation: '' };
}
