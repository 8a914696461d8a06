import { useMemo } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import { cardsOf, isMeasurement, type PatientCard } from '../card/cards.ts';
import { ResultCard } from '../card/ResultCard.tsx';
import { myResultsTexts } from '../myResults.messages.ts';
import { SentWords, SentWordsNote } from '../sentWords/SentWords.tsx';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { usePlainNames } from '../plainNames.ts';
import { cardDays, type CardDay } from './days.ts';
import { OutsideSummary } from './OutsideSummary.tsx';
import { usePanels } from './usePanels.ts';
import { ReadingLine } from './ReadingLine.tsx';
import { UrgentMeasurements } from './UrgentMeasurements.tsx';
import styles from './ResultsList.module.css';

const NO_SERIES: readonly Series[] = [];

/** Shows the newest result of each laboratory test, the newest day first. */
export function ResultsList() {
  const { reported } = useRecord();
  const { isOther } = useWhoseRecord();
  const timeZone = useTimeZone();
  const completeness = completenessOf(reported);
  const all = reported?.series ?? NO_SERIES;
  const names = usePlainNames(all);
  const { nameOf, whatOf, groupNameOf, languageOf } = names;
  const everyCard = useMemo(() => cardsOf(all), [all]);
  const cards = useMemo(() => everyCard.filter((card) => !isMeasurement(card)), [everyCard]);
  const panels = usePanels();
  const days = useMemo(() => cardDays(cards, panels, timeZone), [cards, panels, timeZone]);
  const cardOf = (card: PatientCard) => (
    <ResultCard
      key={card.id}
      card={card}
      name={nameOf(card.series)}
      nameLanguage={languageOf(card.series)}
      what={whatOf(card.series)}
      completeness={completeness}
    />
  );
  return (
    <>
      <div className={styles.head}>
        <h2>{myResultsTexts(isOther ? 'titleOfOther' : 'title')}</h2>
        <ReadingLine />
        <SentWordsNote />
      </div>
      <UrgentMeasurements cards={everyCard} />
      {cards.length > 0 && !panels.isAwaited && (
        <OutsideSummary cards={cards} names={names} completeness={completeness} />
      )}
      {reported?.ended === true && cards.length === 0 && (
        <p className={styles.none}>{myResultsTexts('noResults')}</p>
      )}
      {(panels.isAwaited ? [] : days).map((day) => (
        <DaySection key={day.key} day={day} groupNameOf={groupNameOf} cardOf={cardOf} />
      ))}
    </>
  );
}

type DaySectionProps = {
  readonly day: CardDay;
  readonly groupNameOf: (group: string) => string;
  readonly cardOf: (card: PatientCard) => React.ReactNode;
};

const DaySection = ({ day: { heading, groups }, groupNameOf, cardOf }: DaySectionProps) => (
  <section className={styles.day}>
    <h2 className={styles.date}>{heading || myResultsTexts('noDate')}</h2>
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
