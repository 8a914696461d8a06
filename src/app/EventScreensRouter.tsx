import { useCallback, useContext, type ComponentProps, type ReactNode } from 'react';
import type { OnOpenSource } from '../charts/reading/SourceButtons.tsx';
import { Compare } from '../screens/compare/Compare.tsx';
import type { CompareLaneSlot } from '../screens/compare/ComparePlots.tsx';
import { CompareLanes } from '../screens/compare/CompareLanes.tsx';
import { PrintSummary } from '../screens/print/PrintSummary.tsx';
import { OtherPatientEventsNotice } from '../parts/events/OtherPatientEventsNotice.tsx';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import type { TimeWindow } from '../parts/timeWindow/recordWindow.ts';
import { SingleKeys } from '../ui/keyboard/singleKeyShortcuts.ts';
import { Timeline } from '../screens/timeline/Timeline.tsx';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { useCalculatedForExport } from '../parts/export/useCalculatedForExport.ts';
import { useEvents } from '../parts/events/useEvents.ts';
import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { Views } from '../parts/savedViews/Views.tsx';
import { goToTime } from '../parts/timeWindow/windowSteps.ts';

type EventScreenProps = Omit<ComponentProps<typeof Timeline>, 'events' | 'onRetryEvents' | 'window'> & {
  readonly screen: 'compare' | 'timeline' | 'print';
  readonly fragment: string;
  readonly of: OpenedSession;
  readonly view: ViewWindow;
  readonly takeAlong: ReactNode;
  readonly reported: RecordSnapshot | undefined;
  readonly siteId: string;
  readonly onOpenSource: OnOpenSource;
};

type PrintedProps = Omit<ComponentProps<typeof PrintSummary>, 'derived'> &
  Pick<EventScreenProps, 'reported' | 'siteId'>;

function Printed({ reported, siteId, ...page }: PrintedProps) {
  const derived = useCalculatedForExport({ ...page, reported, siteId }, true);
  return <PrintSummary {...page} derived={derived} />;
}

/** The screens that show results and events on one axis. */
export function EventScreensRouter({ screen, fragment, of, view, onOpenSource, ...props }: EventScreenProps) {
  const { record, patient, nowMs, timeZone, siteLabel, reported, siteId } = props;
  const events = useEvents(of, true);
  const { isOn: singleKeys } = useContext(SingleKeys);
  const onRetryEvents = useCallback(() => void of.events().then(({ retry }) => retry()), [of]);
  // oxlint-disable-next-line react/no-unstable-nested-components -- a function that draws, called and never mounted
  const lanes: CompareLaneSlot = (frame, cursorMs, onMoment) =>
    events && <CompareLanes {...{ events, frame, nowMs, cursorMs, onMoment }} onRetry={onRetryEvents} />;
  const views = <Views siteId={of.session.site.id} isInChart={of.session.kind === 'ehr'} />;
  const onWindow = (next: TimeWindow) => goToTime(view, next);
  if (screen === 'timeline')
    return (
      <Timeline
        {...props}
        {...{ events, onRetryEvents }}
        window={view.shown}
        views={views}
        isAll={view.choice === 'all'}
        onAll={() => view.onChoose('all')}
        onWindow={onWindow}
      />
    );
  if (screen === 'print')
    return record && patient && view.shown ? (
      <>
        {props.sessionNotices}
        <Printed
          {...{ patient, record, timeZone, nowMs, siteLabel, events, reported, siteId }}
          window={view.shown}
        />
      </>
    ) : (
      <output>Reading what is to be printed.</output>
    );
  return (
    <Compare
      {...props}
      sessionNotices={
        <>
          {props.sessionNotices}
          <OtherPatientEventsNotice events={events} />
        </>
      }
      fragment={fragment}
      window={view.shown}
      onWindow={onWindow}
      onOpenSource={onOpenSource}
      lanes={events && lanes}
      events={events}
      singleKeys={singleKeys}
      views={views}
    />
  );
}
