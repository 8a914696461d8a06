// What a search parameter reads of a resource: codes, or the span of time that a date names.
import type { CodeableConcept, FhirResource, Period } from 'fhir/r4';
import { dateRange, periodRange, type DateRange } from './dateRange.ts';

export type Token = { readonly system: string | undefined; readonly code: string | undefined };
export type TokenReader = (resource: FhirResource) => readonly Token[];
export type DateReader = (resource: FhirResource) => DateRange | undefined;

export type SearchType = {
  /** The parameter(s) that name the patient. */
  readonly patient: readonly string[];
  readonly tokens: Readonly<Record<string, TokenReader>>;
  /** The first is when it was: vendors put the newest first by it. */
  readonly dates: Readonly<Record<string, DateReader>>;
  /** Elements with a minimum of one: `_elements` cannot leave them out. */
  readonly mandatory: readonly string[];
};

type Typed<T extends FhirResource['resourceType']> = Extract<FhirResource, { readonly resourceType: T }>;

const isTyped = <T extends FhirResource['resourceType']>(
  resource: FhirResource,
  type: T,
): resource is Typed<T> => resource.resourceType === type;

/** A reader written for one type, kept in a table for all. */
export const tokensOf =
  <T extends FhirResource['resourceType']>(
    type: T,
    read: (resource: Typed<T>) => readonly Token[],
  ): TokenReader =>
  (resource) =>
    isTyped(resource, type) ? read(resource) : [];

export const dateOf =
  <T extends FhirResource['resourceType']>(
    type: T,
    read: (resource: Typed<T>) => DateRange | undefined,
  ): DateReader =>
  (resource) =>
    isTyped(resource, type) ? read(resource) : undefined;

export const conceptsOf = <T extends FhirResource['resourceType']>(
  type: T,
  read: (resource: Typed<T>) => CodeableConcept | readonly CodeableConcept[] | undefined,
): TokenReader => tokensOf(type, (resource) => concepts(read(resource)));

function concepts(held: CodeableConcept | readonly CodeableConcept[] | undefined): readonly Token[] {
  const list = held === undefined ? [] : isList(held) ? held : [held];
  return list.flatMap(({ coding = [] }) => coding.map(({ system, code }) => ({ system, code })));
}

// Array.isArray does not narrow a list that is read only.
const isList = (held: CodeableConcept | readonly CodeableConcept[]): held is readonly CodeableConcept[] =>
  Array.isArray(held);

/** `system` is where the codes of HL7 for it are from. */
export const statusOf = <T extends FhirResource['resourceType']>(
  type: T,
  system: string,
  read: (resource: Typed<T>) => string | undefined,
): TokenReader =>
  tokensOf(type, (resource) => [{ system: `http://hl7.org/fhir/${system}`, code: read(resource) }]);

export const timeRange = (time: string | undefined, period?: Period): DateRange | undefined =>
  time === undefined ? periodRange(period) : dateRange(time);
