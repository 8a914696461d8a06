import { UnbrokenWords } from '../names/UnbrokenWords.tsx';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { longDate } from '../patientDates.ts';
import { cardsByDay } from './days.ts';
import { goToCard } from './goToCard.ts';
import { outsideWords } from './outsideWords.ts';
import { givenBy, isPreliminary, type GivenBy, type PatientCard } from '../card/cards.ts';
import { CallAbout } from '../card/CallNow.tsx';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { isNewest } from '../card/cardSentences.ts';
import {
  criticalMark,
  isMarkedInWords,
  isNewerReason,
  isOwnReason,
  standingOf,
  type Standing,
} from '../card/cardStanding.ts';
import { valueWithUnit } from '../card/maybeNewerSentences.ts';
import type { PlainNames } from '../plainNames.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { WithSentWords } from '../sentWords/SentWords.tsx';
import styles from './OutsideSummary.module.css';

type OutsideSummaryProps = {
  readonly cards: readonly PatientCard[];
  readonly names: PlainNames;
  readonly completeness: RecordCompleteness;
  /** Further results have come and are not shown yet, as the line at the top says. */
  readonly isHeld: boolean;
};

type CardListProps = Pick<OutsideSummaryProps, 'cards' | 'names'>;

/** More lines than these push the first day of results out of sight. */
const MAX_LINES = 8;

/** Gives each test a line of its own, the newest day first. */
function CardLines({ cards, names }: CardListProps) {
  const timeZone = useTimeZone();
  return (
    <ul>
      {cardsByDay(cards, timeZone).map((card) => (
        <CardItem key={card.id} card={card} names={names} />
      ))}
    </ul>
  );
}

/** Puts the tests of a long list together by what they are about. None is hidden, and each is one press away. */
function CardGroups({ cards, names }: CardListProps) {
  const groups = [...new Set(cards.map(({ series }) => series.group))];
  return groups.map((group) => (
    <section key={group} className={styles.group}>
      <h4 dir="auto">{names.groupNameOf(group)}</h4>
      <CardLines cards={cards.filter(({ series }) => series.group === group)} names={names} />
    </section>
  ));
}

type CardItemProps = { readonly card: PatientCard; readonly names: PlainNames };

/** Names one test with its date, its value and on which side of its range that is. */
function CardItem({ card, names: { nameOf, languageOf } }: CardItemProps) {
  const timeZone = useTimeZone();
  const isOwn = isOwnReason(card);
  return (
    <li>
      <button type="button" className={styles.jump} onClick={() => goToCard(card)}>
        <bdi className={styles.name} lang={languageOf(card.series)}>
          <UnbrokenWords name={nameOf(card.series)} />
        </bdi>
        {isOwn && (
          <>
            {' ' /* for those who hear or copy the line */}
            <span className={styles.date}>{dateOf(card, timeZone)}</span>
          </>
        )}
      </button>{' '}
      <span className={styles.result}>
        <span className={styles.value} dir="auto">
          {isOwn ? (
            <WithSentWords text={valueWithUnit(card.result)} unit={card.result.unit} />
          ) : (
            myResultsTexts(reasonKey(card))
          )}
        </span>{' '}
        {isOwn && (
          <span className={styles.side} dir="auto">
            {outsideWords(card.result)}
          </span>
        )}
      </span>
    </li>
  );
}

/** Says which result is the reason for a line that does not have its value. */
function reasonKey(card: PatientCard): 'newerOne' | 'notFinalOne' | 'otherOne' {
  const marked = criticalMark(card)?.which;
  if (marked === 'newer' || (marked === undefined && isNewerReason(card))) return 'newerOne';
  return marked === 'own' && isPreliminary(card.result) ? 'notFinalOne' : 'otherOne';
}

/** Returns the date of a result, and that a newer one may have come where one did: it stands in words with the card. */
function dateOf(card: PatientCard, timeZone: string): string {
  const { timeMs, kind } = card.result.row;
  const sent = hasDoubtfulDate(kind) ? '' : longDate(timeMs, kind.precision, timeZone);
  const date = sent || myResultsTexts(hasDoubtfulDate(kind) ? 'noSureDate' : 'noDate');
  return isNewest(card) ? date : myResultsTexts('maybeNotNewest', { date });
}

/** Counts the results of marked groups, unless another result of the group is outside of its range: the mark means that one. */
function groupText(ofGroups: readonly PatientCard[], outside: readonly PatientCard[]): string {
  const explained = new Set(outside.map(({ result }) => result.row.id));
  const count = ofGroups.filter(({ result }) => !explained.has(result.row.id)).length;
  return count === 0 ? '' : myResultsTexts('outsideGroup', { count, shown: countText(count) });
}

/** No laboratory answers for a score or a breathing test, so a heading over one names none. */
const sentBy = (cards: readonly PatientCard[]): GivenBy =>
  cards.every((card) => givenBy(card) === 'laboratory') ? 'laboratory' : 'other';

/**
 * Says first which of the newest results the laboratory marked as urgent, and which lie outside of its range. That none does is said only of
 * a record that was read whole, and only of the results that came with a range and have nothing newer.
 */
export function OutsideSummary({ cards, names, completeness, isHeld }: OutsideSummaryProps) {
  const of = (standing: Standing) => cards.filter((card) => standingOf(card) === standing);
  const [urgent, outside] = [of('urgent'), of('outside')];
  const isNoneOutside = outside.length + urgent.length === 0;
  const group = groupText(of('marked-group'), [...outside, ...urgent]);
  const others = isNoneOutside ? othersText((standing) => of(standing).length, group) : group;
  return (
    <section className={styles.summary}>
      {urgent.length > 0 && (
        <>
          <h3>{myResultsTexts('urgentHeading', { by: sentBy(urgent) })}</h3>
          <CallAbout cards={urgent} />
          <CardLines cards={urgent} names={names} />
        </>
      )}
      {outside.length > 0 && (
        <>
          <h3>
            {outside.some(isMarkedInWords)
              ? myResultsTexts('outsideOrNotUsual')
              : myResultsTexts('outsideHeading', { by: sentBy(outside) })}
          </h3>
          {outside.length > MAX_LINES ? (
            <CardGroups cards={outside} names={names} />
          ) : (
            <CardLines cards={outside} names={names} />
          )}
        </>
      )}
      {completeness === 'complete' && others !== '' && <p>{others}</p>}
      {/* It has the room of the sentence above, which may take its place. */}
      {completeness === 'reading' && isNoneOutside && (
        <p className={styles.soFar}>{!isHeld && myResultsTexts('outsideSoFar')}</p>
      )}
    </section>
  );
}

const UNTOLD = [
  ['open', 'outsideOpen'],
  ['doubted', 'outsideDoubted'],
  ['marked', 'outsideMarked'],
  ['unknown', 'outsideUnknown'],
] as const;

/**
 * Says that nothing is outside of its range, after what cannot be told of it: results that are open, may be wrong, were marked in another way, or are without a range, or in a
 * marked group. Where none was compared, nothing is said of others: there are none.
 */
function othersText(countOf: (standing: Standing) => number, group: string): string {
  const untold = UNTOLD.map(([standing, key]) => [key, countOf(standing)] as const)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => myResultsTexts(key, { count, shown: countText(count) }));
  const said = group === '' ? untold : [...untold, group];
  if (said.length === 0) return myResultsTexts('outsideNone');
  const isAnyCompared = countOf('inside') + countOf('marked-group') > 0;
  return [...said, ...(isAnyCompared ? [myResultsTexts('outsideNoOther')] : [])].join(' ');
}
