import { useCallback, useContext, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { ManualCopyDialog } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { chartWithHeader, chartFileName, chartTitle } from './chartExport.ts';
import { csvText } from './downloadCsv.ts';
import { imageExport, SELECT_TEXT } from './imageExport.ts';
import { MenuButton, pressByLetter, PrintLink } from './menuItems.tsx';
import { SaveButton } from './SaveButton.tsx';
import { useActions, useRecord } from '../openRecord/openRecordContexts.ts';
import { useViewWindow } from '../timeWindow/viewWindowContext.ts';
import type { ExportSource } from './exportHeader.ts';
import { useExportSite } from './useExportSite.ts';
import { SingleKeys, useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { useNoteCopy } from './useNoteCopy.ts';
import { useEvents } from '../events/useEvents.ts';
import { useCalculatedForExport } from './useCalculatedForExport.ts';
import { hasChart, exportSelectionOn } from './exportSelection.ts';
import type { Screen } from '../navigation/urlFragment.ts';
import popover from '../../ui/Popover.module.css';
import styles from './ExportMenu.module.css';
import { exportTexts } from './export.messages.ts';

type ExportMenuProps = {
  /** The export contains the results of this screen. */
  readonly screen: Screen;
};

type RecordExportMenuProps = ExportMenuProps & {
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
};

/** Names the copied results on Compare. They are less than the record, and the address may not name them. */
function comparedText(screen: Screen, { series }: RecordSnapshot): string {
  const { seriesIds = [] } = screen.name === 'compare' ? exportSelectionOn(screen) : {};
  return seriesIds.length > 0 ? exportTexts('compared', { names: chartTitle(series, seriesIds) }) : '';
}

function useExports({ screen, record, patient }: RecordExportMenuProps) {
  const window = useViewWindow().visible;
  const reported = useRecord().reported ?? record;
  const source: ExportSource = { ...useExportSite(), record, patient };
  const [wasOpened, setWasOpened] = useState(false);
  const [scope, setScope] = useState('');
  // The events are read at the latest when the menu opens.
  const read = useEvents(wasOpened);
  const derived = useCalculatedForExport(wasOpened);
  const copying = useNoteCopy(source, () => ({
    seriesIds: exportSelectionOn(screen).seriesIds,
    window,
    derived,
    // The export of the screen of one result is about that result only.
    events: screen.name === 'series' ? undefined : { read },
  }));
  const { setStatus, setManualCopy } = copying;

  const picture = () => {
    const { chart, seriesIds, chartNotes } = exportSelectionOn(screen);
    if (!chart) setStatus(exportTexts('noChart'));
    return chart ? chartWithHeader(chart, source, { seriesIds, window, chartNotes }) : undefined;
  };
  const imageActions = imageExport({
    makeImage: picture,
    alt: exportTexts('chart'),
    fileName: () => chartFileName(record, exportSelectionOn(screen).seriesIds),
    onStatus: setStatus,
    onManualCopy: setManualCopy,
  });
  const showCsv = () =>
    setManualCopy({
      kind: 'text',
      instruction: SELECT_TEXT,
      text: csvText(reported, patient, source.timeZone, source.events),
    });
  const onOpen = () => {
    setWasOpened(true);
    setScope(comparedText(screen, record));
  };
  return { ...copying, ...imageActions, showCsv, scope, onOpen };
}

const ImageButtons = ({ save, show }: ReturnType<typeof imageExport>) => (
  <>
    <SaveButton
      target={exportTexts('thePng')}
      letter="i"
      onSave={() => void save('png')}
      onShow={() => show('png')}
    >
      {exportTexts('saveAsPng')}
    </SaveButton>
    <SaveButton
      target={exportTexts('theSvg')}
      letter="s"
      onSave={() => void save('svg')}
      onShow={() => show('svg')}
    >
      {exportTexts('saveAsSvg')}
    </SaveButton>
  </>
);

/** Copies, prints and saves. Each action has an alternative for a frame that forbids it. */
function RecordExportMenu(props: RecordExportMenuProps) {
  const { exportCsv } = useActions();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const shortcut = useShortcut('c');
  const { status, setStatus, manualCopy, setManualCopy, ...actions } = useExports(props);
  const { copy, save, show, showCsv, scope, onOpen } = actions;
  const container = useRef<HTMLDivElement>(null);
  const onClose = useCallback(() => setManualCopy(undefined), [setManualCopy]);
  const { isOn } = useContext(SingleKeys);
  const onKeyDown = (event: KeyboardEvent) => {
    const opened = menu.current;
    if (!opened?.matches(':popover-open')) return;
    if (event.key === 'Escape') {
      event.preventDefault(); // the screen below would handle the key too
      opened.hidePopover();
    } else if (isOn) pressByLetter(event, opened);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its buttons
    <div ref={container} onKeyDown={onKeyDown}>
      <Button
        variant="bare"
        data-take-along=""
        aria-keyshortcuts={shortcut}
        popoverTarget={id}
        onClick={() => {
          onOpen();
          setStatus('');
        }}
      >
        {exportTexts('share')}
      </Button>
      <div id={id} ref={menu} className={`${styles.menu} ${popover.menu}`} popover="auto">
        {scope && <p className={styles.scope}>{scope}</p>}
        <PrintLink />
        <MenuButton letter="n" onPress={() => void copy('text')}>
          {exportTexts('copyAsText')}
        </MenuButton>
        <MenuButton letter="m" onPress={() => void copy('markdown')}>
          {exportTexts('copyAsMarkdown')}
        </MenuButton>
        <MenuButton letter="t" onPress={() => void copy('tabs')}>
          {exportTexts('copyAsTable')}
        </MenuButton>
        <SaveButton
          target={exportTexts('theCsv')}
          letter="v"
          dataExport="csv"
          onSave={exportCsv}
          onShow={showCsv}
        >
          {exportTexts('saveCsv')}
        </SaveButton>
        {hasChart(props.screen) && <ImageButtons {...{ save, show }} />}
        <output className={styles.status}>{status}</output>
      </div>
      {manualCopy && <ManualCopyDialog content={manualCopy} onClose={onClose} container={container} />}
    </div>
  );
}

/** Copies, prints and saves the open record. It is empty until the patient and a first page were read. */
export function ExportMenu({ screen }: ExportMenuProps) {
  const { record, patient } = useRecord();
  return record && patient ? <RecordExportMenu {...{ screen, record, patient }} /> : null;
}
