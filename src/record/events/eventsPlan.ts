import type { EventType } from '../../clinical/events/careEvent.ts';
import { isGranted } from '../../smart/authorization/scopes.ts';
import type { Session } from '../../smart/session/session.ts';
import { EVENT_TYPES } from './eventTypes.ts';
import type { PlannedSearch } from '../search/searchPlan.ts';
import { vendorOf } from '../vendors.ts';

export type EventSearch = PlannedSearch & { readonly type: EventType; readonly isGranted: boolean };

/**
 * For servers that want more than the patient. All intents of the value set lose nothing; categories are those that are
 * known, so that more may exist (US Core 3.1.1 asks servers for no other combinations).
 */
const NARROWER: Partial<Record<EventType, readonly string[]>> = {
  MedicationRequest: [
    'intent=proposal,plan,order,original-order,reflex-order,filler-order,instance-order,option',
    'intent=order,plan',
  ],
  Condition: ['category=problem-list-item,encounter-diagnosis', 'category=problem-list-item'],
  DiagnosticReport: ['category=LAB,RAD', 'category=LAB'],
};

/** Whether a search by this spelling may have left something out. */
export const isPartialQuery = (query: string): boolean => /&(?:category=|intent=order,plan)/.test(query);

/** A site that does not list them wants nothing of them, so nothing of them is missing (contract, section 2). */
const ONLY_IF_LISTED: ReadonlySet<EventType> = new Set([
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
]);

/** One search for each type of resource, asked for and granted or not. */
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
      ...(NARROWER[type] ?? []).map((narrower) => `${patient}&${narrower}`),
    ],
    countsMatches: isTotalOfMatches,
    // A server may grant more than was asked for; what the site does not want is not read.
    isGranted: isGranted(requestedScope, type, 's') && isGranted(scope, type, 's'),
  }));
}
