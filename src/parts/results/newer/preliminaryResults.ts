import { sideWithWorstFlag } from '../../../charts/marks/pairBar.ts';
import { flagSeverity } from '../../../clinical/observation/flag/flag.ts';
import type { NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { TileFacts } from '../tileFacts.ts';

const bySeverity = (a: NewerResult, b: NewerResult): number =>
  flagSeverity(b.lead.row.kind.flag) - flagSeverity(a.lead.row.kind.flag);

/**
 * Returns the newest results of a test that has none but preliminary ones. Of several that may be equally new, and of the sides
 * of a blood pressure, the one with the most severe flag comes first.
 */
export const preliminaryResults = (
  facts: TileFacts,
  series: readonly [Series, (Series | undefined)?],
  order: NewerResult['order'],
): readonly NewerResult[] =>
  [facts, ...facts.concurrent]
    .flatMap(({ sides }): NewerResult[] => {
      const parts = sides.map((row, i) => {
        const its = series[i];
        return row && its && { row, series: its };
      });
      const [systolic, diastolic] = sides;
      const flagged = sideWithWorstFlag({ systolic, diastolic });
      const lead = parts.find((part) => part?.row === flagged);
      return lead ? [{ manner: 'preliminary', order, lead, parts }] : [];
    })
    .toSorted(bySeverity);
