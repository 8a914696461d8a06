import { randomBytes } from 'node:crypto';

// A FHIR decimal carries its precision, and JSON.parse would make 7 of 7.0. So a number that JavaScript would write in
// another way becomes a marked string, and a number again when it is written. Nobody else knows the mark.
const MARK = `${randomBytes(12).toString('base64url')}:`;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MARKED_NUMBER = new RegExp(`"${MARK}([-+.\\deE]+)"`, 'g');

/** Returns the value of a JSON text. Throws where it is none. */
export const parseExact = (text: string): unknown =>
  JSON.parse(
    text.replaceAll(STRING_OR_NUMBER, (part) =>
      part.startsWith('"') || String(Number(part)) === part ? part : `"${MARK}${part}"`,
    ),
  );

/** Returns the JSON of a value from `parseExact`, with every number as it was sent. */
export const writeExact = (value: unknown): string => JSON.stringify(value).replaceAll(MARKED_NUMBER, '$1');
