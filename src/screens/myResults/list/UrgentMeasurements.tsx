import { isMeasurement, type PatientCard } from '../card/cards.ts';
import { isCritical } from '../card/cardStanding.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { MEASUREMENTS_FRAGMENT } from '../../../parts/navigation/patientScreens.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import styles from './UrgentMeasurements.module.css';

/** Leads from the results to a measurement that was marked as urgent, which stands on another screen. */
export function UrgentMeasurements({ cards }: { readonly cards: readonly PatientCard[] }) {
  const { isOwn } = useWhoseRecord();
  if (!cards.some((card) => isMeasurement(card) && isCritical(card))) return null;
  return (
    <p className={styles.urgent}>
      {myResultsTexts('urgentMeasurement')}{' '}
      <a href={MEASUREMENTS_FRAGMENT}>{myResultsTexts(isOwn ? 'measurements' : 'measurementsOfOther')}</a>
    </p>
  );
}
