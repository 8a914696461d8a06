import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import { memoizeBySeries } from '../../../clinical/series/memoizeBySeries.ts';
import type { Series } from '../../../clinical/series/series.ts';

/** A server may send a whole text as a name, and another one with each result. */
const MAX_NAME_LENGTH = 300;
const MAX_NAMES = 50;

/**
 * Returns the names and the codes that were sent with the results of a series, the newest first. One test may have been sent
 * under several, and is found by each of them. Of very many names it returns the newest.
 */
export const sentWordsOf = memoizeBySeries(({ rows, listed }: Series) => {
  const [drawnKinds, listedKinds] = [rows, listed].map((some) => {
    const kinds = new Set<RowKind>();
    for (const { kind } of some) kinds.add(kind);
    return [...kinds];
  });
  // Drawn results stand in the order of time, and listed ones have the newest first.
  const newestFirst = [...drawnKinds!.toReversed(), ...listedKinds!];
  const distinct = (texts: readonly string[]): readonly string[] =>
    [...new Set(texts.filter(Boolean))].slice(0, MAX_NAMES);
  return {
    names: distinct(newestFirst.map(({ codeText }) => codeText.slice(0, MAX_NAME_LENGTH))),
    codes: distinct(newestFirst.map(({ code }) => code)),
  };
});
