/**
 * This is a number under a key `value` whose digits JSON.parse would lose. Quotes inside a JSON string are escaped, so
 * `"value":` matches keys alone.
 */
const LOSSY_NUMBER = /"value"\s*:\s*(-?\d+(?:\.\d*0(?=[\s,}])|(?:\.\d+)?[eE][+-]?\d+|\.\d{15,}|\d{16,}))/g;

/**
 * Parses JSON and keeps how a number was written: JSON.parse reads 7.0 as 7, but the zero that a laboratory recorded is
 * part of its result (display rule 14). The digits are put beside the number as `valueText`. Throws SyntaxError.
 * https://hl7.org/fhir/R4/datatypes.html#decimal
 */
export const parseKeepingNumbers = (text: string): unknown =>
  JSON.parse(text.replaceAll(LOSSY_NUMBER, '$&,"valueText":"$1"'));
