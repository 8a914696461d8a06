const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/**
 * Versions are told apart by the time in `meta`, and texts for people stay unchanged; the other elements hold
 * no times.
 */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'meta',
  'text',
  'valueString',
  'note',
  'code',
  'category',
  'valueQuantity',
  'referenceRange',
  'interpretation',
]);

export const TIME_FORMATS = {
  /** The form is 2026-01-02T18:30:00Z. */
  seconds: (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z'),
  /** The form is 2026-01-02T18:30:00.000Z. */
  milliseconds: (ms: number) => new Date(ms).toISOString(),
  /** The form is 2026-01-02T18:30:00+00:00. */
  offset: (ms: number) => new Date(ms).toISOString().replace(/(\.000)?Z$/, '+00:00'),
} as const;

/**
 * Returns a resource with every time written in one form, all of them in UTC, because the vendors lose the
 * local offset. A value that is less precise than a minute is a date and stays unchanged.
 */
export function rewriteTimes<Value>(value: Value, write: (ms: number) => string): Value;
export function rewriteTimes(value: unknown, write: (ms: number) => string): unknown {
  if (typeof value === 'string') return TIME.test(value) ? write(Date.parse(value)) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => rewriteTimes(item, write));
  // A quantity that keeps its decimals holds no time, and a copy of it would lose them.
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      LEFT_ALONE.has(key) ? item : rewriteTimes(item, write),
    ]),
  );
}
