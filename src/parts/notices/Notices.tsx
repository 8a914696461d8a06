import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';
import { useNowMs, useRecord } from '../openRecord/openRecordContexts.ts';
import { accountLineTexts } from './accountLine.messages.ts';
import { LazyEndedNotices } from './lazyEventsStatus.tsx';
import { isStale, isWaiting } from '../recordStatus/recordStatusText.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';

const LazyRecordNotices = lazyPart(
  async () => (await import('./RecordNotices.tsx')).RecordNotices,
  () => (
    <p role="alert" data-notice="incomplete">
      {accountLineTexts(navigator.onLine ? 'noticesNotLoaded' : 'noConnection')}
    </p>
  ),
);

const hasChanged = ({ refresh, changed }: RecordSnapshot) =>
  refresh !== undefined || (changed?.corrected ?? 0) + (changed?.withdrawn ?? 0) > 0;

const hasNotices = (record: RecordSnapshot, nowMs: number) =>
  hasChanged(record) ||
  record.excluded.length > 0 ||
  isStale(record, nowMs) ||
  (record.ended && !record.complete);

const hasPatientNotice = (patient: PatientIdentity | undefined) =>
  patient?.isOutdated || patient?.firstRead !== undefined;

/**
 * Loads the notices when they are needed. Most records have none, and few have one before their last page.
 */
export function Notices() {
  const { patient, record, wait } = useRecord();
  const nowMs = useNowMs();
  return (
    <>
      {(isWaiting(wait) || hasPatientNotice(patient) || (record && hasNotices(record, nowMs))) && (
        <LazyBoundary>
          <LazyRecordNotices />
        </LazyBoundary>
      )}
      {record?.ended && (
        <LazyBoundary>
          <LazyEndedNotices />
        </LazyBoundary>
      )}
    </>
  );
}
