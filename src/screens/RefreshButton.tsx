import { createContext, useContext } from 'react';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from './recordWords.ts';

/** Reads the whole record again; what is on the screen stays until that has ended well. */
export const Refreshing = createContext<() => void>(() => undefined);

/** Rule 40: a record is as it was when it was read. */
export function RefreshButton({ record }: { readonly record: RecordSnapshot }) {
  const refresh = useContext(Refreshing);
  if (record.refresh?.state === 'reading')
    return <span>Reading again, {countText(record.refresh.received)} so far</span>;
  return (
    <Button look="bare" onClick={refresh} title="Read all results again">
      Refresh
    </Button>
  );
}
