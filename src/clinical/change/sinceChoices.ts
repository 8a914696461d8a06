import { DAY_MS, HOUR_MS } from '../time/durations.ts';
/** From which moment on results count as new. Pure: all of it is relative to the newest result, never to today's clock. */

/** One encounter by its times; `kind` is its class code as sent (https://terminology.hl7.org/CodeSystem-v3-ActCode.html). */
export type Visit = {
  readonly startMs: number;
  /** undefined while it lasts, or when no end was sent. */
  readonly endMs: number | undefined;
  readonly encounterClass: string;
  /** The encounter that the app was opened in. */
  readonly isInContext?: boolean;
};

const SINCE_IDS = ['stay', 'visit', '90d', '30d', '24h'] as const;
export type SinceId = (typeof SINCE_IDS)[number];
/** One of our own words for such a moment, and undefined for any other. */
export const sinceIdOf = (text: string | null): SinceId | undefined => SINCE_IDS.find((id) => id === text);

export type SinceChoice = { readonly id: SinceId; readonly sinceMs: number };

const DAYS: readonly (readonly [SinceId, number])[] = [
  ['90d', 90],
  ['30d', 30],
  ['24h', 1],
];

const STAYS: ReadonlySet<string> = new Set(['IMP', 'ACUTE', 'NONAC', 'EMER', 'OBSENC', 'SS']);
/** A stay in hospital, by the class of the encounter. */
export const isHospitalStay = ({ encounterClass }: Pick<Visit, 'encounterClass'>): boolean =>
  STAYS.has(encounterClass.trim().toUpperCase());

/** An emergency visit that ended so shortly before is the beginning of the stay. */
const SAME_STAY_MS = 6 * HOUR_MS;

/**
 * The moments that a reader may choose: the start of the stay and of the last visit where encounters are known, and spans
 * before the newest result. A day with results is no visit, so without encounters none is claimed.
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
    ...DAYS.map(([id, days]) => [id, newestMs - days * DAY_MS] as const),
  ];
  return chosen.flatMap(([id, sinceMs]) => (sinceMs === undefined ? [] : [{ id, sinceMs }]));
}

/** Of the stay that holds the newest result or is in context. */
function stayStart(newestMs: number, visits: readonly Visit[]): number | undefined {
  const stays = visits.filter(isHospitalStay);
  const current = stays.filter(
    ({ endMs, isInContext }) => isInContext === true || (endMs ?? Number.POSITIVE_INFINITY) >= newestMs,
  );
  if (current.length === 0) return undefined;
  let firstMs = Math.min(...current.map(({ startMs }) => startMs));
  for (const { startMs, endMs } of stays.toSorted((a, b) => b.startMs - a.startMs))
    if (endMs !== undefined && endMs >= firstMs - SAME_STAY_MS) firstMs = Math.min(firstMs, startMs);
  return firstMs;
}

/** What reaches into the day before the newest result is the visit of that result; the last one before it is meant. */
function lastVisitStart(newestMs: number, visits: readonly Visit[]): number | undefined {
  const before = visits.filter((visit) => lastMomentOf(visit) < newestMs - DAY_MS);
  return before.length === 0 ? undefined : Math.max(...before.map(({ startMs }) => startMs));
}

/** A stay without an end lasts; of anything else without one only the start is known. */
const lastMomentOf = (visit: Visit): number =>
  visit.endMs ?? (isHospitalStay(visit) ? Number.POSITIVE_INFINITY : visit.startMs);

/**
 * Which one is shown first: the stay, else ninety days. The last visit is offered and not the first choice: where visits
 * follow each other by a week or two, what has been rising over three months would be counted as usual; where they are a
 * year apart, ninety days still hold the newest results. A stay of more than ninety days, or one that nobody has closed,
 * comes after the spans. One before which too little was measured to compare anything is passed over.
 */
export function defaultSince(
  choices: readonly SinceChoice[],
  canCompare: (since: SinceChoice) => boolean,
): SinceChoice | undefined {
  const msOf = (id: SinceId): number => choices.find((one) => one.id === id)?.sinceMs ?? Number.NaN;
  const isLongStay = msOf('stay') < msOf('90d');
  const order: readonly SinceId[] = isLongStay ? ['90d', '30d', '24h'] : ['stay', '90d', '30d', '24h'];
  const preferred = order.flatMap((id) => choices.find((one) => one.id === id) ?? []);
  return preferred.find(canCompare) ?? preferred[0];
}
