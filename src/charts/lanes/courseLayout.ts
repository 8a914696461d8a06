/** The bars of one medication: time is length, dose is height. */
import type { DoseStep, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { deduplicatedSteps } from '../../clinical/medication/deduplicatedSteps.ts';
import { hasOccurred, notGivenText } from '../../clinical/events/eventOccurrence.ts';
import type { Frame } from '../axis/frame.ts';
import { extentPx, splitByWindow, timeBoundsOf, MIN_UNSURE_PX, type OutsideCounts } from './eventTimes.ts';
import { labelText, textWidthPx } from './labelWidth.ts';
import { formattedDose } from '../format/format.ts';

type BarLabel = {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly fromPx: number;
  readonly toPx: number;
};

export type CourseBar = {
  readonly step: DoseStep;
  /** Stretches of one medication at the same time stand below each other. */
  readonly track: number;
  readonly fromPx: number;
  readonly toPx: number;
  /** Until here the beginning is not sure, when the date is that coarse; else `fromPx`. */
  readonly sureFromPx: number;
  /** Until here the end is not sure; else `toPx`. */
  readonly unsureToPx: number;
  /** Begun before the window, so without an edge at the left. */
  readonly isCutLeft: boolean;
  /** Goes on, or ends after the window, so without an edge at the right. */
  readonly isOpenRight: boolean;
  /** Against the highest dose of the medication, 0 to 1; undefined where doses cannot be compared. */
  readonly doseShare: number | undefined;
  /** Only what was given or is active. */
  readonly isGiven: boolean;
  readonly label: BarLabel | undefined;
};

export type CourseLayout = {
  readonly course: MedicationCourse;
  /** "mg/d": a dose in this unit stands in its bar without it; '' where each dose has its own. */
  readonly unit: string;
  readonly bars: readonly CourseBar[];
  /** For these no track was left; each keeps a tick. */
  readonly crowded: readonly DoseStep[];
  readonly trackCount: number;
  readonly outside: OutsideCounts;
};

const MAX_TRACKS = 3;
/** The one unit of all amounts of a course; '' where there is none or more than one. */
function sharedUnit({ steps }: MedicationCourse): string {
  const units = new Set(steps.filter(({ amount }) => amount !== undefined).map(({ unit }) => unit));
  return units.size === 1 ? ([...units][0] ?? '') : '';
}

/** "25" beside a name with its unit, else the dose with its own; what was not given says so. */
function barText(step: DoseStep, unit: string): string {
  const dose = formattedDose(step.shortDose || step.doseText);
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
    isOpenRight: step.isOngoing || (endMs !== undefined && endMs[0] > frame.endMs),
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
    // Two moments at one time stand below each other too.
    ends[track] = Math.max(endMs?.[0] ?? beginMs[1], beginMs[0] + 1);
    placed.push({ step, track });
  }
  return { placed, crowded, tracks: Math.max(1, ends.length) };
}

type FreeSpan = { readonly fromPx: number; readonly toPx: number };

/** In the bar where it has room, or right of a moment; else left of it where nothing stands. */
function barLabel(bar: Omit<CourseBar, 'label'>, text: string, free: FreeSpan, textScale: number) {
  const wide = textWidthPx(text, textScale);
  const pad = 4 * textScale;
  const start = bar.fromPx + pad;
  if (text === '') return undefined;
  const isMoment = bar.step.endMs === undefined && !bar.step.isOngoing;
  const room = isMoment ? free.toPx : bar.toPx;
  if (start + wide + pad <= room)
    return { text, x: start, anchor: 'start' as const, fromPx: start, toPx: start + wide };
  const end = bar.fromPx - pad;
  if (end - wide < free.fromPx + pad) return undefined;
  return { text, x: end, anchor: 'end' as const, fromPx: end - wide, toPx: end };
}

/** Where the next stretch of the same track begins; undefined after the last. */
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

/** All stretches of a medication that the window holds, and how many it does not. */
export function layoutCourse(
  course: MedicationCourse,
  frame: Frame,
  { textScale, nowMs }: { readonly textScale: number; readonly nowMs: number },
): CourseLayout {
  const unit = sharedUnit(course);
  const { inside, outside } = splitByWindow(deduplicatedSteps(course.steps), frame);
  const { placed, crowded, tracks } = assignTracks(inside, frame.timeZone);
  const most = Math.max(...course.steps.map(({ amount }) => amount ?? 0));
  const freePx: number[] = [];
  const lengths = placed.map(({ step, track }) => ({ ...barOf(step, frame, nowMs), track }));
  const nextFromPx = nextStartsPx(lengths);
  const bars = lengths.map((length, i): CourseBar => {
    const { step, track } = length;
    const doseShare = unit === '' || most <= 0 || step.amount === undefined ? undefined : step.amount / most;
    const free = { fromPx: freePx[track] ?? 0, toPx: nextFromPx[i] ?? frame.widthPx };
    const bar = { ...length, doseShare };
    const label = barLabel(bar, barText(step, unit), free, textScale);
    freePx[track] = Math.max(free.fromPx, bar.unsureToPx, label?.toPx ?? 0);
    return { ...bar, label };
  });
  return { course, unit, bars, crowded, trackCount: tracks, outside };
}
