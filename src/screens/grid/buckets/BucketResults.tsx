import { Fragment } from 'react';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { extentText, flaggedExtremes, limitsText } from './bucketExtremes.ts';
import type { BucketSummary } from './bucketSummary.ts';
import { cellContentOf } from '../gridCells.ts';
import { FirstResult, Preliminary, CellFlag } from '../FirstResult.tsx';
import type { SeriesRow } from '../gridData.ts';
import { gridTexts } from '../grid.messages.ts';
import styles from './BucketResults.module.css';

type BucketResultsProps = { readonly summary: BucketSummary; readonly seriesRow: SeriesRow };

type ExtremeProps = { readonly entry: ChartEntry; readonly value: string; readonly seriesRow: SeriesRow };

function Extreme({ entry, value, seriesRow }: ExtremeProps) {
  const { isListed, status } = cellContentOf(entry, seriesRow);
  return (
    <span className={isListed && status !== 'preliminary' ? styles.listed : undefined}>
      <CellFlag entry={entry} status={status} />
      {value && ` ${value}`}
    </span>
  );
}

/** Shows the flagged extremes; without any, the lowest and the highest. */
function Extremes({ summary, seriesRow }: BucketResultsProps) {
  const flagged = flaggedExtremes(summary, seriesRow);
  if (flagged.length === 0) return <span>{extentText(summary, seriesRow)}</span>;
  return flagged.map(({ entry, value }) => (
    <Fragment key={entry.key}>
      {' '}
      <Extreme {...{ entry, value, seriesRow }} />
    </Fragment>
  ));
}

/** Shows the last of many results with their number, and below it the extremes, the limits, and what is preliminary or not charted. */
export function BucketResults({ summary, seriesRow }: BucketResultsProps) {
  const { last, count, preliminaryCount, unchartedCount } = summary;
  return (
    <span className={styles.face}>
      <span className={styles.last}>
        <FirstResult entry={last} seriesRow={seriesRow} count={count} />
      </span>{' '}
      <span className={styles.extremes}>
        {preliminaryCount > 0 && (
          <span className={styles.others}>
            <Preliminary />
            {preliminaryCount}
          </span>
        )}{' '}
        {unchartedCount > 0 && (
          <i className={styles.others}>{gridTexts('more', { count: String(unchartedCount) })}</i>
        )}{' '}
        {limitsText(summary, seriesRow)} <Extremes summary={summary} seriesRow={seriesRow} />
      </span>
    </span>
  );
}
