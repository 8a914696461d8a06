/** This file provides an open record to components, for tests and for the gallery. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TimeZoneProvider } from '../charts/format/timeZoneContext.ts';
import { ShellProvider, type Shell } from '../parts/header/shellContext.ts';
import { AudienceProvider, type AudienceChoice } from '../parts/openRecord/audienceContext.ts';
import {
  ActionsProvider,
  NowProvider,
  RecordProvider,
  SessionProvider,
  TodayProvider,
  type OpenRecordActions,
  type OpenRecordFacts,
} from '../parts/openRecord/openRecordContexts.ts';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { UnitsProvider, type ChosenUnits } from '../parts/results/useChosenUnits.ts';
import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { ViewWindowProvider } from '../parts/timeWindow/viewWindowContext.ts';
import { queryClient } from '../record/flowsheet/queryClient.ts';
import { LazyJumpList } from '../app/jump/LazyJumpList.tsx';
import { openedSession } from './openedSessionFixture.ts';
import { marlowe } from './patientFixture.ts';
import { viewOfAll } from './viewWindowFixture.ts';

export type OpenRecordOptions = Partial<OpenRecordFacts> & {
  readonly timeZone?: string;
  readonly nowMs?: number;
  /** This is noon of today, by default of the day of `nowMs`. */
  readonly todayMs?: number;
  readonly session?: OpenedSession | undefined;
  readonly view?: ViewWindow;
  readonly units?: Partial<ChosenUnits>;
  readonly shell?: Partial<Shell>;
  readonly actions?: Partial<OpenRecordActions>;
};

const nothing = (): void => undefined;
const asIs = (seriesId: string): string => seriesId;

/** Most records of the tests were read on this afternoon. */
const TEST_NOW_MS = Date.parse('2026-11-24T20:05:00Z');
export const TEST_TIME_ZONE = 'America/Chicago';

const SHELL: Shell = {
  openedText: undefined,
  menu: undefined,
  symbolsMenu: undefined,
  exportMenu: undefined,
  sessionNotices: undefined,
  windowControl: undefined,
  SearchList: LazyJumpList,
};
const FOR_CLINICIANS: AudienceChoice = { audience: 'clinician', onChoose: nothing };
const UNITS: ChosenUnits = {
  choices: {},
  onChoose: nothing,
  onChooseAll: nothing,
  record: undefined,
  idOf: asIs,
};
const ACTIONS: OpenRecordActions = {
  retryReading: nothing,
  exportCsv: nothing,
  openSource: nothing,
  followSource: nothing,
};

/**
 * Provides everything that the app provides to the parts of an open record, for tests and for the gallery.
 */
export function InOpenRecord(props: OpenRecordOptions & { readonly children: ReactNode }) {
  const { record, reported = record, isFirstChartDrawn = false, wait = record ?? {}, drawing = 0 } = props;
  const { timeZone = TEST_TIME_ZONE, nowMs = TEST_NOW_MS, todayMs = nowMs, view = viewOfAll } = props;
  const patient = 'patient' in props ? props.patient : marlowe;
  const [client] = useState(queryClient);
  const [ownSession] = useState(() => props.session ?? openedSession());
  return (
    <QueryClientProvider client={client}>
      <SessionProvider value={props.session ?? ownSession}>
        <TimeZoneProvider value={timeZone}>
          <AudienceProvider value={FOR_CLINICIANS}>
            <ActionsProvider value={{ ...ACTIONS, ...props.actions }}>
              <UnitsProvider value={{ ...UNITS, ...props.units }}>
                <RecordProvider value={{ patient, record, reported, isFirstChartDrawn, wait, drawing }}>
                  <NowProvider value={nowMs}>
                    <TodayProvider value={todayMs}>
                      <ViewWindowProvider value={view}>
                        <ShellProvider value={{ ...SHELL, ...props.shell }}>{props.children}</ShellProvider>
                      </ViewWindowProvider>
                    </TodayProvider>
                  </NowProvider>
                </RecordProvider>
              </UnitsProvider>
            </ActionsProvider>
          </AudienceProvider>
        </TimeZoneProvider>
      </SessionProvider>
    </QueryClientProvider>
  );
}
