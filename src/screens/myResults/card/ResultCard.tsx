import { memo } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { countText } from '../../../charts/format/format.ts';
import { useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { longDate } from '../patientDates.ts';
import { resultFragment } from '../patientScreens.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { cardAttributes } from './cardAttributes.ts';
import {
  adviceSentence,
  beforeSentences,
  missingValueSentence,
  newerSentence,
  noteSentences,
  positionSentences,
} from './cardSentences.ts';
import { isCritical, type PatientCard } from './cards.ts';
import { NumberLineFigure } from './NumberLineFigure.tsx';
import styles from './ResultCard.module.css';

type ResultCardProps = {
  readonly card: PatientCard;
  /** The plain name of the test, and one line on what it is; '' where the glossary does not know it. */
  readonly name: string;
  readonly what: string;
  readonly completeness: RecordCompleteness;
};

/** A sentence may hold words as they were sent, so it runs in its own direction. */
const Say = ({ className, text }: { readonly className: string | undefined; readonly text: string }) => (
  <p className={className} dir="auto">
    {text}
  </p>
);

/** A number stands before its unit in every language. Words run in their own direction. */
function Value({ card: { result, diastolic } }: Pick<ResultCardProps, 'card'>) {
  const isNumber = diastolic !== undefined || !Number.isNaN(result.row.value);
  return (
    <p className={styles.value}>
      <bdi dir={isNumber ? 'ltr' : 'auto'}>
        <b>{isNumber ? result.text : myResultsTexts('inWords', { text: result.text })}</b>{' '}
        <span className={styles.unit}>{result.unit}</span>
      </bdi>
    </p>
  );
}

/** Says one test: what it is, where the newest result lies, how it moved, and what to do. */
export const ResultCard = memo(function ResultCard({ card, name, what, completeness }: ResultCardProps) {
  const timeZone = useTimeZone();
  const { urgentPhone } = useSite();
  const { result, series, newer } = card;
  const missing = missingValueSentence(card, timeZone);
  const count = series.rows.length + series.listed.length;
  const { timeMs, kind } = result.row;
  return (
    <article className={styles.card} id={cardId(card)} {...cardAttributes(card, completeness)}>
      <div className={styles.words}>
        <h4 dir="auto">{name}</h4>
        {what !== '' && <Say className={styles.what} text={what} />}
        {missing === undefined ? (
          <>
            <Value card={card} />
            {positionSentences(result.row).map((text) => (
              <Say key={text} className={styles.say} text={text} />
            ))}
            {completeness === 'complete' ? (
              <p className={styles.soft}>{beforeSentences(card, timeZone).join(' ')}</p>
            ) : (
              completeness === 'reading' && card.before && <p className={styles.kept} />
            )}
          </>
        ) : (
          <p className={styles.say}>{missing}</p>
        )}
        {noteSentences(card).map((text) => (
          <Say key={text} className={styles.soft} text={text} />
        ))}
        {newer.map((one) => (
          <p key={`${one.lead.row.id} ${one.lead.row.kind.component}`} className={styles.newer} dir="auto">
            {newerSentence(one, timeZone)}
          </p>
        ))}
        <p className={isCritical(card) ? styles.urgent : styles.ask}>{adviceSentence(card, urgentPhone)}</p>
      </div>
      <div className={styles.picture}>
        <p className={styles.what}>{longDate(timeMs, kind.precision, timeZone)}</p>
        {missing === undefined && <NumberLineFigure card={card} />}
        <a className={styles.link} href={resultFragment(series.id)}>
          {myResultsTexts('seeAll', { count, shown: countText(count) })}
          <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
        </a>
      </div>
    </article>
  );
});

/** The summary at the top leads to a card by this id. */
export const cardId = ({ series }: PatientCard): string => `card-${encodeURIComponent(series.id)}`;
