import { useSession } from '../openRecord/openRecordContexts.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import styles from './DeniedTypes.module.css';

const TYPES: Readonly<Record<string, string>> = {
  Encounter: 'encounters',
  MedicationRequest: 'medications',
  MedicationStatement: 'medication statements',
  MedicationAdministration: 'given medications',
  MedicationDispense: 'dispensed medications',
  Procedure: 'procedures',
  Condition: 'conditions',
  Immunization: 'immunizations',
  DiagnosticReport: 'reports',
};
const typeText = (type: string): string => TYPES[type] ?? type;

/** Names what was asked for and not granted. It is known before the first request, so it stands there from the beginning. */
export function DeniedTypes() {
  const { missingGrants, site } = useSession().session;
  const denied = missingGrants.denied.filter((type) => type !== 'Patient' && type !== 'Observation');
  return (
    denied.length > 0 && (
      <p className={styles.denied} data-notice="not-granted">
        {site.label} did not allow reading {listText(denied.map(typeText))}; they are not shown.
      </p>
    )
  );
}
