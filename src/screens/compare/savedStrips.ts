/** The strips that a reader last put together, for one site and this browser: ids of analytes alone (decision 21). */
import { choose, chosen } from '../../ui/keyboard/preferences.ts';
import { MOST_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { isKeptId } from '../../parts/results/storableSeriesId.ts';

const STRIPS = 'strips';

export const keptStrips = (siteId: string): readonly string[] =>
  chosen(siteId, STRIPS).split(',', MOST_STRIPS).filter(isKeptId);

/** What may not stay in the browser changes nothing of what is there. */
export function keepStrips(siteId: string, ids: readonly string[]): void {
  if (ids.every(isKeptId)) choose(siteId, STRIPS, ids.join(','));
}
