import { CallAbout } from '../card/CallNow.tsx';
import { isMeasurement, type PatientCard } from '../card/cards.ts';
import { isCritical } from '../card/cardStanding.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { MEASUREMENTS_FRAGMENT } from '../../../parts/navigation/patientScreens.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import styles from './UrgentMeasurements.module.css';

/** Leads from the results to a measurement that was marked as urgent, which stands on another screen, and says what to do now. */
export function UrgentMeasurements({ cards }: { readonly cards: readonly PatientCard[] }) {
  const { isOwn } = useWhoseRecord();
  const urgent = cards.filter((card) => isMeasurement(card) && isCritical(card));
  if (urgent.length === 0) return null;
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
      <CallAbout cards={urgent} />
    </div>
  );
}
