import { memo, type ReactNode } from 'react';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import type { ChartEntries } from '../../charts/reading/chartEntries.ts';
import {
  entryLineChangeText,
  entryCheckText,
  entryConditionText,
  entryUnit,
  entryValue,
  entryStatusText,
  utcText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { newerUncharted, type NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../clinical/series/series.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { moreNewerText, newerWords, resultWithoutCurve } from '../../parts/results/newer/newerText.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import { Button } from '../../ui/Button.tsx';
import { accountSentence, headlineOf, readStateText } from '../../parts/results/resultHeadline.ts';
import { TableBelow } from './tableBelow/TableBelow.tsx';
import tagStyles from '../../ui/Tag.module.css';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { detailTexts } from './detail.messages.ts';

type DetailHeadProps = {
  readonly name: string;
  readonly series: Series;
  /** This is the diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  readonly entries: ChartEntries;
  /** Shows every result in the table. */
  readonly onShowAll: () => void;
};

type NewerInHeadProps = Pick<DetailHeadProps, 'onShowAll'> & {
  readonly newer: readonly NewerResult[];
  readonly shownRow: Row;
};

/** Rule 13: says what is newer and not on the curve. Its own series, or the table, is one press away. */
function NewerInHead({ newer, shownRow, onShowAll }: NewerInHeadProps) {
  const timeZone = useTimeZone();
  const [first] = newer;
  if (!first) return null;
  const line = <NewerLine {...{ newer, timeZone, shownRow }} more="" />;
  return (
    <p className={styles.newer}>
      {first.manner === 'other-unit' ? <a href={seriesFragment(first.lead.series.id)}>{line}</a> : line}
      {newer.length > 1 && (
        <>
          {' '}
          <Button variant="link" onClick={onShowAll}>
            {moreNewerText(newer).trim()}
          </Button>
        </>
      )}
    </p>
  );
}

const drawTime = (part: ReactNode, key: number) => <time key={key}>{part}</time>;
const drawBold = (part: ReactNode, key: number) => <b key={key}>{part}</b>;

/** A series without a curve is headed by its newest result, which no other stands for. */
function UnchartedResult({ series, onShowAll }: Pick<DetailHeadProps, 'series' | 'onShowAll'>) {
  const { series: all } = useLoadedRecord();
  const timeZone = useTimeZone();
  const result = resultWithoutCurve(series);
  if (!result) return null;
  const { value, unit, remark, kind, when } = newerWords(result, { timeZone });
  return (
    <>
      <p>
        <b dir="auto">{value}</b> <bdi className={styles.soft}>{unit}</bdi>
        {remark} <FlagText kind={kind} />
        <br />
        {detailTexts.rich('notCharted', { when, time: drawTime })}
      </p>
      <NewerInHead newer={newerUncharted([series], all)} shownRow={result.lead.row} onShowAll={onShowAll} />
    </>
  );
}

const PreviousValue = ({ change, value }: { readonly change: string; readonly value: string }) =>
  change === ''
    ? detailTexts('before', { value })
    : detailTexts.rich('changeFrom', { change, value, b: drawBold });

function LatestResult({ series, partner, entries, onShowAll }: Omit<DetailHeadProps, 'name'>) {
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const headline = headlineOf([series, partner], entries, record);
  if (!headline) return <UnchartedResult {...{ series, onShowAll }} />;
  const { entry, claim, concurrentText, newer, previous } = headline;
  const status = entryStatusText(entry);
  return (
    <>
      <p className={styles.latest}>
        <b>{entryValue(entry, series)}</b> <bdi className={styles.soft}>{entryUnit(entry, series)}</bdi>{' '}
        <ReadingFlags entry={entry} />
        {status !== 'final' && <span className={`${tagStyles.solid} ${styles.tag}`}>{status}</span>}
      </p>
      <p>
        <time data-tooltip={utcText(entry)}>{entryWhenText(entry, timeZone)}</time>
        <br />
        {[entryCheckText(entry), entryConditionText(entry), claim, concurrentText].filter(Boolean).join('; ')}
      </p>
      <NewerInHead {...{ newer, onShowAll }} shownRow={entry.rows[0]} />
      {previous && (
        <p className={styles.previous}>
          <PreviousValue change={previous.step} value={entryValue(previous.entry, series)} />{' '}
          <bdi>{entryUnit(previous.entry, series)}</bdi> <br />
          {[
            entryWhenText(previous.entry, timeZone),
            entryCheckText(previous.entry),
            entryConditionText(previous.entry),
            entryLineChangeText(previous.entry, entry),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
    </>
  );
}

/**
 * Shows the name, the latest result, the one before it, and the account of all results. A pointer that passes over the chart changes
 * nothing of it, and it counts every result.
 */
export const DetailHead = memo(function DetailHead(props: DetailHeadProps) {
  const { name, series, partner, entries, onShowAll } = props;
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const [count, parts] = accountSentence(entries, series);
  const isIncomplete = record.ended && !record.complete;
  return (
    <div className={styles.head}>
      <h2 tabIndex={-1} dir="auto">
        {name}
      </h2>
      <LatestResult {...{ series, partner, entries, onShowAll }} />
      {isIncomplete && (
        <span className={`${tagStyles.incomplete} ${styles.tag}`} data-notice="incomplete">
          {detailTexts('incomplete')}
        </span>
      )}
      <p className={styles.account}>
        <b>{count}</b> {parts}
        <span className={styles.read}>
          <TableBelow />
          <span>{readStateText(record, timeZone)}</span>
        </span>
      </p>
    </div>
  );
});
