import { changeBetween, type LineChange } from '../../clinical/series/comparability.ts';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';

/** The line breaks here because two results are not quite comparable (rules 6 and 18). */
export type LineBreak = {
  readonly timeMs: number;
  readonly change: LineChange;
  /** These words of the catalog say what the results are from here on ("fasting"); they are '' for most breaks. */
  readonly mark: string;
};

/** Returns the first result of each other method and in each other unit. */
export function lineBreaks({ rows }: Series): LineBreak[] {
  let before: RowKind | undefined;
  return rows.flatMap(({ kind, timeMs }) => {
    if (kind.drawing !== 'line') return [];
    const change = before === undefined ? '' : changeBetween(before, kind);
    const mark = before?.mark === kind.mark ? '' : kind.mark;
    before = kind;
    return change === '' ? [] : [{ timeMs, change, mark }];
  });
}
