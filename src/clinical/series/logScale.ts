import ids from '../catalog/loinc-catalog.json?log';
import type { Series } from './series.ts';

const offered: ReadonlySet<string> = new Set(ids);

/** Rule 4: the measures for which the catalog allows a logarithmic scale. Read on one screen and no part of the first load. */
export const offersLogScale = ({ analyteId }: Series): boolean => offered.has(analyteId);

/** A logarithmic scale has no place for 0 and what is below it. */
export const hasNonPositiveValue = ({ values }: Series): boolean => values.some((value) => !(value > 0));
