import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import type { ChartEntries } from '../../charts/reading/chartEntries.ts';
import {
  entryUnit,
  entryValue,
  entryStatusText,
  utcText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import type { Series } from '../../clinical/series/series.ts';
import { accountSentence, headlineOf, readStateText } from '../../parts/results/resultHeadline.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';

type DetailHeadProps = {
  readonly name: string;
  readonly series: Series;
  readonly entries: ChartEntries;
};

function LatestResult({ series, entries }: Omit<DetailHeadProps, 'name'>) {
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const headline = headlineOf(series, entries, record);
  if (!headline) return null;
  const { entry, claim, newerText, previous } = headline;
  const status = entryStatusText(entry);
  return (
    <>
      <p className={styles.latest}>
        <b>{entryValue(entry, series)}</b> <bdi className={styles.soft}>{entryUnit(entry, series)}</bdi>{' '}
        <ReadingFlags entry={entry} />
        {status !== 'final' && <span className={`${tagStyles.solid} ${styles.tag}`}>{status}</span>}
      </p>
      <p>
        <time title={utcText(entry)}>{entryWhenText(entry, timeZone)}</time>
        <br />
        {[claim, newerText].filter(Boolean).join('; ')}
      </p>
      {previous && (
        <p>
          {previous.step ? <b>{previous.step}</b> : 'before'} {previous.step && 'from '}
          {entryValue(previous.entry, series)} <bdi>{entryUnit(previous.entry, series)}</bdi>
          <br />
          {entryWhenText(previous.entry, timeZone)}
        </p>
      )}
    </>
  );
}

/** Shows the name, the latest result, the one before it, and the account of all results. */
export function DetailHead({ name, series, entries }: DetailHeadProps) {
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const [count, parts] = accountSentence(
    entries,
    series,
    entries.all.some(({ sides }) => sides),
  );
  const isIncomplete = record.ended && !record.complete;
  return (
    <div className={styles.head}>
      <h2 tabIndex={-1} dir="auto">
        {name}
      </h2>
      <LatestResult {...{ series, entries }} />
      {isIncomplete && (
        <span className={`${tagStyles.incomplete} ${styles.tag}`} data-notice="incomplete">
          incomplete
        </span>
      )}
      <p className={styles.account}>
        <b>{count}</b> {parts}
        <br />
        {readStateText(record, timeZone)}
      </p>
    </div>
  );
}
