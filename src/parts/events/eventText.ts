/**
 * This file describes how far the events were read. Each type succeeds or fails alone, and each state has its
 * own words (rule 38).
 */
import type { EventLane, EventType } from '../../clinical/events/careEvent.ts';
import { LANE_TITLES } from '../../charts/lanes/laneSummary.ts';
import type { EventsSnapshot, EventsState } from '../../record/events/eventsSnapshot.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import { countText } from '../../charts/format/format.ts';

export const MEDICATION_EVENT_TYPES: readonly EventType[] = [
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
];

const LANE_TYPES: Record<EventLane, readonly EventType[]> = {
  medication: MEDICATION_EVENT_TYPES,
  encounter: ['Encounter'],
  procedure: ['Procedure'],
  condition: ['Condition'],
  immunization: ['Immunization'],
  report: ['DiagnosticReport'],
};

const TYPE_WORDS: Record<EventType, string> = {
  MedicationRequest: 'medication orders',
  MedicationStatement: 'medication statements',
  MedicationAdministration: 'medication administrations',
  MedicationDispense: 'medication dispenses',
  Encounter: 'encounters',
  Procedure: 'procedures',
  Condition: 'conditions',
  Immunization: 'immunizations',
  DiagnosticReport: 'reports',
};

export const eventTypesText = (type: EventType): string => TYPE_WORDS[type];

/** Returns "medication dispense" for one, and the plural for more. */
export const eventTypeText = (type: EventType, count: number): string =>
  count === 1 ? TYPE_WORDS[type].slice(0, -1) : TYPE_WORDS[type];

type State = EventsState['state'];

export const STATE_WORDS: Record<Exclude<State, 'complete'>, string> = {
  waiting: 'loading',
  reading: 'loading',
  incomplete: 'not all could be read',
  failed: 'could not be read',
  refused: 'not offered by the server',
  'not-allowed': 'not allowed by the server',
  'not-granted': 'not granted to Longview',
  'not-asked': 'not asked for by this site',
  part: 'only a part was granted to Longview',
};

const NONE_HERE = 'none in this window';

export const isRetryable = (state: State): boolean => state === 'failed' || state === 'incomplete';

function statesOf(events: EventsSnapshot | undefined, lane: EventLane): readonly EventsState[] {
  const byType = new Map(events?.states.map((state) => [state.type, state]));
  return LANE_TYPES[lane].flatMap((type) => byType.get(type) ?? []);
}

/** This is the text of a lane about its reading, and whether trying again may help. */
export type LaneStatusText = { readonly text: string; readonly canRetry: boolean };

/** The worst state comes first. A failure may hide something that exists; a missing grant is a known gap. */
const WORST_FIRST: readonly Exclude<State, 'complete'>[] = [
  'failed',
  'incomplete',
  'not-allowed',
  'refused',
  'part',
  'not-granted',
  'not-asked',
];

/** Says why a lane is empty. Only a complete answer may say that nothing exists. */
export function emptyLaneText(
  events: EventsSnapshot | undefined,
  lane: EventLane,
  all: number,
): LaneStatusText {
  const states = statesOf(events, lane);
  if (!events || states.some(({ state }) => state === 'waiting' || state === 'reading'))
    return { text: STATE_WORDS.reading, canRetry: false };
  if (all > 0) return { text: NONE_HERE, canRetry: false };
  const complete = states.filter(({ state }) => state === 'complete');
  const worst = WORST_FIRST.find((state) => states.some((each) => each.state === state));
  if (worst !== undefined && (complete.length === 0 || isRetryable(worst)))
    return { text: STATE_WORDS[worst], canRetry: isRetryable(worst) };
  if (states.length === 0) return { text: 'not asked for', canRetry: false };
  if (complete.some(({ received }) => received > 0))
    return { text: 'none that can be shown', canRetry: false };
  const isAll = complete.length === states.length;
  const where = isAll ? '' : ` in ${listText(complete.map(({ type }) => TYPE_WORDS[type]))}`;
  return { text: `none recorded${where}`, canRetry: false };
}

/** Returns how far one type was read, in words; '' when all of it was. */
export function typeStatusText(events: EventsSnapshot | undefined, type: EventType): string {
  const state = events?.states.find((one) => one.type === type)?.state ?? 'waiting';
  return state === 'complete' ? '' : STATE_WORDS[state];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lists the types of a lane that were not read to the end: "Medication statements: could not be read". */
export function unreadTypesText(
  events: EventsSnapshot | undefined,
  lane: EventLane,
): readonly LaneStatusText[] {
  const types = new Map<Exclude<State, 'complete'>, EventType[]>();
  for (const { type, state } of statesOf(events, lane)) {
    if (state === 'complete') continue;
    const key = state === 'waiting' ? 'reading' : state;
    types.set(key, [...(types.get(key) ?? []), type]);
  }
  return [...types].map(([state, list]) => ({
    text: `${capital(listText(list.map((type) => TYPE_WORDS[type])))}: ${STATE_WORDS[state]}.`,
    canRetry: isRetryable(state),
  }));
}

const SHORT_KINDS: Partial<Record<EventType, string>> = {
  MedicationRequest: 'orders only',
  MedicationStatement: 'statements only',
  MedicationAdministration: 'given doses only',
  MedicationDispense: 'dispenses only',
};

const QUIET_STATES: readonly State[] = ['complete', 'part', 'not-granted', 'not-asked', 'refused'];

/** Names the kinds of medication that may be read, shortly enough for a title, if some are missing and none failed. */
export function readTypesText(events: EventsSnapshot | undefined): string {
  const states = statesOf(events, 'medication');
  const complete = states.filter(({ state }) => state === 'complete');
  const isQuiet = states.every(({ state }) => QUIET_STATES.includes(state));
  const [only] = complete;
  if (!isQuiet || only === undefined || complete.length === states.length) return '';
  return complete.length === 1 ? (SHORT_KINDS[only.type] ?? '') : 'not all kinds';
}

/** Counts the resources that belong to no lane, so that none is left out silently. */
export function leftOutText({ strangers, withdrawn, unreadable }: EventsSnapshot['leftOut']): string {
  const parts = [
    strangers > 0 ? `${countText(strangers)} of another patient` : '',
    withdrawn > 0 ? `${countText(withdrawn)} entered in error` : '',
    unreadable > 0 ? `${countText(unreadable)} that could not be understood` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `Left out: ${listText(parts)}.`;
}

/** Counts the reports whose results are all drawn elsewhere. Without any it returns ''. */
export function resultsOnlyText(events: EventsSnapshot['events']): string {
  const n = events.filter(({ isResultsOnly }) => isResultsOnly === true).length;
  if (n === 0) return '';
  const subject = n === 1 ? 'report only holds results' : 'reports only hold results';
  return `${countText(n)} ${subject}, which have their own curves; not listed here.`;
}

export const laneTitle = (lane: EventLane): string => LANE_TITLES[lane];
