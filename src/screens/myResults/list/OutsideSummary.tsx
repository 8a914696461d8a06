import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { countText } from '../../../charts/format/format.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import { longDate } from '../patientDates.ts';
import { cardId } from '../card/ResultCard.tsx';
import type { PatientCard } from '../card/cards.ts';
import { isOwnReason, standingOf, type Standing } from '../card/cardStanding.ts';
import { valueWithUnit } from '../card/openSentences.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import styles from './OutsideSummary.module.css';

type OutsideSummaryProps = {
  readonly cards: readonly PatientCard[];
  readonly nameOf: (card: PatientCard) => string;
  readonly languageOf: (card: PatientCard) => string | undefined;
  readonly completeness: RecordCompleteness;
};

/** A jump within the page: the address names the screen, so it is no link of its own. */
function goTo(card: PatientCard): void {
  const element = document.getElementById(cardId(card));
  if (element === null) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}

type CardListProps = Omit<OutsideSummaryProps, 'completeness'> & {
  /** A list that may be folded shows its newest lines and the names of the rest. */
  readonly mayFold?: boolean;
};

/** A longer list is folded after this many lines, so that the first day of results is still in sight. */
const LINES = 6;
/** Fewer than these are shown where their names would take nearly the same room. */
const LEAST_FOLDED = 3;

const newestFirst = (a: PatientCard, b: PatientCard): number =>
  b.result.row.timeMs - a.result.row.timeMs || 0;

/** Names the tests, each with its value. Those of a long list that are folded are still named, because each lies outside of its range. */
function CardList({ cards, nameOf, languageOf, mayFold = false }: CardListProps) {
  const sorted = cards.toSorted(newestFirst);
  const isFolded = mayFold && sorted.length >= LINES + LEAST_FOLDED;
  const folded = isFolded ? sorted.slice(LINES) : [];
  return (
    <>
      <CardLines cards={isFolded ? sorted.slice(0, LINES) : sorted} {...{ nameOf, languageOf }} />
      {folded.length > 0 && (
        <details className={styles.folded}>
          <summary>
            {myResultsTexts('outsideMore', {
              count: folded.length,
              shown: countText(folded.length),
              names: folded.map(nameOf).join(', '),
            })}
          </summary>
          <CardLines cards={folded} {...{ nameOf, languageOf }} />
        </details>
      )}
    </>
  );
}

type CardLinesProps = Omit<OutsideSummaryProps, 'completeness'>;

/** Gives each test a line with its value, and with its date where that is more than a year ago. */
function CardLines({ cards, nameOf, languageOf }: CardLinesProps) {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  return (
    <ul className={styles.lines}>
      {cards.map((card) => (
        <li key={card.id}>
          <button type="button" className={styles.jump} onClick={() => goTo(card)}>
            <bdi lang={languageOf(card)}>{nameOf(card)}</bdi>
          </button>{' '}
          <span className={styles.value} dir="auto">
            {isOwnReason(card) ? valueWithUnit(card.result) : myResultsTexts('newerOne')}
            {isOwnReason(card) && isOld(card, todayMs) && (
              <span className={styles.soFar}>{` (${dateOf(card, timeZone)})`}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const isOld = ({ result: { row } }: PatientCard, todayMs: number): boolean =>
  todayMs - row.timeMs > 365 * DAY_MS;
const dateOf = ({ result: { row } }: PatientCard, timeZone: string): string =>
  longDate(row.timeMs, row.kind.precision, timeZone);

/**
 * Says first which of the newest results the laboratory marked as urgent, and which lie outside of its range. That none does is said only of
 * a record that was read whole, and only of the results that came with a range and have nothing newer.
 */
export function OutsideSummary({ cards, nameOf, languageOf, completeness }: OutsideSummaryProps) {
  const of = (standing: Standing) => cards.filter((card) => standingOf(card) === standing);
  const [urgent, outside] = [of('urgent'), of('outside')];
  const [unknown, open] = [of('unknown').length, of('open').length];
  return (
    <section className={styles.summary}>
      {urgent.length > 0 && (
        <>
          <h3>{myResultsTexts('urgentHeading')}</h3>
          <CardList cards={urgent} {...{ nameOf, languageOf }} />
        </>
      )}
      {outside.length > 0 && (
        <>
          <h3>{myResultsTexts('outsideHeading')}</h3>
          <CardList cards={outside} {...{ nameOf, languageOf }} mayFold />
        </>
      )}
      {completeness === 'complete' && outside.length + urgent.length === 0 && (
        <p>
          {[
            open > 0 && myResultsTexts('outsideOpen', { count: open, shown: countText(open) }),
            unknown > 0 && myResultsTexts('outsideUnknown', { count: unknown, shown: countText(unknown) }),
            myResultsTexts(open + unknown > 0 ? 'outsideNoOther' : 'outsideNone'),
          ]
            .filter((text) => text !== false)
            .join(' ')}
        </p>
      )}
      {/* It has the room of the sentence above, which may take its place. */}
      {completeness === 'reading' && outside.length + urgent.length === 0 && (
        <p className={styles.soFar}>{myResultsTexts('outsideSoFar')}</p>
      )}
    </section>
  );
}
