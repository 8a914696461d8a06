import type { Quantity } from 'fhir/r4';

/**
 * A FHIR decimal carries its precision: a laboratory that writes 7.0 does not send 7. A JavaScript number
 * loses that, so such a quantity keeps its text for the wire. https://hl7.org/fhir/R4/datatypes.html#decimal
 */
const MARK = '\uE000';
const MARKED = new RegExp(`"${MARK}([-+.\\deE]+)"`, 'g');

export function withDecimalText(quantity: Quantity, text: string): Quantity {
  if (String(quantity.value) === text) return quantity;
  return Object.defineProperty(quantity, 'toJSON', { value: () => ({ ...quantity, value: MARK + text }) });
}

/** Returns the JSON that is sent, with every decimal as it was written. */
export const fhirJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.includes(MARK) ? text.replaceAll(MARKED, '$1') : text;
};

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Returns the value of a JSON text. A number that JavaScript would write in another way, such as 7.0, keeps its text for the wire. */
export const parseFhirJson = (text: string): unknown =>
  JSON.parse(
    text.replaceAll(STRING_OR_NUMBER, (part) =>
      part.startsWith('"') || String(Number(part)) === part ? part : `"${MARK}${part}"`,
    ),
  );
