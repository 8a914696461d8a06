import { changeBetween, lineChangeText, type LineChange } from '../../clinical/series/comparability.ts';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { repeatsOf } from '../../clinical/series/pairs/repeatedResults.ts';

/** The line breaks here because two results are not quite comparable (rules 6 and 18). */
export type LineBreak = {
  readonly timeMs: number;
  readonly change: LineChange;
  /** Reads like "method changed: Jaffe to enzymatic". */
  readonly text: string;
};

/** Returns the first result of each other method and in each other unit. */
export function lineBreaks(series: Series): LineBreak[] {
  let before: RowKind | undefined;
  const repeats = repeatsOf(series);
  return series.rows.flatMap(({ kind, timeMs }, i) => {
    if (kind.drawing !== 'line' || repeats.has(i)) return [];
    const from = before;
    before = kind;
    const change = from === undefined ? '' : changeBetween(from, kind);
    return from === undefined || change === '' ? [] : [{ timeMs, change, text: lineChangeText(from, kind) }];
  });
}
