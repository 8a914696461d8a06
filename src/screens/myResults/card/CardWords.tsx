import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import {
  adviceSentence,
  beforeSentences,
  missingValueSentence,
  newerSentence,
  noteSentences,
  positionSentencesOf,
} from './cardSentences.ts';
import { isCritical, type CardResult, type PatientCard } from './cards.ts';
import { CallLinks } from './CallLinks.tsx';
import { Say } from './Say.tsx';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import styles from './ResultCard.module.css';

type CardWordsProps = { readonly card: PatientCard; readonly completeness: RecordCompleteness };

type ValueProps = { readonly result: CardResult; readonly isPair: boolean };

/** A number stands before its unit in every language. Words run in their own direction. */
function Value({ result, isPair }: ValueProps) {
  const isNumber = isPair || !Number.isNaN(result.row.value);
  return (
    <p className={styles.value}>
      <bdi dir={isNumber ? 'ltr' : 'auto'}>
        <b>{isNumber ? result.text : myResultsTexts('inWords', { text: result.text })}</b>{' '}
        <span className={styles.unit}>{result.unit}</span>
      </bdi>
    </p>
  );
}

/** Says the newest result: its value, where it lies, the one before, what else must be known, and what to do. */
export function CardWords({ card, completeness }: CardWordsProps) {
  const { isDeceased } = useWhoseRecord();
  const timeZone = useTimeZone();
  const { call } = useSite();
  const { result, diastolic, newer } = card;
  const missing = missingValueSentence(card, timeZone);
  return (
    <>
      {missing === undefined ? (
        <>
          <Value result={result} isPair={diastolic !== undefined} />
          {positionSentencesOf(result).map((text) => (
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
        <Say
          key={`${one.lead.row.id} ${one.lead.row.kind.component}`}
          className={styles.newer}
          text={newerSentence(one, timeZone)}
        />
      ))}
      <p className={isCritical(card) ? styles.urgent : styles.ask}>
        {adviceSentence(card, call, isDeceased)}
        {isCritical(card) && !isDeceased && <CallLinks call={call} />}
      </p>
    </>
  );
}
