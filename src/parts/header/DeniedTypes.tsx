import { useSession } from '../openRecord/openRecordContexts.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import { headerTexts } from './header.messages.ts';
import styles from './DeniedTypes.module.css';

const TYPES: Readonly<Record<string, string>> = {
  Encounter: headerTexts('encounters'),
  MedicationRequest: headerTexts('medications'),
  MedicationStatement: headerTexts('medicationStatements'),
  MedicationAdministration: headerTexts('givenMedications'),
  MedicationDispense: headerTexts('dispensedMedications'),
  Procedure: headerTexts('procedures'),
  Condition: headerTexts('conditions'),
  Immunization: headerTexts('immunizations'),
  DiagnosticReport: headerTexts('reports'),
};
const typeText = (type: string): string => TYPES[type] ?? type;

/** Names what was asked for and not granted. It is known before the first request, so it stands there from the beginning. */
export function DeniedTypes() {
  const { missingGrants, site } = useSession().session;
  const denied = missingGrants.denied.filter((type) => type !== 'Patient' && type !== 'Observation');
  return (
    denied.length > 0 && (
      <p className={styles.denied} data-notice="not-granted">
        {headerTexts('notGranted', { server: site.label, types: listText(denied.map(typeText)) })}
      </p>
    )
  );
}
