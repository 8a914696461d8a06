/** Reads JSON of unknown shape: a value that does not have the expected form counts as not sent, and nothing throws. */
import { withoutInvisibleCharacters } from './plainLine.ts';

/** This is any FHIR element or resource, before its fields are checked. */
export type FhirElement = Readonly<Record<string, unknown>>;

/** Returns whether a value is a JSON object. */
export const isElement = (value: unknown): value is FhirElement =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const emptyElement: FhirElement = {};

/** Returns the object, or an empty one for any other value. */
export const elementOf = (value: unknown): FhirElement => (isElement(value) ? value : emptyElement);

const noElements: readonly FhirElement[] = [];

/** Returns the objects of a list. A single object where a list belongs counts as a list of one. */
export function elementsOf(value: unknown): readonly FhirElement[] {
  if (Array.isArray(value)) return value.every(isElement) ? value : value.filter(isElement);
  if (value === undefined) return noElements;
  return isElement(value) ? [value] : [];
}

/** Returns whether a boolean was sent as true; some servers send it as a text, "true" or "True". */
export const isTrue = (value: unknown): boolean =>
  value === true || trimmedText(value).toLowerCase() === 'true';

/** Returns whether a boolean was sent as false, also as a text; what is missing is not false. */
export const isFalse = (value: unknown): boolean => value === false || value === 'false';

/** Returns the id of a resource; '' without one. */
export const resourceId = ({ id }: FhirElement): string => (typeof id === 'string' ? id : '');

/**
 * Returns the text without blanks at its ends and without characters that nobody sees, which could make one number read as
 * another (`plainLine.ts`); '' for any other value.
 */
export const trimmedText = (value: unknown): string =>
  typeof value === 'string' ? withoutInvisibleCharacters(value).trim() : '';

/**
 * Returns the text exactly as it was sent, but for blanks at its ends; '' for any other value. What decides whose a resource
 * is, and which version of it, is compared in this form: nothing that looks alike may count as equal.
 */
export const exactText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Returns the first value that is a text and not blank, trimmed; '' without one. */
export const firstText = (...values: readonly unknown[]): string => firstTextOf(values);

/** Does the same for a list of a resource, which may be longer than the arguments of a call can be. */
export const firstTextOf = (values: readonly unknown[]): string =>
  values.map(trimmedText).find(Boolean) ?? '';

/** Joins the texts that are not empty. */
export const joinTexts = (texts: readonly string[], separator: string): string =>
  texts.filter(Boolean).join(separator);
