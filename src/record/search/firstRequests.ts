import type { EventType } from '../../clinical/events/careEvent.ts';
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
 * Returns what is asked for next, as addresses relative to the FHIR base: with the first results the further searches of the plan and the
 * type of event that the screen waits for, and the other events later. There are none for a server that is to get few searches at a
 * time (decision 51).
 */
export function furtherAddresses(
  session: Session,
  awaited: EventType | undefined,
): Readonly<Record<'afterFirstResults' | 'later', readonly string[]>> {
  const habits = vendorOf(session.site);
  if (!habits.answersManyAtOnce) return { afterFirstResults: [], later: [] };
  const { searches } = searchPlanFor(habits, session);
  const granted = eventGrants(session).filter(({ isGranted }) => isGranted);
  const events = (isAwaited: boolean): readonly string[] =>
    granted
      .filter(({ type }) => (type === awaited) === isAwaited)
      .map(({ type, query }) => `${type}?${query}&_count=${habits.pageSize}`);
  return {
    afterFirstResults: [
      ...searches.slice(FIRST_SEARCHES, FIRST_SEARCHES + FURTHER_SEARCHES).map(searchAddress),
      ...events(true),
    ],
    later: events(false),
  };
}
