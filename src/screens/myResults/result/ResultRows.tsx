import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { givenBy } from '../card/cards.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { UnitWords, WithSentWords } from '../sentWords/SentWords.tsx';
import { timeOfDay } from '../patientDates.ts';
import { entryWords, type EntryCard } from './entryWords.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import { shortDate } from './shortDates.ts';
import styles from './ResultRows.module.css';

type ResultRowsProps = {
  readonly entries: readonly ChartEntry[];
  readonly card: EntryCard;
  /** The table is named by this element. */
  readonly labelledBy: string;
};

/** Shows results as a table: when, what, and where it lies beside the laboratory's range (rules 56 and 57). */
export const ResultRows = ({ entries, card, labelledBy }: ResultRowsProps) => (
  <table className={styles.table} aria-labelledby={labelledBy}>
    <thead>
      <tr>
        <th scope="col">{oneResultTexts('dateHead')}</th>
        <th scope="col">{oneResultTexts('resultHead')}</th>
        <th scope="col">{oneResultTexts('rangeHead', { by: givenBy(card) })}</th>
      </tr>
    </thead>
    <tbody>
      {entries.map((entry, i) => (
        // A result that was sent twice in the same words has two rows.
        <EntryRow key={`${entry.key} ${i}`} entry={entry} card={card} />
      ))}
    </tbody>
  </table>
);

type EntryRowProps = { readonly entry: ChartEntry; readonly card: EntryCard };

function EntryRow({ entry, card }: EntryRowProps) {
  const timeZone = useTimeZone();
  const { timeMs, rows } = entry;
  const { precision } = rows[0].kind;
  const { value, unit, places, notes } = entryWords(entry, card);
  const date = shortDate(timeMs, precision, timeZone);
  return (
    <tr>
      <th scope="row">
        {date || myResultsTexts('noDate')}
        {date !== '' && precision === 'instant' && <span> {timeOfDay(timeMs, timeZone)}</span>}
      </th>
      <td dir="auto" className={styles.value}>
        {value !== '' && (
          <b>
            <bdi>
              <WithSentWords text={value} />
            </bdi>
          </b>
        )}{' '}
        <span>
          <UnitWords unit={unit} />
        </span>
      </td>
      <td dir="auto">
        {places.map((text) => (
          <p key={text}>
            <WithSentWords text={text} />
          </p>
        ))}
        {notes.map((text) => (
          <p key={text} className={styles.note}>
            <WithSentWords text={text} />
          </p>
        ))}
      </td>
    </tr>
  );
}
