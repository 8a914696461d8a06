import { SourceButtons } from '../../parts/results/SourceButtons.tsx';
import type { Strip } from '../../charts/strip/strip.ts';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { listedAfter, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import {
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  entryStatusText,
  utcText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { timeDistanceText } from '../../parts/strips/stripText.ts';
import { newerListedText } from '../../parts/results/tileFacts.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './CompareReading.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type CompareReadingProps = {
  readonly strip: Strip;
  readonly reading: StripReading | undefined;
  /** Read at a moment, not the latest of all. */
  readonly isAtMoment: boolean;
  /** What the same day of the second period had; '' while none is compared. */
  readonly then: string;
  readonly record: RecordSnapshot;
};

type ShownProps = Omit<CompareReadingProps, 'reading' | 'then'> & { readonly reading: StripReading };

/** Rule 39: the latest is called so only when all is read. */
const claimWords = ({ ended, complete }: RecordSnapshot) =>
  complete ? '' : ended ? 'newest that was read' : 'newest read so far';

const valueAndUnit = (entry: ChartEntry, { series }: Strip) =>
  [entryValue(entry, series), entryUnit(entry, series)].filter(Boolean).join(' ');

/** Rule 12: flag, status and how it is drawn, in words; of a blood pressure its mean (rule 7). */
function factsOf({ strip, reading: { entry, sameTimeEntries }, isAtMoment, record }: ShownProps): string[] {
  const mean = strip.means?.get(entry.rows[0].id);
  return [
    isAtMoment ? `${entryFlagText(entry)}, ${entryStatusText(entry)}` : claimWords(record),
    isAtMoment ? entryDrawingText(entry) : '',
    ...sameTimeEntries.map((other) => `also ${valueAndUnit(other, strip)} at the same time`),
    mean === undefined ? '' : `MAP ${mean.toFixed()} ${strip.series.unitText}, calculated`,
  ].filter(Boolean);
}

function Shown(props: ShownProps) {
  const { strip, reading, isAtMoment, record } = props;
  const timeZone = useTimeZone();
  const { entry, before, offsetMs, newerPreliminaryCount } = reading;
  const status = entryStatusText(entry);
  const when = entryWhenText(entry, timeZone);
  const facts = factsOf(props);
  const newer = isAtMoment ? '' : newerListedText(listedAfter(strip.entries, entry).length);
  return (
    <>
      <p className={reading.isAtCursor || !isAtMoment ? styles.value : styles.earlier}>
        <b>{entryValue(entry, strip.series)}</b> <bdi>{entryUnit(entry, strip.series)}</bdi>{' '}
        <ReadingFlags entry={entry} />
        {status !== 'final' && <span className={`${tagStyles.solid} ${styles.tag}`}>{status}</span>}
        {newerPreliminaryCount > 0 && (
          <span className={`${tagStyles.dashed} ${styles.tag}`}>{newerPreliminaryCount} preliminary</span>
        )}
        {newer && <span className={`${tagStyles.solid} ${styles.tag}`}>{newer}</span>}
        {record.ended && !record.complete && (
          <span className={`${tagStyles.incomplete} ${styles.tag}`} data-notice="incomplete">
            incomplete
          </span>
        )}
      </p>
      <p className={styles.when}>
        <time title={utcText(entry)}>{[when, timeDistanceText(offsetMs)].filter(Boolean).join(', ')}</time>
        {isAtMoment && <SourceButtons entry={entry} when={`${strip.name}, ${when}`} />}
      </p>
      {before && (
        <p>
          was {valueAndUnit(before, strip)}, {entryWhenText(before, timeZone)}
        </p>
      )}
      {facts.map((text) => (
        <p key={text} title={text} dir="auto">
          {text}
        </p>
      ))}
    </>
  );
}

/** At the right of a strip: the value at the cursor, else the latest (rules 9, 13). */
export function CompareReading({ reading, then, ...props }: CompareReadingProps) {
  return (
    <div className={styles.reading}>
      {reading ? (
        <Shown {...props} reading={reading} />
      ) : (
        <p>{props.isAtMoment ? 'none before this moment' : ''}</p>
      )}
      {then && (
        <p className={styles.then} data-then="" title={then} dir="auto">
          {then}
        </p>
      )}
    </div>
  );
}
