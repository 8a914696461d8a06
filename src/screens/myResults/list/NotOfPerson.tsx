import { countText } from '../../../charts/format/numberText.ts';
import { rangePosition } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Reason, Row } from '../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { CallNow } from '../card/CallNow.tsx';
import words from '../card/CardWords.module.css';
import { myResultsTexts } from '../myResults.messages.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';

const rowsWith = (all: readonly Series[], reason: Reason): readonly Row[] =>
  all.flatMap(({ listed }) => listed.filter(({ kind }) => kind.reason === reason));

type NotOfPersonProps = { readonly all: readonly Series[]; readonly className: string | undefined };

/**
 * Says which results of the record were not measured on its person, and that they are not shown: those of somebody or something else, and
 * checks of the laboratory. A clinician finds each of them in the account, with the same reasons.
 */
export function NotOfPerson({ all, className }: NotOfPersonProps) {
  const { isDeceased } = useWhoseRecord();
  const others = rowsWith(all, 'another-subject');
  // The account counts Observations, of which one can have several parts.
  const count = new Set(others.map(({ id }) => id)).size;
  const isUrgent = others.some((row) => rangePosition(row).isCritical);
  return (
    <>
      {count > 0 && (
        <p className={className}>
          {myResultsTexts('anotherSubject', { count, shown: countText(count) })}{' '}
          {!isDeceased && myResultsTexts('askAboutSubject', { count })}
        </p>
      )}
      {isUrgent && (
        <p className={words.urgent}>
          {myResultsTexts('anotherSubjectUrgent', { count })} {!isDeceased && <CallNow />}
        </p>
      )}
      {rowsWith(all, 'quality-control').length > 0 && (
        <p className={className}>{myResultsTexts('laboratoryCheck')}</p>
      )}
    </>
  );
}
