import type { Session } from '../session/session.ts';
import { textField } from '../site/untrustedJson.ts';

/**
 * Returns whether the id_token of a session says that the user is a patient, or a person related to one: what is meant
 * for clinicians is then not shown. The signature is not checked here, because the answer only takes something away.
 * False when nobody said who the user is.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launching-app-with-the-current-user
 */
export function isPatientUser(session: Session): boolean {
  try {
    const [, payload = ''] = (session.record().idToken ?? '').split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const user = textField(claims, 'fhirUser') || textField(claims, 'profile');
    return /(?:^|\/)(?:Patient|RelatedPerson)\//.test(user);
  } catch {
    return false;
  }
}
