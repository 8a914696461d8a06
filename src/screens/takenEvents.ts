/** What happened in the window, and what is not known of it, in words for a note or a page on paper. */
import { dateText, dateTimeText, DAY_MS } from '../charts/format.ts';
import { eventText, changesOf } from '../charts/laneMoments.ts';
import { knownTime } from '../charts/laneLayout.ts';
import { doseWords } from '../charts/laneText.ts';
import { LANES } from '../charts/laneWords.ts';
import { spanOf } from '../charts/momentSpans.ts';
import type { CourseChange, DoseStep, EventLane, MedicationCourse } from '../clinical/careEvent.ts';
import type { Precision } from '../clinical/row.ts';
import { hasHappened } from '../clinical/happened.ts';
import type { EventsSnapshot } from '../record/eventsSnapshot.ts';
import { emptyLane, laneTitle, leftText, missingOf, resultsOnlyText } from './eventWords.ts';
import { countText } from './recordWords.ts';
import type { TimeWindow } from './recordWindow.ts';
import { whenText } from './timelineEntries.ts';

export type TakenEvent = { readonly lane: EventLane; readonly text: string };

export type TakenEvents = {
  /** Newest first in each lane, the lanes in their order on the screen. */
  readonly lines: readonly TakenEvent[];
  /** Of each lane what is not listed, could not be read, or is known not to be there. */
  readonly says: readonly string[];
};

/** As many of each lane as there is room for. */
export type Most = { readonly changes: number; readonly others: number };

type Dated = { readonly text: string; readonly fromMs: number; readonly toMs: number };

const SINCE = (named: string, dose: string, when: string, was: string) =>
  `${named} ${dose} since ${when}${was && `, was ${was}`}`;

type WhenOf = (timeMs: number, precision: Precision) => string;
type Say = (named: string, dose: string, when: string, was: string, isAgain: boolean) => string;

const CHANGES: Readonly<Record<CourseChange['sign'], Say>> = {
  '+': (named, dose, when, _, isAgain) => `${named} ${dose} begun ${when}${isAgain ? ', again' : ''}`,
  '−': (named, _, when, was) => `${named} stopped ${when}${was && `, was ${was}`}`,
  '↑': SINCE,
  '↓': SINCE,
  // The two may add up, or the one replace the other.
  '=': (named, dose, when, was) => `${named} ${dose} since ${when}, beside or after ${was || 'another dose'}`,
};

/** "Losartan 50 mg/d since 3 Mar 2026, was 25 mg/d": a change with the dose before it. */
function changeWords(change: CourseChange, before: CourseChange | undefined, whenOf: WhenOf): string {
  const { name, sign, atMs, precision, dose } = change;
  const was = before && before.sign !== '−' ? doseWords(before.dose) : '';
  const when = whenOf(atMs, precision);
  const given = doseWords(dose) || 'no dose sent';
  return CHANGES[sign](name || 'a medication without a name', given, when, was, before !== undefined);
}

const datedChanges = (course: MedicationCourse, timeZone: string, whenOf: WhenOf): Dated[] =>
  changesOf(course).map((change, i, all) => {
    const [fromMs, toMs] = spanOf(change.atMs, change.precision, timeZone);
    return { text: changeWords(change, all[i - 1], whenOf), fromMs, toMs };
  });

function datedIn(
  { events, courses }: EventsSnapshot,
  lane: EventLane,
  window: TimeWindow,
  timeZone: string,
): Dated[] {
  // In a window of days a dose may be changed twice on one.
  const dated = window.endMs - window.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const whenOf: WhenOf = (timeMs, precision) => dated(timeMs, precision, timeZone);
  if (lane === 'medication') return courses.flatMap((course) => datedChanges(course, timeZone, whenOf));
  return events
    .filter((event) => event.lane === lane && event.isResultsOnly !== true)
    .map((event) => {
      const { beginMs, endMs } = knownTime(event, timeZone);
      const text = `${eventText(event)}, ${whenText(event, timeZone)}`;
      return { text, fromMs: beginMs[0], toMs: (endMs ?? beginMs)[1] };
    });
}

/** Orders and doses of which no change is told: without a date, or not known to have been given. */
function untoldSteps({ courses }: EventsSnapshot, { startMs, endMs }: TimeWindow, timeZone: string) {
  const steps = courses.flatMap((course) => course.steps);
  const isHere = (step: DoseStep) => {
    const { beginMs, endMs: end } = knownTime(step, timeZone);
    return beginMs[0] <= endMs && (end ?? beginMs)[1] >= startMs;
  };
  return {
    undated: steps.filter((step) => Number.isNaN(step.startMs)).length,
    notGiven: steps.filter((step) => !hasHappened(step) && isHere(step)).length,
  };
}

/** Nothing from outside the window is listed; how much there is of it is. */
function notListed(
  dated: readonly Dated[],
  { startMs, endMs }: TimeWindow,
  more: number,
  { undated, notGiven }: ReturnType<typeof untoldSteps>,
): string {
  const parts = [
    [more, 'more in this window'],
    [dated.filter(({ toMs }) => toMs < startMs).length, 'before this window'],
    [dated.filter(({ fromMs }) => fromMs > endMs).length, 'after this window'],
    [notGiven, 'planned, held or not given'],
    [undated + dated.filter(({ fromMs }) => Number.isNaN(fromMs)).length, 'without a date'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, where]) => `${countText(count)} ${where}`);
  return words.length === 0 ? '' : `${words.join(', ')} not listed`;
}

function laneIn(events: EventsSnapshot, lane: EventLane, window: TimeWindow, timeZone: string, most: number) {
  const dated = datedIn(events, lane, window, timeZone);
  const inside = dated
    .filter(({ fromMs, toMs }) => fromMs <= window.endMs && toMs >= window.startMs)
    .toSorted((a, b) => b.fromMs - a.fromMs);
  const untold = lane === 'medication' ? untoldSteps(events, window, timeZone) : { undated: 0, notGiven: 0 };
  const says = [
    inside.length > 0 ? '' : emptyLane(events, lane, dated.length).text,
    notListed(dated, window, inside.length - most, untold),
  ].filter(Boolean);
  return {
    lines: inside.slice(0, most).map(({ text }) => ({ lane, text })),
    says: [
      ...(says.length > 0 ? [`${titleOf(lane)}: ${says.join('; ')}.`] : []),
      // A lane that is empty has said why.
      ...(inside.length > 0 || dated.length > 0 ? missingOf(events, lane).map(({ text }) => text) : []),
    ],
  };
}

/** Of medication the changes are told, and not each order. */
export const titleOf = (lane: EventLane): string =>
  lane === 'medication' ? 'Medication changes' : laneTitle(lane);

const NOT_READ = 'Medication, encounters and all that is no result: not read yet.';

/** All lanes, in the window alone. */
export function takenEvents(
  events: EventsSnapshot | undefined,
  window: TimeWindow,
  timeZone: string,
  most: Most,
): TakenEvents {
  if (!events) return { lines: [], says: [NOT_READ] };
  const lanes = LANES.map((lane) =>
    laneIn(events, lane, window, timeZone, lane === 'medication' ? most.changes : most.others),
  );
  return {
    lines: lanes.flatMap(({ lines }) => lines),
    says: [
      ...lanes.flatMap(({ says }) => says),
      resultsOnlyText(events.events),
      leftText(events.left),
    ].filter(Boolean),
  };
}
