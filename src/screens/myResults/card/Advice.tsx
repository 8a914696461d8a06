import { useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { CallLinks } from './CallLinks.tsx';
import { adviceSentence } from './cardSentences.ts';
import { isCritical } from './cardStanding.ts';
import type { PatientCard } from './cards.ts';
import styles from './CardWords.module.css';

/** Says what to do, and calls the number of the site with one press where that is urgent. Nobody calls about somebody who has died. */
export function Advice({ card }: { readonly card: PatientCard }) {
  const { isDeceased } = useWhoseRecord();
  const { call } = useSite();
  const isUrgent = isCritical(card);
  return (
    <p className={isUrgent ? styles.urgent : styles.ask}>
      {adviceSentence(card, call, isDeceased)}
      {isUrgent && !isDeceased && <CallLinks call={call} />}
    </p>
  );
}
