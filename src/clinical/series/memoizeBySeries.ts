import type { Series } from './series.ts';

/** Returns a function that computes its value once for each series: a screen asks for it many times while it is drawn. */
export function memoizeBySeries<T>(compute: (series: Series) => T): (series: Series) => T {
  const values = new WeakMap<Series, T>();
  return (series) => {
    const value = values.get(series) ?? compute(series);
    values.set(series, value);
    return value;
  };
}
