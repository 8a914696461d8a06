import { inspectorTexts } from './inspector.messages.ts';

/** This is a header that the browser lets the page read. Its value is shown only if it cannot name anybody. */
export type ReadableHeader = { readonly name: string; readonly value: string };

type HeaderFormat = (value: string) => string;

const PRESENT = inspectorTexts('present');
const NOT_SHOWN = inspectorTexts('notShown');

const formatPresence: HeaderFormat = () => PRESENT;

const KNOWN_TYPES = [
  'application/fhir+json',
  'application/json',
  'application/fhir+xml',
  'application/xml',
  'text/html',
  'text/plain',
];
const KNOWN_DIRECTIVES = [
  'no-store',
  'no-cache',
  'private',
  'public',
  'must-revalidate',
  'immutable',
  'no-transform',
];

const HEADER_FORMATS: ReadonlyMap<string, HeaderFormat> = new Map<string, HeaderFormat>([
  [
    'content-type',
    (value) =>
      KNOWN_TYPES.find((type) => value.trim().toLowerCase().startsWith(type)) ??
      inspectorTexts('anotherType'),
  ],
  ['content-length', (value) => (/^\d{1,12}$/.test(value) ? value : inspectorTexts('notANumber'))],
  ['cache-control', formatDirectives],
  ['date', formatInstant],
  ['expires', (value) => (/^(0|-1)$/.test(value) ? value : formatInstant(value))],
  ['last-modified', formatInstant],
  [
    'retry-after',
    (value) => (/^\d{1,6}$/.test(value) ? inspectorTexts('seconds', { value }) : formatInstant(value)),
  ],
  ['server-timing', formatDurations],
  ['etag', formatPresence],
  ['x-request-id', formatPresence],
  ['x-correlation-id', formatPresence],
]);

/** Returns the names of all headers. Values of a fixed list are parsed and written anew, because a header may carry anything. */
export const readableHeaders = (headers: Headers | undefined): ReadableHeader[] =>
  [...(headers?.entries() ?? [])].map(([name, value]) => ({
    name,
    value: (HEADER_FORMATS.get(name) ?? (() => NOT_SHOWN))(value),
  }));

function formatDirectives(value: string): string {
  const known = value
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim())
    .filter(
      (directive) => KNOWN_DIRECTIVES.includes(directive) || /^(s-)?max-?age=\d{1,10}$/.test(directive),
    );
  return known.length === 0 ? NOT_SHOWN : known.join(', ');
}

function formatInstant(value: string): string {
  // Only one format is accepted, because Date.parse of a browser accepts nearly any text.
  const ms = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
  return Number.isNaN(ms) ? PRESENT : new Date(ms).toISOString();
}

function formatDurations(value: string): string {
  const durations = [...value.matchAll(/;\s*dur=(\d{1,7}(?:\.\d{1,3})?)/g)].map(([, ms = '']) =>
    inspectorTexts('milliseconds', { value: ms }),
  );
  return durations.length === 0 ? PRESENT : durations.join(', ');
}
