import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { laneTitle } from '../../parts/events/eventText.ts';
import { timelineFragment } from '../../parts/screenUrls/timelineUrl.ts';
import styles from './Timeline.module.css';
import { countText } from '../../charts/format/format.ts';

/** On paper there are no boxes to see what is left out. */
export function notShownText(shown: readonly EventLane[], counts: ReadonlyMap<EventLane, number>): string {
  const hidden = LANES.filter((lane) => !shown.includes(lane));
  const words = hidden.map((lane) => `${laneTitle(lane)} (${countText(counts.get(lane) ?? 0)})`);
  return hidden.length === 0 ? '' : `Not shown: ${words.join(', ')}.`;
}

type TimelineFiltersProps = {
  readonly shown: readonly EventLane[];
  readonly counts: ReadonlyMap<EventLane, number>;
};

/** In the place of the address before: a filter is no step that Back should undo. */
const show = (lanes: readonly EventLane[]): void => location.replace(timelineFragment(location.hash, lanes));

export function TimelineFilters({ shown, counts }: TimelineFiltersProps) {
  const toggled = (lane: EventLane) =>
    LANES.filter((each) => (each === lane ? !shown.includes(lane) : shown.includes(each)));
  return (
    <fieldset className={styles.filters} aria-label="Kinds of events">
      {LANES.map((lane) => {
        const isOnly = shown.length === 1 && shown[0] === lane;
        return (
          <label key={lane} title={isOnly ? 'The last one shown' : undefined}>
            <input
              type="checkbox"
              checked={shown.includes(lane)}
              disabled={isOnly}
              onChange={() => show(toggled(lane))}
            />
            {laneTitle(lane)} <small>{countText(counts.get(lane) ?? 0)}</small>
          </label>
        );
      })}
    </fieldset>
  );
}
