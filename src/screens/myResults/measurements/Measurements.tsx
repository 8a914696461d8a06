import { useLayoutEffect, useMemo, useState } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { useLanguage } from '../../../parts/language/languageContext.ts';
import { useRecord, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import { cardsOf, isMeasurement, type PatientCard } from '../card/cards.ts';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { RecordStatusLine } from '../list/RecordStatusLine.tsx';
import { SentWordsNote } from '../sentWords/SentWords.tsx';
import { bloodPressureName } from '../names/kindWords.ts';
import { isNoneAllowed, isOnlyPart } from '../partOfRecord.ts';
import { usePlainNames } from '../plainNames.ts';
import { MeasurementCard } from './MeasurementCard.tsx';
import { measurementsTexts } from './measurements.messages.ts';
import { dayOf, lastDays, readingsIn } from './readings.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import styles from './Measurements.module.css';

const NO_SERIES: readonly Series[] = [];

const WINDOWS = [7, 30, 365] as const;
type Days = (typeof WINDOWS)[number];
const LABELS = { 7: 'days7', 30: 'days30', 365: 'days365' } as const;

/** Puts what was measured on the newest day first; cards of one day keep their clinical order, and those without a date that can be right come last. */
const newestDayFirst = (cards: readonly PatientCard[], timeZone: string): readonly PatientCard[] => {
  const dayOfCard = ({ result: { row } }: PatientCard): number => {
    const day = dayOf(row, timeZone);
    return Number.isNaN(day) || hasDoubtfulDate(row.kind) ? Number.NEGATIVE_INFINITY : day;
  };
  return cards.toSorted((a, b) => dayOfCard(b) - dayOfCard(a) || a.series.order - b.series.order);
};

/** Returns the shortest of the longer windows in which there is something to see. */
const usualDays = (cards: readonly PatientCard[], todayMs: number, timeZone: string): Days => {
  const month = lastDays(todayMs, 30, timeZone);
  return cards.some((card) => readingsIn(card, month).length > 0) ? 30 : 365;
};

/** Shows vital signs and what was measured at home, all pictures over the same days. */
export function Measurements() {
  const { reported } = useRecord();
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const { language } = useLanguage();
  const { isOwn } = useWhoseRecord();
  const [chosen, setChosen] = useState<Days>();
  const completeness = completenessOf(reported);
  const all = reported?.series ?? NO_SERIES;
  const { nameOf, whatOf, languageOf } = usePlainNames(all);
  const cards = useMemo(() => newestDayFirst(cardsOf(all).filter(isMeasurement), timeZone), [all, timeZone]);
  const usual = useMemo(() => usualDays(cards, todayMs, timeZone), [cards, todayMs, timeZone]);
  const days = chosen ?? usual;
  const window = useMemo(() => lastDays(todayMs, days, timeZone), [todayMs, days, timeZone]);
  // A newer browser returns a promise from it, which is no way to clean up.
  useLayoutEffect(() => {
    globalThis.scrollTo(0, 0);
  }, []);
  return (
    <>
      <div className={styles.head}>
        <h2>{measurementsTexts('title', { whose: isOwn ? 'own' : 'other' })}</h2>
        <RecordStatusLine />
        <SentWordsNote />
      </div>
      {reported?.ended === true && cards.length === 0 && !isNoneAllowed(reported) && (
        <p className={styles.none}>
          {measurementsTexts(
            isOnlyPart(reported) ? 'noneInPart' : completeness === 'complete' ? 'none' : 'noneRead',
          )}
        </p>
      )}
      {cards.length > 0 && (
        <fieldset className={styles.windows}>
          <legend>{measurementsTexts('daysShown')}</legend>
          {WINDOWS.map((one) => (
            <button key={one} type="button" aria-pressed={one === days} onClick={() => setChosen(one)}>
              {measurementsTexts(LABELS[one])}
            </button>
          ))}
        </fieldset>
      )}
      {cards.map((card) => (
        <MeasurementCard
          key={card.id}
          card={card}
          name={card.diastolic ? bloodPressureName(card.series) : nameOf(card.series)}
          nameLanguage={card.diastolic ? undefined : languageOf(card.series)}
          what={card.diastolic ? measurementsTexts('bloodPressureWhat') : whatOf(card.series)}
          window={window}
          completeness={completeness}
          language={language}
        />
      ))}
    </>
  );
}
