import { changeBetween, type LineChange } from '../../clinical/series/comparability.ts';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';

/** Where the line is broken because two results are not quite comparable (rules 6 and 18). */
export type LineBreak = { readonly timeMs: number; readonly change: LineChange };

/** The first result of each other method, and in each other unit. */
export function lineBreaks({ rows }: Series): LineBreak[] {
  let before: RowKind | undefined;
  return rows.flatMap(({ kind, timeMs }) => {
    if (kind.drawing !== 'line') return [];
    const change = before === undefined ? '' : changeBetween(before, kind);
    before = kind;
    return change === '' ? [] : [{ timeMs, change }];
  });
}
