import type { ChartEntry } from './chartEntries.ts';

/** The calculated mean pressures are keyed by Observation id. */
export type MeanPressures = ReadonlyMap<string, number>;

/** Returns the mean of a blood pressure, calculated from any of the Observations that sent it. */
export function meanOf({ rows, repeats }: ChartEntry, means: MeanPressures | undefined): number | undefined {
  const ids = [rows, ...repeats.map((repeat) => repeat.rows)].flatMap((all) => all.map(({ id }) => id));
  return ids.map((id) => means?.get(id)).find((mean) => mean !== undefined);
}
