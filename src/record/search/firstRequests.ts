import type { Session } from '../../smart/session/session.ts';
import { vendorOf } from '../vendors.ts';
import { eventGrants } from '../events/eventGrants.ts';
import { FIRST_SEARCHES, FURTHER_SEARCHES, searchPlanFor, type PlannedSearch } from './searchPlan.ts';

/** Returns the address of the session's Patient, relative to the FHIR base. */
export const patientAddress = ({ patientId }: Pick<Session, 'patientId'>): string =>
  `Patient/${encodeURIComponent(patientId)}`;

/**
 * Returns what is asked for first about the session's patient, as addresses relative to the FHIR base: the Patient, and the
 * first searches of the plan.
 */
export const firstAddresses = (session: Session): readonly string[] => [
  patientAddress(session),
  ...searchPlanFor(vendorOf(session.site), session).searches.slice(0, FIRST_SEARCHES).map(searchAddress),
];

const searchAddress = ({ queryVariants }: PlannedSearch): string => `Observation?${queryVariants[0] ?? ''}`;

/**
 * Returns what is asked for next, as addresses relative to the FHIR base: the further searches of the plan, as soon as the first
 * results have come, and those for events. There are none for a server that is to get few searches at a time (decision 51).
 */
export function furtherAddresses(
  session: Session,
): Readonly<Record<'searches' | 'events', readonly string[]>> {
  const habits = vendorOf(session.site);
  if (!habits.answersManyAtOnce) return { searches: [], events: [] };
  const { searches } = searchPlanFor(habits, session);
  const granted = eventGrants(session).filter(({ isGranted }) => isGranted);
  return {
    searches: searches.slice(FIRST_SEARCHES, FIRST_SEARCHES + FURTHER_SEARCHES).map(searchAddress),
    events: granted.map(({ type, query }) => `${type}?${query}&_count=${habits.pageSize}`),
  };
}
