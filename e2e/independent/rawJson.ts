/**
 * The raw text of a server, read so that every number keeps its spelling: 7.0 stays "7.0". None of the app's code; the
 * other files of this folder neither.
 */
export type Json = { readonly [name: string]: unknown };

/** A number as it stood on the wire. */
type Spelled = { readonly '#': string };

// A string of JSON, or a number outside of one.
const STRING_OR_NUMBER = /("(?:[^"\\]|\\.)*")|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON with `{"#":"7.0"}` in the place of each number. */
export const parseSpelled = (text: string): unknown =>
  JSON.parse(text.replaceAll(STRING_OR_NUMBER, (all, string?: string) => string ?? `{"#":"${all}"}`));

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSpelled = (value: unknown): value is Spelled => isObject(value) && typeof value['#'] === 'string';

export const object = (value: unknown): Json => (isObject(value) ? value : {});

/** The objects of a list; some servers leave out the brackets of a list of one. */
export const list = (value: unknown): readonly Json[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject);

/** A text without blanks at its ends; '' where there is none. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The spelling of a number; undefined where no number was sent. */
export const spelling = (value: unknown): string | undefined => (isSpelled(value) ? value['#'] : undefined);

/** What a concept says in words: its text, else a display, else a code. */
export function words(value: unknown): string {
  const { text: own, coding } = object(value);
  const codings = list(coding);
  return (
    [own, ...codings.map(({ display }) => display), ...codings.map(({ code }) => code)]
      .map(text)
      .find(Boolean) ?? ''
  );
}

/** "3.5 mmol/L" */
export function quantityWords(value: unknown): string {
  const { value: number, unit, code, comparator } = object(value);
  return `${text(comparator)}${spelling(number) ?? ''} ${text(unit) || text(code)}`.trim();
}
