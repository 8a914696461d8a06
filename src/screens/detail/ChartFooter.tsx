import { useMemo } from 'react';
import { MAX_UNTHINNED_POINTS } from '../../charts/trend/trendOptions.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { noStatisticsText, windowStatisticsText } from '../../parts/statistics/windowStatisticsText.ts';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { countText } from '../../charts/format/format.ts';

const outsideWords = (count: number, which: string): string =>
  count === 0 ? '' : `${countText(count)} ${which} result${count === 1 ? '' : 's'} not shown.`;

type StatisticsProps = {
  readonly series: Series;
  readonly partner: Series | undefined;
  readonly record: RecordSnapshot;
  readonly window: TimeWindow;
  readonly isAll: boolean;
};

/** Only of a complete record: one more result could be the lowest. */
function Statistics({ series, partner, record, window, isAll }: StatisticsProps) {
  const timeZone = useTimeZone();
  const { complete } = record;
  const words = useMemo(
    () => (complete ? windowStatisticsText(series, partner, { window, isAll, timeZone }) : ''),
    [complete, series, partner, window, isAll, timeZone],
  );
  const text = words || noStatisticsText(record);
  return text && <span data-statistics="">{text}</span>;
}

type EveryProps = {
  readonly count: number;
  readonly isEvery: boolean;
  readonly onTurn: () => void;
};

/** Rule 8: the thinned drawing can be switched off, as far as a screen holds the symbols. */
function Every({ count, isEvery, onTurn }: EveryProps) {
  if (count > MAX_UNTHINNED_POINTS)
    return <span>Every point can be drawn in a window with at most {countText(MAX_UNTHINNED_POINTS)}.</span>;
  return (
    <button type="button" className={styles.every} aria-pressed={isEvery} onClick={onTurn}>
      Every point
    </button>
  );
}

type UnderChartProps = {
  readonly older: number;
  readonly newer: number;
  /** Not of what was calculated, which was not measured. */
  readonly statistics: StatisticsProps | undefined;
  /** Of a window with more results than symbols have room. */
  readonly every: EveryProps | undefined;
};

/** In one quiet line: what lies outside the window, what is in it, and whether all of it has a symbol. */
export function ChartFooter({ older, newer, statistics, every }: UnderChartProps) {
  return (
    <p className={styles.outside}>
      {[outsideWords(older, 'older'), outsideWords(newer, 'newer')].filter(Boolean).map((text) => (
        <span key={text}>{text}</span>
      ))}
      {statistics && <Statistics {...statistics} />}
      {every && <Every {...every} />}
    </p>
  );
}
