/** This file says in words what a cell with many results holds. */
import { countText } from '../../../charts/format/numberText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import {
  entryCheckText,
  entryConditionText,
  entryFlagText,
  entryWhenText,
} from '../../../charts/reading/readingText.ts';
import type { BucketSummary } from './bucketSummary.ts';
import { secondLineText, shortValueText } from './bucketExtremes.ts';
import { cellValueText, lettersBeforeValue } from '../gridCells.ts';
import type { SeriesRow } from '../gridData.ts';
import { gridTexts } from '../grid.messages.ts';

type ExtremeKey = 'highestIs' | 'lowestIs' | 'flaggedIs' | 'highestDiastolicIs' | 'lowestDiastolicIs';

function extremeKey(entry: ChartEntry, summary: BucketSummary): ExtremeKey {
  if (entry === summary.highest) return 'highestIs';
  if (entry === summary.lowest) return 'lowestIs';
  if (entry === summary.highestDiastolic) return 'highestDiastolicIs';
  return entry === summary.lowestDiastolic ? 'lowestDiastolicIs' : 'flaggedIs';
}

/** Returns the extremes: those that are flagged, and the highest and the lowest, of a blood pressure of each side, each once. */
function extremesOf(summary: BucketSummary): readonly ChartEntry[] {
  const { flagged, highest, lowest, highestDiastolic, lowestDiastolic } = summary;
  const all = [...flagged, highest, lowest, highestDiastolic, lowestDiastolic];
  return [...new Set(all)].filter((entry) => entry !== undefined);
}

/**
 * Returns the facts of a cell: the last result, the extremes and limits with their flags and times, and how many are flagged, critical,
 * preliminary, limits and not charted.
 */
export function bucketFacts(
  summary: BucketSummary,
  seriesRow: SeriesRow,
  timeZone: string,
): readonly string[] {
  const said = (entry: ChartEntry): string => {
    const value = cellValueText(entry, seriesRow);
    return [
      value,
      entryFlagText(entry),
      entryCheckText(entry),
      entryConditionText(entry),
      entryWhenText(entry, timeZone),
    ]
      .filter(Boolean)
      .join(', ');
  };
  const counted = (
    count: number,
    key: 'flaggedCount' | 'criticalCount' | 'preliminaryCount' | 'toCheckCount' | 'unchartedCount',
  ) => (count > 0 ? [gridTexts(key, { count: countText(count) })] : []);
  const told = [summary.last, ...extremesOf(summary)];
  const unitsInDoubt = summary.unitsInDoubt.filter((entry) => !told.includes(entry));
  return [
    gridTexts('lastIs', { result: said(summary.last) }),
    ...extremesOf(summary).map((entry) => gridTexts(extremeKey(entry, summary), { result: said(entry) })),
    ...summary.limits.map((entry) => gridTexts('limitIs', { result: said(entry) })),
    ...unitsInDoubt.map((entry) => gridTexts('notComparedIs', { result: said(entry) })),
    ...counted(summary.criticalCount, 'criticalCount'),
    ...counted(summary.flaggedCount, 'flaggedCount'),
    ...counted(summary.preliminaryCount, 'preliminaryCount'),
    ...(summary.limitCount > 0
      ? [gridTexts('limitCount', { count: summary.limitCount, shown: countText(summary.limitCount) })]
      : []),
    ...counted(summary.toCheckCount, 'toCheckCount'),
    ...counted(summary.unchartedCount, 'unchartedCount'),
  ];
}

/** Returns what a screen reader says of the cell. It begins as the cell looks (WCAG 2.5.3). */
export function spokenBucket(summary: BucketSummary, seriesRow: SeriesRow, timeZone: string): string {
  const { last, count } = summary;
  const lastSeen = lettersBeforeValue(last, count, seriesRow) + shortValueText(last, seriesRow);
  const seen = [lastSeen, secondLineText(summary, seriesRow)].filter(Boolean).join(' ');
  const facts = bucketFacts(summary, seriesRow, timeZone).join('; ');
  return gridTexts('spokenBucket', { seen, count, shown: countText(count), facts });
}
