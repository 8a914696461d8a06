import type { Session } from '../../smart/session/session.ts';
import { vendorOf } from '../vendors.ts';
import { FIRST_SEARCHES, searchPlanFor } from './searchPlan.ts';

/** Returns the address of the session's Patient, relative to the FHIR base. */
export const patientAddress = ({ patientId }: Pick<Session, 'patientId'>): string =>
  `Patient/${encodeURIComponent(patientId)}`;

/**
 * Returns what is asked for first about the session's patient, as addresses relative to the FHIR base: the Patient, and the
 * first searches of the plan.
 */
export const firstAddresses = (session: Session): readonly string[] => [
  patientAddress(session),
  ...searchPlanFor(vendorOf(session.site), session)
    .searches.slice(0, FIRST_SEARCHES)
    .map(({ queryVariants }) => `Observation?${queryVariants[0] ?? ''}`),
];
