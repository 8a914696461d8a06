import type { SeriesKey } from '../clinical/observation/rowKinds.ts';

/** This is the key of a series of numbers without a unit, for tests of rows whose series does not matter. */
export const plainSeriesKey: SeriesKey = {
  baseId: 'k',
  target: undefined,
  variant: '',
  unit: '',
  fit: 'same',
  isNumber: true,
};
