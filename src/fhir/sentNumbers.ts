/**
 * JSON.parse reads 7.0 as 7, and a laboratory's recorded zero is part of its result (display rule 14). So the text of a
 * page is scanned once, and beside each number under a key `value` that would lose its spelling its text is put as
 * `valueText`. Inside a JSON string quotes are escaped, so `"value":` outside a key cannot match.
 */
const LOSES_ITS_TEXT = /"value"\s*:\s*(-?\d+(?:\.\d*0(?=[\s,}])|(?:\.\d+)?[eE][+-]?\d+|\.\d{15,}|\d{16,}))/g;

export const parseKeepingNumbers = (text: string): unknown =>
  JSON.parse(text.replaceAll(LOSES_ITS_TEXT, '$&,"valueText":"$1"'));
