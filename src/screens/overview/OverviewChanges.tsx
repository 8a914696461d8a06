import { useMemo, useState } from 'react';
import type { Layout } from '../../parts/results/useLayout.ts';
import { useEvents } from '../../parts/events/useEvents.ts';
import { changeFactsOf } from '../../parts/changes/changeFacts.ts';
import {
  medicationStatesOf,
  medicationStatusIn,
  completeCoursesIn,
} from '../../parts/changes/medicationListStatus.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { visitsIn } from '../../parts/changes/sinceMoments.ts';
import { ChangesStrip } from '../../parts/changes/ChangesStrip.tsx';
import { useChildGrowth } from '../../parts/growth/useChildGrowth.ts';
import { isWaiting } from '../../parts/recordStatus/recordStatusText.ts';
import { useLoadedRecord, useRecord, useSession } from '../../parts/openRecord/openRecordContexts.ts';

type OverviewChangesProps = Pick<Layout, 'columns'>;

/**
 * Tells whether the events may still choose what is compared. A list that is drawn must not change by itself, but a server that is
 * silent or busy does not hide it. An error is asked again within seconds, while the other types of events arrive.
 */
function useEventsAwaited(areEventsEnded: boolean): boolean {
  const { record, wait } = useRecord();
  const [isGivenUp, setIsGivenUp] = useState(false);
  if (!isGivenUp && record?.ended && isWaiting(wait) && wait.waitCause !== 'error') setIsGivenUp(true);
  return !areEventsEnded && !isGivenUp;
}

/** Reads the events and shows what changed in the results and in the medication list since an earlier visit. */
export function OverviewChanges({ columns }: OverviewChangesProps) {
  const { ended, series } = useLoadedRecord();
  const { patient } = useRecord();
  const events = useEvents(ended);
  const areEventsAwaited = useEventsAwaited(events?.ended === true);
  const { encounterId } = useSession().session;
  const timeZone = useTimeZone();
  const visits = useMemo(() => visitsIn(events, encounterId, timeZone), [events, encounterId, timeZone]);
  const { growth, isLoading } = useChildGrowth();
  const facts = useMemo(
    () => changeFactsOf(events, series, patient?.birth, growth, timeZone),
    [events, series, patient, growth, timeZone],
  );
  return (
    <>
      <ChangesStrip
        visits={visits}
        facts={facts}
        courses={completeCoursesIn(events)}
        medicationStatus={medicationStatusIn(events)}
        isListIncomplete={medicationStatesOf(events).some(({ state }) => state !== 'complete')}
        areEventsAwaited={areEventsAwaited || isLoading}
        columns={columns}
      />
    </>
  );
}
