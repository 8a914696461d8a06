/**
 * Reads one resource about a medication as one step with one dose. No JSON makes this throw, and nothing is guessed.
 */
import type { DoseStep, EventTime, EventType } from '../events/careEvent.ts';
import { isPlausibleMoment, readMoment, lastMsOfMoment } from '../time/date.ts';
import { administeredDose, noDose, orderedDose, type Dose } from './dosage/dosage.ts';
import {
  elementOf,
  elementsOf,
  isElement,
  isTrue,
  joinTexts,
  trimmedText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import {
  readPatientResource,
  labelledText,
  type EventContext,
  type ExcludedResource,
} from '../events/eventReading.ts';
import {
  eventTime,
  firstUsable,
  readAtIfAhead,
  readPeriod,
  sentTimeOf,
  type SentEventTime,
} from '../events/eventTime.ts';
import { withProductStrength } from './codedDose/productStrength.ts';
import { otherNamesTexts } from './codedDose/otherNames.ts';
import { inR4Shape, renderedOfSeveral } from './otherVersions.ts';
import { orderLinksOf, type OrderLinks } from './orderLinks.ts';
import { medicationOf, type Medication } from './medication.ts';
import { annotationText } from '../events/annotation.ts';
import { sentQuantityText } from './dosage/doseAmount.ts';
import { conceptCodes, conceptText } from '../fhirElements/codeableConcept.ts';
import { reasonTexts } from '../events/reasons.ts';
import { reporterText } from '../events/reporter.ts';
import { cappedWords, fullNameText } from '../events/longName.ts';
import { isUnknownStatus } from '../events/eventStatus.ts';
import { statusReasonOf } from '../events/statusReason.ts';
import { stepStatusOf } from './stepStatus.ts';
import { isSupply } from './stepTimes.ts';
import { medicationTexts } from './medication.messages.ts';
import { isTermOver, leftOpenOrder } from './timing/leftOpenOrder.ts';

/** This is a step with its medication, before it has a place in its course. */
export type MedicationStep = {
  readonly medication: Medication;
  readonly step: DoseStep;
  readonly links?: OrderLinks;
  /** This is its dosage as it was sent, which waits for the name of its medication; absent where that was sent with it. */
  readonly dosage?: unknown;
};

/** The reading has a step, or says why the resource is not shown. */
export type MedicationStepReading = ({ readonly outcome: 'read' } & MedicationStep) | ExcludedResource;

type MedicationType = Extract<EventType, `Medication${string}`>;

type Facts = {
  readonly time: Omit<SentEventTime, 'isOngoing'>;
  readonly notes: readonly string[];
  /** It was only proposed. */
  readonly isProposed?: boolean;
  /** It is a plan, and nobody reported that it is taken. */
  readonly isPlan?: boolean;
};

/** Reads any JSON as a medication of the patient in context. Times are epoch ms; texts are as they were sent. */
export function medicationStepOf(value: unknown, context: EventContext): MedicationStepReading {
  const reading = readPatientResource(value, TYPES, context);
  if (reading.outcome !== 'this-patient') return reading;
  const { type, status } = reading;
  const resource = inR4Shape(reading.resource);
  if (!isMedicationType(type)) return { outcome: 'unreadable' };
  const { time: sent, notes, isProposed = false, isPlan = false } = READERS[type](resource, status);
  const {
    marks,
    isOngoing,
    isModified,
    notes: statusNotes,
  } = stepStatusOf({ type, status, resource, start: sent.start, isProposed, isPlan }, context.nowMs);
  const hasDuration = sent.hasDuration && marks.isNotDone !== true;
  const [time, timeNotes] = stepTimeOf(type, resource, { ...sent, hasDuration, isOngoing }, context);
  const [first, last] = statusNotes;
  const medication = medicationOf(resource, context);
  const fullName = fullNameText(medication.fullName ?? '');
  const elsewhere = medication.isElsewhere === true ? medicationTexts('medicationElsewhere') : '';
  const others = [...otherNamesTexts(medication), cappedWords(renderedOfSeveral(resource))];
  const note = joinTexts(
    [elsewhere, first, ...others, ...notes.map(cappedWords), fullName, last, ...timeNotes],
    '\n',
  );
  const dose = doseOf(type, resource);
  const statusReason = statusReasonOf(resource);
  return {
    outcome: 'read',
    medication,
    links: orderLinksOf(resource, context),
    ...waitingDosage(medication, dosageOf(type, resource)),
    step: withProductStrength(
      {
        ...time,
        type,
        id: resourceId(resource),
        ...(isModified ? { ...dose, ...noDose, doseText: dose.doseText } : dose),
        ...sentDosageOf(type, resource, dose.doseText),
        status,
        ...(statusReason !== '' && { statusReason }),
        ...marks,
        ...settingOf(resource),
        ...runningAtEnd(type, isOngoing, time),
        ...(marks.isNotDone !== true && termOver(resource, { ...time, sentEnd: sent.end }, context)),
        ...(note !== '' && { note }),
        ...readAtIfAhead(time, context.nowMs),
      },
      medication,
      dosageOf(type, resource),
    ),
  };
}

const waitingDosage = ({ path }: Medication, dosage: unknown) => (path === undefined ? {} : { dosage });

/** Returns when a step was, and what must be said about it. A dose that was given, or handed over, was ordered for no time. */
function stepTimeOf(
  type: MedicationType,
  resource: FhirElement,
  sent: SentEventTime,
  { nowMs }: EventContext,
): readonly [time: EventTime & Pick<DoseStep, 'isLeftOpen'>, notes: readonly string[]] {
  const { time, notes } = eventTime(sent, nowMs);
  const leftOpen = isSupply(type)
    ? undefined
    : leftOpenOrder(resource, dosageOf(type, resource), { ...time, sentEnd: sent.end }, nowMs);
  return leftOpen === undefined ? [time, notes] : [{ ...time, ...leftOpen.time }, [...notes, leftOpen.note]];
}

/** A report that is completed says so itself. */
const termOver = (
  resource: FhirElement,
  time: EventTime & { readonly sentEnd: SentEventTime['end'] },
  { nowMs }: EventContext,
): Pick<DoseStep, 'isTermOver'> =>
  resource['resourceType'] === 'MedicationRequest' &&
  resource['status'] === 'completed' &&
  isTermOver(resource, resource['dosageInstruction'], time, nowMs)
    ? { isTermOver: true }
    : {};

/** https://hl7.org/fhir/R4/valueset-medicationrequest-category.html */
const settingOf = ({ category }: FhirElement): Pick<DoseStep, 'isInpatient'> =>
  elementsOf(category).flatMap(conceptCodes).includes('inpatient') ? { isInpatient: true } : {};

/** The end of an infusion that is in progress is when somebody last wrote it down. */
const runningAtEnd = (type: MedicationType, isInProgress: boolean, { endMs }: EventTime) =>
  type === 'MedicationAdministration' && isInProgress && endMs !== undefined
    ? ({ isRunningAtEnd: true } as const)
    : {};

const dosageOf = (type: MedicationType, resource: FhirElement): unknown =>
  resource[type === 'MedicationRequest' || type === 'MedicationDispense' ? 'dosageInstruction' : 'dosage'];

function doseOf(type: MedicationType, resource: FhirElement): Dose {
  const dosage = dosageOf(type, resource);
  return type === 'MedicationAdministration' ? administeredDose(dosage) : orderedDose(dosage);
}

/** Words of ours are said again in the language of another reader. Words that were sent need no more than themselves. */
function sentDosageOf(type: MedicationType, resource: FhirElement, doseText: string) {
  const sentDosage = dosageOf(type, resource);
  const [only, ...more] = elementsOf(sentDosage);
  const isSent = more.length === 0 && trimmedText(only?.['text']) === doseText;
  return doseText === '' || isSent ? {} : { sentDosage };
}

const READERS: Record<MedicationType, (resource: FhirElement, status: string) => Facts> = {
  MedicationRequest: readRequest,
  MedicationStatement: (resource) => ({
    time: sentTimeOf(resource, 'effective'),
    notes: [
      labelledText('reportedBy', reporterText(resource['informationSource'])),
      labelledText('reasonForStatus', statusReasonOf(resource)),
      labelledText('reason', reasonTexts(resource)),
      annotationText(resource['note']),
    ],
  }),
  MedicationAdministration: (resource) => ({
    time: sentTimeOf(resource, 'effective'),
    notes: [
      labelledText('reasonForStatus', statusReasonOf(resource)),
      labelledText('reason', reasonTexts(resource)),
      annotationText(resource['note']),
    ],
  }),
  MedicationDispense: readDispense,
};
const TYPES: ReadonlySet<EventType> = new Set(Object.keys(READERS).filter(isMedicationType));

function isMedicationType(type: string): type is MedicationType {
  return Object.hasOwn(READERS, type);
}

function readDispense(resource: FhirElement): Facts {
  const handedOver = trimmedText(resource['whenHandedOver']);
  const [start, notes] = firstUsable([handedOver, trimmedText(resource['whenPrepared'])]);
  return {
    time: { start, end: '', hasDuration: false },
    notes: [
      ...notes,
      start === handedOver ? '' : medicationTexts('prepared'),
      labelledText('reasonForStatus', statusReasonOf(resource)),
      labelledText('kindOfSupply', conceptText(resource['type'])),
      labelledText('dispensed', sentQuantityText(resource['quantity'])),
      labelledText('supply', sentQuantityText(resource['daysSupply'])),
      annotationText(resource['note']),
    ],
  };
}

/** The end of the validity ends the step only when one of these statuses says that the order is over. */
const ENDED_STATUSES = new Set(['completed', 'ended', 'stopped', 'cancelled']);
/**
 * Nobody has ordered a medication with one of these intents:
 * https://hl7.org/fhir/R4/valueset-medicationrequest-intent.html
 */
const UNORDERED_INTENTS = new Set(['proposal', 'option']);

function readRequest(resource: FhirElement, status: string): Facts {
  const bounds = boundsOf(resource['dosageInstruction']);
  const validity = readPeriod(elementOf(resource['dispenseRequest'])['validityPeriod']);
  const authored = trimmedText(resource['authoredOn']);
  const [start, dateNotes] = firstUsable([...bounds.starts, validity.start, authored]);
  const isDateOfOrder = ![...bounds.starts, validity.start, ''].includes(start);
  const intent = trimmedText(resource['intent']).toLowerCase();
  const isPlan = isOnlyPlan(intent, resource);
  return {
    time: {
      start,
      end: bounds.end || (ENDED_STATUSES.has(status) ? validity.end : ''),
      hasDuration: true,
    },
    notes: [
      isTrue(resource['doNotPerform']) ? medicationTexts('doNotGive') : '',
      isTrue(resource['reportedBoolean']) ? medicationTexts('reported') : '',
      labelledText('reportedBy', reporterText(resource['reportedReference'])),
      UNORDERED_INTENTS.has(intent) || intent === 'plan' ? labelledText('intent', intent) : '',
      ...dateNotes,
      isDateOfOrder ? medicationTexts('dateOfOrder') : '',
      labelledText('reasonForStatus', statusReasonOf(resource)),
      labelledText('reason', reasonTexts(resource)),
      annotationText(resource['note']),
    ],
    // What was planned and is over was never ordered.
    isProposed:
      UNORDERED_INTENTS.has(intent) ||
      (isPlan && status !== 'active' && !isUnknownStatus('MedicationRequest', status)),
    isPlan,
  };
}

/**
 * Returns whether an order is a plan alone. What patients take on their own comes as a plan that was reported:
 * https://hl7.org/fhir/us/core/STU6.1/StructureDefinition-us-core-medicationrequest.html
 */
const isOnlyPlan = (intent: string, { reportedBoolean, reportedReference }: FhirElement): boolean =>
  intent === 'plan' && !isTrue(reportedBoolean) && !isElement(reportedReference);

/**
 * Returns the starts of all instructions, with those that cannot be read first and then the earliest one, and the last end, without one when one of them
 * has none, or one that cannot be read.
 */
function boundsOf(dosages: unknown): { readonly starts: readonly string[]; readonly end: string } {
  const periods = elementsOf(dosages).map(({ timing }) =>
    readPeriod(elementOf(elementOf(timing)['repeat'])['boundsPeriod']),
  );
  const startMs = (start: string): number => {
    const moment = readMoment(start);
    return isPlausibleMoment(moment) ? moment.timeMs : Number.NEGATIVE_INFINITY;
  };
  const endMs = (end: string): number => {
    const ms = lastMsOfMoment(readMoment(end));
    return Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms;
  };
  const ends = periods.map(({ end }) => end);
  const [last = ''] = ends.toSorted((a, b) => compared(endMs(b), endMs(a)));
  const starts = periods.map(({ start }) => start).filter(Boolean);
  return {
    starts: starts.toSorted((a, b) => compared(startMs(a), startMs(b))),
    end: ends.every(Boolean) ? last : '',
  };
}

/** A difference of two infinite numbers would be no number. */
const compared = (a: number, b: number): number => Number(a > b) - Number(a < b);
