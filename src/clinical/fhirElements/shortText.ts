import { trimmedText } from './fhirElement.ts';

const UNUSUAL = /[^ -~]| {2}/;

/**
 * Returns a text of a server on one line, without unseen characters or marks of direction (`plainLine.ts`), and at most
 * `max` characters long. What is cut off is replaced by "…" (rule 59). Any value that is no text gives ''.
 */
export function shortText(sent: unknown, max = 80): string {
  const text = trimmedText(sent);
  // Nearly all texts are short and plain, and there are hundreds of thousands of them.
  if (text.length <= max && !UNUSUAL.test(text)) return text;
  const line = text
    .slice(0, 4 * max)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= max && text.length <= 4 * max
    ? line
    : `${line
        .slice(0, max - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}
