/** A text between quotes, as JSON writes it. */
const JSON_TEXT = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/**
 * Whether no object in a JSON text names a member twice or is called to change its prototype. RFC 8259, section 4, lets each
 * reader choose which of two values counts, so two readers of one answer could see two patients. False when the text is not
 * JSON.
 */
export function isUnambiguousJson(text: string): boolean {
  let members = -1; // the reviver also gets the whole value, as the one member of an object around it
  let isPlain = true;
  const countMember = function (this: unknown, name: string, value: unknown): unknown {
    if (!Array.isArray(this)) members += 1;
    if (name === '__proto__') isPlain = false;
    return value;
  };
  try {
    JSON.parse(text, countMember);
  } catch {
    return false; // it is not JSON, or nested too deeply to be read
  }
  // Each member has one colon outside of texts, and of two members with one name only one was counted.
  return isPlain && text.replace(JSON_TEXT, '').split(':').length - 1 === members;
}

/** Returns the value of a JSON text; undefined when the text is not JSON. */
export function valueOfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
