import type { EventType } from '../../clinical/events/careEvent.ts';
import type { Session } from '../../smart/session/session.ts';
import { eventGrants } from './eventGrants.ts';
import type { PlannedSearch } from '../search/searchPlan.ts';
import { vendorOf } from '../vendors.ts';

/** A search for one type of resource runs only if the site requested it and the server granted it. */
export type EventSearch = PlannedSearch & {
  readonly type: EventType;
  readonly isRequested: boolean;
  readonly isGranted: boolean;
  /** The scopes cover only a part of the type. */
  readonly isPart: boolean;
};

/**
 * These are parameters for servers that refuse a search by patient alone. The first intents are all of the value set, so they
 * lose nothing. The categories are the ones that US Core 3.1.1 names, so resources of others may be missed.
 */
const EXTRA_PARAMETERS: Partial<Record<EventType, readonly string[]>> = {
  MedicationRequest: [
    'intent=proposal,plan,order,original-order,reflex-order,filler-order,instance-order,option',
    'intent=order,plan',
  ],
  Condition: ['category=problem-list-item,encounter-diagnosis', 'category=problem-list-item'],
  DiagnosticReport: ['category=LAB,RAD', 'category=LAB'],
};

/** Returns whether a search by this query may miss resources that the scopes cover. */
export const isPartialQuery = ({ isPart }: EventSearch, query: string): boolean =>
  !isPart && /&(?:category=|intent=order,plan)/.test(query);

/** Returns one search for each type of event that the site may want, granted or not. */
export function eventsPlanFor(session: Session): readonly EventSearch[] {
  const { missingGrants, site, patientId } = session;
  const patient = `patient=${encodeURIComponent(patientId)}`;
  const { pageSize, isTotalOfMatches } = vendorOf(site);
  return eventGrants(session).map(({ type, query, parts, ...grants }) => ({
    name: type,
    type,
    queryVariants: [
      `${query}&_count=${pageSize}`,
      query,
      ...(parts ? [] : (EXTRA_PARAMETERS[type] ?? [])).map((parameters) => `${patient}&${parameters}`),
    ],
    isTotalOfMatches,
    ...grants,
    isPart: parts !== undefined || missingGrants.partial.includes(type),
  }));
}
