import { useCallback, useRef, type RefObject } from 'react';
import { pageImage } from '../../parts/export/chartExport.ts';
import type { ExportSource } from '../../parts/export/exportHeader.ts';
import { imageExport } from '../../parts/export/imageExport.ts';
import { SaveButton } from '../../parts/export/SaveButton.tsx';
import { noteFacts } from '../../parts/export/noteFacts.ts';
import { useNoteCopy } from '../../parts/export/useNoteCopy.ts';
import { SearchBox } from '../../parts/header/SearchBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { ManualCopyDialog } from '../../ui/clipboard/ManualCopyDialog.tsx';
import type { PrintEventsProps } from './PrintEvents.tsx';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

type PrintToolsProps = PrintEventsProps & {
  readonly source: ExportSource;
  /** This is the page, which is also saved as an image. */
  readonly sheet: RefObject<HTMLElement | null>;
};

/** Offers printing, and always the alternatives too, because a frame that forbids printing does not say so. Not printed itself. */
export function PrintTools({ source, events, derived, sheet }: PrintToolsProps) {
  const { window } = usePrintedRecord();
  const { status, setStatus, manualCopy, setManualCopy, copy } = useNoteCopy(() =>
    noteFacts(source, { window, derived, events: { read: events } }),
  );
  const copyButtons = useRef<HTMLDivElement>(null);
  const onClose = useCallback(() => setManualCopy(undefined), [setManualCopy]);
  const { save, show } = imageExport({
    makeImage: () => (sheet.current ? pageImage(sheet.current, source) : undefined),
    alt: printTexts('pageImage'),
    fileName: () => 'longview-page',
    onStatus: setStatus,
    onManualCopy: setManualCopy,
  });
  return (
    <div className={styles.tools}>
      {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is the overview */}
      <a className={styles.back} href="#">
        {printTexts('back')}
      </a>
      <SearchBox />
      <Button variant="primary" onClick={() => globalThis.print()}>
        {printTexts('print')}
      </Button>
      <p>{printTexts('alternatives')}</p>
      <div ref={copyButtons} className={styles.alternatives}>
        <SaveButton target={printTexts('page')} onSave={() => void save('png')} onShow={() => show('png')}>
          {printTexts('savePage')}
        </SaveButton>
        <Button onClick={() => void copy('tabs')}>{printTexts('copyTable')}</Button>
      </div>
      <output>{status}</output>
      {manualCopy && <ManualCopyDialog content={manualCopy} onClose={onClose} container={copyButtons} />}
    </div>
  );
}
