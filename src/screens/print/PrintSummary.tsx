import { useCallback, useMemo, useRef, useState, type CSSProperties, type RefObject } from 'react';
import { dateTimeText } from '../../charts/format/format.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { PatientIdentity as Patient } from '../../clinical/patient/patient.ts';
import type { DerivedSeries } from '../../clinical/derived/derived.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { ManualCopyDialog } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { pageImage } from '../../parts/export/chartExport.ts';
import { notYetCalculatedText } from '../../parts/results/calculatedText.ts';
import { calculatedNoteLines } from '../../parts/export/calculatedNoteLines.ts';
import { PrintEvents } from './PrintEvents.tsx';
import { exportEvents } from '../../parts/export/exportEvents.ts';
import { PrintedPageHeader } from '../../parts/export/PrintHeader.tsx';
import { PatientLine } from '../../parts/header/PatientLine.tsx';
import { printPlan } from './printPlan.ts';
import { PrintTile } from './PrintTile.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { imageExport } from '../../parts/export/imageExport.ts';
import { SaveButton } from '../../parts/export/SaveButton.tsx';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { useNoteCopy } from '../../parts/export/useNoteCopy.ts';
import { usePageFit } from './usePageFit.ts';
import styles from './PrintSummary.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useExportSite } from '../../parts/export/useExportSite.ts';
import type { ExportSource } from '../../parts/export/exportHeader.ts';

type PrintSummaryProps = {
  readonly patient: Patient;
  readonly record: RecordSnapshot;
  readonly window: TimeWindow;
  /** undefined before the reading of events began. */
  readonly events: EventsSnapshot | undefined;
  readonly derived: readonly DerivedSeries[];
};

const COLUMNS = 3;
/** Group, name, plot, range, change and remarks (PrintSummary.module.css). */
const TILE_LINES = 6;
/** Sizes at a text size of 16 px; the sheet is as wide as a page's 186 mm when it is made smaller by 0.82. */
const PLOT = { width: 251, height: 22 };

/** The reader's own text size against 16 px: the sheet grows with it on the screen, and not on paper. */

const kinds = (count: number, more: string) => `${count} ${more}${count === 1 ? 'kind' : 'kinds'} of result`;

/** What is not on the page, by name: nothing is dropped in silence. */
function notHere(further: readonly string[], listed: readonly string[]): string[] {
  const words = [];
  if (further.length > 0)
    words.push(
      `${kinds(further.length, 'further ')}, measured less often, not on this page: ${further.join('; ')}.`,
    );
  if (listed.length > 0)
    words.push(`${kinds(listed.length, '')} without a curve, not on this page: ${listed.join('; ')}.`);
  return words;
}

type SheetProps = Pick<PrintSummaryProps, 'record' | 'window'> & {
  readonly frame: Frame;
  readonly scale: number;
};

/** Rule 9: one size, one time axis, clinical order, the last value as a number. */
function Multiples({ record, window, frame, scale }: SheetProps) {
  const { shown, further, listed, qualifiers } = printPlan(record, window);
  const rows = Math.max(1, Math.ceil(shown.length / COLUMNS));
  const completeness = completenessOf(record);
  return (
    <>
      <div className={styles.axes} aria-hidden="true">
        {Array.from({ length: Math.min(COLUMNS, shown.length) }, (_, i) => (
          <TimeAxis key={i} frame={frame} heightPx={15 * scale} textScale={scale} />
        ))}
      </div>
      <ul className={styles.tiles} style={{ gridTemplateRows: `repeat(${rows * TILE_LINES}, auto)` }}>
        {shown.map((entry, i) => (
          <PrintTile
            key={entry.id}
            entry={entry}
            qualifier={qualifiers.get(entry.id)}
            group={i % rows > 0 && shown[i - 1]?.group === entry.group ? '' : entry.group}
            frame={frame}
            completeness={completeness}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <p className={styles.more}>
          {record.complete ? 'No results with a curve in this record.' : 'No results with a curve read.'}
        </p>
      )}
      {notHere(further, listed).map((words) => (
        <p key={words} className={styles.more} dir="auto">
          {words}
        </p>
      ))}
    </>
  );
}

/** As many of each lane as one page holds beside the curves. */
const MOST_EVENTS = { changes: 6, others: 2 };

type AroundProps = Omit<PrintSummaryProps, 'patient'>;

function Around({ record, derived, events, window }: AroundProps) {
  const timeZone = useTimeZone();
  const taken = exportEvents(events, window, timeZone, MOST_EVENTS);
  const all = record.complete ? calculatedNoteLines(derived, timeZone, window) : [];
  const calculated = all.filter(({ isOutside }) => !isOutside);
  const outside = all.filter(({ isOutside }) => isOutside).map(({ name }) => name);
  const omissions = [
    record.complete ? '' : notYetCalculatedText(record),
    outside.length > 0 ? `Calculated from outside this window, not on this page: ${outside.join('; ')}.` : '',
    ...taken.omissions,
  ].filter(Boolean);
  return <PrintEvents calculated={calculated} events={{ ...taken, omissions }} />;
}

const FOOT =
  'Grey: the range sent. ▲H ▼L high, low; ‼ critical; no letter: no flag, or none of high or low; △ outside the range sent, no flag; ' +
  'hollow: preliminary, with an arrow a limit. Each curve has the scale of its measure. Withdrawn results are left out.';

/** The whole window on one page, to be printed or saved as PDF; on the screen the page with what stands around it. */
export function PrintSummary(props: PrintSummaryProps) {
  const { patient, record, window, events, derived } = props;
  const { startMs, endMs } = window;
  const shared = useExportSite();
  const { timeZone, nowMs, siteLabel } = shared;
  const source = { ...shared, patient, record };
  const [scale] = useState(readTextScale);
  const frame = useMemo(
    () =>
      frameOf({
        startMs,
        endMs,
        timeZone,
        widthPx: Math.round(PLOT.width * scale),
        heightPx: Math.round(PLOT.height * scale),
      }),
    [startMs, endMs, timeZone, scale],
  );
  const sheet = useRef<HTMLDivElement>(null);
  const pageFit = usePageFit(sheet, scale);
  const fit: CSSProperties & { '--fit': number } = { '--fit': pageFit };
  const made = `${dateTimeText(nowMs, 'instant', timeZone)} ${zoneText(nowMs, timeZone)}`;
  return (
    <div className={styles.page} style={fit}>
      <PatientLine patient={patient} banner="full" />
      <main>
        <Tools {...{ source, window, events, derived, sheet }} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- moved by keys where the window is narrower than the sheet */}
        <section className={styles.screen} tabIndex={0} aria-label="The page as it is printed">
          <div ref={sheet} className={styles.sheet}>
            <PrintedPageHeader {...{ patient, record, window }} />
            <Multiples {...{ record, window, frame, scale }} />
            <Around {...{ record, window, events, derived }} />
            <p className={styles.foot}>
              {FOOT} Longview, {siteLabel}, page made {made}.
            </p>
          </div>
        </section>
      </main>
    </div>
  );
}

type ToolsProps = Pick<PrintSummaryProps, 'window' | 'events' | 'derived'> & {
  readonly source: ExportSource;
  readonly sheet: RefObject<HTMLElement | null>;
};

/** On the screen alone. A frame that forbids printing says nothing, so the ways round it are always there. */
function Tools({ source, window, events, derived, sheet }: ToolsProps) {
  const { status, setStatus, manualCopy, setManualCopy, copy } = useNoteCopy(source, () => ({
    window,
    derived,
    events: { read: events },
  }));
  const around = useRef<HTMLDivElement>(null);
  const onClose = useCallback(() => setManualCopy(undefined), [setManualCopy]);
  const { save, show } = imageExport({
    makeImage: () => (sheet.current ? pageImage(sheet.current, source) : undefined),
    alt: 'The page',
    fileName: () => 'longview-page',
    onStatus: setStatus,
    onManualCopy: setManualCopy,
  });
  return (
    <div className={styles.tools}>
      {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is the overview */}
      <a className={styles.back} href="#">
        ‹ Overview
      </a>
      <Button variant="primary" onClick={() => globalThis.print()}>
        Print
      </Button>
      <p>
        If nothing happens, this frame does not let Longview print. The browser’s own command may (Ctrl or ⌘
        and P), or take the page as a picture or the results as a table:
      </p>
      <div ref={around} className={styles.ways}>
        <SaveButton target="the page" onSave={() => void save('png')} onShow={() => show('png')}>
          Save page as PNG
        </SaveButton>
        <Button onClick={() => void copy('tabs')}>Copy as table</Button>
      </div>
      <output>{status}</output>
      {manualCopy && <ManualCopyDialog content={manualCopy} onClose={onClose} container={around} />}
    </div>
  );
}
