import { useMemo, useState } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { isInRecord } from './compareStrips.ts';
import { saveStrips, savedStrips } from './savedStrips.ts';
import { useSite } from '../../parts/openRecord/openRecordContexts.ts';

const NONE: readonly string[] = [];

/** Where the address names no strips: those that were last put together, as far as this record has them. */
export function useSavedStrips(named: readonly string[], record: RecordSnapshot | undefined) {
  const { id: siteId } = useSite();
  const [kept, setKept] = useState(() => savedStrips(siteId));
  const own = useMemo(
    () => (named.length > 0 || !record ? NONE : kept.filter((id) => !record.ended || isInRecord(record, id))),
    [named, record, kept],
  );
  const onKeep = (ids: readonly string[]): void => {
    saveStrips(siteId, ids);
    setKept(ids);
  };
  return {
    asked: named.length > 0 ? named : own,
    onKeep,
    /** Back to the strips that a record has without a choice; undefined where they stand. */
    onUsual: own.length > 0 ? () => onKeep(NONE) : undefined,
  };
}
