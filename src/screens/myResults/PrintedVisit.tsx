import { createElement, Suspense, useEffect } from 'react';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import { loadVisitSheet, visitSheet } from './printForVisit.ts';
import styles from './PrintedVisit.module.css';

/** The file of the sheet is fetched this long after all results were read, when nothing else waits for the line. */
const FETCH_AFTER_MS = 2000;

/** Puts the sheet for a visit in the place of the screen while something is printed, whichever way the print was asked for. */
export function PrintedVisit({ seriesId }: { readonly seriesId: string | undefined }) {
  const { reported, patient } = useRecord();
  const isRead = reported?.ended === true;
  const isPrinting = usePrintWidthPx() !== undefined;
  useEffect(() => {
    if (!isRead) return undefined;
    const timer = setTimeout(() => void loadVisitSheet(), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isRead]);
  const sheet = isPrinting && reported && patient ? visitSheet() : undefined;
  if (sheet === undefined) return null;
  return (
    // While the sheet waits for its words, the screen itself is printed.
    <Suspense>
      <div className={styles.visit}>{createElement(sheet, { seriesId })}</div>
    </Suspense>
  );
}
