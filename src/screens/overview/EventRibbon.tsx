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
import { layoutRibbon, RIBBON, type RibbonLayout } from './ribbonLayout.ts';
import { RibbonCursor } from './RibbonCursor.tsx';
import { RibbonPlot, ribbonText } from './RibbonPlot.tsx';
import { TIMELINE } from '../../parts/navigation/urlFragment.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { useWindowBrush } from '../../parts/timeWindow/useWindowBrush.ts';
import { showTimeWindow } from '../../parts/timeWindow/windowSteps.ts';
import brushStyles from '../../parts/timeWindow/AxisBrush.module.css';
import styles from './EventRibbon.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';

export type EventRibbonProps = {
  /** undefined before the reading began. */
  readonly events: EventsSnapshot | undefined;
  readonly view: ViewWindow;
  /** Of the frame, with the margins of the page. */
  readonly widthPx: number;
  /** The reader's own text size against 16 px. */
  readonly scale: number;
  readonly onRetry: () => void;
};

const RIBBON_LANES = ['medication', 'encounter', 'procedure'] as const satisfies readonly EventLane[];
const NARROW_PX = 720;
/** Without a window there is nothing to draw. */
const NO_TIME = { startMs: 0, endMs: 1 };
const NOTHING: Pick<EventsSnapshot, 'courses' | 'events'> = { courses: [], events: [] };

function countsOf(layout: RibbonLayout, lane: (typeof RIBBON_LANES)[number]) {
  const { changes, allChanges, encounters, allEncounters, procedures, allProcedures } = layout;
  const drawn = ({ labelled, ticks }: { labelled: readonly unknown[]; ticks: readonly unknown[] }) =>
    labelled.length + ticks.length;
  switch (lane) {
    case 'medication':
      return { here: drawn(changes), all: allChanges };
    case 'encounter':
      return { here: drawn(encounters), all: allEncounters };
    case 'procedure':
      return { here: drawn(procedures), all: allProcedures };
    default:
      return lane satisfies never;
  }
}

type RibbonProps = Omit<EventRibbonProps, 'widthPx'> & {
  readonly layout: RibbonLayout;
  readonly frame: Frame;
};

/** Where a lane is empty it says why, in its place. */
function LaneStates({ events, layout, onRetry }: Pick<RibbonProps, 'events' | 'layout' | 'onRetry'>) {
  const empty = RIBBON_LANES.flatMap((lane) => {
    const { here, all } = countsOf(layout, lane);
    return here > 0 ? [] : [{ lane, ...emptyLaneText(events, lane, all) }];
  });
  // One button reads all again; two would be too close to each other (WCAG 2.5.8).
  const first = empty.find(({ canRetry }) => canRetry);
  return empty.map((says) => {
    const { lane } = says;
    return (
      <p key={lane} className={styles[lane]} data-events={lane}>
        <VisuallyHidden>{LANE_TITLES[lane]}: </VisuallyHidden>
        {says.text} {says === first && <RetryEventsButton onRetry={onRetry} />}
      </p>
    );
  });
}

/** What is missing from a lane that is not empty. */
function Missing({ events, layout, onRetry }: Pick<RibbonProps, 'events' | 'layout' | 'onRetry'>) {
  // What only was not granted stands under the title, and in the timeline.
  const lanes = RIBBON_LANES.filter((lane) => lane !== 'medication' || readTypesText(events) === '');
  const missing = lanes
    .filter((lane) => countsOf(layout, lane).here > 0)
    .flatMap((lane) => unreadTypesText(events, lane));
  if (!events?.ended || missing.length === 0) return null;
  return (
    <p className={styles.missing}>
      {missing.map(({ text }) => text).join(' ')}{' '}
      {missing.some(({ canRetry }) => canRetry) && <RetryEventsButton onRetry={onRetry} />}
    </p>
  );
}

/** "4 of 27 changes": what lies outside the window is counted too (rule 11). */
function changesText(events: EventsSnapshot | undefined, here: number, all: number): string {
  if (here === 0) return '';
  const words =
    all > here ? `${here} of ${laneCountText(all, 'medication')}` : laneCountText(here, 'medication');
  return events?.ended ? words : `${words} so far`;
}

function Ribbon({ events, layout, frame, scale, view, onRetry }: RibbonProps) {
  const heightPx = (RIBBON.plotHeight + 2) * scale;
  const {
    selection,
    layout: place,
    zone,
  } = useWindowBrush(frame, heightPx, (next) => showTimeWindow(view, next));
  const { here, all } = countsOf(layout, 'medication');
  const kinds = readTypesText(events);
  const kindsLong = unreadTypesText(events, 'medication')
    .map(({ text }) => text)
    .join(' ');
  const words = useMemo(() => ribbonText(layout, frame.timeZone), [layout, frame]);
  return (
    <section className={styles.ribbon} aria-label="Events">
      <div className={styles.titles}>
        <p className={styles.tall}>
          {LANE_TITLES.medication}
          <small>{changesText(events, here, all)}</small>
          {here > 0 && kinds && (
            <small title={kindsLong}>
              {kinds}
              <VisuallyHidden> {kindsLong}</VisuallyHidden>
            </small>
          )}
        </p>
        <p className={styles.low}>{LANE_TITLES.encounter}</p>
        <p className={styles.low}>{LANE_TITLES.procedure}</p>
        <a className={styles.link} href={TIMELINE} aria-label="All events in the timeline">
          All events ›
        </a>
      </div>
      <div className={`${styles.box} ${brushStyles.marked}`} {...zone}>
        <RibbonPlot {...{ layout, frame, scale }} />
        <LaneStates {...{ events, layout, onRetry }} />
        <TimeAxis frame={frame} heightPx={RIBBON.axisHeight * scale} textScale={scale} />
        {selection && <Brush selection={selection} area={place} />}
        <VisuallyHidden>{words.join('. ')}</VisuallyHidden>
      </div>
      <RibbonCursor {...{ events, frame }} />
      <Missing {...{ events, layout, onRetry }} />
    </section>
  );
}

/** What was given and done, at the foot of the overview. Order in time is shown; cause is never claimed. */
export const EventRibbon = memo(function EventRibbon(props: EventRibbonProps) {
  const { events, view, widthPx, scale } = props;
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const { startMs, endMs } = view.visible ?? NO_TIME;
  const { courses, events: list } = events ?? NOTHING;
  const isNarrow = widthPx < NARROW_PX * scale;
  const width = Math.max(40, Math.floor(widthPx - (RIBBON.sides + RIBBON.titleWidth) * scale));
  const frame = useMemo(
    () => frameOf({ startMs, endMs, timeZone, widthPx: width, heightPx: RIBBON.plotHeight * scale }),
    [startMs, endMs, timeZone, width, scale],
  );
  const layout = useMemo(
    () => layoutRibbon({ courses, events: list }, frame, scale, nowMs),
    [courses, list, frame, scale, nowMs],
  );
  if (isNarrow) return <EventShortList events={events} onRetry={props.onRetry} />;
  return <Ribbon {...props} layout={layout} frame={frame} />;
});
