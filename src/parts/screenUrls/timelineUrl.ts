import { useMemo } from 'react';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { TIMELINE_FRAGMENT, useFragment } from '../navigation/urlFragment.ts';

/**
 * Returns the lanes that `#timeline=medication.report` shows. A fragment that is not understood hides none.
 */
export function timelineLanesIn(fragment: string): readonly EventLane[] {
  const words = new Set((new URLSearchParams(fragment.slice(1)).get('timeline') ?? '').split('.'));
  const lanes = LANES.filter((lane) => words.has(lane));
  return lanes.length === 0 ? LANES : lanes;
}

/** Returns the fragment with these lanes. Its other parts, such as the window, stay. */
export function timelineFragment(fragment: string, lanes: readonly EventLane[]): string {
  const view = new URLSearchParams(fragment.slice(1));
  const isAll = lanes.length === 0 || lanes.length === LANES.length;
  view.delete('timeline');
  const rest = view.toString();
  return `${TIMELINE_FRAGMENT}${isAll ? '' : `=${lanes.join('.')}`}${rest && `&${rest}`}`;
}

/** Returns the lanes that the address shows. */
export function useTimelineLanes(): readonly EventLane[] {
  const fragment = useFragment();
  return useMemo(() => timelineLanesIn(fragment), [fragment]);
}
