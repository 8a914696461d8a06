/** The strips that a reader last put together, for one site and this browser: ids of analytes alone (decision 21). */
import { writePreference, readPreference } from '../../ui/preferences.ts';
import { MOST_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { isStorableSeriesId } from '../../parts/results/storableSeriesId.ts';

const STRIPS = 'strips';

export const savedStrips = (siteId: string): readonly string[] =>
  readPreference(siteId, STRIPS).split(',', MOST_STRIPS).filter(isStorableSeriesId);

/** What may not stay in the browser changes nothing of what is there. */
export function saveStrips(siteId: string, ids: readonly string[]): void {
  if (ids.every(isStorableSeriesId)) writePreference(siteId, STRIPS, ids.join(','));
}
