import type { Session } from '../smart/session/session.ts';
import { vendorOf } from './vendors.ts';

/** Whose resources are read, and how. */
export type PatientContext = {
  readonly patientId: string;
  /** The FHIR base that references are relative to. */
  readonly fhirBase: string;
  /** Rule 34: preliminary results and reports are listed without what they say. */
  readonly hidePreliminary: boolean;
};

/** Returns what every reading of a session's patient needs to know. */
export const patientContextOf = ({ patientId, iss, site }: Session): PatientContext => ({
  patientId,
  fhirBase: iss,
  hidePreliminary: vendorOf(site).hidesPreliminary,
});
