// A search parameter reads codes from a resource, or the span of time that a date names.
import type { CodeableConcept, FhirResource, Period } from 'fhir/r4';
import { dateRange, periodRange, type DateRange } from './dateRange.ts';

export type SearchToken = { readonly system: string | undefined; readonly code: string | undefined };
export type TokenReader = (resource: FhirResource) => readonly SearchToken[];
export type DateReader = (resource: FhirResource) => DateRange | undefined;

export type SearchDefinition = {
  /** These parameters name the patient. */
  readonly patientParameters: readonly string[];
  readonly tokenParameters: Readonly<Record<string, TokenReader>>;
  /** The first parameter says when the event was; vendors sort by it, newest first. */
  readonly dateParameters: Readonly<Record<string, DateReader>>;
  /** FHIR requires these elements, so that `_elements` cannot leave them out. */
  readonly mandatoryElements: readonly string[];
};

type ResourceOfType<T extends FhirResource['resourceType']> = Extract<
  FhirResource,
  { readonly resourceType: T }
>;

const isOfType = <T extends FhirResource['resourceType']>(
  resource: FhirResource,
  type: T,
): resource is ResourceOfType<T> => resource.resourceType === type;

/** Makes a reader for one type usable in a table for all types. */
export const tokenReader =
  <T extends FhirResource['resourceType']>(
    type: T,
    read: (resource: ResourceOfType<T>) => readonly SearchToken[],
  ): TokenReader =>
  (resource) =>
    isOfType(resource, type) ? read(resource) : [];

export const dateReader =
  <T extends FhirResource['resourceType']>(
    type: T,
    read: (resource: ResourceOfType<T>) => DateRange | undefined,
  ): DateReader =>
  (resource) =>
    isOfType(resource, type) ? read(resource) : undefined;

export const conceptReader = <T extends FhirResource['resourceType']>(
  type: T,
  read: (resource: ResourceOfType<T>) => CodeableConcept | readonly CodeableConcept[] | undefined,
): TokenReader => tokenReader(type, (resource) => tokensOfConcepts(read(resource)));

function tokensOfConcepts(
  concepts: CodeableConcept | readonly CodeableConcept[] | undefined,
): readonly SearchToken[] {
  const list = concepts === undefined ? [] : isList(concepts) ? concepts : [concepts];
  return list.flatMap(({ coding = [] }) => coding.map(({ system, code }) => ({ system, code })));
}

// Array.isArray does not narrow a readonly array.
const isList = (
  concepts: CodeableConcept | readonly CodeableConcept[],
): concepts is readonly CodeableConcept[] => Array.isArray(concepts);

/** `system` is the last part of the address of HL7's code system. */
export const statusReader = <T extends FhirResource['resourceType']>(
  type: T,
  system: string,
  read: (resource: ResourceOfType<T>) => string | undefined,
): TokenReader =>
  tokenReader(type, (resource) => [{ system: `http://hl7.org/fhir/${system}`, code: read(resource) }]);

export const timeOrPeriodRange = (time: string | undefined, period?: Period): DateRange | undefined =>
  time === undefined ? periodRange(period) : dateRange(time);
