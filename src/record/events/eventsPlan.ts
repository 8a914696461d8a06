import type { EventType } from '../../clinical/events/careEvent.ts';
import { isGranted } from '../../smart/authorization/scopes.ts';
import type { Session } from '../../smart/session/session.ts';
import { EVENT_TYPES } from './eventTypes.ts';
import type { PlannedSearch } from '../search/searchPlan.ts';
import { vendorOf } from '../vendors.ts';

/** A search for one type of resource runs only if the site requested it and the server granted it. */
export type EventSearch = PlannedSearch & { readonly type: EventType; readonly isGranted: boolean };

/**
 * Parameters for servers that refuse a search by patient alone. The first intents are all of the value set, so they lose
 * nothing. The categories are the ones that US Core 3.1.1 names, so resources of others may be missed.
 */
const EXTRA_PARAMETERS: Partial<Record<EventType, readonly string[]>> = {
  MedicationRequest: [
    'intent=proposal,plan,order,original-order,reflex-order,filler-order,instance-order,option',
    'intent=order,plan',
  ],
  Condition: ['category=problem-list-item,encounter-diagnosis', 'category=problem-list-item'],
  DiagnosticReport: ['category=LAB,RAD', 'category=LAB'],
};

/** Whether a search by this query may miss resources. */
export const isPartialQuery = (query: string): boolean => /&(?:category=|intent=order,plan)/.test(query);

/**
 * A site that does not list these types does not want them, so they are not called missing (docs/contract.md, section 2).
 */
const ONLY_IF_LISTED: ReadonlySet<EventType> = new Set([
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
]);

/** Returns one search for each type of event that the site wants, granted or not. */
export function eventsPlanFor({ requestedScope, scope, site, patientId }: Session): readonly EventSearch[] {
  const patient = `patient=${encodeURIComponent(patientId)}`;
  const { pageSize, isTotalOfMatches } = vendorOf(site);
  const count = `&_count=${pageSize}`;
  const wanted = EVENT_TYPES.filter(
    (type) => !ONLY_IF_LISTED.has(type) || isGranted(requestedScope, type, 's'),
  );
  return wanted.map((type) => ({
    name: type,
    type,
    queryVariants: [
      patient + count,
      patient,
      ...(EXTRA_PARAMETERS[type] ?? []).map((parameters) => `${patient}&${parameters}`),
    ],
    countsMatches: isTotalOfMatches,
    // A server may grant more than was requested; what the site does not want is not read.
    isGranted: isGranted(requestedScope, type, 's') && isGranted(scope, type, 's'),
  }));
}
