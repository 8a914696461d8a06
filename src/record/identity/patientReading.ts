import { isReplaced, readPatient, type PatientIdentity } from '../../clinical/patient/patient.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Session } from '../../smart/session/session.ts';
import { textField } from '../../smart/site/untrustedJson.ts';

export type PatientReading = {
  /** Throws FhirError when no answer came, LaunchError when the session had to end. */
  read(signal: AbortSignal): Promise<PatientIdentity>;
};

/**
 * Reads who the record is of. Ends the session when the server answers with another patient (E12), has none, or has merged
 * it into another (E17).
 */
export function patientReading(session: Session, reader: FhirReader): PatientReading {
  const { patientId, site, kind, iss } = session;
  const origin = { site, kind, iss };
  const stop = (error: LaunchError): LaunchError => {
    session.end(error);
    return error;
  };
  return {
    async read(signal) {
      try {
        const resource = await reader.read('Patient', `Patient/${encodeURIComponent(patientId)}`, signal);
        if (textField(resource, 'id') !== patientId) throw stop(new LaunchError('E12', origin));
        if (isReplaced(resource)) throw stop(new LaunchError('E17', origin));
        return readPatient(resource, Date.now());
      } catch (error) {
        if (!(error instanceof FhirError)) throw error;
        if (error.failure === 'gone' || error.status === 404) throw stop(new LaunchError('E17', origin));
        if (error.failure === 'not-allowed')
          throw stop(new LaunchError('E11', { ...origin, facts: { notAllowed: 'the patient' } }));
        throw error;
      }
    },
  };
}
