/** This file derives values for tests from results that are sent by their codes. */
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { readMoment } from '../time/date.ts';
import { DAY_MS } from '../time/durations.ts';
import { derivedSeriesOf, type DerivedSeries } from './derived.ts';

export const MMHG = 'mm[Hg]';
export const DERIVED_AT = '2026-03-01T08:00:00Z';
export const derivedOptions = {
  birth: readMoment('1959-03-14'),
  dayOf: (timeMs: number) => Math.floor(timeMs / DAY_MS),
  correctedCalcium: false,
};
export type Sent = Parameters<typeof seriesOfCodedResults>[0];

export const derive = (
  id: string,
  sent: Sent,
  more: Partial<typeof derivedOptions> = {},
): DerivedSeries | undefined =>
  derivedSeriesOf(id, seriesOfCodedResults(sent), { ...derivedOptions, ...more });
export const derivedValuesOf = (derived: DerivedSeries | undefined) =>
  derived?.series?.rows.map(({ valueText }) => valueText);
export const absentReasonsOf = (derived: DerivedSeries | undefined) => derived?.absentReasons;

export const sentPressure = (
  at: string,
  systolic: number | string,
  diastolic: number | string,
): Sent[number] => ({
  at,
  result: [
    ['8480-6', systolic, MMHG],
    ['8462-4', diastolic, MMHG],
  ],
});
export const sentSodium = (value: number | string, at = DERIVED_AT): Sent[number] => ({
  at,
  result: ['2951-2', value, 'mmol/L'],
});
export const sentChloride = (value: number, at = DERIVED_AT): Sent[number] => ({
  at,
  result: ['2075-0', value, 'mmol/L'],
});
export const sentBicarbonate = (value: number, at = DERIVED_AT): Sent[number] => ({
  at,
  result: ['2028-9', value, 'mmol/L'],
});
export const sentPotassium = (value: number, at = DERIVED_AT): Sent[number] => ({
  at,
  result: ['2823-3', value, 'mmol/L'],
});
export const sentWeight = (value: number, at = DERIVED_AT, unit = 'kg'): Sent[number] => ({
  at,
  result: ['29463-7', value, unit],
});
export const sentHeight = (value: number, at: string, unit = 'cm'): Sent[number] => ({
  at,
  result: ['8302-2', value, unit],
});
