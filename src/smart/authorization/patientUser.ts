import type { Session } from '../session/session.ts';
import { textField } from '../site/untrustedJson.ts';

/**
 * Says who signed in: the patient of the record (`self`), somebody with a right to read another person's record (`proxy`), or a
 * person who works in care (`clinician`). It is `unknown` where nobody said so.
 */
export type Viewer = 'self' | 'proxy' | 'clinician' | 'unknown';

/**
 * Returns who the id_token of a session says the user is. The signature is not checked here: the answer chooses words and
 * screens, and the token decides what can be read.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launching-app-with-the-current-user
 */
export function viewerOf(session: Session): Viewer {
  const [, type, id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(userOf(session)) ?? [];
  if (type === 'Patient') return id === session.patientId ? 'self' : 'proxy';
  if (type === 'RelatedPerson') return 'proxy';
  // A Person may be anybody.
  return type === 'Practitioner' || type === 'PractitionerRole' ? 'clinician' : 'unknown';
}

/** Returns the reference of the user; '' when there is no token or it cannot be read. */
function userOf(session: Session): string {
  try {
    const [, payload = ''] = (session.stored().idToken ?? '').split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return textField(claims, 'fhirUser') || textField(claims, 'profile');
  } catch {
    return '';
  }
}

/**
 * Returns whether the user is a patient, or a person related to one: what is meant for clinicians is then not shown. It is false
 * when nobody said who the user is.
 */
export const isPatientUser = (session: Session): boolean => ['self', 'proxy'].includes(viewerOf(session));
