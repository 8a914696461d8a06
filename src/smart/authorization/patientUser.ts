import type { Session } from '../session/session.ts';
import { fhirBaseOf } from '../site/fhirBase.ts';
import { textField } from '../site/untrustedJson.ts';

/**
 * Says who signed in: the patient of the record (`self`), somebody with a right to read another person's record (`proxy`), or a
 * person who works in care (`clinician`). It is `unknown` where nobody said so.
 */
export type Viewer = 'self' | 'proxy' | 'clinician' | 'unknown';

/**
 * Returns who the id_token of a session says the user is. The signature is not checked here: the answer chooses words and
 * screens, and the token decides what can be read. A patient of another server may share the id and be somebody else, so nobody
 * tells them that this record is theirs.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launching-app-with-the-current-user
 */
export function viewerOf(session: Session): Viewer {
  const sent = userOf(session);
  const base = fhirBaseOf(session.iss);
  // A reference without a type would take that of the server’s own address.
  if (!/^[^?#]*\//.test(sent) || !URL.canParse(sent, base)) return 'unknown';
  const [server, user] = [new URL(base), new URL(sent, base)];
  // Servers add a slash, a query or a version, and write the type in small letters.
  const parts = partsOf(user.pathname.replace(/\/_history\/.*/, ''));
  const [type = '', id] = parts.splice(-2);
  const isOfServer = user.origin === server.origin && parts.join('/') === partsOf(server.pathname).join('/');
  switch (type.toLowerCase()) {
    case 'patient':
      return isOfServer && id === session.patientId ? 'self' : 'proxy';
    case 'relatedperson':
      return 'proxy';
    case 'practitioner':
    case 'practitionerrole':
      return 'clinician';
    default:
      return 'unknown'; // A Person may be anybody.
  }
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** Returns the reference of the user; '' when there is no token or it cannot be read. */
function userOf(session: Session): string {
  const [, payload] = (session.stored().idToken ?? '').split('.');
  // Most sessions of clinicians have none, and it is asked for with every drawing. An error is slow to make.
  if (payload === undefined) return '';
  try {
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
