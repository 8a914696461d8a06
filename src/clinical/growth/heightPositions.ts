/** Says how a child was measured on the day of a body mass index, which says it of no child. */
import type { Series } from '../series/series.ts';
import { dayOfMoment, type AgeContext } from './growthAge.ts';
import { growthMeasurementOf, growthMeasureOf, type GrowthMeasurement } from './growthMeasurement.ts';

/** Returns how the height of the day of a measure was taken, whatever its time. */
export type HeightPositionOn = (measured: GrowthMeasurement) => GrowthMeasurement['position'];

/**
 * Reads how the heights of a record were taken. Two of one day that were taken both ways say nothing, because nobody knows which of
 * them a body mass index was calculated from.
 */
export function heightPositionsOf(all: readonly Series[], dayOf: AgeContext['dayOf']): HeightPositionOn {
  const positions = new Map<number, GrowthMeasurement['position']>();
  for (const series of all.filter((one) => growthMeasureOf(one) === 'height'))
    for (const row of series.rows.map((one) => growthMeasurementOf(series, one))) {
      if (row === undefined || row.unusable !== undefined || row.position === 'unsaid') continue;
      const day = dayOfMoment(row, dayOf);
      const known = positions.get(day) ?? row.position;
      positions.set(day, known === row.position ? known : 'unsaid');
    }
  return (measured) => positions.get(dayOfMoment(measured, dayOf)) ?? 'unsaid';
}
