import type { ReactNode } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { Advice } from './Advice.tsx';
import { beforeSentences, missingValueSentence, noteSentences, sentAsSentence } from './cardSentences.ts';
import type { CardResult, PatientCard } from './cards.ts';
import { maybeNewerSentences } from './maybeNewerSentences.ts';
import { isQuoted } from './ownWords.ts';
import { positionSentencesOf } from './rangeSentences.ts';
import { PatientSentence } from './PatientSentence.tsx';
import { UnitWords, WithSentWords } from '../sentWords/SentWords.tsx';
import { useTodayOfRecordMs } from '../whose/whoseRecord.ts';
import styles from './CardWords.module.css';

type ValueProps = { readonly result: CardResult; readonly isPair: boolean };

/** A text of more letters is a report, and reads as one: it has neither the size nor the weight of a number. */
const MAX_LETTERS_AS_VALUE = 80;

/** A number stands before its unit in every language. Words run in their own direction. */
function Value({ result, isPair }: ValueProps) {
  const isNumber = isPair || !Number.isNaN(result.row.value);
  const isReport = !isNumber && result.text.length > MAX_LETTERS_AS_VALUE;
  return (
    <p className={isReport ? styles.report : styles.value}>
      <bdi dir={isNumber ? 'ltr' : 'auto'}>
        <b>
          {!isNumber && isQuoted(result.row) ? (
            <WithSentWords text={myResultsTexts('inWords', { text: result.text })} />
          ) : (
            result.text
          )}
        </b>{' '}
        <span className={styles.unit}>
          <UnitWords unit={result.unit} />
        </span>
      </bdi>
    </p>
  );
}

type CardWordsProps = {
  readonly card: PatientCard;
  readonly completeness: RecordCompleteness;
  /** The heading above says the date of the result. */
  readonly isDateAbove?: boolean;
  /** This stands below the value: of a measurement when it was taken, and by whom. */
  readonly children?: ReactNode;
  /** This says the time before. It is said only of a record that was read whole (rule 39). */
  readonly beforeText?: string;
};

/**
 * Says a result or a measurement by one set of rules: first what may be newer, then the value, where it lies, the one before, what else must be
 * known, and what to do.
 */
export function CardWords({ card, completeness, isDateAbove, children, beforeText }: CardWordsProps) {
  const timeZone = useTimeZone();
  const todayMs = useTodayOfRecordMs();
  const missing = missingValueSentence(card, timeZone, isDateAbove);
  // It stands below the value, and so not among the notes once more.
  const sentAs = missing === undefined ? sentAsSentence(card) : '';
  return (
    <>
      {maybeNewerSentences(card, timeZone).map((text) => (
        <PatientSentence key={text} className={styles.newer} text={text} unit={card.result.unit} />
      ))}
      {missing === undefined ? (
        <>
          <Value result={card.result} isPair={card.diastolic !== undefined} />
          {sentAs !== '' && <PatientSentence className={styles.say} text={sentAs} />}
          {children}
          {positionSentencesOf(card).map((text) => (
            <PatientSentence key={text} className={styles.say} text={text} />
          ))}
          {completeness === 'complete' ? (
            <p className={styles.soft}>
              <WithSentWords
                text={beforeText ?? beforeSentences(card, timeZone, todayMs).join(' ')}
                unit={card.result.unit}
              />
            </p>
          ) : (
            completeness === 'reading' && card.before && <p className={styles.kept} />
          )}
        </>
      ) : (
        <p className={styles.say}>{missing}</p>
      )}
      {noteSentences(card)
        .filter((text) => text !== sentAs)
        .map((text) => (
          <PatientSentence key={text} className={styles.soft} text={text} />
        ))}
      <Advice card={card} />
    </>
  );
}
