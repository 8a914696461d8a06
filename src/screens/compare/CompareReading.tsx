import type { ReactNode } from 'react';
import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { SourceButtons } from '../../parts/results/table/SourceButtons.tsx';
import type { Strip } from '../../charts/strip/strip.ts';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import { entryNoteText } from '../../charts/reading/attachedText.ts';
import {
  entryCheckText,
  entryConditionText,
  entryContextText,
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  entryStatusText,
  utcText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import { meanOf } from '../../charts/reading/meanPressure.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { sameTimeTexts, timeDistanceText, valueBefore } from '../../parts/strips/stripText.ts';
import { newerUncharted } from '../../clinical/series/newest/newerUncharted.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import tagStyles from '../../ui/Tag.module.css';
import styles from './CompareReading.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { compareTexts } from './compare.messages.ts';

type CompareReadingProps = {
  readonly strip: Strip;
  readonly reading: StripReading | undefined;
  /** The reading is taken at the cursor; else it is the latest result. */
  readonly isAtMoment: boolean;
  /** This is the reading of the comparison period on the same day; '' if none is compared. */
  readonly comparisonText: string;
};

type ReadingFactsProps = Pick<CompareReadingProps, 'strip' | 'isAtMoment'> & {
  readonly reading: StripReading;
};

/** Rule 39: a result is called the latest only if all was read. */
const completenessNote = ({ ended, complete }: RecordSnapshot) =>
  complete ? '' : compareTexts(ended ? 'newestThatWasRead' : 'newestReadSoFar');

const valueWithUnit = (entry: ChartEntry, { series }: Strip) =>
  [entryValue(entry, series), entryUnit(entry, series)].filter(Boolean).join(' ');

/** Rule 12: returns flag, status and drawing in words, and the mean of a blood pressure (rule 7). */
function furtherFactsOf(
  { strip, reading, isAtMoment }: ReadingFactsProps,
  record: RecordSnapshot,
  timeZone: string,
): string[] {
  const { entry } = reading;
  const mean = meanOf(entry, strip.means);
  // These share one line: a reading at the cursor is no higher than the latest one, so that no strip below it moves.
  const atMoment = () =>
    [
      entryFlagText(entry),
      entryStatusText(entry),
      entryContextText(entry),
      entryNoteText(entry, timeZone),
      entryDrawingText(entry),
    ]
      .filter(Boolean)
      .join(', ');
  return [
    ...(isAtMoment
      ? [atMoment()]
      : [completenessNote(record), entryCheckText(entry), entryConditionText(entry)]),
    ...sameTimeTexts(strip, reading),
    mean === undefined
      ? ''
      : compareTexts('mapCalculated', { value: mean.toFixed(), unit: strip.series.unitText }),
  ].filter(Boolean);
}

const date = (part: ReactNode, key: number) => (
  <span key={key} className={styles.date}>
    {part}
  </span>
);

function ReadingFacts(props: ReadingFactsProps) {
  const { strip, reading, isAtMoment } = props;
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const { entry, before, offsetMs } = reading;
  const status = entryStatusText(entry);
  const timeText = entryWhenText(entry, timeZone);
  const furtherFacts = furtherFactsOf(props, record, timeZone);
  const newer = isAtMoment ? [] : newerUncharted([strip.series, strip.partner], record.series);
  return (
    <>
      <p className={reading.isAtCursor || !isAtMoment ? styles.value : styles.earlier}>
        <b>{entryValue(entry, strip.series)}</b> <bdi>{entryUnit(entry, strip.series)}</bdi>{' '}
        <ReadingFlags entry={entry} />
        {status !== 'final' && <span className={`${tagStyles.solid} ${styles.tag}`}>{status}</span>}
        {record.ended && !record.complete && (
          <span className={`${tagStyles.incomplete} ${styles.tag}`} data-notice="incomplete">
            {compareTexts('incomplete')}
          </span>
        )}
      </p>
      <p className={styles.when}>
        <time data-tooltip={utcText(entry)}>
          {[timeText, timeDistanceText(offsetMs, entry)].filter(Boolean).join(', ')}
        </time>
        {isAtMoment && <SourceButtons entry={entry} when={`${strip.name}, ${timeText}`} />}
      </p>
      {before && (
        <p className={styles.before}>
          {compareTexts.rich('was', {
            value: valueBefore(valueWithUnit(before, strip), before, entry),
            time: entryWhenText(before, timeZone),
            date,
          })}
        </p>
      )}
      {newer.length > 0 && (
        <p className={styles.newer}>
          <NewerLine {...{ newer, timeZone }} shownRow={entry.rows[0]} />
        </p>
      )}
      {furtherFacts.map((text) => (
        <p key={text} data-tooltip={text} dir="auto">
          {text}
        </p>
      ))}
    </>
  );
}

/** Shows at the right of a strip the value at the cursor, else the latest one (rules 9, 13). */
export function CompareReading({ strip, reading, isAtMoment, comparisonText }: CompareReadingProps) {
  return (
    <div className={styles.reading}>
      {reading ? (
        <ReadingFacts {...{ strip, reading, isAtMoment }} />
      ) : (
        <p>{isAtMoment ? compareTexts('noneBefore') : ''}</p>
      )}
      {comparisonText && (
        <p className={styles.comparison} data-then="" data-tooltip={comparisonText} dir="auto">
          {comparisonText}
        </p>
      )}
    </div>
  );
}
