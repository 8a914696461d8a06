import { UnbrokenWords } from '../names/UnbrokenWords.tsx';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import {
  convertedSentence,
  missingValueSentence,
  noteSentences,
  thatAmountSentence,
} from '../card/cardSentences.ts';
import { maybeNewerSentences, valueWithUnit } from '../card/maybeNewerSentences.ts';
import { positionSentencesOf } from '../card/rangeSentences.ts';
import { resultCountOf, type CardResult, type PatientCard } from '../card/cards.ts';
import { isQuoted } from '../card/ownWords.ts';
import { PatientSentence } from '../card/PatientSentence.tsx';
import { SentWords, WithSentWords } from '../sentWords/SentWords.tsx';
import { myResultsTexts } from '../myResults.messages.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import { shortDate } from './shortDates.ts';
import styles from './VisitSheet.module.css';

type VisitTableProps = {
  readonly cards: readonly PatientCard[];
  readonly nameOf: (card: PatientCard) => string;
  readonly completeness: RecordCompleteness;
};

/** Lists results for a visit: the newest, the one before, and the range that came with it. */
export const VisitTable = ({ cards, nameOf, completeness }: VisitTableProps) => (
  <table className={styles.results}>
    <thead>
      <tr>
        {(['testHead', 'nowHead', 'lastHead', 'placeHead'] as const).map((head) => (
          <th key={head} scope="col">
            {oneResultTexts(head)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {cards.map((card) => (
        <VisitRow key={card.id} card={card} name={nameOf(card)} isComplete={completeness === 'complete'} />
      ))}
    </tbody>
  </table>
);

type VisitRowProps = { readonly card: PatientCard; readonly name: string; readonly isComplete: boolean };

/** A result is called the last or the one before only in a record that was read whole (rule 39). */
function VisitRow({ card, name, isComplete }: VisitRowProps) {
  const timeZone = useTimeZone();
  const { result, before } = card;
  const missing = missingValueSentence(card, timeZone, true);
  // An earlier one in words or in doubt is no number to compare with, and not none.
  const hasNoOther = resultCountOf(card) === 1;
  return (
    <tr>
      <th scope="row">
        <UnbrokenWords name={name} />
      </th>
      <td>
        {maybeNewerSentences(card, timeZone).map((text) => (
          <PatientSentence key={text} text={text} />
        ))}
        <ResultWithDate result={result} missing={missing} />
      </td>
      <td>
        {isComplete &&
          (before ? (
            <>
              <ResultWithDate result={before} />
              {[convertedSentence(before), thatAmountSentence(before)]
                .filter((text) => text !== '')
                .map((text) => (
                  <PatientSentence key={text} text={text} />
                ))}
            </>
          ) : (
            hasNoOther && oneResultTexts('noLast')
          ))}
      </td>
      <td>
        {[...(missing === undefined ? positionSentencesOf(card) : []), ...noteSentences(card)].map((text) => (
          <PatientSentence key={text} text={text} />
        ))}
      </td>
    </tr>
  );
}

type ResultWithDateProps = {
  readonly result: CardResult;
  /** This is said in place of a value. */
  readonly missing?: string | undefined;
};

function ResultWithDate({ result, missing }: ResultWithDateProps) {
  const { timeMs, kind } = result.row;
  const date = shortDate(timeMs, kind.precision, useTimeZone());
  return (
    <>
      {missing ?? (
        <b>
          {isQuoted(result.row) ? (
            <SentWords text={valueWithUnit(result)} />
          ) : (
            <WithSentWords text={valueWithUnit(result)} unit={result.unit} />
          )}
        </b>
      )}
      <p>{date || myResultsTexts('noDate')}</p>
    </>
  );
}
