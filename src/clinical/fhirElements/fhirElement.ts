/** Reading JSON of unknown shape: what is not of the expected form is as if it had not been sent. */
export type FhirElement = Readonly<Record<string, unknown>>;

export const isElement = (value: unknown): value is FhirElement =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nothing: FhirElement = {};

/** The object, or an empty one. */
export const elementOf = (value: unknown): FhirElement => (isElement(value) ? value : nothing);

const none: readonly FhirElement[] = [];

/** The objects of a list; one object where a list belongs counts as a list of one. */
export function elementsOf(value: unknown): readonly FhirElement[] {
  if (Array.isArray(value)) return value.every(isElement) ? value : value.filter(isElement);
  if (value === undefined) return none;
  return isElement(value) ? [value] : [];
}

/** The text without blanks at its ends, '' for anything that is not a text. */
export const trimmedText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const firstText = (...values: readonly unknown[]): string =>
  values.map(trimmedText).find(Boolean) ?? '';

/** The texts that say something, in a row. */
export const joinTexts = (texts: readonly string[], separator: string): string =>
  texts.filter(Boolean).join(separator);

/** What a CodeableConcept says to a reader: its text, else the first display, else the first code. */
export function conceptText(value: unknown): string {
  const concept = elementOf(value);
  const text = trimmedText(concept['text']);
  if (text !== '') return text;
  const codings = elementsOf(concept['coding']);
  return firstText(...codings.map(({ display }) => display), ...codings.map(({ code }) => code));
}
