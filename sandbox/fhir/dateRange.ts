// A FHIR date names a span of time: `2024` is a year, not 1 January. A time without an offset is read as UTC.
// https://hl7.org/fhir/R4/search.html#date

/** Both ends are inclusive. An open period ends at infinity. */
export type DateRange = { readonly startMs: number; readonly endMs: number };

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

const LENGTH_MS = { minute: 60_000, second: 1000, fraction: 1 } as const;

export function dateRange(text: string): DateRange | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day, hour] = match;
  if (hour !== undefined) return dateTimeRange(text, match);
  const y = Number(year);
  const m = Number(month ?? '1') - 1;
  const d = Number(day ?? '1');
  const startMs = Date.UTC(y, m, d);
  if (new Date(startMs).getUTCMonth() !== m) return undefined;
  const next =
    month === undefined ? Date.UTC(y + 1, 0) : day === undefined ? Date.UTC(y, m + 1) : Date.UTC(y, m, d + 1);
  return { startMs, endMs: next - 1 };
}

function dateTimeRange(text: string, match: RegExpExecArray): DateRange | undefined {
  const [, , , day, , , second, fraction, zone] = match;
  const startMs = Date.parse(zone === undefined ? `${text}Z` : text);
  // Date.parse lets 31 February roll over, but the calendar does not.
  const calendar = dateRange(text.slice(0, 10));
  if (Number.isNaN(startMs) || !calendar || new Date(calendar.startMs).getUTCDate() !== Number(day))
    return undefined;
  const length = second === undefined ? 'minute' : fraction === undefined ? 'second' : 'fraction';
  return { startMs, endMs: startMs + LENGTH_MS[length] - 1 };
}

export function periodRange(
  period: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined,
): DateRange | undefined {
  if (!period) return undefined;
  return {
    startMs: (period.start === undefined ? undefined : dateRange(period.start)?.startMs) ?? -Infinity,
    endMs: (period.end === undefined ? undefined : dateRange(period.end)?.endMs) ?? Infinity,
  };
}

const COMPARISONS = {
  eq: (searched: DateRange, stored: DateRange) =>
    stored.startMs >= searched.startMs && stored.endMs <= searched.endMs,
  ne: (searched: DateRange, stored: DateRange) =>
    stored.startMs < searched.startMs || stored.endMs > searched.endMs,
  gt: (searched: DateRange, stored: DateRange) => stored.endMs > searched.endMs,
  lt: (searched: DateRange, stored: DateRange) => stored.startMs < searched.startMs,
  ge: (searched: DateRange, stored: DateRange) =>
    stored.endMs > searched.endMs || COMPARISONS.eq(searched, stored),
  le: (searched: DateRange, stored: DateRange) =>
    stored.startMs < searched.startMs || COMPARISONS.eq(searched, stored),
  sa: (searched: DateRange, stored: DateRange) => stored.startMs > searched.endMs,
  eb: (searched: DateRange, stored: DateRange) => stored.endMs < searched.startMs,
};

/** `ap` is not among them. */
export const DATE_PREFIXES: readonly string[] = Object.keys(COMPARISONS);

const isPrefix = (text: string): text is keyof typeof COMPARISONS => Object.hasOwn(COMPARISONS, text);

/**
 * Returns a test of a resource's time span for a parameter such as `ge2024-03`, or undefined when the value
 * is no date.
 */
export function dateCondition(value: string): ((stored: DateRange) => boolean) | undefined {
  const prefix = /^[a-z]{2}/.exec(value)?.[0];
  if (prefix !== undefined && !isPrefix(prefix)) return undefined;
  const searched = dateRange(prefix === undefined ? value : value.slice(2));
  if (!searched) return undefined;
  const matches = COMPARISONS[prefix ?? 'eq'];
  return (stored) => matches(searched, stored);
}
