import { createContext, useContext } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { countText } from './recordStatusText.ts';

/** Reads the whole record again; what is on the screen stays until that has ended well. */
export const Refreshing = createContext<() => void>(() => undefined);

/** Rule 40: a record is as it was when it was read. */
export function RefreshButton({ record }: { readonly record: RecordSnapshot }) {
  const refresh = useContext(Refreshing);
  if (record.refresh?.state === 'reading')
    return <span>Reading again, {countText(record.refresh.received)} so far</span>;
  return (
    <Button look="bare" onClick={refresh} aria-label="Refresh" title="Read all results again">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path
          d="M11.5 7a4.5 4.5 0 1 1-1.4-3.3M10.3 1v3h-3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      </svg>
    </Button>
  );
}
