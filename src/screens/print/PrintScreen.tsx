import { useEvents } from '../../parts/events/useEvents.ts';
import { useCalculatedForExport } from '../../parts/export/useCalculatedForExport.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { PrintSummary } from './PrintSummary.tsx';
import { printTexts } from './print.messages.ts';

/** Shows the page to be printed once its patient, results and time window are known. */
export function PrintScreen() {
  const { record, patient } = useRecord();
  const { visible } = useViewWindow();
  const events = useEvents(true);
  const derived = useCalculatedForExport(true);
  const { sessionNotices } = useShell();
  return record && patient && visible ? (
    <>
      {sessionNotices}
      <PrintSummary events={events} derived={derived} />
    </>
  ) : (
    <output>{printTexts('reading')}</output>
  );
}
