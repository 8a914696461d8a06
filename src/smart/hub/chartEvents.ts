import { fhirBaseOf } from '../site/fhirBase.ts';
import { fieldOf, objectField, textField } from '../site/untrustedJson.ts';
import type { HubEvent } from './hubMessages.ts';

/** An event means one of these for the chart that is open here. */
export type ChartEventMeaning =
  /** The EHR shows the same patient. */
  | 'same'
  /** The EHR shows another patient. */
  | 'other'
  /** The EHR has closed this chart. */
  | 'closed'
  /** The clinician has signed out of the EHR, or was signed out. */
  | 'signedOut'
  /** The event is about a chart, and it cannot be told whose. */
  | 'unknown'
  /** The event is older than the one that the EHR shows, or about nothing that is shown here. */
  | 'noChange'
  /** The event belongs to another session. */
  | 'foreign';

/** This chart is open: the id of the patient at this server, in the session with this topic. */
export type OpenChart = { readonly iss: string; readonly patientId: string; readonly topic: string };

/** https://build.fhir.org/ig/HL7/fhircast-docs/3-2-3-UserLogout.html */
const SIGN_OUT = 'userlogout';

/** A time that is further ahead than clocks go wrong is no time to compare with. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Several programs drive one chart, and their clocks differ by some seconds. So what seems to be a little older may have happened later. A
 * view that is cleared for nothing costs one click, and one that stays shows another patient.
 */
const CLOCK_DIFFERENCE_MS = 30_000;

/**
 * Returns a function that says what each event means for this chart. A patient is the same only where the id is, and no other
 * part of the event says otherwise: an identifier, a name or a date of birth can be shared or mistyped. Events may come late,
 * twice or out of order. Each is judged by what it says itself, and one that is clearly older than the last one about this
 * patient is past. https://build.fhir.org/ig/HL7/fhircast-docs/2-5-ReceiveEventNotification.html#event-notification
 */
export function createEventInterpreter(
  { iss, patientId, topic }: OpenChart,
  nowMs: () => number,
): (event: HubEvent) => ChartEventMeaning {
  let lastAtMs = -Infinity;
  return (event) => {
    if (event.topic !== topic) return 'foreign';
    if (event.name === SIGN_OUT) return 'signedOut';
    if (!isAboutChart(event)) return 'noChange';
    if (event.atMs !== undefined && event.atMs < lastAtMs - CLOCK_DIFFERENCE_MS) return 'noChange';
    const found = patientOf(event, iss);
    if (found === undefined) return 'unknown';
    const isSame = found === patientId;
    if (event.name.endsWith('-close')) return isSame ? 'closed' : 'noChange';
    if (!isSame) return 'other';
    // What happens from now on is never past, although the clock of who sent this one may run ahead.
    if (event.atMs !== undefined && event.atMs <= nowMs() + CLOCK_TOLERANCE_MS)
      lastAtMs = Math.max(lastAtMs, Math.min(event.atMs, nowMs()));
    return 'same';
  };
}

/**
 * Returns whether an event says which chart is open. What opens a study or a report names its patient; without one it says
 * nothing of the chart. The end of an encounter leaves the chart open.
 */
function isAboutChart({ name, context }: HubEvent): boolean {
  if (['patient-open', 'patient-close', 'encounter-open'].includes(name)) return true;
  return /^[a-z]+-open$/.test(name) && context.some((item) => keyOf(item) === 'patient');
}

const keyOf = (item: unknown): string => textField(item, 'key').toLowerCase();

/** Returns the id of the one patient whom an event is about, at this server; undefined where that is not certain. */
function patientOf({ context }: HubEvent, iss: string): string | undefined {
  const ids = context.flatMap((item) => {
    const resource = objectField(item, 'resource');
    if (keyOf(item) === 'patient') return [idOfPatient(item, resource, iss)];
    const subject = objectField(resource, 'subject');
    return keyOf(item) === 'encounter' && subject !== undefined ? [referencedId(subject, iss)] : [];
  });
  const [first] = ids;
  return ids.length > 0 && ids.every((id) => id === first) ? first : undefined;
}

/** The context holds the Patient, or a reference to it. */
function idOfPatient(item: unknown, resource: object | undefined, iss: string): string | undefined {
  if (resource === undefined) return referencedId(objectField(item, 'reference'), iss);
  const id = fieldOf(resource, 'id');
  const isPatient = textField(resource, 'resourceType') === 'Patient';
  return isPatient && typeof id === 'string' && isId(id) ? id : undefined;
}

/** FHIR allows no other characters in an id. https://hl7.org/fhir/R4/datatypes.html#id */
const isId = (id: string): boolean => /^[A-Za-z0-9.-]{1,256}$/.test(id) && !/^\.+$/.test(id);

/** Returns the id in a reference to a Patient of this server. The same id at another server is another patient's. */
function referencedId(reference: unknown, iss: string): string | undefined {
  const text = textField(reference, 'reference');
  const base = fhirBaseOf(iss);
  const relative = text.startsWith(base) ? text.slice(base.length) : text;
  return /^Patient\/([A-Za-z0-9.-]+)(?:\/_history\/[A-Za-z0-9.-]+)?$/.exec(relative)?.[1];
}
