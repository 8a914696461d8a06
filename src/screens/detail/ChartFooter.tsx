import { useMemo } from 'react';
import { MAX_UNTHINNED_POINTS } from '../../charts/trend/trendOptions.ts';
import type { Series } from '../../clinical/series/series.ts';
import { countText } from '../../charts/format/numberText.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { noStatisticsText, windowStatisticsText } from '../../parts/statistics/windowStatisticsText.ts';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { detailTexts } from './detail.messages.ts';

const outsideCountText = (count: number, side: 'older' | 'newer'): string =>
  count === 0 ? '' : detailTexts(side, { count, shown: countText(count) });

type StatisticsProps = {
  readonly series: Series;
  readonly partner: Series | undefined;
  readonly window: TimeWindow;
  readonly isAll: boolean;
};

/** Statistics need a complete record, because one more result could be the lowest. */
function Statistics({ series, partner, window, isAll }: StatisticsProps) {
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const { complete } = record;
  const statisticsText = useMemo(
    () => (complete ? windowStatisticsText(series, partner, { window, isAll, timeZone }) : ''),
    [complete, series, partner, window, isAll, timeZone],
  );
  const text = statisticsText || noStatisticsText(record);
  return text && <span data-statistics="">{text}</span>;
}

type EveryPointProps = {
  readonly count: number;
  readonly isOn: boolean;
  readonly onToggle: () => void;
};

/** Rule 8: the thinned drawing can be switched off up to a number of symbols that a screen can hold. */
function EveryPointToggle({ count, isOn, onToggle }: EveryPointProps) {
  if (count > MAX_UNTHINNED_POINTS)
    return <span>{detailTexts('tooManyPoints', { max: countText(MAX_UNTHINNED_POINTS) })}</span>;
  return (
    <button type="button" className={styles.every} aria-pressed={isOn} onClick={onToggle}>
      {detailTexts('everyPoint')}
    </button>
  );
}

type ChartFooterProps = {
  readonly olderCount: number;
  readonly newerCount: number;
  /** It is undefined for calculated values, which were not measured. Beside it the table counts what lies outside the window. */
  readonly statistics: StatisticsProps | undefined;
  /** It is undefined if there is room for the symbols of all results. */
  readonly everyPoint: EveryPointProps | undefined;
};

/** Gives in one quiet line the statistics of the window, or what lies outside of it, and offers to draw every point. */
export function ChartFooter({ olderCount, newerCount, statistics, everyPoint }: ChartFooterProps) {
  return (
    <p className={styles.outside}>
      {statistics ? (
        <Statistics {...statistics} />
      ) : (
        [outsideCountText(olderCount, 'older'), outsideCountText(newerCount, 'newer')]
          .filter(Boolean)
          .map((text) => <span key={text}>{text}</span>)
      )}
      {everyPoint && <EveryPointToggle {...everyPoint} />}
    </p>
  );
}
