import { useMemo, useState } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { isInRecord } from './compareStrips.ts';
import { saveStrips, savedStrips } from './savedStrips.ts';

const NONE: readonly string[] = [];

/** Where the address names no strips: those that were last put together, as far as this record has them. */
export function useSavedStrips(
  siteId: string | undefined,
  named: readonly string[],
  record: RecordSnapshot | undefined,
) {
  const [kept, setKept] = useState(() => (siteId === undefined ? NONE : savedStrips(siteId)));
  const own = useMemo(
    () => (named.length > 0 || !record ? NONE : kept.filter((id) => !record.ended || isInRecord(record, id))),
    [named, record, kept],
  );
  const onKeep = (ids: readonly string[]): void => {
    if (siteId !== undefined) saveStrips(siteId, ids);
    setKept(ids);
  };
  return {
    asked: named.length > 0 ? named : own,
    onKeep,
    /** Back to the strips that a record has without a choice; undefined where they stand. */
    onUsual: own.length > 0 ? () => onKeep(NONE) : undefined,
  };
}
