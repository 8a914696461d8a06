/** This file draws the shape of an event in its lane. */
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpan.ts';
import type { LaneMark } from './laneLayout.ts';
import { MIN_UNSURE_PX } from './eventTimes.ts';
import { roundPx } from '../axis/scale.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';

// The patient stays for a while in these classes:
// https://terminology.hl7.org/ValueSet-v3-ActEncounterCode.html
const STAY_CLASSES = ['IMP', 'ACUTE', 'NONAC', 'OBSENC', 'EMER', 'SS'];
const LONG_STAY_MS = 20 * HOUR_MS;

/** A stay is drawn as a bar and named. A visit that nobody has closed is no stay. */
export const isDrawnAsBar = ({ encounterClass, startMs, endMs }: CareEvent): boolean =>
  STAY_CLASSES.includes(encounterClass.toUpperCase()) ||
  (endMs !== undefined && endMs - startMs >= LONG_STAY_MS);

export const isVirtualVisit = ({ encounterClass }: CareEvent): boolean =>
  encounterClass.toUpperCase() === 'VR';

/** A bar that is narrower than this looks like a tick. */
const MIN_BAR_PX = 3;

type EventShape = 'tick' | 'bar' | 'unsure';

/**
 * A stay is a bar, however short. A moment that is known only to the day, month or year is `unsure` and as
 * wide as that.
 */
function shapeOf({ item, fromPx, toPx }: LaneMark<CareEvent>): EventShape {
  const lasts = item.lane === 'encounter' ? isDrawnAsBar(item) : item.endMs !== undefined || item.isOngoing;
  if (lasts) return 'bar';
  return toPx - fromPx >= MIN_UNSURE_PX && item.endMs === undefined && !item.isOngoing ? 'unsure' : 'tick';
}

export type MarkPaths = {
  solid: string;
  fill: string;
  unsure: string;
  outline: string;
  /** These belong to a stay that holds its name: its area and its edge. */
  soft: string;
  softEdge: string;
};

export const emptyMarkPaths = (): MarkPaths => ({
  solid: '',
  fill: '',
  unsure: '',
  outline: '',
  soft: '',
  softEdge: '',
});

type MarkBox = { readonly y: number; readonly height: number; readonly frame: Frame };

const rect = (from: number, to: number, y: number, height: number) =>
  `M${roundPx(from)} ${roundPx(y)}H${roundPx(to)}V${roundPx(y + height)}H${roundPx(from)}Z`;

/** A stay with its name inside is light, and its edge is open where it goes on. */
function addStay(
  paths: MarkPaths,
  { item, fromPx, toPx }: LaneMark<CareEvent>,
  { y, height, frame }: MarkBox,
) {
  const [top, foot] = [roundPx(y), roundPx(y + height)];
  const goesOn = item.isOngoing || (item.endMs ?? 0) > frame.endMs;
  const begin = item.startMs < frame.startMs ? '' : `${foot}V`;
  paths.soft += rect(fromPx, toPx, y, height);
  paths.softEdge += `M${roundPx(fromPx)} ${begin}${top}H${roundPx(toPx)}${goesOn ? '' : `V${foot}`}`;
}

function addBar(
  paths: MarkPaths,
  { item, fromPx, toPx }: LaneMark<CareEvent>,
  { y, height, frame }: MarkBox,
) {
  const sure = Math.min(frame.x(cachedSpan(item.startMs, item.precision, frame.timeZone)[1]), toPx);
  const isUnsure = item.precision !== 'instant' && sure - fromPx >= MIN_UNSURE_PX;
  if (isUnsure) paths.unsure += rect(fromPx, sure, y, height);
  paths.fill += rect(isUnsure ? sure : fromPx, toPx, y, height);
}

/** Only an event that has happened is solid. */
export function addEventMark(paths: MarkPaths, sent: LaneMark<CareEvent>, box: MarkBox): void {
  const { item, fromPx, isLabelOver } = sent;
  const { y, height } = box;
  const mark = { ...sent, toPx: Math.max(sent.toPx, fromPx + MIN_BAR_PX) };
  const shape = shapeOf(sent);
  const tick = `M${roundPx(fromPx)} ${roundPx(y)}v${roundPx(height)}`;
  if (!hasOccurred(item)) paths.outline += shape === 'tick' ? tick : rect(fromPx, mark.toPx, y, height);
  else if (shape === 'tick') paths.solid += tick;
  else if (shape === 'unsure') paths.unsure += rect(fromPx, mark.toPx, y + height / 2 - 2, 4);
  else if (isLabelOver && item.lane === 'encounter') addStay(paths, mark, box);
  else addBar(paths, mark, box);
}
