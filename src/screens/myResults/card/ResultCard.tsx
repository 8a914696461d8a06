import { UnbrokenWords } from '../names/UnbrokenWords.tsx';
import { memo } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { countText } from '../../../charts/format/numberText.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { HiddenName } from '../names/HiddenName.tsx';
import { longDate } from '../patientDates.ts';
import { resultFragment } from '../../../parts/navigation/patientScreens.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { cardAttributes } from './cardAttributes.ts';
import { cardId } from './cardId.ts';
import { missingValueSentence } from './cardSentences.ts';
import { resultCountOf, type PatientCard } from './cards.ts';
import { CardWords } from './CardWords.tsx';
import { hasDoubtfulDate } from './doubts.ts';
import { PatientSentence } from './PatientSentence.tsx';
import { NumberLineFigure } from './numberLine/NumberLineFigure.tsx';
import cardStyles from './PatientCard.module.css';
import styles from './ResultCard.module.css';

type ResultCardProps = {
  readonly card: PatientCard;
  /** The plain name of the test, and one line on what it is; '' where the glossary does not know it. */
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage?: string | undefined;
  readonly what: string;
  readonly completeness: RecordCompleteness;
};

/** Says one test: what it is, where the newest result lies, how it moved, and what to do. */
export const ResultCard = memo(function ResultCard(props: ResultCardProps) {
  const { card, name, nameLanguage, what, completeness } = props;
  const timeZone = useTimeZone();
  const { result, series } = card;
  const count = resultCountOf(card);
  const { timeMs, kind } = result.row;
  const date = longDate(timeMs, kind.precision, timeZone);
  // A date that cannot be right is no heading of a day (`list/days.ts`).
  const isDateAbove = date !== '' && !hasDoubtfulDate(kind);
  const missing = missingValueSentence(card, timeZone, isDateAbove);
  const isDateSaid = missing !== undefined && (isDateAbove || missing.includes(date));
  return (
    <article
      className={`${cardStyles.card} ${styles.card}`}
      id={cardId(card)}
      {...cardAttributes(card, completeness)}
    >
      <div>
        <h4 dir="auto" lang={nameLanguage}>
          <UnbrokenWords name={name} />
        </h4>
        {what !== '' && <PatientSentence className={cardStyles.what} text={what} />}
        <CardWords {...{ card, completeness, isDateAbove }} />
      </div>
      <div className={`${cardStyles.drawn} ${styles.picture}`}>
        {!isDateSaid && <p className={`${cardStyles.what} ${styles.date}`}>{date}</p>}
        {missing === undefined && <NumberLineFigure card={card} completeness={completeness} />}
        <a className={`${cardStyles.link} ${styles.link}`} href={resultFragment(series.id)}>
          {myResultsTexts('seeAll', { count, shown: countText(count) })}
          <HiddenName name={name} language={nameLanguage} />
        </a>
      </div>
    </article>
  );
});
