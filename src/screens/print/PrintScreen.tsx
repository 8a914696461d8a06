import { useEffect } from 'react';
import { useEvents } from '../../parts/events/useEvents.ts';
import { useCalculatedForExport } from '../../parts/export/useCalculatedForExport.ts';
import { takePrintRequest } from '../../parts/export/printRequest.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { screenIn } from '../../parts/navigation/urlFragment.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { PrintSummary } from './PrintSummary.tsx';
import { printTexts } from './print.messages.ts';

/** Prints once, when everything is on the page, if the reader chose "Print" in the menu and has not left since. */
function usePrintOnRequest(isWhole: boolean): void {
  useEffect(() => {
    if (isWhole && takePrintRequest()) globalThis.print();
  }, [isWhole]);
  useEffect(() => {
    const forget = (): void => {
      if (screenIn(location.hash).name !== 'print') takePrintRequest();
    };
    addEventListener('hashchange', forget);
    return () => removeEventListener('hashchange', forget);
  }, []);
}

/** Shows the page to be printed once its patient, results and time window are known. */
export function PrintScreen() {
  const { record, patient } = useRecord();
  const { visible } = useViewWindow();
  const events = useEvents(true);
  const derived = useCalculatedForExport(true);
  const { sessionNotices } = useShell();
  useEscapeToOverview();
  usePrintOnRequest(record?.ended === true && events?.ended === true && visible !== undefined);
  return record && patient && visible ? (
    <>
      {sessionNotices}
      <PrintSummary events={events} derived={derived} />
    </>
  ) : (
    <output>{printTexts('reading')}</output>
  );
}
