/**
 * The raw text of a server, read so that every number keeps its spelling: 7.0 stays "7.0". None of the app's code; the
 * other files of this folder neither.
 */
export type Json = { readonly [name: string]: unknown };

/** A number as it stood on the wire. */
type SpelledNumber = { readonly '#': string };

// A string of JSON, or a number outside of one.
const STRING_OR_NUMBER = /("(?:[^"\\]|\\.)*")|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON with `{"#":"7.0"}` in the place of each number. */
export const parseKeepingNumbers = (text: string): unknown =>
  JSON.parse(text.replaceAll(STRING_OR_NUMBER, (all, string?: string) => string ?? `{"#":"${all}"}`));

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSpelled = (value: unknown): value is SpelledNumber =>
  isObject(value) && typeof value['#'] === 'string';

export const asObject = (value: unknown): Json => (isObject(value) ? value : {});

/** The objects of a list; some servers leave out the brackets of a list of one. */
export const asObjects = (value: unknown): readonly Json[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject);

/** A text without blanks at its ends; '' where there is none. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The spelling of a number; undefined where no number was sent. */
export const numberText = (value: unknown): string | undefined => (isSpelled(value) ? value['#'] : undefined);

/** What a concept says in words: its text, else a display, else a code. */
export function conceptText(value: unknown): string {
  const { text: own, coding } = asObject(value);
  const codings = asObjects(coding);
  return (
    [own, ...codings.map(({ display }) => display), ...codings.map(({ code }) => code)]
      .map(asText)
      .find(Boolean) ?? ''
  );
}

/** "3.5 mmol/L" */
export function quantityText(value: unknown): string {
  const { value: number, unit, code, comparator } = asObject(value);
  return `${asText(comparator)}${numberText(number) ?? ''} ${asText(unit) || asText(code)}`.trim();
}
