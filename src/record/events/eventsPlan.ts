import type { EventType } from '../../clinical/events/careEvent.ts';
import { categoryOfPart, isGranted, sharedParts } from '../../smart/authorization/scopes.ts';
import type { Session } from '../../smart/session/session.ts';
import { EVENT_TYPES } from './eventTypes.ts';
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

/** Whether a search by this query may miss resources that the scopes cover. */
export const isPartialQuery = ({ isPart }: EventSearch, query: string): boolean =>
  !isPart && /&(?:category=|intent=order,plan)/.test(query);

/**
 * A site that does not list these types does not want them, so they are not called missing (docs/contract.md, section 2).
 */
const ONLY_IF_LISTED: ReadonlySet<EventType> = new Set([
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
]);

/** Returns the filter of a search for the parts of a type that the scopes cover; '' for all of it. */
function partsFilter(parts: readonly string[] | undefined): string {
  const categories = parts?.map((part) =>
    categoryOfPart(part) === '' ? '' : part.slice('category='.length),
  );
  // A server that grants by other queries filters what it sends.
  if (categories === undefined || categories.includes('')) return '';
  return `&category=${categories.join(',')}`;
}

/** Returns one search for each type of event that the site may want, granted or not. */
export function eventsPlanFor({
  requestedScope,
  scope,
  missingGrants,
  site,
  patientId,
}: Session): readonly EventSearch[] {
  const patient = `patient=${encodeURIComponent(patientId)}`;
  const { pageSize, isTotalOfMatches } = vendorOf(site);
  const count = `&_count=${pageSize}`;
  const listed = EVENT_TYPES.filter(
    (type) => !ONLY_IF_LISTED.has(type) || isGranted(requestedScope, type, 's'),
  );
  return listed.map((type) => {
    const parts = sharedParts(scope, requestedScope, type);
    const filter = partsFilter(parts);
    return {
      name: type,
      type,
      queryVariants: [
        patient + filter + count,
        patient + filter,
        ...(parts ? [] : (EXTRA_PARAMETERS[type] ?? [])).map((parameters) => `${patient}&${parameters}`),
      ],
      countsMatches: isTotalOfMatches,
      isRequested: isGranted(requestedScope, type, 's'),
      // A server may grant more than was requested; what the site does not want is not read.
      isGranted: isGranted(requestedScope, type, 's') && isGranted(scope, type, 's'),
      isPart: parts !== undefined || missingGrants.partial.includes(type),
    };
  });
}
