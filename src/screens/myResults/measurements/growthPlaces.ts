import type { ReactNode } from 'react';
import type { Series } from '../../../clinical/series/series.ts';

/** What stands below the picture of one measure, by the id of its analyte: the place for a child's curves of growth. */
export const GROWTH_PLACES: ReadonlyMap<string, (series: Series) => ReactNode> = new Map();
