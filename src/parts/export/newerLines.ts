import type { Series } from '../../clinical/series/series.ts';
import { nameQualifiers } from '../results/nameQualifiers.ts';
import { newerResultText } from '../results/newer/newerText.ts';
import { isDrawnEntry, seriesOfEntry, tileEntriesOf } from '../results/tileLayout.ts';

/**
 * Returns a line such as "Hemoglobin: Newer, not charted: 1.8 g/dL LL, 12 Nov 2026" for each result that may be newer
 * than the latest on a curve (rule 13), of all series or of those named.
 */
export function newerLines(
  all: readonly Series[],
  timeZone: string,
  seriesIds?: readonly string[],
): readonly string[] {
  const qualifiers = nameQualifiers(all);
  return tileEntriesOf(all, [])
    .filter(isDrawnEntry)
    .filter((entry) => seriesOfEntry(entry).some(({ id }) => seriesIds?.includes(id) ?? true))
    .flatMap(({ id, name, newer }) => {
      const label = [name, qualifiers.get(id)].filter(Boolean).join(', ');
      return newer.map((one) => `${label}: ${newerResultText(one, { timeZone })}`);
    });
}
