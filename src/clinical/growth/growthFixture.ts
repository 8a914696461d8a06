/** This file gives the tests the tables as they are shipped, and children. */
import file from './growthReferences.json';
import { readMoment } from '../time/date.ts';
import { DAY_MS } from '../time/durations.ts';
import { growthMeasurement, type GrowthFacts, type GrowthMeasurement } from './growthMeasurement.ts';
import { readGrowthTables } from './growthTables.ts';
import type { GrowthChild } from './growthZ.ts';

export const tables = readGrowthTables(file);

/** This is a girl who was born on 10 January 2024, at term as far as anybody knows. */
export const girl: GrowthChild = {
  birth: readMoment('2024-01-10'),
  sex: 'female',
  gestation: { kind: 'notSent' },
  dayOf: (timeMs) => Math.floor(timeMs / DAY_MS),
};

/** Returns a result at noon in UTC so many days after the birth of the girl. */
export const measuredAtDay = (
  day: number,
  facts: Pick<GrowthFacts, 'measure' | 'value' | 'unit'> & Partial<GrowthFacts>,
): GrowthMeasurement =>
  growthMeasurement({
    timeMs: Date.UTC(2024, 0, 10, 12) + day * DAY_MS,
    precision: 'instant',
    ...facts,
  });
