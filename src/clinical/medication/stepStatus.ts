/** Decides from the status of a resource about a medication, and from what stands beside it, whether it was given or taken. */
import type { DoseStep, EventType } from '../events/careEvent.ts';
import { careEventsTexts } from '../events/careEvents.messages.ts';
import { MODIFIER_NOTE } from '../events/eventReading.ts';
import { isDoneStatus, isOngoingStatus, isUnknownStatus } from '../events/eventStatus.ts';
import { isDatedAhead } from '../events/eventTime.ts';
import { isDeniedByReason } from '../events/statusReason.ts';
import { elementsOf, isTrue, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { hasModifier } from '../fhirElements/modifier.ts';
import { isInDoubtByReason, wasNeverInUse } from './contraryReason.ts';
import { isSupply } from './stepTimes.ts';

export type StepStatus = {
  /** These are set only where they are true. */
  readonly marks: Pick<DoseStep, 'isNotDone' | 'isUnknown' | 'isForbidden' | 'isProposed'>;
  readonly isOngoing: boolean;
  /** An extension may turn its meaning around. */
  readonly isModified: boolean;
  /** These words say why it does not count; '' where nothing is to say. */
  readonly notes: readonly [first: string, last: string];
};

type SentStepStatus = {
  readonly type: EventType;
  readonly status: string;
  readonly resource: FhirElement;
  /** The time at which it began, as it was sent. */
  readonly start: string;
  /** It was only proposed. */
  readonly isProposed: boolean;
  /** It is a plan, and nobody knows whether it is taken. */
  readonly isPlan: boolean;
};

/**
 * Returns what the status says, in the light of when the record was read (epoch ms). What must not be given, or was only
 * proposed, is known not to be in force, whatever its status says.
 */
export function stepStatusOf(sent: SentStepStatus, nowMs: number): StepStatus {
  const { type, status, resource, start, isProposed } = sent;
  const isForbidden = isTrue(resource['doNotPerform']);
  const isKnownNotInForce = isForbidden || isProposed || isDenied(type, status, resource);
  const isModified = hasModifier(resource);
  const isEarly = isGivenOrHandedOver(type, status) && isDatedAhead(start, nowMs);
  const isUnknown = !isKnownNotInForce && (isModified || isUnsaid(sent));
  const isNotDone = isKnownNotInForce || isUnknown || isEarly || !isDoneStatus(type, status);
  return {
    marks: marksOf({ isNotDone, isUnknown, isForbidden, isProposed }),
    isOngoing: !isNotDone && isOngoingStatus(type, status),
    isModified,
    notes: [isModified ? MODIFIER_NOTE : '', isEarly ? careEventsTexts('dateAhead') : ''],
  };
}

const marksOf = (marks: Record<keyof StepStatus['marks'], boolean>): StepStatus['marks'] => ({
  ...(marks.isNotDone && { isNotDone: true }),
  ...(marks.isUnknown && { isUnknown: true }),
  ...(marks.isForbidden && { isForbidden: true }),
  ...(marks.isProposed && { isProposed: true }),
});

/** An order may begin later. What was given or handed over cannot. */
const isGivenOrHandedOver = (type: EventType, status: string): boolean =>
  (type === 'MedicationAdministration' || type === 'MedicationDispense') &&
  (status === 'completed' || status === 'stopped');

/**
 * Earlier versions of FHIR said this beside the status, and servers that moved on may still send it.
 * https://hl7.org/fhir/STU3/medicationstatement-definitions.html#MedicationStatement.taken
 */
function isDenied(type: EventType, status: string, resource: FhirElement): boolean {
  const { wasNotTaken, notGiven, wasNotGiven, notDone, reasonNotTaken } = resource;
  if (takenOf(resource) === 'n' || [wasNotTaken, notGiven, wasNotGiven, notDone].some(isTrue)) return true;
  if (elementsOf(reasonNotTaken).length > 0) return true;
  if (wasNeverInUse(type, status, resource)) return true;
  // A dose that was stopped was begun.
  return isSupply(type) && status === 'completed' && isDeniedByReason(resource);
}

const isUnsaid = ({ type, status, resource, isPlan }: SentStepStatus): boolean =>
  isPlan ||
  takenOf(resource) === 'unk' ||
  isUnknownStatus(type, status) ||
  isInDoubtByReason(type, status, resource);

/** Returns whether the medication is taken, with "n" for "no" and "false", else as it was sent. */
function takenOf({ taken }: FhirElement): string {
  const word = taken === false ? 'n' : trimmedText(taken).toLowerCase();
  return word === 'no' || word === 'false' ? 'n' : word;
}
