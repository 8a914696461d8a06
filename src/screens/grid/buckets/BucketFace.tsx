import { FlagText } from '../../../charts/marks/FlagText.tsx';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { shortValueText } from './bucketFacts.ts';
import type { BucketSummary } from './bucketSummary.ts';
import { cellContentOf, markedRow } from '../gridCells.ts';
import { FirstResult, Preliminary } from '../FirstResult.tsx';
import type { SeriesRow } from '../gridData.ts';
import { gridTexts } from '../grid.messages.ts';
import styles from './BucketFace.module.css';

type BucketFaceProps = { readonly summary: BucketSummary; readonly seriesRow: SeriesRow };

/** Two numbers of this length together have room beside their flags. */
const MAX_TWO_CHARACTERS = 10;

type ExtremeProps = { readonly entry: ChartEntry; readonly value: string; readonly seriesRow: SeriesRow };

function Extreme({ entry, value, seriesRow }: ExtremeProps) {
  const { isListed, status } = cellContentOf(entry, seriesRow);
  return (
    <span className={isListed && status !== 'preliminary' ? styles.listed : undefined}>
      {status === 'preliminary' && <Preliminary />}
      <FlagText kind={markedRow(entry).kind} />
      {value && ` ${value}`}
    </span>
  );
}

/** Shows the flagged extremes that are not the last result itself; without any, the lowest and the highest. */
function Extremes({ summary, seriesRow }: BucketFaceProps) {
  const { flagged, last, lowest, highest } = summary;
  const others = flagged.filter((entry) => entry !== last);
  if (others.length === 0) {
    if (!lowest || !highest) return null;
    const [from, to] = [shortValueText(lowest, seriesRow), shortValueText(highest, seriesRow)];
    return <span>{gridTexts('lowestToHighest', { from, to })}</span>;
  }
  const texts = others.map((entry) => shortValueText(entry, seriesRow));
  const hasRoom = texts.join('').length <= MAX_TWO_CHARACTERS;
  // The flag of each is always seen. Where there is no room for all numbers, the most severe keeps its own.
  return others.map((entry, i) => (
    <Extreme key={entry.key} {...{ entry, seriesRow }} value={hasRoom || i === 0 ? texts[i]! : ''} />
  ));
}

/** Shows the last of many results with their number, and below it the extremes and what is preliminary or not charted. */
export function BucketFace({ summary, seriesRow }: BucketFaceProps) {
  const { last, count, preliminaryCount, unchartedCount } = summary;
  return (
    <span className={styles.face}>
      <span className={styles.last}>
        <FirstResult entry={last} seriesRow={seriesRow} count={count} />
      </span>
      <span className={styles.extremes}>
        {preliminaryCount > 0 && (
          <span className={styles.others}>
            <Preliminary />
            {preliminaryCount}
          </span>
        )}
        {unchartedCount > 0 && (
          <i className={styles.others}>{gridTexts('more', { count: String(unchartedCount) })}</i>
        )}
        <Extremes summary={summary} seriesRow={seriesRow} />
      </span>
    </span>
  );
}
