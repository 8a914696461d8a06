import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { verifiedIdentity } from '../../smart/authorization/identity.ts';
import type { Session } from '../../smart/session/session.ts';
import { userTexts } from './user.messages.ts';

/** Returns who is signed in, in words (client-rules.md row 63). It never rejects, because a record is shown without it. */
export async function readUser(session: Session, reader: FhirReader): Promise<string> {
  try {
    const { reference, text } = await verifiedIdentity(session);
    const name = reference === undefined ? '' : await nameOf(reference, reader).catch(() => '');
    return plainLine(userTexts('signedIn', { name: name || text }));
  } catch {
    return userTexts('notVerified');
  }
}

async function nameOf(reference: string, reader: FhirReader): Promise<string> {
  const [type = ''] = reference.split('/');
  const person = await reader.read(type, reference, AbortSignal.timeout(10_000));
  // Practitioner and the other types of person have `name` in the same form as Patient.
  return readPatient(person, Date.now()).name;
}
