import { useCallback, useRef, useState } from 'react';
import { distinctCount } from '../../../charts/reading/chartEntries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ManualCopyDialog, type ManualCopy } from '../../../ui/clipboard/ManualCopyDialog.tsx';
import { CANNOT_COPY, copyToClipboard } from '../../../ui/clipboard/clipboard.ts';
import { resultsText } from '../../../parts/recordStatus/recordStatusText.ts';
import { tableCopy, type TableCopyOptions } from './tableCopy.ts';
import { useExportSite } from '../../../parts/export/useExportSite.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { useLoadedRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../../parts/timeWindow/viewWindowContext.ts';
import { detailTexts } from '../detail.messages.ts';

type CopyTableProps = Pick<TableCopyOptions, 'name' | 'series' | 'partner' | 'table'> & {
  readonly patient: PatientIdentity;
};

/** Rule 56: copies the table. If the frame forbids that, its text is shown to be copied by hand. */
export function CopyTable({ name, series, partner, table, patient }: CopyTableProps) {
  const record = useLoadedRecord();
  const { visible: window } = useViewWindow();
  const exportSource = { ...useExportSite(), record, patient };
  const [announcement, setAnnouncement] = useState('');
  const [manualCopy, setManualCopy] = useState<ManualCopy>();
  const container = useRef<HTMLSpanElement>(null);
  const close = useCallback(() => setManualCopy(undefined), []);
  const copy = async () => {
    const content = tableCopy({ name, series, partner, table, window, exportSource });
    // This is called before anything is awaited, because a browser only lets the press itself copy.
    const isCopied = await copyToClipboard(content);
    setAnnouncement(
      isCopied ? detailTexts('copied', { results: resultsText(distinctCount(table.entries)) }) : '',
    );
    if (!isCopied) setManualCopy({ kind: 'text', instruction: CANNOT_COPY, text: content.plain });
  };
  return (
    <span ref={container}>
      <Button variant="bare" onClick={() => void copy()}>
        {detailTexts('copyTable')}
      </Button>
      <output>{announcement}</output>
      {manualCopy && <ManualCopyDialog content={manualCopy} onClose={close} container={container} />}
    </span>
  );
}
