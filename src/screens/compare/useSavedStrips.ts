import { useMemo, useState } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { isInRecord } from './useCompareStrips.ts';
import { MAX_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';
import { readPreference, writePreference } from '../../ui/preferences.ts';
import { useSite } from '../../parts/openRecord/openRecordContexts.ts';

const STRIPS_PREFERENCE = 'strips';

const NO_IDS: readonly string[] = [];

const readSavedStrips = (siteId: string): readonly string[] =>
  readPreference(siteId, STRIPS_PREFERENCE).split(',', MAX_STRIPS).filter(isAnonymousSeriesId);

/** Saves ids of analytes alone (decision 21). If one of the ids may not stay in the browser, the saved ones stay as they are. */
function saveStrips(siteId: string, ids: readonly string[]): void {
  if (ids.every(isAnonymousSeriesId)) writePreference(siteId, STRIPS_PREFERENCE, ids.join(','));
}

/** If the address names no strips, restores those that the reader last chose in this browser, as far as this record has them. */
export function useSavedStrips(urlIds: readonly string[], record: RecordSnapshot | undefined) {
  const { id: siteId } = useSite();
  const [savedIds, setSavedIds] = useState(() => readSavedStrips(siteId));
  const restoredIds = useMemo(
    () =>
      urlIds.length > 0 || !record
        ? NO_IDS
        : savedIds.filter((id) => !record.ended || isInRecord(record, id)),
    [urlIds, record, savedIds],
  );
  const onSave = (ids: readonly string[]): void => {
    saveStrips(siteId, ids);
    setSavedIds(ids);
  };
  return {
    requestedIds: urlIds.length > 0 ? urlIds : restoredIds,
    onSave,
    /** Goes back to the default strips of the record; undefined if they are shown. */
    onRestoreDefault: restoredIds.length > 0 ? () => onSave(NO_IDS) : undefined,
  };
}
