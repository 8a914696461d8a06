import { useMemo, useRef, useState, type CSSProperties } from 'react';
import { frameOf } from '../../charts/axis/frame.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { zonedTimeText } from '../../charts/format/dateText.ts';
import { PrintedPageHeader } from '../../parts/export/PrintHeader.tsx';
import { useExportSite } from '../../parts/export/useExportSite.ts';
import { PatientLine } from '../../parts/header/PatientLine.tsx';
import { exportHeader } from '../../parts/export/exportHeader.ts';
import { PrintChanges } from './PrintChanges.tsx';
import { PrintOmissions } from './PrintOmissions.tsx';
import { printPlan } from './printPlan.ts';
import { PrintEvents, type PrintEventsProps } from './PrintEvents.tsx';
import { PrintTiles } from './PrintTiles.tsx';
import { PrintTools } from './PrintTools.tsx';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

/**
 * This is the size of a plot in px at a text size of 16 px. On paper a curve is 15.6 mm high: one of less than 15 mm cannot be
 * read. Three columns are 184 mm wide.
 */
const PLOT = { widthPx: 251, heightPx: 68 };

/** The sheet is reduced so much on paper. Its width then fits between the margins of A4 and of Letter. */
const PAPER_SCALE = 0.87;

/** Shows the results of the time window on one page to be printed or saved as PDF, and on the screen its tools above it. */
export function PrintSummary({ events, derived }: PrintEventsProps) {
  const { patient, record, window } = usePrintedRecord();
  const { startMs, endMs } = window;
  const site = useExportSite();
  const { timeZone, nowMs, siteLabel } = site;
  const source = { ...site, patient, record };
  const [textScale] = useState(readTextScale);
  const frame = useMemo(
    () =>
      frameOf({
        startMs,
        endMs,
        timeZone,
        widthPx: Math.round(PLOT.widthPx * textScale),
        heightPx: Math.round(PLOT.heightPx * textScale),
      }),
    [startMs, endMs, timeZone, textScale],
  );
  const sheet = useRef<HTMLDivElement>(null);
  // The reader's text size counts on the screen alone.
  const fitStyle: CSSProperties & { '--fit': number } = { '--fit': PAPER_SCALE / textScale };
  const plan = printPlan(record, window, timeZone);
  const madeText = zonedTimeText(nowMs, timeZone);
  return (
    // A browser repeats the head of a table on each printed page, which no other element does.
    <table role="presentation" className={styles.page} style={fitStyle}>
      <thead>
        <tr>
          <td>
            <PatientLine patient={patient} banner="full" />
            <p className={styles.source} data-printed-source="">
              {exportHeader(source).source}
            </p>
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <main>
              <PrintTools {...{ source, events, derived, sheet }} />
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys where the window is narrower than the sheet */}
              <section className={styles.screen} tabIndex={0} aria-label={printTexts('preview')}>
                <div ref={sheet} className={styles.sheet}>
                  <PrintedPageHeader {...{ patient, record, window }} />
                  <PrintChanges events={events} />
                  <PrintTiles {...{ frame, textScale, plan }} />
                  <PrintOmissions plan={plan} />
                  <PrintEvents events={events} derived={derived} />
                  <p className={styles.foot}>
                    {printTexts('legend')} {printTexts('foot', { site: siteLabel, time: madeText })}
                  </p>
                </div>
              </section>
            </main>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
