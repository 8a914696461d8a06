import { useCallback, useMemo, useRef } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import { cardsOf, isMeasurement, mayBeMeasurement, type PatientCard } from '../card/cards.ts';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { ResultCard } from '../card/ResultCard.tsx';
import { myResultsTexts } from '../myResults.messages.ts';
import { SentWords, SentWordsNote } from '../sentWords/SentWords.tsx';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { isNoneAllowed, isOnlyPart } from '../partOfRecord.ts';
import { usePlainNames } from '../plainNames.ts';
import { cardDays, type CardDay } from './days.ts';
import { OutsideSummary } from './OutsideSummary.tsx';
import { HeldResults } from './HeldResults.tsx';
import { useFirstCards } from './useFirstCards.ts';
import { usePanels } from './usePanels.ts';
import { useShownCards } from './useShownCards.ts';
import { RecordStatusLine } from './RecordStatusLine.tsx';
import { UrgentMeasurements } from './UrgentMeasurements.tsx';
import styles from './ResultsList.module.css';

const NO_SERIES: readonly Series[] = [];

type ResultsListProps = {
  /** The first cards are drawn before the others. */
  readonly isStepwise?: boolean;
};

/** Shows the newest result of each laboratory test, the newest day first. */
export function ResultsList({ isStepwise = false }: ResultsListProps) {
  const { reported } = useRecord();
  const { isOwn } = useWhoseRecord();
  const timeZone = useTimeZone();
  const completeness = completenessOf(reported);
  const all = reported?.series ?? NO_SERIES;
  const names = usePlainNames(all);
  const { nameOf, whatOf, groupNameOf, languageOf } = names;
  const panels = usePanels();
  const { isAwaited } = panels;
  // A measurement that was marked as urgent waits for no laboratory.
  const everyCard = useMemo(() => cardsOf(isAwaited ? all.filter(mayBeMeasurement) : all), [all, isAwaited]);
  const cards = useMemo(() => everyCard.filter((card) => !isMeasurement(card)), [everyCard]);
  const heading = useRef<HTMLHeadingElement>(null);
  const daysOf = useCallback(
    (some: readonly PatientCard[]) => cardDays(some, panels, timeZone),
    [panels, timeZone],
  );
  const { shown, held, showAll } = useShownCards(cards, isAwaited, (some) =>
    daysOf(some).flatMap(({ groups }) => groups.flatMap((group) => group.cards)),
  );
  const days = useFirstCards(
    useMemo(() => daysOf(shown), [daysOf, shown]),
    isStepwise,
  );
  // Nothing is claimed of a list that does not show everything yet.
  const isHeld = held.length > 0;
  const claimed = isHeld && completeness === 'complete' ? 'reading' : completeness;
  const cardOf = (card: PatientCard) => (
    <ResultCard
      key={card.id}
      card={card}
      name={nameOf(card.series)}
      nameLanguage={languageOf(card.series)}
      what={whatOf(card.series)}
      completeness={claimed}
    />
  );
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading}>{myResultsTexts(isOwn ? 'title' : 'titleOfOther')}</h2>
        <RecordStatusLine isHeld={isHeld} />
        <SentWordsNote />
      </div>
      <UrgentMeasurements cards={everyCard} />
      {shown.length > 0 && (
        <OutsideSummary cards={shown} names={names} completeness={claimed} isHeld={isHeld} />
      )}
      {!isAwaited && cards.length === 0 && <NoResults />}
      {days.map((day) => (
        <DaySection key={day.key} day={day} groupNameOf={groupNameOf} cardOf={cardOf} />
      ))}
      <HeldResults held={held} onShow={showAll} heading={heading} />
    </>
  );
}

/** Says that there is no result only where all was read, and the app may see all (rule 38). */
function NoResults() {
  const { reported } = useRecord();
  // Where none was allowed, the notice above says so.
  if (reported?.ended !== true || isNoneAllowed(reported)) return null;
  const key = isOnlyPart(reported) ? 'noResultsInPart' : reported.complete ? 'noResults' : 'noResultsRead';
  return <p className={styles.none}>{myResultsTexts(key)}</p>;
}

const hasDateInDoubt = ({ cards }: CardDay['groups'][number]): boolean =>
  cards.some(({ result }) => hasDoubtfulDate(result.row.kind));

type DaySectionProps = {
  readonly day: CardDay;
  readonly groupNameOf: (group: string) => string;
  readonly cardOf: (card: PatientCard) => React.ReactNode;
};

const DaySection = ({ day: { heading, groups }, groupNameOf, cardOf }: DaySectionProps) => (
  <section className={styles.day}>
    <h2 className={styles.date}>
      {heading || myResultsTexts(groups.some(hasDateInDoubt) ? 'noSureDate' : 'noDate')}
    </h2>
    {groups.map(({ key, heading: name, isSent, cards }) => (
      <section key={key}>
        <h3 className={styles.group} dir="auto">
          {isSent ? <SentWords text={name} /> : groupNameOf(name)}
        </h3>
        {cards.map(cardOf)}
      </section>
    ))}
  </section>
);
