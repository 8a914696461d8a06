import type { FhirResource, Observation } from 'fhir/r4';
import type { FhirFault } from '../faults/fhirFault.ts';
import type { SearchEntry } from '../vendors/vendorBehaviour.ts';
import { OUTCOME_ENTRIES } from './faultyOutcome.ts';
import type { SearchPage } from './searchPages.ts';

const OTHER_PATIENT_ID = 'somebody-else';
/** No patient of the sandbox has this value, so that a test can look for it. */
const MARKER_VALUE = 987_654;

/** Returns the entries of a page with what the fault adds to them. */
export function faultyEntries(
  entries: readonly SearchEntry[],
  fault: FhirFault,
  searchPage: SearchPage,
  fhirBase: string,
): readonly SearchEntry[] {
  const [first] = entries;
  const entryOf = (resource: FhirResource, mode = 'match'): SearchEntry => ({
    fullUrl: `${fhirBase}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  });
  return [
    ...(fault.stranger && first ? withOtherPatient(first) : entries),
    ...addedResources(fault, searchPage).map((resource) => entryOf(resource)),
    ...(fault.extra === 'included' ? INCLUDED_RESOURCES.map((resource) => entryOf(resource, 'include')) : []),
    ...(fault.extra === 'unknown' ? UNKNOWN_ENTRIES : []),
    ...(fault.outcome ? [{ resource: OUTCOME_ENTRIES[fault.outcome], search: { mode: 'outcome' } }] : []),
  ];

  /** Adds another patient’s result before the others. A Patient is replaced by the other one. */
  function withOtherPatient(entry: SearchEntry): readonly SearchEntry[] {
    const { resource } = entry;
    const { resourceType, id = '' }: { resourceType?: string; id?: string } = resource;
    if (resourceType === 'Patient') return [{ ...entry, resource: { ...resource, id: OTHER_PATIENT_ID } }];
    const identity = {
      id: `${OTHER_PATIENT_ID}-${id}`,
      subject: { reference: `Patient/${OTHER_PATIENT_ID}` },
    };
    const value = resourceType === 'Observation' && {
      valueQuantity: { value: MARKER_VALUE, unit: 'mg/dL' },
    };
    const { component: _component, ...rest }: Partial<Observation> = { ...resource };
    return [{ ...entry, resource: { ...rest, ...identity, ...value } }, ...entries];
  }
}

/** Returns what a fault adds to the results of a page. */
function addedResources({ again, extra, unnamed }: FhirFault, searchPage: SearchPage): FhirResource[] {
  const resources: FhirResource[] = [];
  const [first] = searchPage.results;
  if (again !== undefined && searchPage.number > 1 && first) resources.push(repeatedVersion(first, again));
  if (extra === 'contained') resources.push(withContained(searchPage));
  if (unnamed && first?.resourceType === 'Observation') resources.push(withoutPatient(first));
  return resources;
}

/** Returns the result under another id, with a value that a test can look for and a patient who is named by a number alone. */
function withoutPatient({ component: _component, ...observation }: Observation): Observation {
  return {
    ...observation,
    id: `nobodys-${observation.id}`,
    subject: { identifier: { system: 'https://sandbox-hospital.example/mrn', value: '099 000 01' } },
    valueQuantity: { value: MARKER_VALUE, unit: 'mg/dL' },
  };
}

/** Repeats a resource under the same id, byte for byte or in another version. */
function repeatedVersion(resource: FhirResource, kind: NonNullable<FhirFault['again']>): FhirResource {
  if (kind === 'same' || resource.resourceType !== 'Observation') return resource;
  const version = Number(resource.meta?.versionId ?? 1) + (kind === 'older' ? -1 : 1);
  const dayMs = 86_400_000 * (kind === 'older' ? -1 : 1);
  const updatedMs = Date.parse(resource.meta?.lastUpdated ?? '2026-01-01') + dayMs;
  return {
    ...withChangedValue(resource),
    status: kind === 'withdrawn' ? 'entered-in-error' : 'corrected',
    meta: { ...resource.meta, versionId: String(version), lastUpdated: new Date(updatedMs).toISOString() },
  };
}

/** Adds one to every value, so that the versions can be told apart on the screen. */
function withChangedValue(observation: Observation): Observation {
  const { valueQuantity, component } = observation;
  return {
    ...observation,
    ...(valueQuantity && { valueQuantity: { ...valueQuantity, value: (valueQuantity.value ?? 0) + 1 } }),
    ...(component && {
      component: component.map((entry) => ({
        ...entry,
        ...(entry.valueQuantity && {
          valueQuantity: { ...entry.valueQuantity, value: (entry.valueQuantity.value ?? 0) + 1 },
        }),
      })),
    }),
  };
}

const INCLUDED_RESOURCES: readonly FhirResource[] = [
  {
    resourceType: 'Provenance',
    id: 'of-all',
    target: [{ reference: 'Observation/any' }],
    recorded: '2026-01-01T00:00:00Z',
    agent: [{ who: { display: 'Sandbox General Hospital' } }],
  },
  { resourceType: 'Device', id: 'monitor', deviceName: [{ name: 'Monitor', type: 'user-friendly-name' }] },
];

/** One entry has a type that no version of FHIR has, and one has a type that nobody asked for. */
const UNKNOWN_ENTRIES: readonly SearchEntry[] = [
  { resource: { resourceType: 'ObservationLikeThing', id: 'odd' }, search: { mode: 'match' } },
  { resource: { resourceType: 'Basic', id: 'basic', code: { text: 'Odd' } }, search: { mode: 'match' } },
];

/**
 * Returns a result that contains others, one of them another patient’s. A contained resource is no result of
 * its own.
 */
function withContained({ patientId, search }: SearchPage): Observation {
  const plain = (id: string, patient: string, value: number): Observation => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://example.org/odd', code: 'holder' }], text: 'Holder of others' },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: '2026-01-02T08:00:00Z',
    valueQuantity: { value, unit: '1', system: 'http://unitsofmeasure.org', code: '1' },
  });
  return {
    ...plain(`holder-${search.type.toLowerCase()}`, patientId, 42),
    contained: [plain('inside', patientId, MARKER_VALUE), plain('stranger', OTHER_PATIENT_ID, MARKER_VALUE)],
    hasMember: [{ reference: '#inside' }],
    extension: [{ url: 'http://example.org/nobody-knows', valueString: 'odd' }],
  };
}
