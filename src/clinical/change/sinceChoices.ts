/**
 * These are the moments from which on results count as new. All of them are relative to the newest result, never to
 * today's clock.
 */
import type { Moment } from '../time/date.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';

/**
 * A visit is an encounter by its times in epoch ms. `encounterClass` is the code as it was sent
 * (https://terminology.hl7.org/CodeSystem-v3-ActCode.html).
 */
export type Visit = {
  readonly startMs: number;
  /** This is the latest moment at which it can have begun, where it has no time of day. */
  readonly latestStartMs?: number;
  /** This is the day, month or year that was sent as its start; absent where a time of day was sent. */
  readonly startDate?: Moment | undefined;
  /** It is undefined while the encounter lasts, or when no end was sent. */
  readonly endMs: number | undefined;
  /** The status says that the encounter is over, whether its end is known or not. */
  readonly isOver?: boolean;
  readonly encounterClass: string;
  /** It is true for the encounter that the app was opened in. */
  readonly isInContext?: boolean;
};

const SINCE_IDS = ['stay', 'visit', '90d', '30d', '24h'] as const;
/** The id names a moment: the start of a stay or of a visit, or a span before the newest result. */
export type SinceId = (typeof SINCE_IDS)[number];
/** Returns the id when a text is one; undefined for any other text. */
export const sinceIdOf = (text: string | null): SinceId | undefined => SINCE_IDS.find((id) => id === text);

/** This is a moment that a reader may choose, in epoch ms. It has a date where a day, month or year was sent without a time. */
export type SinceChoice = { readonly id: SinceId; readonly sinceMs: number; readonly date?: Moment };

const SPAN_DAYS: readonly (readonly [SinceId, number])[] = [
  ['90d', 90],
  ['30d', 30],
  ['24h', 1],
];

const STAY_CLASSES: ReadonlySet<string> = new Set(['IMP', 'ACUTE', 'NONAC', 'EMER', 'OBSENC', 'SS']);
/** Returns whether an encounter is a stay in hospital, by its class. */
export const isHospitalStay = ({ encounterClass }: Pick<Visit, 'encounterClass'>): boolean =>
  STAY_CLASSES.has(encounterClass.trim().toUpperCase());

/** An emergency visit that ended at most this long before is the beginning of the stay. */
const MAX_GAP_IN_STAY_MS = 6 * HOUR_MS;

/**
 * Returns the moments that a reader may choose: the start of the stay and of the last visit when encounters are
 * known, and spans before the newest result. A day with results is no visit, so without encounters there is none.
 */
export function sinceChoices(newestMs: number, visits: readonly Visit[] | undefined): readonly SinceChoice[] {
  const known = (visits ?? []).filter(({ startMs }) => startMs < newestMs);
  const stayMs = stayStart(newestMs, known);
  const others = known.filter(
    (visit) => !(isHospitalStay(visit) && visit.startMs >= (stayMs ?? Number.POSITIVE_INFINITY)),
  );
  const chosen: readonly (readonly [SinceId, number | undefined])[] = [
    ['stay', stayMs],
    ['visit', lastVisitStart(newestMs, others)],
    ...SPAN_DAYS.map(([id, days]) => [id, newestMs - days * DAY_MS] as const),
  ];
  const dateAt = (sinceMs: number) => known.find(({ startMs }) => startMs === sinceMs)?.startDate;
  return chosen.flatMap(([id, sinceMs]): SinceChoice[] => {
    if (sinceMs === undefined) return [];
    const date = id === 'stay' || id === 'visit' ? dateAt(sinceMs) : undefined;
    return [{ id, sinceMs, ...(date && { date }) }];
  });
}

/** Returns the start of the stay that holds the newest result or is in context. */
function stayStart(newestMs: number, visits: readonly Visit[]): number | undefined {
  const stays = visits.filter(isHospitalStay);
  const current = stays.filter((stay) => stay.isInContext === true || lastMomentOf(stay) >= newestMs);
  if (current.length === 0) return undefined;
  let firstMs = Math.min(...current.map(({ startMs }) => startMs));
  for (const { startMs, endMs } of stays.toSorted((a, b) => b.startMs - a.startMs))
    if (endMs !== undefined && endMs >= firstMs - MAX_GAP_IN_STAY_MS) firstMs = Math.min(firstMs, startMs);
  return firstMs;
}

/**
 * An encounter that reaches into the day before the newest result is the visit of that result, so the last one before
 * it is meant.
 */
function lastVisitStart(newestMs: number, visits: readonly Visit[]): number | undefined {
  const before = visits.filter((visit) => lastMomentOf(visit) < newestMs - DAY_MS);
  return before.length === 0 ? undefined : Math.max(...before.map(({ startMs }) => startMs));
}

/** A stay without an end lasts, unless it is over. Of any other encounter without an end only the start is known. */
const lastMomentOf = (visit: Visit): number =>
  visit.endMs ??
  (isHospitalStay(visit) && visit.isOver !== true
    ? Number.POSITIVE_INFINITY
    : (visit.latestStartMs ?? visit.startMs));

/**
 * Returns the choice that is shown first: the stay, else ninety days. The last visit is offered and never first:
 * where visits follow each other by a week or two, what has been rising over three months would be counted as usual,
 * and where they are a year apart, ninety days still hold the newest results. A stay of more than ninety days, or one
 * that nobody has closed, comes after the spans. A moment before which too little was measured to compare anything is
 * passed over.
 */
export function defaultSince(
  choices: readonly SinceChoice[],
  canCompare: (since: SinceChoice) => boolean,
): SinceChoice | undefined {
  const msOf = (id: SinceId): number => choices.find((one) => one.id === id)?.sinceMs ?? Number.NaN;
  const isLongStay = msOf('stay') < msOf('90d');
  const idsByPreference: readonly SinceId[] = isLongStay
    ? ['90d', '30d', '24h']
    : ['stay', '90d', '30d', '24h'];
  const preferred = idsByPreference.flatMap((id) => choices.find((one) => one.id === id) ?? []);
  return preferred.find(canCompare) ?? preferred[0];
}
