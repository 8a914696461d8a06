import { statusOf } from './eventStatus.ts';
import type { EventType } from './careEvent.ts';
import { isElement, type FhirElement } from '../fhirElements/fhirElement.ts';
import { readSubject } from '../fhirElements/subject.ts';
import { careEventsTexts } from './careEvents.messages.ts';

/** The context says whose resources are read, and when. */
export type EventContext = {
  readonly patientId: string;
  readonly fhirBase: string;
  readonly nowMs: number;
  /** The text of a preliminary report is not shown on Oracle Health (rule 34). */
  readonly hidePreliminary: boolean;
};

/**
 * The outcome says why a resource is not shown; nothing of its content is kept. `no-subject` means that the subject
 * is missing or cannot be trusted.
 */
export type ExcludedResource = {
  readonly outcome: 'other-patient' | 'no-subject' | 'withdrawn' | 'unreadable';
};

/** This note stands where the server sent a modifier extension, which may turn the meaning around. */
export const MODIFIER_NOTE = careEventsTexts('modifier');

/** These notes have a label and a text of the server. */
type NoteLabel =
  | 'reason'
  | 'reasonForStatus'
  | 'performed'
  | 'given'
  | 'site'
  | 'dose'
  | 'outcome'
  | 'verification'
  | 'onset'
  | 'abated'
  | 'severity'
  | 'kindOfSupply'
  | 'dispensed'
  | 'supply'
  | 'intent'
  | 'reportedBy'
  | 'discharge'
  | 'partOf';

/** Returns "Reason: fever", or '' without a text. */
export const labelledText = (label: NoteLabel, text: string): string =>
  text === '' ? '' : careEventsTexts(label, { text });

/** This is a resource of the patient in context that may be read. */
type PatientResource = {
  readonly outcome: 'this-patient';
  readonly type: EventType;
  readonly status: string;
  readonly resource: FhirElement;
};

/** Checks any JSON for its type, its subject (rule 48) and whether it was entered in error (rule 33). */
export function readPatientResource(
  value: unknown,
  types: ReadonlySet<EventType>,
  context: EventContext,
): PatientResource | ExcludedResource {
  if (!isElement(value) || !isOneOf(value['resourceType'], types)) return { outcome: 'unreadable' };
  const type = value['resourceType'];
  // An Immunization names its subject `patient`.
  const subject = readSubject(type === 'Immunization' ? { subject: value['patient'] } : value, context);
  const status = statusOf(type, value);
  if (subject === 'other-patient') return { outcome: 'other-patient' };
  // A server may leave nothing but the status of a resource that was entered in error (US Core).
  if (status === 'entered-in-error') return { outcome: 'withdrawn' };
  return subject === 'this-patient'
    ? { outcome: 'this-patient', type, status, resource: value }
    : { outcome: 'no-subject' };
}

const isOneOf = (type: unknown, types: ReadonlySet<unknown>): type is EventType => types.has(type);
