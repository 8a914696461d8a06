import { memo, useMemo } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { laneCountText, LANE_TITLES } from '../../charts/lanes/laneSummary.ts';
import { Brush } from '../../charts/axis/Brush.tsx';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { EventShortList } from './EventShortList.tsx';
import { RetryEventsButton } from '../../parts/events/RetryEventsButton.tsx';
import { emptyLaneText, readTypesText, unreadTypesText } from '../../parts/events/eventText.ts';
import { layoutRibbon, RIBBON_PX, type RibbonLayout } from './ribbonLayout.ts';
import { RibbonDrugLinks } from './ribbon/RibbonDrugLinks.tsx';
import { RibbonReading } from './RibbonReading.tsx';
import { RibbonPlot, ribbonText } from './RibbonPlot.tsx';
import { TIMELINE_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import { useWindowBrush } from '../../parts/timeWindow/useWindowBrush.ts';
import { showTimeWindow } from '../../parts/timeWindow/shiftAndZoom.ts';
import brushStyles from '../../parts/timeWindow/AxisBrush.module.css';
import styles from './EventRibbon.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs, useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { useEvents, useRetryEvents } from '../../parts/events/useEvents.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import { lazySectionsTexts } from './lazySections.messages.ts';
import { countText } from '../../charts/format/numberText.ts';

export type EventRibbonProps = {
  /** It is undefined before the reading of events has begun. */
  readonly events: EventsSnapshot | undefined;
  /** This is the width of the page with its margins. */
  readonly widthPx: number;
  /** This is the reader's text size as a multiple of 16 px. */
  readonly textScale: number;
  readonly onRetry: () => void;
};

const RIBBON_LANES = ['medication', 'encounter', 'procedure'] as const satisfies readonly EventLane[];
/** Below this width a list takes the place of the drawing. */
const NARROW_PX = 720;
/** Stands for the time window while there is none. Nothing is drawn in it. */
const EMPTY_WINDOW = { startMs: 0, endMs: 1 };
const NO_EVENTS: Pick<EventsSnapshot, 'courses' | 'events'> = { courses: [], events: [] };

function laneCountsOf(layout: RibbonLayout, lane: (typeof RIBBON_LANES)[number]) {
  const { changes, allChanges, encounters, allEncounters, procedures, allProcedures } = layout;
  const drawn = ({ labelled, ticks }: { labelled: readonly unknown[]; ticks: readonly unknown[] }) =>
    labelled.length + ticks.length;
  switch (lane) {
    case 'medication':
      return { visibleCount: drawn(changes), totalCount: allChanges };
    case 'encounter':
      return { visibleCount: drawn(encounters), totalCount: allEncounters };
    case 'procedure':
      return { visibleCount: drawn(procedures), totalCount: allProcedures };
    default:
      return lane satisfies never;
  }
}

type LaneStatesProps = Pick<EventRibbonProps, 'events' | 'onRetry'> & { readonly layout: RibbonLayout };

/** Says in the place of each empty lane why it is empty. */
function EmptyLaneStates({ events, layout, onRetry }: LaneStatesProps) {
  const empty = RIBBON_LANES.flatMap((lane) => {
    const { visibleCount, totalCount } = laneCountsOf(layout, lane);
    return visibleCount > 0 ? [] : [{ lane, ...emptyLaneText(events, lane, totalCount) }];
  });
  // One button reads all lanes again, and two would stand too close to each other (WCAG 2.5.8).
  const firstToRetry = empty.find(({ canRetry }) => canRetry);
  return empty.map((state) => {
    const { lane } = state;
    return (
      <p key={lane} className={styles[lane]} data-events={lane}>
        <VisuallyHidden>{lazySectionsTexts('laneTitle', { lane: LANE_TITLES[lane] })}</VisuallyHidden>
        {state.text} {state === firstToRetry && <RetryEventsButton onRetry={onRetry} />}
      </p>
    );
  });
}

/** Names the types of events that are missing from a lane that is not empty. */
function MissingEvents({ events, layout, onRetry }: LaneStatesProps) {
  // A type of medication that was only not granted is named under the title of the lane, and in the timeline.
  const lanes = RIBBON_LANES.filter((lane) => lane !== 'medication' || readTypesText(events) === '');
  const missing = lanes
    .filter((lane) => laneCountsOf(layout, lane).visibleCount > 0)
    .flatMap((lane) => unreadTypesText(events, lane));
  if (!events?.ended || missing.length === 0) return null;
  return (
    <p className={styles.missing}>
      {missing.map(({ text }) => text).join(' ')}{' '}
      {missing.some(({ canRetry }) => canRetry) && <RetryEventsButton onRetry={onRetry} />}
    </p>
  );
}

/** Returns "4 of 27 changes": the changes outside the window are counted too (rule 11). */
function changeCountText(
  events: EventsSnapshot | undefined,
  visibleCount: number,
  totalCount: number,
): string {
  if (visibleCount === 0) return '';
  const changes =
    totalCount > visibleCount
      ? lazySectionsTexts('visibleOf', {
          visible: countText(visibleCount),
          changes: laneCountText(totalCount, 'medication'),
        })
      : laneCountText(visibleCount, 'medication');
  return events?.ended ? changes : lazySectionsTexts('soFar', { changes });
}

type WideRibbonProps = LaneStatesProps & { readonly frame: Frame; readonly textScale: number };

function WideRibbon({ events, layout, frame, textScale, onRetry }: WideRibbonProps) {
  const view = useViewWindow();
  const heightPx = (RIBBON_PX.plotHeight + 2) * textScale;
  const {
    selection,
    layout: brushArea,
    zone,
  } = useWindowBrush(frame, heightPx, (next) => showTimeWindow(view, next));
  const { visibleCount, totalCount } = laneCountsOf(layout, 'medication');
  const readTypes = readTypesText(events);
  const unreadTypes = unreadTypesText(events, 'medication')
    .map(({ text }) => text)
    .join(' ');
  const hiddenTexts = useMemo(() => ribbonText(layout, frame.timeZone), [layout, frame]);
  return (
    <section className={styles.ribbon} aria-label={lazySectionsTexts('events')}>
      <div className={styles.titles}>
        <p className={styles.tall}>
          {LANE_TITLES.medication}
          <small>{changeCountText(events, visibleCount, totalCount)}</small>
          {visibleCount > 0 && readTypes && (
            <small data-tooltip={unreadTypes}>
              {readTypes}
              <VisuallyHidden> {unreadTypes}</VisuallyHidden>
            </small>
          )}
        </p>
        <p className={styles.low}>{LANE_TITLES.encounter}</p>
        <p className={styles.low}>{LANE_TITLES.procedure}</p>
        <a className={styles.link} href={TIMELINE_FRAGMENT} aria-label={lazySectionsTexts('allEventsLabel')}>
          {lazySectionsTexts('allEvents')}
        </a>
      </div>
      <div className={`${styles.box} ${brushStyles.marked}`} {...zone}>
        <RibbonPlot {...{ layout, frame, scale: textScale }} />
        <RibbonDrugLinks changes={layout.changes} scale={textScale} />
        <EmptyLaneStates {...{ events, layout, onRetry }} />
        <TimeAxis frame={frame} heightPx={RIBBON_PX.axisHeight * textScale} textScale={textScale} />
        {selection && <Brush selection={selection} area={brushArea} />}
        <VisuallyHidden>{hiddenTexts.join('. ')}</VisuallyHidden>
      </div>
      <RibbonReading {...{ events, frame }} />
      <MissingEvents {...{ events, layout, onRetry }} />
    </section>
  );
}

/** Draws at the foot of the overview what was given and done. It shows the order in time and never claims a cause. */
export const EventRibbon = memo(function EventRibbon(props: EventRibbonProps) {
  const { events, widthPx, textScale, onRetry } = props;
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const { startMs, endMs } = useViewWindow().visible ?? EMPTY_WINDOW;
  const { courses, events: careEvents } = events ?? NO_EVENTS;
  const isNarrow = widthPx < NARROW_PX * textScale;
  const width = Math.max(40, Math.floor(widthPx - (RIBBON_PX.sides + RIBBON_PX.titleWidth) * textScale));
  const frame = useMemo(
    () => frameOf({ startMs, endMs, timeZone, widthPx: width, heightPx: RIBBON_PX.plotHeight * textScale }),
    [startMs, endMs, timeZone, width, textScale],
  );
  const layout = useMemo(
    () => layoutRibbon({ courses, events: careEvents }, frame, textScale, nowMs),
    [courses, careEvents, frame, textScale, nowMs],
  );
  if (isNarrow) return <EventShortList events={events} onRetry={onRetry} />;
  return <WideRibbon {...{ events, layout, frame, textScale, onRetry }} />;
});

type OverviewRibbonProps = { readonly layout: Layout };

/** Reads the events of the open record once its results have been read, because results come first. */
export function OverviewRibbon({ layout }: OverviewRibbonProps) {
  const { record } = useRecord();
  const events = useEvents(record?.ended === true);
  const onRetry = useRetryEvents();
  return <EventRibbon events={events} widthPx={layout.widthPx} textScale={layout.scale} onRetry={onRetry} />;
}
