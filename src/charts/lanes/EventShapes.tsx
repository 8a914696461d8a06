import type { MarkPaths } from './eventMarkPaths.ts';
import marks from './EventMarks.module.css';

/** Draws the shapes of the events of a lane, whatever stands beside them. */
export const EventShapes = ({ paths }: { readonly paths: MarkPaths }) => (
  <>
    <path className={marks.stay} d={paths.fill} />
    {paths.soft && <path className={marks.lane} d={paths.soft} />}
    {paths.softEdge && <path className={marks.laneEdge} d={paths.softEdge} />}
    <path className={marks.tick} d={paths.solid} />
    {paths.unsure && <path className={marks.unsure} d={paths.unsure} />}
    {paths.outline && <path className={marks.notGiven} d={paths.outline} />}
  </>
);
