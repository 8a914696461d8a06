import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { TimeZoneProvider } from '../charts/format/timeZoneContext.ts';
import { AudienceProvider } from '../parts/openRecord/audienceContext.ts';
import {
  ActionsProvider,
  RecordProvider,
  SessionProvider,
  type OpenRecordFacts,
} from '../parts/openRecord/openRecordContexts.ts';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { useMonitor } from '../parts/monitor/useMonitor.ts';
import { useIsInspectorOpen } from '../parts/navigation/urlFragment.ts';
import { UnitsProvider, useChosenUnits } from '../parts/results/useChosenUnits.ts';
import { preloadSourceDrawer, useSourceDrawer } from '../parts/source/useSourceDrawer.tsx';
import { hasCurveIn, hasFirstView } from '../record/flowsheet/recordPass.ts';
import type { ReadingWait, RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import type { patientQuery, recordQuery } from '../record/flowsheet/queries.ts';
import { vendorOf } from '../record/vendors.ts';
import { usableTimeZone } from '../smart/site/usableTimeZone.ts';
import { audienceOf, type Audience } from '../smart/authorization/audience.ts';
import type { Session } from '../smart/session/session.ts';
import { deferredPart, lazyScreen } from '../ui/loading/lazyScreen.ts';
import { preloadDetail, ScreenRouter } from './ScreenRouter.tsx';
import { Clock } from './Clock.tsx';
import { Opening } from './entry/Opening.tsx';
import { useFollowedChart } from './followedChart/useFollowedChart.tsx';
import { preferredLanguage, setPageLanguage } from './language/pageLanguage.ts';
import { usePrefetchedFiles } from './prefetchedFiles.ts';
import { useAtIdle } from './useAtIdle.ts';
import { useDocumentAudience, useDocumentState } from './useDocumentState.ts';
import { usePerformanceMarks } from './usePerformanceMarks.ts';
import { useRecordActions } from './useRecordActions.ts';
import { useGrowingRecord } from './useGrowingRecord.ts';
import { LazyBoundary } from '../ui/loading/LazyBoundary.tsx';

const preload = (): void => {
  preloadDetail();
  preloadSourceDrawer();
};

const Inspector = lazyScreen(async () => (await import('../screens/inspector/Inspector.tsx')).Inspector);

const PatientRouter = lazyScreen(async () => (await import('./patient/PatientRouter.tsx')).PatientRouter);
const AskAudience = lazyScreen(async () => (await import('./entry/AskAudience.tsx')).AskAudience);

type RecordScreenProps = {
  readonly opened: OpenedSession;
  readonly patientOptions: ReturnType<typeof patientQuery>;
  readonly recordOptions: ReturnType<typeof recordQuery>;
  readonly onStop: (error: unknown) => void;
};

// Once the results have ended, the events decide the state of the document too.
const RecordDocumentState = deferredPart(
  async () => (await import('./RecordDocumentState.tsx')).RecordDocumentState,
  () => {
    // Without its parts the screen never counts as settled.
    useDocumentState('partial');
    return null;
  },
);

type LateDocumentStateProps = {
  /** This is the record as it was read, which may have ended, and as it is shown in the chosen units. */
  readonly reported: RecordSnapshot | undefined;
  readonly record: RecordSnapshot | undefined;
  readonly drawing: number;
  readonly drawAgain: () => void;
  readonly isFirstChartDrawn: boolean;
};

function LateDocumentState({ reported, isFirstChartDrawn, ...drawn }: LateDocumentStateProps) {
  return reported?.ended ? (
    <LazyBoundary>
      <RecordDocumentState
        {...drawn}
        isComplete={reported.complete}
        isFirstChartDrawn={isFirstChartDrawn || !hasCurveIn(reported)}
      />
    </LazyBoundary>
  ) : null;
}

/** Begins to read the events once the first chart is drawn, where the server answers many searches at once (decision 51). */
function useEarlyEvents({ session, openEvents }: OpenedSession, isDue: boolean): void {
  const isBeside = vendorOf(session.site).answersManyAtOnce;
  useEffect(() => {
    // Whoever shows the events says so when they cannot be read.
    if (isDue && isBeside) openEvents().catch(() => undefined);
  }, [isDue, isBeside, openEvents]);
}

type AudienceScreenProps = {
  readonly audience: Audience | 'ask';
  readonly onChoose: (audience: Audience) => void;
};

/** Shows the screens for clinicians or those for patients, or asks which. */
function AudienceScreen({ audience, onChoose }: AudienceScreenProps) {
  const shown = audience === 'ask' ? 'patient' : audience;
  const choice = useMemo(() => ({ audience: shown, onChoose }), [shown, onChoose]);
  return (
    <AudienceProvider value={choice}>
      {audience === 'clinician' ? (
        <ScreenRouter />
      ) : (
        <LazyBoundary fallback={<Opening />}>
          {audience === 'ask' ? <AskAudience /> : <PatientRouter />}
        </LazyBoundary>
      )}
    </AudienceProvider>
  );
}

/**
 * Returns for whom the record is shown, and how to change it. The session remembers a choice, so that a reload keeps it. The screens for
 * clinicians speak English alone (decision 54).
 */
function useAudienceChoice(session: Session) {
  const [audience, setAudience] = useState(() => audienceOf(session));
  const onChoose = useCallback(
    (next: Audience) => {
      session.change({ audience: next });
      setAudience(next);
      void setPageLanguage(next === 'clinician' ? 'en' : preferredLanguage());
    },
    [session],
  );
  return { audience, onChoose };
}

/** Returns the record as it is shown, for drawing and, in a ref, for what is saved later. */
function useShownRecord(
  reported: RecordSnapshot | undefined,
  { session }: OpenedSession,
  isForClinician: boolean,
) {
  const units = useChosenUnits(reported, session.site);
  // Patients see every number as it was sent, as on the laboratory's own paper (decision 57).
  const record = isForClinician ? units.record : reported;
  const shownRecord = useRef(record);
  useEffect(() => {
    shownRecord.current = record;
  }, [record]);
  return { units, record, shownRecord };
}

const NOT_READ: ReadingWait = {};

/** Returns what the screens show. It is a new object only when one of the facts changed. */
function useFacts({ patient, record, reported, isFirstChartDrawn, drawing, wait }: OpenRecordFacts) {
  return useMemo(
    (): OpenRecordFacts => ({ patient, record, reported, isFirstChartDrawn, drawing, wait }),
    [patient, record, reported, isFirstChartDrawn, drawing, wait],
  );
}

/** Provides the facts and actions of one patient's record to every screen, as far as it has been read. */
export function RecordScreen({ opened, patientOptions, recordOptions, onStop }: RecordScreenProps) {
  const { data: patient, error: patientError } = useQuery(patientOptions);
  const { data: readRecord, error: recordError } = useQuery(recordOptions);
  const failure = patientError ?? recordError;
  useEffect(() => {
    // No value is shown without the name of its patient.
    if (failure !== null) onStop(failure);
  }, [failure, onStop]);
  const areNewestAwaited = audienceOf(opened.session) !== 'clinician';
  const shownFirst = patient === undefined ? undefined : readRecord;
  const reported = useGrowingRecord(shownFirst, recordOptions, areNewestAwaited);
  const { waitUntilMs, waitCause, waitStatus, silence } = readRecord ?? NOT_READ;
  const wait = useMemo(
    () => ({ waitUntilMs, waitCause, waitStatus, silence }),
    [waitUntilMs, waitCause, waitStatus, silence],
  );
  const [drawing, drawAgain] = useReducer((count: number) => count + 1, 0);
  return (
    <DrawnRecord
      {...{ opened, patientOptions, recordOptions, patient, reported, wait, drawing, drawAgain }}
    />
  );
}

/** A patient's list waits for the newest results. The events, read before it, would keep its reader waiting. */
const isListAwaited = (record: RecordSnapshot | undefined): boolean =>
  record?.ended !== true && !hasFirstView(record, true);

type DrawnRecordProps = Omit<RecordScreenProps, 'onStop'> &
  Pick<OpenRecordFacts, 'patient' | 'reported' | 'wait' | 'drawing'> & { readonly drawAgain: () => void };

/** The fragment names the screen. It is drawn anew only when something of the record has changed. */
const DrawnRecord = memo(function DrawnRecord(props: DrawnRecordProps) {
  const { opened, patientOptions, recordOptions, patient, reported, wait, drawing, drawAgain } = props;
  const timeZone = usableTimeZone(opened.session.site.timeZone);
  useDocumentState(reported?.ended ? undefined : 'loading');
  const { isAwaited: isMonitorAwaited } = useMonitor(reported);
  const choice = useAudienceChoice(opened.session);
  useDocumentAudience(choice.audience === 'ask' ? undefined : choice.audience);
  const isForClinician = choice.audience === 'clinician';
  const isFirstChartDrawn = usePerformanceMarks(
    patient !== undefined,
    reported,
    isMonitorAwaited || (!isForClinician && isListAwaited(reported)),
    isForClinician,
  );
  usePrefetchedFiles(isForClinician && (isFirstChartDrawn || isMonitorAwaited || reported?.ended === true));
  useAtIdle(preload, isForClinician && isFirstChartDrawn);
  useEarlyEvents(opened, isFirstChartDrawn);
  useFollowedChart(opened.session, isFirstChartDrawn);
  const { units, record, shownRecord } = useShownRecord(reported, opened, isForClinician);
  const { drawer, ...source } = useSourceDrawer();
  const isInspecting = useIsInspectorOpen();
  const facts = useFacts({ patient, record, reported, isFirstChartDrawn, drawing, wait });
  const actions = useRecordActions(opened, patientOptions, recordOptions, timeZone, {
    ...source,
    shownRecord,
  });
  const documentState = (
    <LateDocumentState {...{ reported, record, drawing, drawAgain, isFirstChartDrawn }} />
  );
  if (isInspecting)
    return (
      <SessionProvider value={opened}>
        {documentState}
        <LazyBoundary>
          <Inspector sites={[opened.session.site]} opened={opened} />
        </LazyBoundary>
      </SessionProvider>
    );
  return (
    <SessionProvider value={opened}>
      {documentState}
      <TimeZoneProvider value={timeZone}>
        <ActionsProvider value={actions}>
          <UnitsProvider value={units}>
            <RecordProvider value={facts}>
              <Clock>
                {drawer}
                <AudienceScreen {...choice} />
              </Clock>
            </RecordProvider>
          </UnitsProvider>
        </ActionsProvider>
      </TimeZoneProvider>
    </SessionProvider>
  );
});
