import type { FhirResource } from 'fhir/r4';
import { dateRange, type DateRange } from './dateRange.ts';
import { EVENT_TYPES } from './searchEvents.ts';
import { MEDICATION_TYPES } from './searchMedications.ts';
import {
  conceptsOf,
  dateOf,
  statusOf,
  timeRange,
  tokensOf,
  type SearchType,
  type Token,
} from './searchParameterReaders.ts';

export const SEARCHABLE_TYPES = [
  'Patient',
  'Observation',
  'Encounter',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
  'Condition',
  'Procedure',
  'Immunization',
  'AllergyIntolerance',
  'DiagnosticReport',
] as const;
export type SearchableType = (typeof SEARCHABLE_TYPES)[number];

/** What can be read and searched, and how. The CapabilityStatement is written from this table. */
export const SEARCH_TYPES: Readonly<Record<string, SearchType>> = {
  Patient: {
    patient: ['_id'],
    tokens: {
      identifier: tokensOf('Patient', ({ identifier = [] }) =>
        identifier.map(({ system, value }) => ({ system, code: value })),
      ),
    },
    dates: {},
    mandatory: [],
  },
  Observation: {
    patient: ['patient', 'subject'],
    tokens: {
      category: conceptsOf('Observation', ({ category }) => category),
      code: conceptsOf('Observation', ({ code }) => code),
      status: statusOf('Observation', 'observation-status', ({ status }) => status),
    },
    dates: {
      date: dateOf('Observation', ({ effectiveDateTime, effectiveInstant, effectivePeriod }) =>
        timeRange(effectiveDateTime ?? effectiveInstant, effectivePeriod),
      ),
    },
    mandatory: ['status', 'code'],
  },
  ...EVENT_TYPES,
  ...MEDICATION_TYPES,
} satisfies Readonly<Record<SearchableType, SearchType>>;

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
