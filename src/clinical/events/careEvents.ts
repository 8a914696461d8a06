/**
 * Reads an encounter, procedure, condition, immunisation or report. No JSON makes this throw, and nothing is guessed.
 */
import { hasModifier } from '../fhirElements/modifier.ts';
import type { CareEvent, EventLane, EventType } from './careEvent.ts';
import { conceptCodes } from '../fhirElements/codeableConcept.ts';
import { isTrue, joinTexts, type FhirElement, resourceId } from '../fhirElements/fhirElement.ts';
import {
  MODIFIER_NOTE,
  readPatientResource,
  type EventContext,
  type ExcludedResource,
} from './eventReading.ts';
import { isOngoingStatus, isDoneStatus, NOT_DONE_STATUSES } from './eventStatus.ts';
import { eventTime, isDatedAhead } from './eventTime.ts';
import { cappedWords, fullNameText, shownName } from './longName.ts';
import type { CareFacts, CareFactsReader } from './careFacts/careFacts.ts';
import { conditionFacts } from './careFacts/conditionFacts.ts';
import { encounterFacts } from './careFacts/encounterFacts.ts';
import { immunizationFacts } from './careFacts/immunizationFacts.ts';
import { procedureFacts } from './careFacts/procedureFacts.ts';
import { reportFacts } from './careFacts/reportFacts.ts';
import { statusReasonOf } from './statusReason.ts';
import { isLeftOpen } from './openVisit.ts';
import { reasonTexts } from './reasons.ts';
import { careEventsTexts } from './careEvents.messages.ts';

/** The reading has an event, or says why the resource is not shown. */
export type CareEventReading = { readonly outcome: 'read'; readonly event: CareEvent } | ExcludedResource;

type CareType = Exclude<EventType, `Medication${string}`>;

const LANES: Record<CareType, EventLane> = {
  Encounter: 'encounter',
  Procedure: 'procedure',
  Condition: 'condition',
  Immunization: 'immunization',
  DiagnosticReport: 'report',
};
const TYPES: ReadonlySet<EventType> = new Set(Object.keys(LANES).filter(isCareType));

function isCareType(type: string): type is CareType {
  return Object.hasOwn(LANES, type);
}

/**
 * Reads any JSON as something that happened to the patient in context. Times are epoch ms; texts are as they were
 * sent.
 */
export function careEventOf(value: unknown, context: EventContext): CareEventReading {
  const reading = readPatientResource(value, TYPES, context);
  if (reading.outcome !== 'this-patient') return reading;
  const { type, status, resource } = reading;
  if (!isCareType(type)) return { outcome: 'unreadable' };
  const facts = READERS[type](resource, status, context);
  const { text, time: sent, encounterClass = '', more } = facts;
  const isModified = hasModifier(resource);
  const isDone = isDoneStatus(type, status);
  const isEarly = isDone && liesAhead(type, sent.start, context);
  const isNotDone = isModified || !isDone || isDenied(resource, facts) || (isEarly && type !== 'Condition');
  const state = stateOf({ type, status, isNotDone }, facts, context);
  const { time, notes: timeNotes } = eventTime({ ...sent, ...state }, context.nowMs);
  const early = isEarly ? careEventsTexts('dateAhead') : '';
  const notes = [...facts.notes.map(cappedWords), fullNameOf(type, text), early, ...timeNotes];
  return {
    outcome: 'read',
    event: {
      ...time,
      type,
      lane: LANES[type],
      id: resourceId(resource),
      ...nameOf(type, text),
      status,
      encounterClass,
      ...codesOf(type, resource),
      ...reasonOf(type, resource),
      ...more,
      note: joinTexts(isModified ? [MODIFIER_NOTE, ...notes] : notes, '\n'),
      ...(isNotDone && { isNotDone }),
    },
  };
}

function nameOf(type: CareType, sent: string): Pick<CareEvent, 'text' | 'isUnnamed'> {
  const text = shownName(sent);
  return text === '' ? { text: careEventsTexts('withoutName', { type }), isUnnamed: true } : { text };
}

/** The note of a report is its words alone. */
const fullNameOf = (type: CareType, text: string): string =>
  type === 'DiagnosticReport' ? '' : fullNameText(text);

/**
 * Earlier versions of FHIR said this beside the status, and servers that moved on may still send it.
 * https://hl7.org/fhir/STU3/procedure-definitions.html#Procedure.notDone
 */
const isDenied = (resource: FhirElement, facts: CareFacts): boolean =>
  facts.isDenied === true ||
  ['notDone', 'notPerformed', 'notGiven', 'wasNotGiven'].some((name) => isTrue(resource[name]));

type EventState = {
  readonly type: CareType;
  readonly status: string;
  readonly isNotDone: boolean;
};

function stateOf(
  { type, status, isNotDone }: EventState,
  { time, encounterClass = '' }: CareFacts,
  { nowMs }: EventContext,
) {
  const isOpen = isOngoingStatus(type, status) && !isLeftOpen(encounterClass, time, nowMs);
  return {
    hasDuration: time.hasDuration && !isNotDone,
    isPlan: NOT_DONE_STATUSES.has(status) && !isDoneStatus(type, status),
    isOngoing: !isNotDone && isOpen,
  };
}

/** A report is known by its words, whatever its date. */
const liesAhead = (type: CareType, start: string, { nowMs }: EventContext): boolean =>
  type !== 'DiagnosticReport' && isDatedAhead(start, nowMs);

/** Only these types are known again by their codes, whatever the language of their words. */
function codesOf(type: CareType, resource: FhirElement): Pick<CareEvent, 'codes'> {
  const codes = type === 'Procedure' || type === 'Condition' ? conceptCodes(resource['code']) : [];
  return codes.length > 0 ? { codes } : {};
}

function reasonOf(type: CareType, resource: FhirElement): Pick<CareEvent, 'reason' | 'statusReason'> {
  const reason = type === 'Encounter' || type === 'Procedure' ? reasonTexts(resource) : '';
  const statusReason = type === 'Procedure' || type === 'Immunization' ? statusReasonOf(resource) : '';
  return { ...(reason !== '' && { reason }), ...(statusReason !== '' && { statusReason }) };
}

const READERS: Record<CareType, CareFactsReader> = {
  Encounter: encounterFacts,
  Procedure: procedureFacts,
  Condition: conditionFacts,
  Immunization: immunizationFacts,
  DiagnosticReport: reportFacts,
};
