/** Reads which orders an order or a dose names. */
import { conceptCodes } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { isSameBase, type PatientOfServer } from '../fhirElements/subject.ts';

/** These are the ids of orders on the same server; absent where none is named. */
export type OrderLinks = {
  /** An order replaces this one: https://hl7.org/fhir/R4/medicationrequest-definitions.html#MedicationRequest.priorPrescription */
  readonly replaces?: string;
  /** An order fills this one, or orders one instance of it. */
  readonly fills?: string;
  /** A dose was given, or handed out, for this order. */
  readonly givenFor?: string;
  /** It was ordered for a time in hospital, and for no time after it, during the Encounter with this id. */
  readonly during?: string;
};

/** https://hl7.org/fhir/R4/valueset-medicationrequest-intent.html */
const FILLING_INTENTS: ReadonlySet<string> = new Set(['filler-order', 'instance-order']);
const ORDER = /^(?:(https?:\/\/[^#?]+)\/)?MedicationRequest\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;
const ENCOUNTER = /^(?:(https?:\/\/[^#?]+)\/)?Encounter\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;
/** https://hl7.org/fhir/R4/valueset-medicationrequest-category.html */
const AFTER_A_STAY: readonly string[] = ['outpatient', 'community', 'discharge'];

/** An end that was sent is the one that was meant, also behind the stay. */
const hasOwnEnd = ({ dosageInstruction }: FhirElement): boolean =>
  elementsOf(dosageInstruction).some(({ timing }) => {
    const { boundsPeriod } = elementOf(elementOf(timing)['repeat']);
    return exactText(elementOf(boundsPeriod)['end']) !== '';
  });

/** Returns whether an order is for a time in hospital, and for no time after it. */
function isOfStayAlone(order: FhirElement): boolean {
  const { resourceType, category } = order;
  const codes = elementsOf(category).flatMap(conceptCodes);
  return (
    resourceType === 'MedicationRequest' &&
    codes.includes('inpatient') &&
    !hasOwnEnd(order) &&
    !codes.some((code) => AFTER_A_STAY.includes(code))
  );
}

/** Returns the orders that a resource names. One of another server is not known here. */
export function orderLinksOf(resource: FhirElement, { fhirBase }: PatientOfServer): OrderLinks {
  const idIn = (value: unknown, pattern = ORDER): string | undefined => {
    const [, base, id] = pattern.exec(exactText(elementOf(value)['reference'])) ?? [];
    return base === undefined || isSameBase(base, fhirBase) ? id : undefined;
  };
  const replaces = idIn(resource['priorPrescription']);
  const isFilling = FILLING_INTENTS.has(trimmedText(resource['intent']).toLowerCase());
  const fills = isFilling
    ? elementsOf(resource['basedOn'])
        .map((one) => idIn(one))
        .find(Boolean)
    : undefined;
  const givenFor =
    resource['resourceType'] === 'MedicationAdministration'
      ? idIn(resource['request'])
      : // https://hl7.org/fhir/R4/medicationdispense-definitions.html#MedicationDispense.authorizingPrescription
        elementsOf(resource['authorizingPrescription'])
          .map((one) => idIn(one))
          .find(Boolean);
  const during = isOfStayAlone(resource) ? idIn(resource['encounter'], ENCOUNTER) : undefined;
  return {
    ...(replaces && { replaces }),
    ...(fills && { fills }),
    ...(givenFor && { givenFor }),
    ...(during && { during }),
  };
}

/** Returns the order that a link names, of orders by their ids. One that was sent without an id is named by no link. */
export const namedIn = <T>(orders: ReadonlyMap<string, T>, id: string | undefined): T | undefined =>
  id === undefined || id === '' ? undefined : orders.get(id);
