import { elementOf } from '../../clinical/fhirElements/fhirElement.ts';

/** Nothing that a reader could use lies deeper. */
const DEEPEST = 100;

/**
 * A resource as indented JSON. A number whose spelling the reader of the page kept beside it (7.0, as `valueText`) is written
 * as it was sent.
 */
export function resourceJson(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth === DEEPEST) return '"…"';
  const inner = '  '.repeat(depth + 1);
  const lines = Array.isArray(value)
    ? value.map((one) => `${inner}${resourceJson(one, depth + 1)}`)
    : linesOf(value, depth).map((line) => `${inner}${line}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

function linesOf(value: object, depth: number): string[] {
  const element = elementOf(value);
  const { value: number, valueText: kept } = element;
  const isKept = typeof kept === 'string' && typeof number === 'number' && Number(kept) === number;
  return Object.entries(element)
    .filter(([name]) => !(isKept && name === 'valueText'))
    .map(([name, one]) => {
      const text = isKept && name === 'value' ? kept : resourceJson(one, depth + 1);
      return `${JSON.stringify(name)}: ${text}`;
    });
}
