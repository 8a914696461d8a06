import { elementOf } from '../../clinical/fhirElements/fhirElement.ts';

/** Format characters change what is seen before and after them, so they are shown as the escapes that JSON has for them. */
const UNSEEN = /[\p{DI}\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu;

const jsonText = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replaceAll(UNSEEN, (unseen) =>
    // A character beyond the first plane has two escapes.
    Array.from(
      { length: unseen.length },
      (_, i) => `\\u${unseen.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** Deeper levels are cut: nobody could read them. */
const MAX_DEPTH = 100;

/**
 * Returns a resource as indented JSON. A number is written with the digits that were sent: where parsing would have lost
 * them (7.0), they stand beside it as `valueText` (display rule 14). Characters that nobody sees are written as escapes.
 */
export function resourceJson(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return jsonText(value);
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
      return `${jsonText(name)}: ${text}`;
    });
}
