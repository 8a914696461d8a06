import type { CodeableConcept, FhirResource } from 'fhir/r4';
import { dateRange, periodRange, type DateRange } from './dates.ts';

export type Token = { readonly system: string | undefined; readonly code: string | undefined };

type SearchType = {
  /** The parameter(s) that name the patient. */
  readonly patient: readonly string[];
  readonly tokens: Readonly<Record<string, (resource: FhirResource) => readonly Token[]>>;
  readonly dates: Readonly<Record<string, (resource: FhirResource) => DateRange | undefined>>;
  /** Elements with a minimum of one: `_elements` cannot leave them out. */
  readonly mandatory: readonly string[];
};

export const SEARCHABLE_TYPES = ['Patient', 'Observation', 'Encounter', 'MedicationRequest'] as const;
export type SearchableType = (typeof SEARCHABLE_TYPES)[number];

const STATUS = 'http://hl7.org/fhir/';

/** What can be read and searched, and how. The CapabilityStatement is written from this table. */
export const SEARCH_TYPES: Readonly<Record<string, SearchType>> = {
  Patient: {
    patient: ['_id'],
    tokens: {
      identifier: of('Patient', ({ identifier = [] }) =>
        identifier.map(({ system, value }) => ({ system, code: value })),
      ),
    },
    dates: {},
    mandatory: [],
  },
  Observation: {
    patient: ['patient', 'subject'],
    tokens: {
      category: of('Observation', (resource) => concepts(resource.category)),
      code: of('Observation', (resource) => concepts([resource.code])),
      status: of('Observation', (resource) => [
        { system: `${STATUS}observation-status`, code: resource.status },
      ]),
    },
    dates: { date: effective },
    mandatory: ['status', 'code'],
  },
  Encounter: {
    patient: ['patient', 'subject'],
    tokens: {
      status: of('Encounter', (resource) => [{ system: `${STATUS}encounter-status`, code: resource.status }]),
      class: of('Encounter', ({ class: kind }) => [{ system: kind.system, code: kind.code }]),
    },
    dates: {
      date: (resource) => (resource.resourceType === 'Encounter' ? periodRange(resource.period) : undefined),
    },
    mandatory: ['status', 'class'],
  },
  MedicationRequest: {
    patient: ['patient', 'subject'],
    tokens: {
      status: of('MedicationRequest', (resource) => [
        { system: 'http://hl7.org/fhir/CodeSystem/medicationrequest-status', code: resource.status },
      ]),
      intent: of('MedicationRequest', (resource) => [
        { system: 'http://hl7.org/fhir/CodeSystem/medicationrequest-intent', code: resource.intent },
      ]),
      category: of('MedicationRequest', (resource) => concepts(resource.category)),
      code: of('MedicationRequest', (resource) =>
        resource.medicationCodeableConcept ? concepts([resource.medicationCodeableConcept]) : [],
      ),
    },
    dates: { authoredon: authored },
    mandatory: ['status', 'intent', 'medication', 'subject'],
  },
};

type Typed<T extends SearchableType> = Extract<FhirResource, { readonly resourceType: T }>;

const isTyped = <T extends SearchableType>(resource: FhirResource, type: T): resource is Typed<T> =>
  resource.resourceType === type;

/** A reader written for one type, kept in a table for all. */
function of<T extends SearchableType>(
  type: T,
  read: (resource: Typed<T>) => readonly Token[],
): (resource: FhirResource) => readonly Token[] {
  return (resource) => (isTyped(resource, type) ? read(resource) : []);
}

const concepts = (list: readonly CodeableConcept[] | undefined): readonly Token[] =>
  (list ?? []).flatMap((concept) => (concept.coding ?? []).map(({ system, code }) => ({ system, code })));

function effective(resource: FhirResource): DateRange | undefined {
  if (resource.resourceType !== 'Observation') return undefined;
  const text = resource.effectiveDateTime ?? resource.effectiveInstant;
  return text === undefined ? periodRange(resource.effectivePeriod) : dateRange(text);
}

function authored(resource: FhirResource): DateRange | undefined {
  if (resource.resourceType !== 'MedicationRequest' || resource.authoredOn === undefined) return undefined;
  return dateRange(resource.authoredOn);
}

export const lastUpdated = (resource: FhirResource): DateRange | undefined =>
  resource.meta?.lastUpdated === undefined ? undefined : dateRange(resource.meta.lastUpdated);

/** `a|b`, `a|`, `|b` and `b`: https://hl7.org/fhir/R4/search.html#token */
export function tokenCondition(value: string): ((held: Token) => boolean) | undefined {
  const parts = value.split('|');
  if (value === '' || value === '|' || parts.length > 2) return undefined;
  const [first = '', second] = parts;
  if (second === undefined) return (held) => held.code === first;
  return (held) =>
    (first === '' ? held.system === undefined : held.system === first) &&
    (second === '' || held.code === second);
}
