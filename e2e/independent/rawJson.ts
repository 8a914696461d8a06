/**
 * This file reads the raw text of a server so that every number keeps its spelling: 7.0 stays "7.0". No file
 * of this folder uses code of the app.
 */
export type Json = { readonly [name: string]: unknown };

type SpelledNumber = { readonly '#': string };

// The pattern matches a JSON string, or a number outside of one.
const STRING_OR_NUMBER = /("(?:[^"\\]|\\.)*")|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON and puts `{"#":"7.0"}` in the place of each number. */
export const parseKeepingNumbers = (text: string): unknown =>
  JSON.parse(text.replaceAll(STRING_OR_NUMBER, (all, string?: string) => string ?? `{"#":"${all}"}`));

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSpelled = (value: unknown): value is SpelledNumber =>
  isObject(value) && typeof value['#'] === 'string';

export const asObject = (value: unknown): Json => (isObject(value) ? value : {});

/** Returns the objects of a list. Some servers leave out the brackets of a list of one. */
export const asObjects = (value: unknown): readonly Json[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject);

/** Returns the trimmed text, or '' if the value is no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Returns the number as it was spelled, or undefined if no number was sent. */
export const numberText = (value: unknown): string | undefined => (isSpelled(value) ? value['#'] : undefined);

/** Returns the text of a concept, else the first display, else the first code. */
export function conceptText(value: unknown): string {
  const { text: own, coding } = asObject(value);
  const codings = asObjects(coding);
  return (
    [own, ...codings.map(({ display }) => display), ...codings.map(({ code }) => code)]
      .map(asText)
      .find(Boolean) ?? ''
  );
}

/** Returns the quantity as in "3.5 mmol/L". */
export function quantityText(value: unknown): string {
  const { value: number, unit, code, comparator } = asObject(value);
  return `${asText(comparator)}${numberText(number) ?? ''} ${asText(unit) || asText(code)}`.trim();
}
