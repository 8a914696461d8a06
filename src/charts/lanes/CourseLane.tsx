import { memo, useMemo } from 'react';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { CourseBars, courseRowPx } from './CourseBars.tsx';
import { DrugName } from './DrugName.tsx';
import { courseText, currentCourseText } from './courseText.ts';
import { layoutCourse } from './courseLayout.ts';
import { LaneRow, type LaneView } from './LaneRow.tsx';
import { courseMoments, targetsOf } from './laneMoments.ts';
import { LaneTargets } from './LaneTargets.tsx';

type CourseLaneProps = {
  readonly course: MedicationCourse;
  readonly view: LaneView;
  readonly tabStop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** Shows one medication with its name, its unit, its bars, and the dose at the cursor or the current one. */
export const CourseLane = memo(function CourseLane({ course, view, tabStop, cursorMs }: CourseLaneProps) {
  const { frame, textScale, nowMs, onChoose, grid } = view;
  const layout = useMemo(
    () => layoutCourse(course, frame, { textScale, nowMs }),
    [course, frame, textScale, nowMs],
  );
  const targets = useMemo(
    () => (onChoose ? targetsOf(courseMoments(course, frame), frame, textScale) : []),
    [course, frame, textScale, onChoose],
  );
  const height = courseRowPx(layout, textScale);
  const bars = useMemo(
    () => <CourseBars layout={layout} frame={frame} grid={grid(height)} textScale={textScale} />,
    [layout, frame, grid, height, textScale],
  );
  const summary =
    cursorMs === undefined
      ? currentCourseText(course, frame, nowMs)
      : courseText(course, cursorMs, frame.timeZone);
  return (
    <LaneRow
      name={course.name}
      nameLink={<DrugName {...{ course, view, tabStop }} />}
      unit={layout.unit}
      summary={summary}
      heightPx={height}
      isAtCursor={cursorMs !== undefined}
      view={view}
    >
      {bars}
      {onChoose && <LaneTargets rowKey={course.key} {...{ targets, tabStop, onChoose }} />}
    </LaneRow>
  );
});
