/** This file says which earlier moments end the baseline of a result (docs/decisions/0037). */
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';
import type { InterventionKind } from './interventionWords.ts';
import { birthdayMs, mayBeYounger, type PatientFacts, type Stay } from './patientFacts.ts';

/** A baseline ends for one of these reasons. */
// oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
export type EndReason = 'growth' | 'birthday' | 'pregnancy' | 'hospital stay' | InterventionKind;

/** Results before this moment, in epoch ms, are not compared. It is Infinity where nothing is compared. */
export type BaselineEnd = { readonly atMs: number; readonly reason: EndReason };

// oxlint-disable-next-line longview/texts-in-catalogs -- ids
const GROWTH = idSet('height weight bmi hc waist weight-pct height-pct bmi-pct wfl-pct hc-pct');
// oxlint-disable-next-line longview/texts-in-catalogs -- ids
const GROWS_TO_ADULT = new Set([...GROWTH, ...idSet('creat egfr egfr-cys cysc alp')]);
const BLOOD_COUNT = idSet(
  // oxlint-disable-next-line longview/texts-in-catalogs -- ids
  'hgb hct rbc wbc plt mcv mch mchc rdw mpv neut-abs lym-abs mono-abs eos-abs baso-abs ig-abs neut-pct lym-pct mono-pct eos-pct baso-pct ig-pct retic-pct retic-abs',
);
/** These follow the pregnancy itself. */
// oxlint-disable-next-line longview/texts-in-catalogs -- ids
const GESTATION = idSet('weight bmi waist ddimer-feu ddimer-ddu alp');
// oxlint-disable-next-line longview/texts-in-catalogs -- ids
const TRANSFUSED = idSet('hgb hct rbc plt a1c');

function idSet(ids: string): ReadonlySet<string> {
  return new Set(ids.split(' '));
}

/** Results older than this, counted from the one that is compared, are no baseline. */
export const GREATEST_AGE_MS = 730 * DAY_MS;
/** So many earlier results that are not compared are named at most. */
export const MAX_EXCLUDED = 20;
export const ADULT_YEARS = 18;
const INFANT_YEARS = 2;
/** A child's growth is no change beyond this time. */
const GROWTH_MS = 30 * DAY_MS;
const AFTER_PREGNANCY_MS = 84 * DAY_MS;
/** After this time a stay, or one that nobody has closed, has a steady state of its own. */
const LONGEST_ACUTE_STAY_MS = 90 * DAY_MS;

/** Returns the stay in which a result was measured; undefined outside of one, and in one of more than 90 days. */
export const acuteStayOf = ({ timeMs }: Row, { stays = [] }: PatientFacts): Stay | undefined =>
  stays.find(
    ({ startMs, endMs }) =>
      startMs <= timeMs &&
      timeMs <= (endMs ?? Number.POSITIVE_INFINITY) &&
      timeMs - startMs <= LONGEST_ACUTE_STAY_MS,
  );

/** Returns every end of the baseline of a result, but for the admission that led to its own stay. */
export function baselineEndsOf(series: Series, row: Row, facts: PatientFacts): readonly BaselineEnd[] {
  return [
    ...ageEnds(series, row, facts),
    ...facts.pregnancies.flatMap((one) => pregnancyEnds(series, row, one)),
    ...stayEnds(row, facts),
    ...(facts.interventions ?? [])
      .filter(({ kind, startMs }) => startMs <= row.timeMs && actsOn(kind, series))
      .map(({ kind, endMs }): BaselineEnd => ({ atMs: endMs, reason: kind })),
  ];
}

const actsOn = (kind: InterventionKind, { analyteId }: Series): boolean =>
  kind !== 'transfusion' || TRANSFUSED.has(analyteId);

function ageEnds({ analyteId }: Series, { timeMs }: Row, { birth }: PatientFacts): readonly BaselineEnd[] {
  const isInfant = mayBeYounger(birth, INFANT_YEARS, timeMs);
  if (isInfant && GROWTH.has(analyteId)) return [{ atMs: Number.POSITIVE_INFINITY, reason: 'growth' }];
  if (mayBeYounger(birth, ADULT_YEARS, timeMs))
    return GROWS_TO_ADULT.has(analyteId) || (isInfant && BLOOD_COUNT.has(analyteId))
      ? [{ atMs: timeMs - GROWTH_MS, reason: 'growth' }]
      : [];
  const birthday = birthdayMs(birth, ADULT_YEARS);
  return birthday <= timeMs ? [{ atMs: birthday, reason: 'birthday' }] : [];
}

function pregnancyEnds(
  { analyteId }: Series,
  { timeMs }: Row,
  { startMs, endMs }: PatientFacts['pregnancies'][number],
): readonly BaselineEnd[] {
  if (timeMs < startMs) return [];
  if (timeMs > endMs + AFTER_PREGNANCY_MS) return [{ atMs: endMs + AFTER_PREGNANCY_MS, reason: 'pregnancy' }];
  const atMs = GESTATION.has(analyteId) ? Number.POSITIVE_INFINITY : startMs;
  return [{ atMs, reason: 'pregnancy' }];
}

function stayEnds(row: Row, facts: PatientFacts): readonly BaselineEnd[] {
  const own = acuteStayOf(row, facts);
  return (facts.stays ?? [])
    .filter((stay) => stay !== own && stay.startMs <= row.timeMs)
    .map(({ startMs, endMs }): BaselineEnd => {
      const hasEnded = endMs !== undefined && endMs < row.timeMs;
      // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
      return { atMs: hasEnded ? endMs : startMs, reason: 'hospital stay' };
    });
}
