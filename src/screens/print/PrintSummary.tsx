import { useMemo, useRef, useState, type CSSProperties } from 'react';
import { frameOf } from '../../charts/axis/frame.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { dateTimeText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { PrintedPageHeader } from '../../parts/export/PrintHeader.tsx';
import { useExportSite } from '../../parts/export/useExportSite.ts';
import { PatientLine } from '../../parts/header/PatientLine.tsx';
import { PrintEvents, type PrintEventsProps } from './PrintEvents.tsx';
import { PrintTiles } from './PrintTiles.tsx';
import { PrintTools } from './PrintTools.tsx';
import { usePageFit } from './usePageFit.ts';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

/** The size of a plot in px at a text size of 16 px. Reduced to 0.82, three columns are as wide as the 186 mm of a page. */
const PLOT = { widthPx: 251, heightPx: 22 };

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
  const pageFit = usePageFit(sheet, textScale);
  const fitStyle: CSSProperties & { '--fit': number } = { '--fit': pageFit };
  const madeText = `${dateTimeText(nowMs, 'instant', timeZone)} ${zoneText(nowMs, timeZone)}`;
  return (
    <div className={styles.page} style={fitStyle}>
      <PatientLine patient={patient} banner="full" />
      <main>
        <PrintTools {...{ source, events, derived, sheet }} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys where the window is narrower than the sheet */}
        <section className={styles.screen} tabIndex={0} aria-label={printTexts('preview')}>
          <div ref={sheet} className={styles.sheet}>
            <PrintedPageHeader {...{ patient, record, window }} />
            <PrintTiles frame={frame} textScale={textScale} />
            <PrintEvents events={events} derived={derived} />
            <p className={styles.foot}>
              {printTexts('legend')} {printTexts('foot', { site: siteLabel, time: madeText })}
            </p>
          </div>
        </section>
      </main>
    </div>
  );
}
