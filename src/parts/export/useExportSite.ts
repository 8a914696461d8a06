import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useEvents } from '../events/useEvents.ts';
import { useNowMs, useRecord, useSite } from '../openRecord/openRecordContexts.ts';
import type { ExportSource } from './exportHeader.ts';

/** Returns what every export says about where and when it was made, and of the events that are missing. */
export function useExportSite(): Omit<ExportSource, 'record' | 'patient'> {
  const { record } = useRecord();
  return {
    timeZone: useTimeZone(),
    nowMs: useNowMs(),
    siteLabel: useSite().label,
    events: useEvents(record?.ended === true),
  };
}
