/**
 * Reads an encounter, procedure, condition, immunisation or report. No JSON makes this throw, and nothing is guessed.
 */
import { hasModifier } from '../fhirElements/modifier.ts';
import type { CareEvent, EventLane, EventType } from './careEvent.ts';
import { conceptCodes, conceptTexts, conceptText } from '../fhirElements/codeableConcept.ts';
import { encounterClassOf } from './encounterClass.ts';
import { conceptName, conceptNames } from './conceptName.ts';
import {
  elementsOf,
  isFalse,
  isTrue,
  joinTexts,
  trimmedText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import {
  MODIFIER_NOTE,
  readPatientResource,
  labelledText,
  type EventContext,
  type ExcludedResource,
} from './eventReading.ts';
import { isOngoingStatus, isDoneStatus, NOT_DONE_STATUSES, verificationCodesOf } from './eventStatus.ts';
import { eventTime, isDatedAhead, readPeriod, sentTimeOf, type SentEventTime } from './eventTime.ts';
import { isSameBase } from '../fhirElements/subject.ts';
import { annotationText } from './annotation.ts';
import { fullNameText, shownName } from './longName.ts';
import { layReporterText } from './reporter.ts';
import { partOf, partOfText } from './partOfEncounter.ts';
import { timeWords, toldTime } from './timeWords.ts';
import { reportText } from './reportText.ts';
import { containedResultsText } from './containedResults.ts';
import { careEventsTexts } from './careEvents.messages.ts';

/** The reading has an event, or says why the resource is not shown. */
export type CareEventReading = { readonly outcome: 'read'; readonly event: CareEvent } | ExcludedResource;

type CareType = Exclude<EventType, `Medication${string}`>;

/** These fields are read in another way for each type. */
type Facts = {
  readonly text: string;
  readonly time: Omit<SentEventTime, 'isOngoing'>;
  readonly encounterClass?: string;
  readonly notes: readonly string[];
  readonly more?: Pick<
    CareEvent,
    | 'partOfId'
    | 'verification'
    | 'isResultsOnly'
    | 'resultIds'
    | 'foreignResultCount'
    | 'toldTime'
    | 'toldAge'
  >;
};

type FactsReader = (resource: FhirElement, status: string, context: EventContext) => Facts;

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
  const isNotDone = isModified || !isDone || isDenied(resource) || (isEarly && type !== 'Condition');
  const state = stateOf(type, status, sent, isNotDone);
  const { time, notes: timeNotes } = eventTime({ ...sent, ...state }, context.nowMs);
  const early = isEarly ? careEventsTexts('dateAhead') : '';
  const notes = [...facts.notes, fullNameOf(type, text), early, ...timeNotes];
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
const isDenied = (resource: FhirElement): boolean =>
  ['notDone', 'notPerformed', 'notGiven', 'wasNotGiven'].some((name) => isTrue(resource[name]));

const stateOf = (type: CareType, status: string, { hasDuration }: Facts['time'], isNotDone: boolean) => ({
  hasDuration: hasDuration && !isNotDone,
  isPlan: NOT_DONE_STATUSES.has(status),
  isOngoing: !isNotDone && isOngoingStatus(type, status),
});

/** A report is known by its words, whatever its date. */
const liesAhead = (type: CareType, start: string, { nowMs }: EventContext): boolean =>
  type !== 'DiagnosticReport' && isDatedAhead(start, nowMs);

/** Only these types are known again by their codes, whatever the language of their words. */
function codesOf(type: CareType, resource: FhirElement): Pick<CareEvent, 'codes'> {
  const codes = type === 'Procedure' || type === 'Condition' ? conceptCodes(resource['code']) : [];
  return codes.length > 0 ? { codes } : {};
}

function reasonOf(type: CareType, resource: FhirElement): Pick<CareEvent, 'reason' | 'statusReason'> {
  const reason = type === 'Encounter' || type === 'Procedure' ? conceptTexts(resource['reasonCode']) : '';
  const statusReason =
    type === 'Procedure' || type === 'Immunization' ? conceptText(resource['statusReason']) : '';
  return { ...(reason !== '' && { reason }), ...(statusReason !== '' && { statusReason }) };
}

const READERS: Record<CareType, FactsReader> = {
  Encounter(resource) {
    const { code: encounterClass, name } = encounterClassOf(resource['class']);
    return {
      text: conceptNames(resource['type']) || conceptName(resource['serviceType']) || name || encounterClass,
      time: { ...readPeriod(resource['period']), hasDuration: true },
      encounterClass,
      notes: [labelledText('reason', conceptTexts(resource['reasonCode'])), partOfText(resource)],
      more: partOf(resource),
    };
  },
  Procedure(resource) {
    return {
      text: conceptName(resource['code']),
      time: sentTimeOf(resource, 'performed'),
      notes: [
        labelledText('performed', timeWords(resource, 'performed')),
        labelledText('site', conceptTexts(resource['bodySite'])),
        labelledText('reason', conceptTexts(resource['reasonCode'])),
        labelledText('reasonForStatus', conceptText(resource['statusReason'])),
        labelledText('outcome', conceptText(resource['outcome'])),
        labelledText('reportedBy', layReporterText(resource['asserter'])),
        annotationText(resource['note']),
      ],
      more: toldTime(resource, 'performed'),
    };
  },
  Condition: readCondition,
  Immunization(resource, status) {
    const doses = elementsOf(resource['protocolApplied']).map(
      ({ doseNumberPositiveInt: number, doseNumberString: text }) =>
        typeof number === 'number' ? String(number) : trimmedText(text),
    );
    return {
      text: conceptName(resource['vaccineCode']),
      time: sentTimeOf(resource, 'occurrence'),
      notes: [
        status === 'not-done' ? careEventsTexts('notDone') : '',
        isTrue(resource['isSubpotent']) ? careEventsTexts('subpotent') : '',
        isFalse(resource['primarySource']) ? careEventsTexts('secondHand') : '',
        labelledText('reportedBy', conceptText(resource['reportOrigin'])),
        labelledText('reason', conceptText(resource['statusReason'])),
        labelledText('given', timeWords(resource, 'occurrence')),
        labelledText('dose', joinTexts(doses, ', ')),
        labelledText('site', conceptText(resource['site'])),
        annotationText(resource['note']),
      ],
      more: toldTime(resource, 'occurrence'),
    };
  },
  DiagnosticReport(resource, status, { hidePreliminary, fhirBase }) {
    const text = joinTexts(
      [
        reportText(resource, status, hidePreliminary),
        containedResultsText(resource, status, hidePreliminary),
      ],
      '\n\n',
    );
    return {
      text: conceptName(resource['code']),
      // The time of `issued` never stands in for the effective time, as with results (fixture 48).
      time: sentTimeOf(resource, 'effective'),
      notes: [text],
      more: {
        ...(text === '' && elementsOf(resource['result']).length > 0 && { isResultsOnly: true }),
        ...resultsOf(resource, fhirBase),
      },
    };
  },
};

/** A report of more results than this is no panel of one laboratory. */
const MAX_RESULTS = 200;

const RESULT_REFERENCE =
  /^(?:(https?:\/\/[^#?]+)\/)?Observation\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

/**
 * Returns the ids of the Observations that a report holds together, and how many it names by another address. One that lies inside of
 * the report is told in its words.
 */
function resultsOf(
  resource: FhirElement,
  fhirBase: string,
): Pick<CareEvent, 'resultIds' | 'foreignResultCount'> {
  const references = elementsOf(resource['result'])
    .slice(0, MAX_RESULTS)
    .map(({ reference }) => trimmedText(reference))
    .filter((reference) => reference !== '' && !reference.startsWith('#'));
  const ids = references.flatMap((reference) => {
    const [, base, id] = RESULT_REFERENCE.exec(reference) ?? [];
    return id !== undefined && (base === undefined || isSameBase(base, fhirBase)) ? [id] : [];
  });
  const foreignResultCount = references.length - ids.length;
  return {
    ...(ids.length > 0 && { resultIds: ids }),
    ...(foreignResultCount > 0 && { foreignResultCount }),
  };
}

/** https://hl7.org/fhir/R4/valueset-condition-ver-status.html */
const UNCONFIRMED: ReadonlySet<string> = new Set(['unconfirmed', 'provisional', 'differential']);
const UNREMARKABLE_VERIFICATIONS = new Set(['', 'confirmed', 'refuted']);

/** A condition that says no onset has the date at which it was recorded, if it says nothing of an onset that cannot be right. */
function timeOfCondition(resource: FhirElement) {
  const onset = sentTimeOf(resource, 'onset');
  const abated = sentTimeOf(resource, 'abatement');
  const contradiction = onset.contradiction ?? abated.contradiction;
  const isRecorded = onset.start === '' && onset.contradiction === undefined;
  const recorded = isRecorded ? trimmedText(resource['recordedDate']) : '';
  return {
    onset: onset.start,
    recorded,
    time: {
      start: onset.start || recorded,
      // The abatement ends a condition. The end of its onset period does not.
      end: abated.end || abated.start,
      hasDuration: true,
      ...(contradiction !== undefined && { contradiction }),
    },
  };
}

function readCondition(resource: FhirElement, status: string): Facts {
  const { onset, recorded, time } = timeOfCondition(resource);
  const [verified = ''] = verificationCodesOf(resource);
  return {
    text: conceptName(resource['code']),
    time,
    ...(UNCONFIRMED.has(verified) && { more: { verification: verified } }),
    notes: [
      status === 'refuted' ? careEventsTexts('refuted') : '',
      UNREMARKABLE_VERIFICATIONS.has(verified) ? '' : labelledText('verification', verified),
      recorded === '' ? '' : careEventsTexts('dateOfRecording'),
      onset === '' ? '' : careEventsTexts('dateOfOnset'),
      labelledText('onset', timeWords(resource, 'onset')),
      labelledText(
        'abated',
        resource['abatementBoolean'] === true
          ? careEventsTexts('abatedNotDated')
          : timeWords(resource, 'abatement'),
      ),
      labelledText('severity', conceptText(resource['severity'])),
      labelledText('reportedBy', layReporterText(resource['asserter'])),
      annotationText(resource['note']),
    ],
  };
}
