import { isReplaced, readPatient, type PatientIdentity } from '../../clinical/patient/patient.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Session } from '../../smart/session/session.ts';
import { resourceVersionOf } from '../flowsheet/resourceVersion.ts';
import type { ReadIdentity, ReadIdentityNow } from './readIdentity.ts';
import { patientAddress } from '../search/firstRequests.ts';
import { usableTimeZone } from '../../smart/site/usableTimeZone.ts';
import { textField } from '../../smart/site/untrustedJson.ts';

/** Reads the session's Patient. */
export type PatientReading = {
  /**
   * Returns who the record is of. Throws FhirError when the first read failed, and E11, E12, E13 or E17 when the session is over. A later
   * read that failed returns what is known, marked as such.
   */
  read(signal: AbortSignal): Promise<PatientIdentity>;
};

/**
 * Creates the reading of the session's Patient. The session ends when the server answers with another patient (E12, rule
 * 48), does not allow the read (E11), or has no such patient or has merged it into another (E17).
 */
export function patientReading(session: Session, reader: FhirReader): PatientReading {
  const { patientId, site, kind, iss } = session;
  const context = { site, kind, iss };
  const endSession = (error: LaunchError): LaunchError => {
    session.end(error);
    return error;
  };
  const readNow: ReadIdentityNow = async (signal, urgency) => {
    try {
      const resource = await reader.read('Patient', patientAddress(session), signal, urgency);
      if (textField(resource, 'id') !== patientId) throw endSession(new LaunchError('E12', context));
      if (isReplaced(resource)) throw endSession(new LaunchError('E17', context));
      return {
        identity: readPatient(resource, Date.now(), site.identifierSystem, usableTimeZone(site.timeZone)),
        version: resourceVersionOf(resource),
      };
    } catch (error) {
      if (!(error instanceof FhirError)) throw error;
      if (error.failure === 'gone' || error.status === 404) throw endSession(new LaunchError('E17', context));
      if (error.failure === 'not-allowed')
        throw endSession(new LaunchError('E11', { ...context, facts: { notAllowed: 'patient' } }));
      throw error;
    }
  };
  let held: ReadIdentity | undefined;
  return {
    async read(signal) {
      held = held
        ? await import('./laterIdentity.ts').then(
            ({ readAgain }) => readAgain(held!, readNow, signal),
            () => held!, // the screen says that code is missing
          )
        : await readNow(signal, 'essential');
      return held.identity;
    },
  };
}
