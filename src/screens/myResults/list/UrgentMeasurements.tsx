import { CallNow } from '../card/CallNow.tsx';
import { isMeasurement, type PatientCard } from '../card/cards.ts';
import { isCritical } from '../card/cardStanding.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { MEASUREMENTS_FRAGMENT } from '../../../parts/navigation/patientScreens.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import styles from './UrgentMeasurements.module.css';

/** Leads from the results to a measurement that was marked as urgent, which stands on another screen, and says what to do now. */
export function UrgentMeasurements({ cards }: { readonly cards: readonly PatientCard[] }) {
  const { isOwn, isDeceased } = useWhoseRecord();
  if (!cards.some((card) => isMeasurement(card) && isCritical(card))) return null;
  const screen = myResultsTexts(isOwn ? 'measurements' : 'measurementsOfOther');
  const measurements = (name: React.ReactNode, key: number) => (
    <a key={key} className={styles.screen} href={MEASUREMENTS_FRAGMENT}>
      {name}
    </a>
  );
  return (
    <div className={styles.urgent}>
      <p>
        {myResultsTexts('urgentMeasurement')}{' '}
        {myResultsTexts.rich('seeMeasurements', { screen, measurements })}
      </p>
      {!isDeceased && (
        <p>
          <CallNow />
        </p>
      )}
    </div>
  );
}
