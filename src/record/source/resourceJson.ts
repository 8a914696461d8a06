import { elementOf } from '../../clinical/fhirElements/fhirElement.ts';

/** Deeper levels are cut: nobody could read them. */
const MAX_DEPTH = 100;

/**
 * Returns a resource as indented JSON. A number is written with the digits that were sent: where parsing would have lost
 * them (7.0), they stand beside it as `valueText` (display rule 14).
 */
export function resourceJson(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth === MAX_DEPTH) return '"…"';
  const inner = '  '.repeat(depth + 1);
  const lines = Array.isArray(value)
    ? value.map((one) => `${inner}${resourceJson(one, depth + 1)}`)
    : linesOf(value, depth).map((line) => `${inner}${line}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

function linesOf(value: object, depth: number): string[] {
  const element = elementOf(value);
  const { value: number, valueText: digits } = element;
  const hasDigits = typeof digits === 'string' && typeof number === 'number' && Number(digits) === number;
  return Object.entries(element)
    .filter(([name]) => !(hasDigits && name === 'valueText'))
    .map(([name, one]) => {
      const text = hasDigits && name === 'value' ? digits : resourceJson(one, depth + 1);
      return `${JSON.stringify(name)}: ${text}`;
    });
}
