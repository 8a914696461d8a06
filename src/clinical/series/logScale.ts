import ids from '../catalog/loinc-catalog.json?log';
import type { Series } from './series.ts';

const logScaleIds: ReadonlySet<string> = new Set(ids);

/**
 * Returns whether the catalog allows a logarithmic scale for the measure (rule 4). Only the chart of one result needs
 * this file, so it is no part of the first load.
 */
export const offersLogScale = ({ analyteId }: Series): boolean => logScaleIds.has(analyteId);

/** Returns whether a series has a value of 0 or less, which has no place on a logarithmic scale. */
export const hasNonPositiveValue = ({ values }: Series): boolean => values.some((value) => !(value > 0));
