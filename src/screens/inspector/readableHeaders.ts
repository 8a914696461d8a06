/** A header that the browser lets the page read; a value only where it cannot name anybody. */
export type ReadableHeader = { readonly name: string; readonly value: string };

type Show = (value: string) => string;

const PRESENT: Show = () => 'present';

const TYPES = [
  'application/fhir+json',
  'application/json',
  'application/fhir+xml',
  'application/xml',
  'text/html',
  'text/plain',
];
const DIRECTIVES = [
  'no-store',
  'no-cache',
  'private',
  'public',
  'must-revalidate',
  'immutable',
  'no-transform',
];

const SHOWN: ReadonlyMap<string, Show> = new Map<string, Show>([
  [
    'content-type',
    (value) => TYPES.find((type) => value.trim().toLowerCase().startsWith(type)) ?? 'another type',
  ],
  ['content-length', (value) => (/^\d{1,12}$/.test(value) ? value : 'not a number')],
  ['cache-control', directives],
  ['date', instant],
  ['expires', (value) => (/^(0|-1)$/.test(value) ? value : instant(value))],
  ['last-modified', instant],
  ['retry-after', (value) => (/^\d{1,6}$/.test(value) ? `${value} s` : instant(value))],
  ['server-timing', durations],
  ['etag', PRESENT],
  ['x-request-id', PRESENT],
  ['x-correlation-id', PRESENT],
]);

/** Names alone, but for a fixed list whose values are parsed and written anew: a header may carry anything. */
export const readableHeaders = (headers: Headers | undefined): ReadableHeader[] =>
  [...(headers?.entries() ?? [])].map(([name, value]) => ({
    name,
    value: (SHOWN.get(name) ?? (() => 'not shown'))(value),
  }));

function directives(value: string): string {
  const known = value
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim())
    .filter((directive) => DIRECTIVES.includes(directive) || /^(s-)?max-?age=\d{1,10}$/.test(directive));
  return known.length === 0 ? 'not shown' : known.join(', ');
}

function instant(value: string): string {
  // One form alone: Date.parse of a browser takes nearly any text.
  const ms = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
  return Number.isNaN(ms) ? 'present' : new Date(ms).toISOString();
}

function durations(value: string): string {
  const found = [...value.matchAll(/;\s*dur=(\d{1,7}(?:\.\d{1,3})?)/g)].map(([, ms]) => `${ms} ms`);
  return found.length === 0 ? 'present' : found.join(', ');
}
