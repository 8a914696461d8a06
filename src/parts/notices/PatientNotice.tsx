import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { patientTexts } from '../../clinical/patient/patient.messages.ts';
import { changedFacts, type PatientFact } from '../../clinical/patient/changedFacts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import { patientNoticeTexts } from './patientNotice.messages.ts';

/** These texts say each fact as it stood before. */
const BEFORE: Readonly<Record<PatientFact, (patient: PatientIdentity) => string>> = {
  name: ({ name }) => patientNoticeTexts('name', { value: name }),
  born: ({ born }) => patientNoticeTexts('born', { value: born }),
  gender: ({ gender }) => patientNoticeTexts('gender', { value: gender }),
  identifier: ({ identifier }) =>
    identifier ? patientNoticeTexts('identifier', identifier) : patientNoticeTexts('noIdentifier'),
  deceased: ({ deceased }) => deceased || patientNoticeTexts('alive'),
  recordState: ({ recordState }) =>
    recordState
      ? patientNoticeTexts('recordState', { state: patientTexts(recordState) })
      : patientNoticeTexts('inUse'),
};

/** Says that the server has changed who stands above, and how that read before, or that it could not be asked again (rules 47 and 48). */
export function PatientNotice() {
  const { patient } = useRecord();
  const { refresh } = useSession();
  const first = patient?.firstRead;
  return (
    <>
      {first && (
        <Notice title={patientNoticeTexts('changedTitle')}>
          {patientNoticeTexts('before', {
            facts: listText(changedFacts(first, patient).map((fact) => BEFORE[fact](first))),
          })}
        </Notice>
      )}
      {patient?.isOutdated && (
        <Notice
          kind="stale"
          title={patientNoticeTexts('outdatedTitle')}
          action={{ label: patientNoticeTexts('tryAgain'), onPress: refresh, isRetry: true }}
        >
          {patientNoticeTexts('outdated')}
        </Notice>
      )}
    </>
  );
}
