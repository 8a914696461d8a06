/**
 * This file describes how far the events were read. Each type succeeds or fails alone, and each state has its
 * own words (rule 38).
 */
import type { EventLane, EventType } from '../../clinical/events/careEvent.ts';
import { LANE_TITLES } from '../../charts/lanes/laneSummary.ts';
import type { EventsSnapshot, EventsState } from '../../record/events/eventsSnapshot.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import { eventsTexts } from './events.messages.ts';
import { countText } from '../../charts/format/numberText.ts';

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

const TYPE_TEXTS = {
  MedicationRequest: 'medicationOrders',
  MedicationStatement: 'medicationStatements',
  MedicationAdministration: 'medicationAdministrations',
  MedicationDispense: 'medicationDispenses',
  Encounter: 'encounters',
  Procedure: 'procedures',
  Condition: 'conditions',
  Immunization: 'immunizations',
  DiagnosticReport: 'reports',
} as const satisfies Record<EventType, string>;

/** Returns "medication dispense" for one, and the plural for more. */
export const eventTypeText = (type: EventType, count: number): string =>
  eventsTexts(TYPE_TEXTS[type], { count });

export const eventTypesText = (type: EventType): string => eventTypeText(type, 2);

type State = EventsState['state'];

const STATE_WORDS: Record<Exclude<State, 'complete'>, string> = {
  waiting: eventsTexts('loading'),
  reading: eventsTexts('loading'),
  incomplete: eventsTexts('incomplete'),
  failed: eventsTexts('failed'),
  refused: eventsTexts('refused'),
  'not-allowed': eventsTexts('notAllowed'),
  'not-granted': eventsTexts('notGranted'),
  'not-asked': eventsTexts('notAskedBySite'),
  part: eventsTexts('part'),
};

const isUnread = (state: State): boolean => state === 'failed' || state === 'incomplete';

/** Returns whether trying again may bring what is missing of a type. */
export const isRetryable = ({ state, isFinal }: Pick<EventsState, 'state' | 'isFinal'>): boolean =>
  isUnread(state) && isFinal !== true;

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
  // What goes on without a change is no event of its lane, and "none" would deny it.
  if (all > 0)
    return {
      text: eventsTexts(lane === 'medication' ? 'noChangesInPeriod' : 'noneInPeriod'),
      canRetry: false,
    };
  const complete = states.filter(({ state }) => state === 'complete');
  const worst = WORST_FIRST.find((state) => states.some((each) => each.state === state));
  if (worst !== undefined && (complete.length === 0 || isUnread(worst)))
    return { text: STATE_WORDS[worst], canRetry: states.some(isRetryable) };
  if (states.length === 0) return { text: eventsTexts('notAsked'), canRetry: false };
  if (complete.some(({ received }) => received > 0))
    return { text: eventsTexts('noneShown'), canRetry: false };
  const isAll = complete.length === states.length;
  const types = listText(complete.map(({ type }) => eventTypesText(type)));
  const text = isAll ? eventsTexts('noneRecorded') : eventsTexts('noneRecordedIn', { types });
  return { text, canRetry: false };
}

/** Returns how far one type was read, in words; '' when all of it was. */
export function typeStatusText(events: EventsSnapshot | undefined, type: EventType): string {
  const state = events?.states.find((one) => one.type === type)?.state ?? 'waiting';
  return state === 'complete' ? '' : STATE_WORDS[state];
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lists the types of a lane that were not read to the end: "Medication statements: could not be read". */
export function unreadTypesText(
  events: EventsSnapshot | undefined,
  lane: EventLane,
): readonly LaneStatusText[] {
  const types = new Map<Exclude<State, 'complete'>, EventsState[]>();
  for (const one of statesOf(events, lane)) {
    if (one.state === 'complete') continue;
    const key = one.state === 'waiting' ? 'reading' : one.state;
    types.set(key, [...(types.get(key) ?? []), one]);
  }
  return [...types].map(([state, list]) => ({
    text: eventsTexts('typesWithState', {
      types: capital(listText(list.map(({ type }) => eventTypesText(type)))),
      state: STATE_WORDS[state],
    }),
    canRetry: list.some(isRetryable),
  }));
}

const SHORT_KINDS: Partial<Record<EventType, string>> = {
  MedicationRequest: eventsTexts('ordersOnly'),
  MedicationStatement: eventsTexts('statementsOnly'),
  MedicationAdministration: eventsTexts('givenOnly'),
  MedicationDispense: eventsTexts('dispensesOnly'),
};

const QUIET_STATES: readonly State[] = ['complete', 'part', 'not-granted', 'not-asked', 'refused'];

/** Names the kinds of medication that may be read, shortly enough for a title, if some are missing and none failed. */
export function readTypesText(events: EventsSnapshot | undefined): string {
  const states = statesOf(events, 'medication');
  const complete = states.filter(({ state }) => state === 'complete');
  const isQuiet = states.every(({ state }) => QUIET_STATES.includes(state));
  const [only] = complete;
  if (!isQuiet || only === undefined || complete.length === states.length) return '';
  return complete.length === 1 ? (SHORT_KINDS[only.type] ?? '') : eventsTexts('notAllKinds');
}

/** Counts the resources that belong to no lane, so that none is left out silently. */
export function leftOutText(leftOut: EventsSnapshot['leftOut']): string {
  const { strangers, unconfirmed, withdrawn, unreadable } = leftOut;
  const parts = [
    strangers > 0 ? eventsTexts('ofAnotherPatient', { count: countText(strangers) }) : '',
    withdrawn > 0 ? eventsTexts('retracted', { count: countText(withdrawn) }) : '',
    unreadable > 0 ? eventsTexts('unreadable', { count: countText(unreadable) }) : '',
    unconfirmed > 0 ? eventsTexts('ofUnnamedPatient', { count: countText(unconfirmed) }) : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : eventsTexts('leftOut', { parts: listText(parts) });
}

/** Counts the reports whose results are all drawn elsewhere. Without any it returns ''. */
export function resultsOnlyText(events: EventsSnapshot['events']): string {
  const n = events.filter(({ isResultsOnly }) => isResultsOnly === true).length;
  return n === 0 ? '' : eventsTexts('reportsOfResults', { count: n, shown: countText(n) });
}

export const laneTitle = (lane: EventLane): string => LANE_TITLES[lane];
