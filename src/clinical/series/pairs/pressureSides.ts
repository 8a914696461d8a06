import type { Series } from '../series.ts';
import { arePaired } from './pressurePairs.ts';
import { pressureSeriesPairOf } from './pressureSeriesPairs.ts';

export type PressureSides = {
  readonly name: string;
  readonly systolic: Series;
  readonly diastolic: Series;
};

/**
 * Returns both series of the blood pressure to which the series of this id belongs, whichever side it is; undefined where the record has one
 * side, or nothing joins the two. Every screen asks here, so that one pressure is nowhere a systolic alone (rule 7). `find` returns
 * a series of the record by its id.
 */
export function pressureSidesOf(
  seriesId: string,
  find: (id: string) => Series | undefined,
): PressureSides | undefined {
  const pair = pressureSeriesPairOf(seriesId);
  const [systolic, diastolic] = pair ? [find(pair.systolic), find(pair.diastolic)] : [];
  return pair && systolic && diastolic && arePaired(systolic, diastolic)
    ? { name: pair.name, systolic, diastolic }
    : undefined;
}
