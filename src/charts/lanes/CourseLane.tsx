import { memo, useMemo } from 'react';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { CourseBars, courseRowPx } from './CourseBars.tsx';
import { courseText, restingText } from './courseText.ts';
import { layoutCourse } from './courseLayout.ts';
import { LaneRow, type LaneView } from './LaneRow.tsx';
import { courseMoments, targetsOf } from './laneMoments.ts';
import { LaneTargets } from './LaneTargets.tsx';

type CourseLaneProps = {
  readonly course: MedicationCourse;
  readonly view: LaneView;
  readonly stop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** One medication: name and unit, its bars, and what was given at the cursor or is given now. */
export const CourseLane = memo(function CourseLane({ course, view, stop, cursorMs }: CourseLaneProps) {
  const { frame, scale, nowMs, onChoose, grid } = view;
  const layout = useMemo(() => layoutCourse(course, frame, { scale, nowMs }), [course, frame, scale, nowMs]);
  const targets = useMemo(
    () => (onChoose ? targetsOf(courseMoments(course, frame), frame, scale) : []),
    [course, frame, scale, onChoose],
  );
  const height = courseRowPx(layout, scale);
  const bars = useMemo(
    () => <CourseBars layout={layout} frame={frame} grid={grid(height)} scale={scale} />,
    [layout, frame, grid, height, scale],
  );
  const words =
    cursorMs === undefined ? restingText(course, frame, nowMs) : courseText(course, cursorMs, frame.timeZone);
  return (
    <LaneRow
      name={course.name}
      quiet={layout.unit}
      words={words}
      heightPx={height}
      isAtCursor={cursorMs !== undefined}
      view={view}
    >
      {bars}
      {onChoose && <LaneTargets rowKey={course.key} {...{ targets, stop, onChoose }} />}
    </LaneRow>
  );
});
