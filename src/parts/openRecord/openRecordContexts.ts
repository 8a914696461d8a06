import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { ReadingWait, RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { createStrictContext } from '../../ui/strictContext.ts';
import type { OpenedSession } from './openedSession.ts';

/** More than one part of a screen shows these facts of the open record. */
export type OpenRecordFacts = {
  /** The patient is undefined until the Patient resource was read. */
  readonly patient: PatientIdentity | undefined;
  /** These are the results in the units that the reader chose or the site file names, or undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** These are the same results in the units as reported. Calculated values and the patient's view use them. */
  readonly reported: RecordSnapshot | undefined;
  /** Says how the reading waits, also before the patient is known. */
  readonly wait: ReadingWait;
  /** The first chart was painted, so parts that are loaded later may come. */
  readonly isFirstChartDrawn: boolean;
  /** Goes up when the same record is to be drawn once more (app/useIdleRerender.ts). */
  readonly drawing: number;
};

/** More than one part of a screen offers these actions of the open record. Their identity never changes. */
export type OpenRecordActions = {
  /** Tries again the reading that failed, and stops and repeats the one that waits. */
  readonly retryReading: () => void;
  readonly exportCsv: () => void;
  /** Opens the drawer with the source of one Observation. */
  readonly openSource: (observationId: string) => void;
  /** Takes the drawer to the first of these Observations, if it is open and shows none of them. */
  readonly followSource: (observationIds: readonly string[]) => void;
};

/** Provides the session of this browser window, its site, and the requests that can be made in it. */
export const [SessionProvider, useSession] = createStrictContext<OpenedSession>('session');

export const [RecordProvider, useRecord] = createStrictContext<OpenRecordFacts>('record');

/** Returns the record, for parts that are shown only once there is one. Throws before the first page was read. */
export function useLoadedRecord(): RecordSnapshot {
  const { record } = useRecord();
  if (record === undefined) throw new Error('No page of the record was read yet.');
  return record;
}

export const [ActionsProvider, useActions] = createStrictContext<OpenRecordActions>('actions');

/**
 * Provides the current time in epoch milliseconds, to the minute. Only components that show an age read it,
 * because it changes every minute.
 */
export const [NowProvider, useNowMs] = createStrictContext<number>('clock');

/**
 * Provides noon of today in the zone of the record, in epoch milliseconds. It is the same all day, for ages
 * in days.
 */
export const [TodayProvider, useTodayMs] = createStrictContext<number>('day');

/** Returns the site of the session: its label, its settings, and its id for what this browser remembers. */
export const useSite = () => useSession().session.site;
