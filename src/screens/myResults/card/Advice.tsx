import { useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { CallLinks } from './CallLinks.tsx';
import { adviceSentence } from './cardSentences.ts';
import { isCritical, isCriticalOfLiving } from './cardStanding.ts';
import type { PatientCard } from './cards.ts';
import styles from './CardWords.module.css';

/**
 * Says what to do, and calls the number of the site with one press where that is urgent. Nobody calls about somebody who has died, unless the
 * result itself makes one doubt it.
 */
export function Advice({ card }: { readonly card: PatientCard }) {
  const isOver = useWhoseRecord().isDeceased && !isCriticalOfLiving(card);
  const { call } = useSite();
  const isUrgent = isCritical(card);
  return (
    <p className={isUrgent ? styles.urgent : styles.ask}>
      {adviceSentence(card, call, isOver)}
      {isUrgent && !isOver && <CallLinks call={call} />}
    </p>
  );
}
