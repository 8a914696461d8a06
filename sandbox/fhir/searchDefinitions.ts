import type { FhirResource } from 'fhir/r4';
import { dateRange, type DateRange } from './dateRange.ts';
import { EVENT_SEARCHES } from './searchEvents.ts';
import { MEDICATION_SEARCHES } from './searchMedications.ts';
import {
  conceptReader,
  dateReader,
  statusReader,
  timeOrPeriodRange,
  tokenReader,
  type SearchDefinition,
  type SearchToken,
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

/**
 * This table says which types can be read and searched, and by which parameters. The CapabilityStatement is
 * written from it.
 */
export const SEARCH_DEFINITIONS: Readonly<Record<string, SearchDefinition>> = {
  Patient: {
    patientParameters: ['_id'],
    tokenParameters: {
      identifier: tokenReader('Patient', ({ identifier = [] }) =>
        identifier.map(({ system, value }) => ({ system, code: value })),
      ),
    },
    dateParameters: {},
    mandatoryElements: [],
  },
  Observation: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      category: conceptReader('Observation', ({ category }) => category),
      code: conceptReader('Observation', ({ code }) => code),
      status: statusReader('Observation', 'observation-status', ({ status }) => status),
    },
    dateParameters: {
      date: dateReader('Observation', ({ effectiveDateTime, effectiveInstant, effectivePeriod }) =>
        timeOrPeriodRange(effectiveDateTime ?? effectiveInstant, effectivePeriod),
      ),
    },
    mandatoryElements: ['status', 'code'],
  },
  ...EVENT_SEARCHES,
  ...MEDICATION_SEARCHES,
} satisfies Readonly<Record<SearchableType, SearchDefinition>>;

export const lastUpdatedRange = (resource: FhirResource): DateRange | undefined =>
  resource.meta?.lastUpdated === undefined ? undefined : dateRange(resource.meta.lastUpdated);

/** Reads `a|b`, `a|`, `|b` and `b`: https://hl7.org/fhir/R4/search.html#token */
export function tokenCondition(value: string): ((token: SearchToken) => boolean) | undefined {
  const parts = value.split('|');
  if (value === '' || value === '|' || parts.length > 2) return undefined;
  const [first = '', second] = parts;
  if (second === undefined) return (token) => token.code === first;
  return (token) =>
    (first === '' ? token.system === undefined : token.system === first) &&
    (second === '' || token.code === second);
}
