import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs, useSite } from '../openRecord/openRecordContexts.ts';
import type { ExportSource } from './exportHeader.ts';

/** Returns what every export says about where and when it was made. */
export function useExportSite(): Omit<ExportSource, 'record' | 'patient'> {
  return { timeZone: useTimeZone(), nowMs: useNowMs(), siteLabel: useSite().label };
}
