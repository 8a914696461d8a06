import { useCallback, useContext, type ComponentProps, type ReactNode } from 'react';
import type { OnOpenSource } from '../charts/SourceButtons.tsx';
import { Compare } from './Compare.tsx';
import type { Lanes } from './CompareScore.tsx';
import { CompareLanes } from './CompareLanes.tsx';
import { PrintSummary } from './PrintSummary.tsx';
import { EventStrangers } from './EventStrangers.tsx';
import type { OpenedSession } from './sessionParts.tsx';
import type { TimeWindow } from './recordWindow.ts';
import { SingleKeys } from './singleKeys.ts';
import { Timeline } from './Timeline.tsx';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { useTakenCalculated } from './useTaken.ts';
import { useEvents } from './useEvents.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { Views } from './Views.tsx';
import { goTo } from './windowSteps.ts';

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
  const derived = useTakenCalculated({ ...page, reported, siteId }, true);
  return <PrintSummary {...page} derived={derived} />;
}

/** The screens that show results and events on one axis. */
export function EventScreen({ screen, fragment, of, view, onOpenSource, ...props }: EventScreenProps) {
  const { record, patient, nowMs, timeZone, siteLabel, reported, siteId } = props;
  const events = useEvents(of, true);
  const { isOn: singleKeys } = useContext(SingleKeys);
  const onRetryEvents = useCallback(() => void of.events().then(({ retry }) => retry()), [of]);
  // oxlint-disable-next-line react/no-unstable-nested-components -- a function that draws, called and never mounted
  const lanes: Lanes = (frame, cursorMs, onMoment) =>
    events && <CompareLanes {...{ events, frame, nowMs, cursorMs, onMoment }} onRetry={onRetryEvents} />;
  const views = <Views siteId={of.session.site.id} isInChart={of.session.kind === 'ehr'} />;
  const onWindow = (next: TimeWindow) => goTo(view, next);
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
          <EventStrangers events={events} />
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
