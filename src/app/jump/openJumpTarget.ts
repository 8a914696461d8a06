/** This file does what a chosen line of the list says. */
import {
  COMPARE_FRAGMENT,
  seriesFragment,
  openFragment,
  screenIn,
  TIMELINE_FRAGMENT,
} from '../../parts/navigation/urlFragment.ts';
import { requestEvent } from '../../parts/events/requestedEvent.ts';
import { timelineLanesIn } from '../../parts/screenUrls/timelineUrl.ts';
import type { EventLane, EventType } from '../../clinical/events/careEvent.ts';
import type { ChosenUnits } from '../../parts/results/useChosenUnits.ts';
import { scrollToGroup } from './scrollToGroup.ts';
import type { JumpTarget } from './jumpTarget.ts';

const screenNow = (): string => screenIn(location.hash).name;

/** Returns whether the timeline of this address hides a lane. */
export const isLaneHidden = (lane: EventLane): boolean =>
  screenNow() === 'timeline' && !timelineLanesIn(location.hash).includes(lane);

function showOnTimeline(lane: EventLane, event: { readonly type: EventType; readonly id: string }): void {
  requestEvent(event);
  // A filter that hides the event gives way.
  if (screenNow() !== 'timeline' || isLaneHidden(lane)) openFragment(TIMELINE_FRAGMENT);
}

function showGroup(heading: string): void {
  if (screenNow() !== 'overview') openFragment('');
  scrollToGroup(heading);
}

/** Returns whether the line leaves the reader on the screen as it is. */
export const staysOnScreen = (target: JumpTarget): boolean =>
  target.kind === 'action' && target.movesFocus !== true;

/** Opens the screen of a line, or does what it says. */
export function openJumpTarget(target: JumpTarget, { onChoose }: Pick<ChosenUnits, 'onChoose'>): void {
  switch (target.kind) {
    case 'test':
      if (target.unit) onChoose(target.unit.choiceId, target.unit.id);
      openFragment(seriesFragment(target.entry.id));
      break;
    case 'panel':
      if ('heading' in target.opens) showGroup(target.opens.heading);
      else openFragment(target.opens.fragment || COMPARE_FRAGMENT);
      break;
    case 'drug':
      showOnTimeline('medication', target.step);
      break;
    case 'event':
      showOnTimeline(target.event.lane, target.event);
      break;
    case 'screen':
      openFragment(target.fragment);
      break;
    case 'action':
      target.run();
      break;
    default:
      target satisfies never;
  }
}
