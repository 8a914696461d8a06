import type { Frame } from '../../charts/axis/frame.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { newerUncharted } from '../../clinical/series/newest/newerUncharted.ts';
import { NewerLine } from '../results/newer/NewerLine.tsx';
import { ReadingFlags } from '../results/ReadingFlags.tsx';
import { entryUnit, entryValue, entryStatusText } from '../../charts/reading/readingText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { readingFacts, readingTimes } from './monitorText.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './Monitor.module.css';
import { monitorTexts } from './monitor.messages.ts';

type MonitorReadingProps = {
  readonly strip: Strip;
  readonly reading: StripReading | undefined;
  readonly record: RecordSnapshot;
  readonly cursorMs: number | undefined;
  readonly frame: Frame;
};

const Lines = ({ texts }: { readonly texts: readonly string[] }) =>
  texts.map((text, i) => (
    <span key={i} data-tooltip={text} dir="auto">
      {text}
    </span>
  ));

/** Shows at the right of a strip the value at the cursor, or else the latest (rules 9 and 13). */
export function MonitorReading({ strip, reading, record, cursorMs, frame }: MonitorReadingProps) {
  const isAtMoment = cursorMs !== undefined;
  if (!reading)
    return <span className={styles.reading}>{isAtMoment && <span>{monitorTexts('noneBefore')}</span>}</span>;
  const { entry } = reading;
  const newer = isAtMoment ? [] : newerUncharted([strip.series, strip.partner], record.series);
  const status = entryStatusText(entry);
  const options = { strip, reading, record, isAtMoment, frame };
  return (
    <span className={styles.reading}>
      <span className={reading.isAtCursor || !isAtMoment ? styles.value : styles.earlier}>
        <b>{entryValue(entry, strip.series)}</b> <bdi>{entryUnit(entry, strip.series)}</bdi>{' '}
        <ReadingFlags entry={entry} />
        {status !== 'final' && <i className={`${tagStyles.solid} ${styles.tag}`}>{status}</i>}
        {record.ended && !record.complete && (
          <i className={`${tagStyles.incomplete} ${styles.tag}`}>{monitorTexts('incomplete')}</i>
        )}
      </span>
      <Lines texts={readingTimes(options)} />
      <NewerLine newer={newer} timeZone={frame.timeZone} shownRow={entry.rows[0]} />
      <Lines texts={readingFacts(options)} />
    </span>
  );
}
