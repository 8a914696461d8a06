import type { Session } from '../../smart/session/session.ts';
import { vendorOf } from '../vendors.ts';
import { searchPlanFor, SEARCHES_AT_ONCE } from './searchPlan.ts';

/** Returns the address of the session's Patient, relative to the FHIR base. */
export const patientAddress = ({ patientId }: Pick<Session, 'patientId'>): string =>
  `Patient/${encodeURIComponent(patientId)}`;

/**
 * Returns what is asked for first about the session's patient, as addresses relative to the FHIR base: the Patient, and the
 * searches that run at once from the start.
 */
export const firstAddresses = (session: Session): readonly string[] => [
  patientAddress(session),
  ...searchPlanFor(vendorOf(session.site), session)
    .searches.slice(0, SEARCHES_AT_ONCE)
    .map(({ queryVariants }) => `Observation?${queryVariants[0] ?? ''}`),
];
