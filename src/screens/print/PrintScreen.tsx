import { useEvents } from '../../parts/events/useEvents.ts';
import { useCalculatedForExport } from '../../parts/export/useCalculatedForExport.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { PrintSummary } from './PrintSummary.tsx';

/** The page that is printed, once its patient, results and window are known. */
export function PrintScreen() {
  const { record, patient } = useRecord();
  const { visible: window } = useViewWindow();
  const events = useEvents(true);
  const derived = useCalculatedForExport(true);
  const { sessionNotices } = useShell();
  return record && patient && window ? (
    <>
      {sessionNotices}
      <PrintSummary {...{ record, patient, window, events, derived }} />
    </>
  ) : (
    <output>Reading what is to be printed.</output>
  );
}
