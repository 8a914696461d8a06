import type { Session } from '../smart/session/session.ts';
import { vendorOf } from './vendors.ts';

/** The context says whose resources are read, and how. */
export type PatientContext = {
  readonly patientId: string;
  /** References are relative to this FHIR base. */
  readonly fhirBase: string;
  /** Rule 34: preliminary results and reports are listed without their content. */
  readonly hidePreliminary: boolean;
};

/** Returns what every reading of a session's patient needs to know. */
export const patientContextOf = ({ patientId, iss, site }: Session): PatientContext => ({
  patientId,
  fhirBase: iss,
  hidePreliminary: vendorOf(site).hidesPreliminary,
});
