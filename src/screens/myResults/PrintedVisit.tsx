import { createElement, Suspense, useEffect } from 'react';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import type { PatientScreen } from '../../parts/navigation/patientScreens.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import { isVisitAskedFor, letPrintKeysWait, loadVisitSheet, paperParts } from './printForVisit.ts';
import styles from './PrintedVisit.module.css';

/** The file of the sheet is fetched this long after all results were read, when nothing else waits for the line. */
const FETCH_AFTER_MS = 2000;

/** The sheet for a visit holds what these show, in a form for paper. Any other screen is printed as it stands. */
const ON_SHEET: ReadonlySet<PatientScreen['name']> = new Set(['results', 'result'] as const);

/**
 * Puts the sheet for a visit in the place of the screen while something is printed, whichever way the print was asked for. A screen that
 * holds something else is printed itself, below the name of the person and where it was read (rules 37 and 49).
 */
export function PrintedVisit({ screen }: { readonly screen: PatientScreen }) {
  const { reported, patient } = useRecord();
  const isRead = reported?.ended === true;
  const isPrinting = usePrintWidthPx() !== undefined;
  // Beside the list, nothing else is waited for once a screen is opened.
  const waitMs = screen.name === 'results' ? FETCH_AFTER_MS : 0;
  useEffect(() => {
    if (!isRead) return undefined;
    const timer = setTimeout(() => void loadVisitSheet(), waitMs);
    return () => clearTimeout(timer);
  }, [isRead, waitMs]);
  useEffect(letPrintKeysWait, []);
  const parts = isPrinting ? paperParts() : undefined;
  if (parts === undefined || !reported || !patient) return null;
  const seriesId = screen.name === 'result' ? screen.seriesId : undefined;
  return (
    // While the sheet waits for its words, the screen itself is printed.
    <Suspense>
      {ON_SHEET.has(screen.name) || isVisitAskedFor() ? (
        <div className={styles.visit}>{createElement(parts.VisitSheet, { seriesId })}</div>
      ) : (
        <>
          <div className={styles.head}>{createElement(parts.SheetHead, { patient })}</div>
          <div className={styles.source}>{createElement(parts.SheetSource, { record: reported })}</div>
        </>
      )}
    </Suspense>
  );
}
