import { useCallback, useContext, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { closeWhenLeft } from '../../ui/keyboard/closeWhenLeft.ts';
import { ManualCopyDialog } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { chartWithHeader, chartFileName, chartTitle } from './chartExport.ts';
import { ColumnsButtons, ColumnsShown } from './gridColumns/ColumnsButtons.tsx';
import type { ColumnsExport } from './gridColumns/columnsExport.ts';
import { columnsCsvText, csvText, downloadColumnsCsv } from './downloadCsv.ts';
import { imageExport, SELECT_TEXT } from './imageExport.ts';
import { MenuButton, pressByLetter, PrintLink } from './menuItems.tsx';
import { SaveButton } from './SaveButton.tsx';
import { useActions, useRecord } from '../openRecord/openRecordContexts.ts';
import { useViewWindow } from '../timeWindow/viewWindowContext.ts';
import type { ExportSource } from './exportHeader.ts';
import { useExportSite } from './useExportSite.ts';
import { SingleKeys, useKeyTooltip, useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { useNoteCopy } from './useNoteCopy.ts';
import { CopyNote } from './CopyNote.tsx';
import { noteFacts, type NoteFacts } from './noteFacts.ts';
import { MAX_NOTE_TESTS, noteGroups, type NoteScope } from './noteSelection.ts';
import { shortNoteFacts } from './shortNote.ts';
import { useChangeSummary } from '../changes/useChangeSummary.ts';
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

/** Collects notes: of the screen, and of a part of the record that the reader chooses. */
function useNotes({ screen }: RecordExportMenuProps, source: ExportSource, isNeeded: boolean) {
  const window = useViewWindow().visible;
  // The events are read at the latest when the menu opens.
  const read = useEvents(isNeeded);
  const derived = useCalculatedForExport(isNeeded);
  const changes = useChangeSummary(read, isNeeded);
  const whole = { window, derived, events: { read } };
  const copying = useNoteCopy(() =>
    noteFacts(source, {
      ...whole,
      seriesIds: exportSelectionOn(screen).seriesIds,
      // The export of the screen of one result is about that result only.
      events: screen.name === 'series' ? undefined : whole.events,
    }),
  );
  const factsOf = (scope: NoteScope, isWhole: boolean): NoteFacts => {
    if (isWhole && scope.kind === 'all') return noteFacts(source, whole);
    return shortNoteFacts(source, { scope, changes, window, maxTests: isWhole ? Infinity : MAX_NOTE_TESTS });
  };
  return { ...copying, factsOf, hasChanges: changes !== undefined };
}

function useExports(props: RecordExportMenuProps) {
  const { screen, record, patient } = props;
  const window = useViewWindow().visible;
  const source: ExportSource = { ...useExportSite(), record, patient };
  const [wasOpened, setWasOpened] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [scope, setScope] = useState('');
  const notes = useNotes(props, source, wasOpened);
  const { setStatus, setManualCopy } = notes;

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
  const showText = (text: string) => setManualCopy({ kind: 'text', instruction: SELECT_TEXT, text });
  const showCsv = () => showText(csvText(source));
  const columnsActions = {
    onSave: (columns: ColumnsExport) => downloadColumnsCsv(columns, source),
    onShow: (columns: ColumnsExport) => showText(columnsCsvText(columns, source)),
  };
  const onOpen = () => {
    setWasOpened(true);
    setIsOpen(true);
    setScope(comparedText(screen, record));
  };
  return { ...notes, ...imageActions, showCsv, columnsActions, scope, onOpen, isOpen, setIsOpen };
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

type NoteButtonsProps = Pick<RecordExportMenuProps, 'screen' | 'record'> &
  Pick<ReturnType<typeof useExports>, 'copy' | 'factsOf' | 'hasChanges'>;

/** A screen of chosen results copies those. All others offer what a note may be about. */
function NoteButtons({ screen, record, copy, factsOf, hasChanges }: NoteButtonsProps) {
  if (!hasChart(screen))
    return (
      <CopyNote
        groups={noteGroups(record.series)}
        {...{ hasChanges, factsOf }}
        onCopy={(format, facts) => void copy(format, facts)}
      />
    );
  return (
    <>
      <MenuButton letter="n" onPress={() => void copy('text')}>
        {exportTexts('copyAsText')}
      </MenuButton>
      <MenuButton letter="m" onPress={() => void copy('markdown')}>
        {exportTexts('copyAsMarkdown')}
      </MenuButton>
      <MenuButton letter="t" onPress={() => void copy('tabs')}>
        {exportTexts('copyAsTable')}
      </MenuButton>
    </>
  );
}

type ShareButtonProps = { readonly menuId: string; readonly onPress: () => void };

const ShareButton = ({ menuId, onPress }: ShareButtonProps) => (
  <Button
    variant="bare"
    data-take-along=""
    aria-keyshortcuts={useShortcut('c')}
    data-tooltip={useKeyTooltip(exportTexts('shareHint'), 'c')}
    popoverTarget={menuId}
    onClick={onPress}
  >
    {exportTexts('share')}
  </Button>
);

/** Copies, prints and saves. Each action has an alternative for a frame that forbids it. */
function RecordExportMenu(props: RecordExportMenuProps) {
  const { screen, record } = props;
  const { exportCsv } = useActions();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const { status, setStatus, manualCopy, setManualCopy, ...actions } = useExports(props);
  const { copy, save, show, showCsv, scope, onOpen, isOpen, setIsOpen, factsOf, hasChanges } = actions;
  const container = useRef<HTMLDivElement>(null);
  const onClose = useCallback(() => setManualCopy(undefined), [setManualCopy]);
  const { isOn } = useContext(SingleKeys);
  const onKeyDown = (event: KeyboardEvent) => {
    const opened = menu.current;
    if (isOn && opened?.matches(':popover-open')) pressByLetter(event, opened);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its buttons
    <div ref={container} onKeyDown={onKeyDown}>
      <ShareButton
        menuId={id}
        onPress={() => {
          onOpen();
          setStatus('');
        }}
      />
      <div
        id={id}
        ref={menu}
        className={`${hasChart(screen) ? styles.menu : styles.wide} ${popover.menu}`}
        popover="auto"
        onBlur={closeWhenLeft}
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
      >
        {scope && <p className={styles.scope}>{scope}</p>}
        <ColumnsShown />
        <PrintLink />
        {/* A note is written only while somebody looks at it. */}
        {(isOpen || hasChart(screen)) && <NoteButtons {...{ screen, record, copy, factsOf, hasChanges }} />}
        <SaveButton
          target={exportTexts('theCsv')}
          letter="v"
          dataExport="csv"
          onSave={exportCsv}
          onShow={showCsv}
        >
          {exportTexts('saveCsv')}
        </SaveButton>
        <ColumnsButtons {...actions.columnsActions} />
        {hasChart(screen) && <ImageButtons {...{ save, show }} />}
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
