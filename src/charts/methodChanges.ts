import type { Series } from '../clinical/series.ts';

/** When the first result of another method was taken; the line is broken there (rules 6 and 18). */
export function methodChangesMs({ rows }: Series): number[] {
  let method: string | undefined;
  return rows.flatMap(({ kind, timeMs }) => {
    if (kind.drawing !== 'line') return [];
    const isChange = method !== undefined && method !== kind.method;
    method = kind.method;
    return isChange ? [timeMs] : [];
  });
}
