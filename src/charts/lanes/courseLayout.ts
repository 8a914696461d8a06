/** The bars of a medication are laid out here: their length is time and their height is dose. */
import type { DoseStep, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { deduplicatedSteps } from '../../clinical/medication/deduplicatedSteps.ts';
import { hasOccurred, notGivenText } from '../../clinical/events/eventOccurrence.ts';
import type { Frame } from '../axis/frame.ts';
import { extentPx, splitByWindow, timeBoundsOf, MIN_UNSURE_PX, type OutsideCounts } from './eventTimes.ts';
import { labelText, textWidthPx } from './labelWidth.ts';
import { stepDose } from '../format/formattedDose.ts';

type BarLabel = {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly fromPx: number;
  readonly toPx: number;
};

export type CourseBar = {
  readonly step: DoseStep;
  /** Doses of one medication at the same time stand on tracks below each other. */
  readonly track: number;
  readonly fromPx: number;
  readonly toPx: number;
  /** The beginning is unsure up to this pixel. It equals `fromPx` when the date is exact enough. */
  readonly sureFromPx: number;
  /** The end is unsure up to this pixel. It equals `toPx` when the date is exact enough. */
  readonly unsureToPx: number;
  /** The dose began before the window, so the bar has no edge at the left. */
  readonly isCutLeft: boolean;
  /** The dose goes on or ends after the window, so the bar has no edge at the right. */
  readonly isOpenRight: boolean;
  /**
   * The share of the highest dose of the medication, from 0 to 1, is undefined when doses cannot be compared.
   */
  readonly doseShare: number | undefined;
  /** The dose was given or is active. */
  readonly isGiven: boolean;
  readonly label: BarLabel | undefined;
};

export type CourseLayout = {
  readonly course: MedicationCourse;
  /**
   * A dose in this unit, such as "mg/day", stands in its bar without it. The unit is '' when each dose has its
   * own.
   */
  readonly unit: string;
  readonly bars: readonly CourseBar[];
  /** No track was left for these, so each keeps a tick. */
  readonly crowded: readonly DoseStep[];
  readonly trackCount: number;
  readonly outside: OutsideCounts;
};

const MAX_TRACKS = 3;
/** Returns the one unit of all amounts of a course, or '' when there is none or more than one. */
function sharedUnit({ steps }: MedicationCourse): string {
  const units = new Set(steps.filter(({ amount }) => amount !== undefined).map(({ unit }) => unit));
  return units.size === 1 ? ([...units][0] ?? '') : '';
}

/**
 * Returns "25" beside a name with its unit, and otherwise the dose with its own unit. A dose that was not
 * given says so.
 */
function barText(step: DoseStep, unit: string): string {
  const dose = stepDose(step);
  const hasUnit = unit !== '' && step.amount !== undefined && dose.endsWith(` ${unit}`);
  const short = hasUnit ? dose.slice(0, -unit.length - 1) : dose;
  return labelText(hasOccurred(step) ? short : [notGivenText(step), short].filter(Boolean).join(' '));
}

const isSure = (from: number, to: number) => to - from < MIN_UNSURE_PX;

function barOf(
  step: DoseStep,
  frame: Frame,
  nowMs: number,
): Omit<CourseBar, 'track' | 'label' | 'doseShare'> {
  const { beginMs, endMs } = timeBoundsOf(step, frame.timeZone);
  const [fromPx, toPx] = extentPx(step, frame, nowMs);
  const inPlot = (ms: number) => Math.max(fromPx, Math.min(frame.x(ms), frame.x(frame.endMs)));
  const unsureFrom = inPlot(beginMs[1]);
  const unsureTo = endMs === undefined || step.isOngoing ? toPx : Math.max(toPx, inPlot(endMs[1]));
  return {
    step,
    fromPx,
    toPx,
    sureFromPx: isSure(fromPx, unsureFrom) ? fromPx : Math.min(unsureFrom, toPx),
    unsureToPx: isSure(toPx, unsureTo) ? toPx : unsureTo,
    isCutLeft: beginMs[0] < frame.startMs,
    isOpenRight:
      step.isOngoing ||
      step.isRunningAtEnd === true ||
      step.isLeftOpen === true ||
      (endMs !== undefined && endMs[0] > frame.endMs),
    isGiven: hasOccurred(step),
  };
}

function assignTracks(steps: readonly DoseStep[], timeZone: string) {
  const ends: number[] = [];
  const placed: { step: DoseStep; track: number }[] = [];
  const crowded: DoseStep[] = [];
  const known = steps.map((step) => ({ step, ...timeBoundsOf(step, timeZone) }));
  for (const { step, beginMs, endMs } of known.toSorted((a, b) => a.beginMs[0] - b.beginMs[0])) {
    const free = ends.findIndex((end) => end <= beginMs[0]);
    const track = free < 0 ? ends.length : free;
    if (track >= MAX_TRACKS) {
      crowded.push(step);
      continue;
    }
    // Two moments at the same time stand on tracks below each other too.
    ends[track] = Math.max(endMs?.[0] ?? beginMs[1], beginMs[0] + 1);
    placed.push({ step, track });
  }
  return { placed, crowded, tracks: Math.max(1, ends.length) };
}

type FreeSpan = { readonly fromPx: number; readonly toPx: number };

/**
 * Places the label in the bar when it has room, or right of a moment. Otherwise it stands left of the bar if
 * nothing else does.
 */
function barLabel(bar: Omit<CourseBar, 'label'>, text: string, free: FreeSpan, textScale: number) {
  const widthPx = textWidthPx(text, textScale);
  const pad = 4 * textScale;
  const start = bar.fromPx + pad;
  if (text === '') return undefined;
  const isMoment = bar.step.endMs === undefined && !bar.step.isOngoing;
  const roomToPx = isMoment ? free.toPx : bar.toPx;
  if (start + widthPx + pad <= roomToPx)
    return { text, x: start, anchor: 'start' as const, fromPx: start, toPx: start + widthPx };
  const end = bar.fromPx - pad;
  if (end - widthPx < free.fromPx + pad) return undefined;
  return { text, x: end, anchor: 'end' as const, fromPx: end - widthPx, toPx: end };
}

/** Returns where the next bar of the same track begins, or undefined for the last one. */
function nextStartsPx(
  lengths: readonly Pick<CourseBar, 'track' | 'fromPx'>[],
): readonly (number | undefined)[] {
  const froms: number[] = [];
  const next = lengths.toReversed().map(({ track, fromPx }) => {
    const from = froms[track];
    froms[track] = fromPx;
    return from;
  });
  return next.toReversed();
}

/** Lays out the doses of a medication that lie in the window, and counts the others. */
export function layoutCourse(
  course: MedicationCourse,
  frame: Frame,
  { textScale, nowMs }: { readonly textScale: number; readonly nowMs: number },
): CourseLayout {
  const unit = sharedUnit(course);
  const { inside, outside } = splitByWindow(deduplicatedSteps(course.steps), frame);
  const { placed, crowded, tracks } = assignTracks(inside, frame.timeZone);
  const highest = Math.max(...course.steps.map(({ amount }) => amount ?? 0));
  const freePx: number[] = [];
  const lengths = placed.map(({ step, track }) => ({ ...barOf(step, frame, nowMs), track }));
  const nextFromPx = nextStartsPx(lengths);
  const bars = lengths.map((length, i): CourseBar => {
    const { step, track } = length;
    const doseShare =
      unit === '' || highest <= 0 || step.amount === undefined ? undefined : step.amount / highest;
    const free = { fromPx: freePx[track] ?? 0, toPx: nextFromPx[i] ?? frame.x(frame.endMs) };
    const bar = { ...length, doseShare };
    const label = barLabel(bar, barText(step, unit), free, textScale);
    freePx[track] = Math.max(free.fromPx, bar.unsureToPx, label?.toPx ?? 0);
    return { ...bar, label };
  });
  return { course, unit, bars, crowded, trackCount: tracks, outside };
}
