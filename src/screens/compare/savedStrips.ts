/** The strips that a reader last put together, for one site and this browser: ids of analytes alone (decision 21). */
import { writePreference, readPreference } from '../../ui/preferences.ts';
import { MAX_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';

const STRIPS = 'strips';

export const savedStrips = (siteId: string): readonly string[] =>
  readPreference(siteId, STRIPS).split(',', MAX_STRIPS).filter(isAnonymousSeriesId);

/** What may not stay in the browser changes nothing of what is there. */
export function saveStrips(siteId: string, ids: readonly string[]): void {
  if (ids.every(isAnonymousSeriesId)) writePreference(siteId, STRIPS, ids.join(','));
}
