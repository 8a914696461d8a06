const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/** Versions are told apart by the time in `meta`, and what is read by people stays as it is; the rest holds no times. */
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
  /** 2026-01-02T18:30:00Z */
  seconds: (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z'),
  /** 2026-01-02T18:30:00.000Z */
  milliseconds: (ms: number) => new Date(ms).toISOString(),
  /** 2026-01-02T18:30:00+00:00 */
  offset: (ms: number) => new Date(ms).toISOString().replace(/(\.000)?Z$/, '+00:00'),
} as const;

/**
 * A resource with every time written in one form, all of them in UTC: the vendors lose the local offset. What is less
 * precise than a minute is a date and no time, and stays as it is.
 */
export function rewriteTimes<Value>(value: Value, write: (ms: number) => string): Value;
export function rewriteTimes(value: unknown, write: (ms: number) => string): unknown {
  if (typeof value === 'string') return TIME.test(value) ? write(Date.parse(value)) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => rewriteTimes(item, write));
  // A quantity that knows how it was written holds no time, and a copy would forget.
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      LEFT_ALONE.has(key) ? item : rewriteTimes(item, write),
    ]),
  );
}
