import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { laneTitle } from '../../parts/events/eventText.ts';
import { timelineFragment } from '../../parts/screenUrls/timelineUrl.ts';
import styles from './Timeline.module.css';
import { countText } from '../../charts/format/numberText.ts';
import { timelineTexts } from './timeline.messages.ts';

/** Names the hidden lanes for the printed page, which has no checkboxes. */
export function hiddenLanesText(
  visibleLanes: readonly EventLane[],
  counts: ReadonlyMap<EventLane, number>,
): string {
  const hidden = LANES.filter((lane) => !visibleLanes.includes(lane));
  const laneTexts = hidden.map((lane) =>
    timelineTexts('laneCount', { lane: laneTitle(lane), count: countText(counts.get(lane) ?? 0) }),
  );
  return hidden.length === 0 ? '' : timelineTexts('notShown', { lanes: laneTexts.join(', ') });
}

type TimelineFiltersProps = {
  readonly visibleLanes: readonly EventLane[];
  readonly counts: ReadonlyMap<EventLane, number>;
};

/** Replaces the entry of the browser's history, because a filter is no step that Back should undo. */
const showLanes = (lanes: readonly EventLane[]): void =>
  location.replace(timelineFragment(location.hash, lanes));

export function TimelineFilters({ visibleLanes, counts }: TimelineFiltersProps) {
  const lanesAfterToggle = (toggled: EventLane) =>
    LANES.filter((lane) => visibleLanes.includes(lane) !== (lane === toggled));
  return (
    <fieldset className={styles.filters} aria-label={timelineTexts('kinds')}>
      {LANES.map((lane) => {
        const isOnlyVisible = visibleLanes.length === 1 && visibleLanes[0] === lane;
        return (
          <label
            key={lane}
            data-tooltip={isOnlyVisible ? timelineTexts('lastShown') : undefined}
            data-off={visibleLanes.includes(lane) ? undefined : ''}
          >
            <input
              type="checkbox"
              checked={visibleLanes.includes(lane)}
              // It can still be reached, so that its tooltip says why it stays on.
              aria-disabled={isOnlyVisible || undefined}
              onChange={() => {
                if (!isOnlyVisible) showLanes(lanesAfterToggle(lane));
              }}
            />
            {laneTitle(lane)} <small>{countText(counts.get(lane) ?? 0)}</small>
          </label>
        );
      })}
    </fieldset>
  );
}
