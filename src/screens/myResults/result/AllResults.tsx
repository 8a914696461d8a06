import { useId, useState } from 'react';
import { countText } from '../../../charts/format/numberText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { givenBy } from '../card/cards.ts';
import { withdrawnCount, type EntryCard } from './entryWords.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import { ResultRows } from './ResultRows.tsx';
import { zonePlace } from '../clockTime.ts';
import styles from './ResultScreen.module.css';

/** This many rows are shown at once, and with each press as many more. */
const STEP = 30;

type AllResultsProps = { readonly entries: readonly ChartEntry[]; readonly card: EntryCard };

/** Lists every result that was sent, the newest first. A press shows the next ones of a long list. */
export function AllResults({ entries, card }: AllResultsProps) {
  const timeZone = useTimeZone();
  const headingId = useId();
  const [count, setCount] = useState(STEP);
  const next = Math.min(STEP, entries.length - count);
  const withdrawn = withdrawnCount(card);
  return (
    <section className={styles.part} data-twin="">
      <h3 id={headingId}>{oneResultTexts('allResults')}</h3>
      <p className={styles.soft}>{oneResultTexts('zone', { place: zonePlace(timeZone) })}</p>
      <ResultRows entries={entries.slice(0, count)} card={card} labelledBy={headingId} />
      {next > 0 && (
        <p className={styles.more}>
          {oneResultTexts('shownOf', { shown: countText(count), total: countText(entries.length) })}{' '}
          <button type="button" onClick={() => setCount(count + STEP)}>
            {oneResultTexts('showMore', { count: next, shown: countText(next) })}
          </button>
        </p>
      )}
      {withdrawn > 0 && (
        <p className={styles.soft}>
          {oneResultTexts('withdrawn', { by: givenBy(card), shown: countText(withdrawn) })}
        </p>
      )}
    </section>
  );
}
