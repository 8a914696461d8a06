import { UnbrokenWords } from '../names/UnbrokenWords.tsx';
import { memo, useMemo } from 'react';
import { countText } from '../../../charts/format/numberText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useRecord, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { HiddenName } from '../names/HiddenName.tsx';
import { cardAttributes } from '../card/cardAttributes.ts';
import { isNewest } from '../card/cardSentences.ts';
import { resultCountOf, type PatientCard } from '../card/cards.ts';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { CardWords } from '../card/CardWords.tsx';
import { PatientSentence } from '../card/PatientSentence.tsx';
import { longDateAndTime } from '../patientDates.ts';
import { resultFragment } from '../../../parts/navigation/patientScreens.ts';
import { patientUnit } from '../units/patientUnits.ts';
import { isSomethingUnread } from '../partOfRecord.ts';
import { daySentences, partSentences } from './daySentences.ts';
import { WithSentWords } from '../sentWords/SentWords.tsx';
import { DaysFigure } from './DaysFigure.tsx';
import { DaysList } from './DaysList.tsx';
import { howMeasured, whoMeasuredText } from './measuredByWords.ts';
import { measurementsTexts } from './measurements.messages.ts';
import { readingBefore } from './readingBefore.ts';
import { readingsIn, type DayWindow } from './readings.ts';
import { TimeOfDayFigure } from './TimeOfDayFigure.tsx';
import { isGlucoseOfDay, weekByTime } from './timeOfDay.ts';
import cardStyles from '../card/PatientCard.module.css';
import styles from './MeasurementCard.module.css';

type MeasurementCardProps = {
  readonly card: PatientCard;
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage: string | undefined;
  readonly what: string;
  readonly window: DayWindow;
  readonly completeness: RecordCompleteness;
  /** The texts of a card are made anew when the reader changes the language. */
  readonly language: string;
};

/** Shows one measure: the newest reading and who measured it, the days in a picture and in sentences, and the way to all readings. */
export const MeasurementCard = memo(function MeasurementCard(props: MeasurementCardProps) {
  const { card, name, completeness } = props;
  const { series } = card;
  const count = resultCountOf(card);
  return (
    <article
      className={`${cardStyles.card} ${styles.card}`}
      id={measurementCardId(card)}
      {...cardAttributes(card, completeness)}
    >
      <NewestReading {...{ card, name, what: props.what, completeness }} nameLanguage={props.nameLanguage} />
      <div className={`${cardStyles.drawn} ${styles.days}`}>
        <DaysOfMeasure
          {...{ card, name, completeness }}
          nameLanguage={props.nameLanguage}
          window={props.window}
          language={props.language}
        />
        <a className={`${cardStyles.link} ${styles.link}`} href={resultFragment(series.id)}>
          {measurementsTexts('seeAll', { count, shown: countText(count) })}
          <HiddenName name={name} language={props.nameLanguage} />
        </a>
      </div>
    </article>
  );
});

/** A summary leads to a card by this id. */
const measurementCardId = ({ series }: PatientCard): string => `measurement-${encodeURIComponent(series.id)}`;

type NewestReadingProps = Omit<MeasurementCardProps, 'window' | 'language'>;

function NewestReading({ card, name, nameLanguage, what, completeness }: NewestReadingProps) {
  const timeZone = useTimeZone();
  const { row } = card.result;
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone);
  const who = whoMeasuredText(row);
  const isLatest = completeness === 'complete' && isNewest(card) && !hasDoubtfulDate(row.kind);
  return (
    <div className={styles.words}>
      <h3 dir="auto" lang={nameLanguage}>
        <UnbrokenWords name={name} />
      </h3>
      {what !== '' && <p className={cardStyles.what}>{what}</p>}
      <CardWords card={card} completeness={completeness} beforeText={readingBefore(card, timeZone)}>
        {date !== '' && <p>{isLatest ? measurementsTexts('newestAt', { date }) : date}</p>}
        {who !== '' && <PatientSentence className={styles.who} text={who} sent={howMeasured(row)} />}
      </CardWords>
    </div>
  );
}

type DaysOfMeasureProps = Omit<MeasurementCardProps, 'what'>;

/** A measure in words alone has no picture. Days are counted once all of them were read (rules 37 and 39). */
function DaysOfMeasure(props: DaysOfMeasureProps) {
  const { card, name, nameLanguage, window, completeness, language } = props;
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const isUnread = isSomethingUnread(useRecord().reported);
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
      <DaysFigure
        {...{ card, name, nameLanguage, window, readings }}
        unit={patientUnit(card.series.unitText)}
      />
      {completeness === 'complete' ? (
        sentences.map((text) => (
          <p key={text} dir="auto">
            <WithSentWords text={text} unit={card.result.unit} />
          </p>
        ))
      ) : (
        <p className={styles.soft}>
          {measurementsTexts(
            completeness === 'reading' ? 'stillReading' : isUnread ? 'notAllRead' : 'notAllShared',
          )}
        </p>
      )}
      {readings.length > 0 && <DaysList {...{ card, name, nameLanguage, readings }} />}
      {week && <TimeOfDayFigure {...{ card, name, nameLanguage, week }} />}
    </>
  );
}
