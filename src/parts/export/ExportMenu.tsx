import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { ManualCopyDialog } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { chartWithHeader, chartFileName, chartTitle } from './chartExport.ts';
import { csvText } from './downloadCsv.ts';
import { imageExport, SELECT_TEXT } from './imageExport.ts';
import { SaveButton } from './SaveButton.tsx';
import { useActions, useRecord } from '../openRecord/openRecordContexts.ts';
import { useViewWindow } from '../timeWindow/viewWindowContext.ts';
import type { ExportSource } from './exportHeader.ts';
import { useExportSite } from './useExportSite.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { useNoteCopy } from './useNoteCopy.ts';
import { useEvents } from '../events/useEvents.ts';
import { useCalculatedForExport } from './useCalculatedForExport.ts';
import { hasChart, exportSelectionOn } from './exportSelection.ts';
import { PRINT, type Screen } from '../navigation/urlFragment.ts';
import popover from '../../ui/Popover.module.css';
import styles from './ExportMenu.module.css';

type ExportMenuProps = {
  /** The screen whose results are exported. */
  readonly screen: Screen;
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
};

const NO_CHART = 'There is no chart to save now.';

/** On Compare what is copied is less than the record, and the address need not say which results it is. */
function scopeWords(screen: Screen, { series }: RecordSnapshot): string {
  const { seriesIds = [] } = screen.name === 'compare' ? exportSelectionOn(screen) : {};
  return seriesIds.length > 0 ? `What is compared: ${chartTitle(series, seriesIds)}` : '';
}

function useExports({ screen, record, patient }: ExportMenuProps) {
  const window = useViewWindow().visible;
  const reported = useRecord().reported ?? record;
  const source: ExportSource = { ...useExportSite(), record, patient };
  const [isAsked, setAsked] = useState(false);
  const [scope, setScope] = useState('');
  // The events are read at the latest when the menu is opened.
  const read = useEvents(isAsked);
  const derived = useCalculatedForExport(isAsked);
  const copying = useNoteCopy(source, () => ({
    seriesIds: exportSelectionOn(screen).seriesIds,
    window,
    derived,
    // The screen of one result is about that result.
    events: screen.name === 'series' ? undefined : { read },
  }));
  const { setSaid, setShown } = copying;

  const picture = () => {
    const { chart, seriesIds, chartNotes } = exportSelectionOn(screen);
    if (!chart) setSaid(NO_CHART);
    return chart ? chartWithHeader(chart, source, { seriesIds, window, chartNotes }) : undefined;
  };
  const ways = imageExport({
    makeImage: picture,
    alt: 'The chart',
    fileName: () => chartFileName(record, exportSelectionOn(screen).seriesIds),
    onStatus: setSaid,
    onManualCopy: setShown,
  });
  const showCsv = () =>
    setShown({ kind: 'text', title: SELECT_TEXT, text: csvText(reported, patient, source.timeZone) });
  const onAsk = () => {
    setAsked(true);
    setScope(scopeWords(screen, record));
  };
  return { ...copying, ...ways, showCsv, scope, onAsk };
}

/** What leaves the screen: to a note, to paper, to a file; for each a way round a frame that forbids it. */
export function ExportMenu(props: ExportMenuProps) {
  const { exportCsv } = useActions();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const exports = useExports(props);
  const shortcut = useShortcut('c');
  const { said, shown, setSaid, setShown, copy, save, show, showCsv, scope, onAsk } = exports;
  const around = useRef<HTMLDivElement>(null);
  const onClose = useCallback(() => setShown(undefined), [setShown]);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.matches(':popover-open')) return;
    event.preventDefault(); // the screen below would take it for its own
    menu.current.hidePopover();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its buttons
    <div ref={around} onKeyDown={closeOnEscape}>
      <Button
        variant="bare"
        data-take-along=""
        aria-keyshortcuts={shortcut}
        popoverTarget={id}
        onClick={() => {
          onAsk();
          setSaid('');
        }}
      >
        Take along
      </Button>
      <div id={id} ref={menu} className={`${styles.menu} ${popover.menu}`} popover="auto">
        {scope && <p className={styles.scope}>{scope}</p>}
        <Button onClick={() => void copy('text')}>Copy as text</Button>
        <Button onClick={() => void copy('markdown')}>Copy as Markdown</Button>
        <Button onClick={() => void copy('tabs')}>Copy as table</Button>
        <a className={styles.print} href={PRINT}>
          Print on one page
        </a>
        {hasChart(props.screen) && (
          <>
            <SaveButton target="the PNG" onSave={() => void save('png')} onShow={() => show('png')}>
              Save chart as PNG
            </SaveButton>
            <SaveButton target="the SVG" onSave={() => void save('svg')} onShow={() => show('svg')}>
              Save chart as SVG
            </SaveButton>
          </>
        )}
        <SaveButton target="the CSV" onSave={exportCsv} onShow={showCsv}>
          CSV of all results
        </SaveButton>
        <output className={styles.said}>{said}</output>
      </div>
      {shown && <ManualCopyDialog copy={shown} onClose={onClose} opener={around} />}
    </div>
  );
}
