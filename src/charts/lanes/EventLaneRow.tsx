import { memo, useMemo, type ReactNode } from 'react';
import type { CareEvent, EventLane } from '../../clinical/events/careEvent.ts';
import { EventMarks, laneRowPx } from './EventMarks.tsx';
import { layoutLane, type LaneLayout } from './laneLayout.ts';
import { eventMoments, targetsOf } from './laneMoments.ts';
import { LaneRow, type LaneView } from './LaneRow.tsx';
import { LaneTargets } from './LaneTargets.tsx';
import { eventSummary, LANE_TITLES, laneLabel } from './laneSummary.ts';
import styles from './EventLanes.module.css';

/** Lays out one lane. The drawing and the words about it use the same numbers. */
export const laneLayoutOf = (events: readonly CareEvent[], view: LaneView, maxRows: number): LaneLayout =>
  layoutLane(events, view.frame, {
    rows: maxRows,
    textScale: view.textScale,
    nowMs: view.nowMs,
    textOf: laneLabel,
  });

type EventLaneRowProps = {
  readonly lane: EventLane;
  readonly events: readonly CareEvent[];
  readonly layout: LaneLayout;
  /** Says why the lane is empty. */
  readonly state: ReactNode;
  readonly view: LaneView;
  readonly tabStop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** Draws one kind of event on the shared axis. */
export const EventLaneRow = memo(function EventLaneRow(props: EventLaneRowProps) {
  const { lane, events, layout, state, view, tabStop, cursorMs } = props;
  const { frame, textScale, grid, onChoose } = view;
  const rows = Math.max(1, ...layout.labelled.map(({ row }) => row + 1));
  const targets = useMemo(
    () => (onChoose ? targetsOf(eventMoments(events, frame), frame, textScale) : []),
    [events, frame, textScale, onChoose],
  );
  const height = laneRowPx(rows, textScale);
  const marks = useMemo(
    () => <EventMarks {...{ layout, frame, rows, textScale }} grid={grid(height)} />,
    [layout, frame, rows, textScale, grid, height],
  );
  const summary = state ? NO_SUMMARY : eventSummary(events, frame, cursorMs);
  return (
    <LaneRow
      name={LANE_TITLES[lane]}
      unit=""
      summary={summary}
      heightPx={height}
      isAtCursor={cursorMs !== undefined}
      isEvent
      view={view}
    >
      {marks}
      {state && <p className={styles.state}>{state}</p>}
      {onChoose && <LaneTargets rowKey={lane} {...{ targets, tabStop, onChoose }} />}
    </LaneRow>
  );
});

const NO_SUMMARY = ['', ''] as const;
