/** This is a text between quotes, as JSON writes it. */
const JSON_TEXT = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)/g;

/**
 * Returns the value of a JSON text; undefined when the text is not JSON, or when an object in it names a member twice or has
 * a member that is called to change its prototype. RFC 8259, section 4, lets each reader choose which of two values counts,
 * so two readers of one answer could see two patients.
 */
export function unambiguousJson(text: string): unknown {
  let members = -1; // the reviver also gets the whole value, as the one member of an object around it
  try {
    const found: unknown = JSON.parse(text, function (this: unknown, name, value: unknown) {
      if (!Array.isArray(this)) members += name === '__proto__' ? NaN : 1;
      return value;
    });
    // Each member has one colon outside of texts, and of two members with one name only one was counted.
    return text.replace(JSON_TEXT, '').split(':').length - 1 === members ? found : undefined;
  } catch {
    return undefined; // it is not JSON, or nested too deeply to be read
  }
}
