import type { EventType } from '../../clinical/events/careEvent.ts';
import { EVENT_TYPES } from '../../smart/authorization/eventTypes.ts';
import { categoryOfPart, isGranted, sharedParts } from '../../smart/authorization/scopes.ts';
import type { Session } from '../../smart/session/session.ts';

/** This is one type of event that the site may want, and how a server is asked for it first. */
export type EventGrant = {
  readonly type: EventType;
  /** The query names the patient, and the parts of the type that the scopes cover. */
  readonly query: string;
  /** The scopes cover only these parts of the type. */
  readonly parts: readonly string[] | undefined;
  readonly isRequested: boolean;
  /** A search runs only if the site requested it and the server granted it. */
  readonly isGranted: boolean;
};

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

/** Returns each type of event that the site may want, granted or not. */
export function eventGrants({ requestedScope, scope, patientId }: Session): readonly EventGrant[] {
  const patient = `patient=${encodeURIComponent(patientId)}`;
  const listed = EVENT_TYPES.filter(
    (type) => !ONLY_IF_LISTED.has(type) || isGranted(requestedScope, type, 's'),
  );
  return listed.map((type) => {
    const parts = sharedParts(scope, requestedScope, type);
    const isRequested = isGranted(requestedScope, type, 's');
    return {
      type,
      query: patient + partsFilter(parts),
      parts,
      isRequested,
      // A server may grant more than was requested; what the site does not want is not read.
      isGranted: isRequested && isGranted(scope, type, 's'),
    };
  });
}
