import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { ResourceVersion } from '../flowsheet/resourceVersion.ts';

/** This is what one answer of the server said of a patient. */
export type ReadIdentity = { readonly identity: PatientIdentity; readonly version: ResourceVersion };

/** Asks the server once. Throws FhirError, and E11, E12, E13 or E17 when the session is over. */
export type ReadIdentityNow = (signal: AbortSignal, kind: 'read' | 'essential') => Promise<ReadIdentity>;
