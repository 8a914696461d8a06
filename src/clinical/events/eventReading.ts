import { statusOf } from './eventStatus.ts';
import type { EventType } from './careEvent.ts';
import { isElement, type FhirElement } from '../fhirElements/fhirElement.ts';
import { readSubject } from '../fhirElements/subject.ts';

export type EventContext = {
  readonly patientId: string;
  readonly fhirBase: string;
  readonly nowMs: number;
  /** Rule 34: on Oracle Health what a preliminary report says is not shown. */
  readonly hidePreliminary: boolean;
};

/** Why a resource was left out, with nothing of what it says; `no-subject`: whose it is cannot be trusted. */
export type ExcludedResource = {
  readonly outcome: 'other-patient' | 'no-subject' | 'withdrawn' | 'unreadable';
};

/** Said where the server sent something that may turn the meaning around. */
export const MODIFIER_NOTE = 'Sent with a modifier that Longview cannot read: see the source';

/** "Reason: fever", or '' without a text. */
export const labelledText = (name: string, text: string): string => (text === '' ? '' : `${name}: ${text}`);

/** A resource of the patient that may be read. */
type Own = {
  readonly outcome: 'this-patient';
  readonly type: EventType;
  readonly status: string;
  readonly resource: FhirElement;
};

/** Whose it is and whether it stands: what is left out is told with its reason. Takes any JSON. */
export function readPatientResource(
  value: unknown,
  types: ReadonlySet<EventType>,
  context: EventContext,
): Own | ExcludedResource {
  if (!isElement(value) || !isOneOf(value['resourceType'], types)) return { outcome: 'unreadable' };
  const type = value['resourceType'];
  // An Immunization calls its subject patient.
  const subject = readSubject(type === 'Immunization' ? { subject: value['patient'] } : value, context);
  const status = statusOf(type, value);
  if (subject === 'other-patient') return { outcome: 'other-patient' };
  // Of what was entered in error a server may leave the status alone (US Core).
  if (status === 'entered-in-error') return { outcome: 'withdrawn' };
  return subject === 'this-patient'
    ? { outcome: 'this-patient', type, status, resource: value }
    : { outcome: 'no-subject' };
}

const isOneOf = (type: unknown, types: ReadonlySet<unknown>): type is EventType => types.has(type);
