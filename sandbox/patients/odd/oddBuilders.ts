// All Observations of the odd record are built here. Each stands for a fixture of docs/fixtures.md or for a
// further oddity and says which in its id, `fixture-13-mg-dl`, and in a tag with the fixture's number, `13`.
import type { CodeableConcept, FhirResource, Meta, Observation } from 'fhir/r4';
import { categoryConcept, type Category } from '../resources/codes.ts';
import { DAY_MS, HOUR_MS } from '../resources/localTime.ts';

export const ODD_ID = 'odd';
export const FIXTURE_SYSTEM = 'https://sandbox-hospital.example/fixture';
export const ODDITY_SYSTEM = 'https://sandbox-hospital.example/oddity';

/** The keys are elements of FHIR. Their values may be anything, since that is the point. */
type OddElements = {
  readonly [element in Exclude<keyof Observation, 'resourceType' | 'id' | 'meta'>]?: unknown;
} & {
  readonly meta?: Meta;
};
type NamedElements = Readonly<Record<string, OddElements>>;

const FIRST_DAY_MS = Date.UTC(2025, 11, 31, 8);
const LAST_UPDATED = '2026-11-20T12:00:00.000Z';

/**
 * Returns the Observations of one fixture, one hour apart on the day of its number unless their elements say
 * another time.
 */
export function fixtureObservations(
  number: string,
  categoryCode: Category,
  code: CodeableConcept,
  elementsByName: NamedElements,
): readonly Observation[] {
  const dayMs = FIRST_DAY_MS + Number.parseInt(number, 10) * DAY_MS;
  return buildObservations({
    system: FIXTURE_SYSTEM,
    tag: number,
    prefix: `fixture-${number}`,
    startMs: dayMs,
    categoryCode,
    code,
    elementsByName,
  });
}

/** Returns the same for an oddity that is no fixture. `day` counts from 1 April 2026. */
export function oddityObservations(
  name: string,
  day: number,
  categoryCode: Category,
  code: CodeableConcept,
  elementsByName: NamedElements,
): readonly Observation[] {
  const startMs = Date.UTC(2026, 3, day, 8);
  return buildObservations({
    system: ODDITY_SYSTEM,
    tag: name,
    prefix: `oddity-${name}`,
    startMs,
    categoryCode,
    code,
    elementsByName,
  });
}

type BuildInput = {
  readonly system: string;
  readonly tag: string;
  readonly prefix: string;
  readonly startMs: number;
  readonly categoryCode: Category;
  readonly code: CodeableConcept;
  readonly elementsByName: NamedElements;
};

function buildObservations({
  system,
  tag,
  prefix,
  startMs,
  categoryCode,
  code,
  elementsByName,
}: BuildInput): readonly Observation[] {
  return Object.entries(elementsByName)
    .map(([suffix, elements], i): object => ({
      resourceType: 'Observation',
      id: `${prefix}-${suffix}`,
      status: 'final',
      category: [categoryConcept(categoryCode)],
      code,
      subject: { reference: `Patient/${ODD_ID}` },
      ...(!hasEffective(elements) && { effectiveDateTime: new Date(startMs + i * HOUR_MS).toISOString() }),
      ...elements,
      meta: { versionId: '1', lastUpdated: LAST_UPDATED, ...elements.meta, tag: [{ system, code: tag }] },
    }))
    .filter(isObservation);
}

const isObservation = (resource: object): resource is Observation =>
  'resourceType' in resource && resource.resourceType === 'Observation';

// `effectiveDateTime: undefined` says that there is none.
const hasEffective = (elements: OddElements): boolean =>
  Object.keys(elements).some((element) => element.startsWith('effective'));

/** The values may be anything, since that is the point. */
type ResourceElements = Readonly<Record<string, unknown>>;

/** Returns the resources of one type. What is odd about each is the end of its id. */
export const oddResources = (
  resourceType: FhirResource['resourceType'],
  shared: ResourceElements,
  elementsByName: Readonly<Record<string, ResourceElements>>,
): readonly FhirResource[] =>
  Object.entries(elementsByName)
    .map(([suffix, elements]): object => ({
      resourceType,
      id: `${ODD_ID}-${resourceType.toLowerCase()}-${suffix}`,
      meta: { versionId: '1', lastUpdated: '2026-11-20T12:00:00.000Z' },
      ...shared,
      ...elements,
    }))
    .filter(hasResourceType);

const hasResourceType = (resource: object): resource is FhirResource => 'resourceType' in resource;
