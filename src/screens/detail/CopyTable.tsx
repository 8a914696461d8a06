import { useCallback, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ManualCopyDialog, type ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { CANNOT_COPY, copyToClipboard } from '../../ui/clipboard/clipboard.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { tableCopy, type TableCopySource } from './tableCopy.ts';
import { useExportSite } from '../../parts/export/useExportSite.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';

type CopyTableProps = Omit<TableCopySource, 'from'> & {
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
};

/** Rule 56: the table can be copied; where the frame forbids it, its text is shown to be copied by hand. */
export function CopyTable({ record, patient, ...table }: CopyTableProps) {
  const from = { ...useExportSite(), record, patient };
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<ManualCopy>();
  const around = useRef<HTMLSpanElement>(null);
  const close = useCallback(() => setShown(undefined), []);
  const copy = async () => {
    const made = tableCopy({ ...table, from });
    // Begun before anything is awaited: a browser lets only the press itself copy.
    const isCopied = await copyToClipboard(made);
    setSaid(isCopied ? `Copied ${resultsText(table.table.entries.length)}.` : '');
    if (!isCopied) setShown({ kind: 'text', instruction: CANNOT_COPY, text: made.plain });
  };
  return (
    <span ref={around}>
      <Button variant="bare" onClick={() => void copy()}>
        Copy table
      </Button>
      <output>{said}</output>
      {shown && <ManualCopyDialog content={shown} onClose={close} container={around} />}
    </span>
  );
}
