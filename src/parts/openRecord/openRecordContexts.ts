import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { createStrictContext } from '../../ui/strictContext.ts';
import type { OpenedSession } from './openedSession.ts';

/** The facts of the open record that more than one part of a screen shows. */
export type OpenRecordFacts = {
  /** undefined until the Patient resource was read. */
  readonly patient: PatientIdentity | undefined;
  /** The results in the units that the reader chose; undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** The same results in the units as reported. Calculated values and the CSV are made of these. */
  readonly reported: RecordSnapshot | undefined;
  /** Whether the first chart was painted, so that parts that are loaded later may come. */
  readonly isFirstChartDrawn: boolean;
};

/** The actions of the open record that more than one part of a screen offers. Their identity never changes. */
export type OpenRecordActions = {
  /** Tries again the reading that failed or waits. */
  readonly retryReading: () => void;
  readonly exportCsv: () => void;
  /** Opens the drawer with the source of one Observation. */
  readonly openSource: (observationId: string) => void;
};

/** The session of this window, its site, and what may be asked of the server. */
export const [SessionProvider, useSession] = createStrictContext<OpenedSession>('session');

export const [RecordProvider, useRecord] = createStrictContext<OpenRecordFacts>('record');

export const [ActionsProvider, useActions] = createStrictContext<OpenRecordActions>('actions');

/** Now in epoch milliseconds, to the minute. Only components that show an age read it: it changes every minute. */
export const [NowProvider, useNowMs] = createStrictContext<number>('clock');

/** Noon of today in the zone of the record, in epoch milliseconds: the same number all day, for what is told in days. */
export const [TodayProvider, useTodayMs] = createStrictContext<number>('day');

/** The site that the session belongs to: its label, its id for what is remembered in this browser, its settings. */
export const useSite = () => useSession().session.site;
