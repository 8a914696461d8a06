import { memo, useMemo } from 'react';
import { countText } from '../../../charts/format/format.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useSite, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { cardAttributes } from '../card/cardAttributes.ts';
import { CallLinks } from '../card/CallLinks.tsx';
import { missingValueSentence, newerSentence } from '../card/cardSentences.ts';
import { isCritical, type PatientCard } from '../card/cards.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { longDateAndTime } from '../patientDates.ts';
import { resultFragment } from '../patientScreens.ts';
import { daySentences, partSentences } from './daySentences.ts';
import { DaysFigure } from './DaysFigure.tsx';
import { DaysList } from './DaysList.tsx';
import { whoMeasuredText } from './measuredByWords.ts';
import { measurementsTexts } from './measurements.messages.ts';
import { measurementAdvice, measurementNotes, measurementPosition, readingBefore } from './positionWords.ts';
import { readingsIn, type DayWindow } from './readings.ts';
import { TimeOfDayFigure } from './TimeOfDayFigure.tsx';
import { isGlucoseOfDay, weekByTime } from './timeOfDay.ts';
import styles from './MeasurementCard.module.css';

type MeasurementCardProps = {
  readonly card: PatientCard;
  readonly name: string;
  readonly what: string;
  readonly window: DayWindow;
  readonly completeness: RecordCompleteness;
  /** The texts of a card are made anew when the reader changes the language. */
  readonly language: string;
};

/** Shows one measure: the newest reading and who measured it, the days in a picture and in sentences, and the way to all readings. */
export const MeasurementCard = memo(function MeasurementCard(props: MeasurementCardProps) {
  const { card, name, completeness } = props;
  const { series, diastolic } = card;
  const count = Math.max(
    ...[series, diastolic].map((one) => (one ? one.rows.length + one.listed.length : 0)),
  );
  return (
    <article className={styles.card} id={measurementCardId(card)} {...cardAttributes(card, completeness)}>
      <NewestReading {...{ card, name, what: props.what, completeness }} />
      <div className={styles.days}>
        <DaysOfMeasure {...{ card, name, window: props.window, completeness, language: props.language }} />
        <a className={styles.link} href={resultFragment(series.id)}>
          {measurementsTexts('seeAll', { count, shown: countText(count) })}
          <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
        </a>
      </div>
    </article>
  );
});

/** A summary leads to a card by this id. */
const measurementCardId = ({ series }: PatientCard): string => `measurement-${encodeURIComponent(series.id)}`;

type NewestReadingProps = Omit<MeasurementCardProps, 'window' | 'language'>;

function NewestReading({ card, name, what, completeness }: NewestReadingProps) {
  const timeZone = useTimeZone();
  const { result, diastolic, newer } = card;
  const { row } = result;
  const missing = missingValueSentence(card, timeZone);
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone);
  const who = whoMeasuredText(row);
  const before = completeness === 'complete' ? readingBefore(card, timeZone) : '';
  return (
    <div className={styles.words}>
      <h3>{name}</h3>
      {what !== '' && <p className={styles.what}>{what}</p>}
      {missing === undefined ? (
        <>
          <p className={styles.value}>
            <b dir="auto">
              {diastolic || !Number.isNaN(row.value)
                ? result.text
                : myResultsTexts('inWords', { text: result.text })}
            </b>{' '}
            <span className={styles.unit}>{result.unit}</span>
          </p>
          {date !== '' && (
            <p>{completeness === 'complete' ? measurementsTexts('newestAt', { date }) : date}</p>
          )}
          {who !== '' && (
            <p className={styles.soft} dir="auto">
              {who}
            </p>
          )}
          {measurementPosition(card).map((text) => (
            <p key={text} dir="auto">
              {text}
            </p>
          ))}
          {before !== '' && <p className={styles.soft}>{before}</p>}
        </>
      ) : (
        <p>{missing}</p>
      )}
      {missing === undefined &&
        measurementNotes(card).map((text) => (
          <p key={text} className={styles.soft} dir="auto">
            {text}
          </p>
        ))}
      {newer.map((one) => (
        <p key={`${one.lead.row.id} ${one.lead.row.kind.component}`} className={styles.newer} dir="auto">
          {newerSentence(one, timeZone)}
        </p>
      ))}
      <Advice card={card} />
    </div>
  );
}

function Advice({ card }: Pick<MeasurementCardProps, 'card'>) {
  const { call } = useSite();
  const { isDeceased } = useWhoseRecord();
  const isUrgent = isCritical(card);
  return (
    <p className={isUrgent ? styles.urgent : styles.ask}>
      {measurementAdvice(card, call, isDeceased)}
      {isUrgent && !isDeceased && <CallLinks call={call} />}
    </p>
  );
}

type DaysOfMeasureProps = Omit<MeasurementCardProps, 'what'>;

/** A measure in words alone has no picture. Days are counted once all of them were read (rules 37 and 39). */
function DaysOfMeasure({ card, name, window, completeness, language }: DaysOfMeasureProps) {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const readings = useMemo(() => readingsIn(card, window), [card, window]);
  const sentences = useMemo(
    () => [...daySentences(card, todayMs, timeZone), ...partSentences(card, todayMs, timeZone)],
    // oxlint-disable-next-line react/exhaustive-deps -- the texts follow the language, which stands outside of React
    [card, todayMs, timeZone, language],
  );
  const week = useMemo(
    () => (isGlucoseOfDay(card) ? weekByTime(card, todayMs, timeZone) : undefined),
    [card, todayMs, timeZone],
  );
  if (card.series.rows.length === 0) return null;
  return (
    <>
      <DaysFigure card={card} name={name} unit={card.result.unit} window={window} readings={readings} />
      {completeness === 'complete' ? (
        sentences.map((text) => (
          <p key={text} dir="auto">
            {text}
          </p>
        ))
      ) : (
        <p className={styles.soft}>
          {measurementsTexts(completeness === 'reading' ? 'stillReading' : 'notAllRead')}
        </p>
      )}
      {readings.length > 0 && <DaysList card={card} name={name} readings={readings} />}
      {week && <TimeOfDayFigure card={card} name={name} week={week} />}
    </>
  );
}
