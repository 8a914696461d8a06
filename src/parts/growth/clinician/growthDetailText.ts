/** Puts a child's growth into words for clinicians: z with two decimals, the percentile, the age and the reference. */
import { dateText } from '../../../charts/format/dateText.ts';
import { numberText } from '../../../charts/format/numberText.ts';
import { unitText, valueText } from '../../../charts/format/valueText.ts';
import type { Gestation } from '../../../clinical/growth/gestationalAge.ts';
import {
  shownPercentile,
  type GrowthResult,
  type NoPercentileReason,
} from '../../../clinical/growth/growthZ.ts';
import type { SentPercentile } from '../../../clinical/growth/sentPercentiles.ts';
import type { GrowthPoint } from '../growthPoints.ts';
import { growthDetailTexts } from './growthDetail.messages.ts';

const DAYS_PER_WEEK = 7;
const DAYS_PER_MONTH = 30.4375;
const WEEKS_UNTIL_DAYS = 92;
const MONTHS_UNTIL = 24;

function agePart(days: number): string {
  if (days < 0) return growthDetailTexts('beforeTerm', { count: String(Math.ceil(-days / DAYS_PER_WEEK)) });
  if (days < WEEKS_UNTIL_DAYS)
    return growthDetailTexts('weeks', { count: String(Math.floor(days / DAYS_PER_WEEK)) });
  // A birthday may fall a little before the mean length of its months.
  const months = Math.floor((days + 0.5) / DAYS_PER_MONTH);
  if (months < MONTHS_UNTIL) return growthDetailTexts('months', { count: String(months) });
  const [years, rest] = [String(Math.floor(months / 12)), months % 12];
  return rest === 0
    ? growthDetailTexts('years', { count: years })
    : growthDetailTexts('yearsAndMonths', { years, months: String(rest) });
}

/** Returns "20 mo, corrected 17 mo"; '' where no age is known. */
export function growthAgeText({ ageDays, usedAgeDays, correction }: GrowthResult): string {
  if (ageDays === undefined) return '';
  const age = agePart(ageDays);
  return correction?.kind === 'corrected' && usedAgeDays !== undefined
    ? growthDetailTexts('corrected', { age, corrected: agePart(usedAgeDays) })
    : age;
}

/** Returns "−0.42"; '' without a z-score. */
export function zText(growth: GrowthResult | undefined): string {
  if (!growth?.isKnown) return '';
  const size = Math.abs(growth.z).toFixed(2);
  return growth.z < 0 && Number(size) > 0 ? `−${size}` : size;
}

/** Returns "34" or "<0.1". */
function percentileText(growth: GrowthResult): string {
  if (!growth.isKnown) return '';
  const { bound, value, decimals } = shownPercentile(growth.percentile);
  return `${bound}${value.toFixed(decimals)}`;
}

const sentText = (sent: readonly SentPercentile[]): string =>
  sent.map(({ row }) => numberText(row.valueText)).join(', ');

/** Returns "34 (recorded 33)": both stand beside each other, and neither is taken for the other. */
export function percentileCell(growth: GrowthResult, sent: readonly SentPercentile[]): string {
  const own = percentileText(growth);
  if (sent.length === 0) return own;
  return own === ''
    ? growthDetailTexts('server', { percentile: sentText(sent) })
    : growthDetailTexts('withServer', { percentile: own, sent: sentText(sent) });
}

const OTHER_KEYS = {
  beforeTerm: 'beforeTermReason',
  gestationContradictory: 'gestationContradictoryReason',
} as const;

export const noPercentileText = (reason: NoPercentileReason): string =>
  growthDetailTexts(
    reason === 'beforeTerm' || reason === 'gestationContradictory' ? OTHER_KEYS[reason] : reason,
  );

/** Returns the reference and what else must be known, or why there is no percentile. */
export function referenceText(growth: GrowthResult, isPreliminary: boolean): string {
  const notes = growth.isKnown
    ? [
        growthDetailTexts(growth.reference),
        growth.isLikelyError && growthDetailTexts('likelyMistake'),
        growth.isStated && growthDetailTexts('stated'),
        growth.isPositionAssumed && growthDetailTexts('positionAssumed'),
        growth.method === 'cdcExtendedBmi' && growthDetailTexts('extended'),
        growth.method === 'whoBeyondThree' && growthDetailTexts('beyondThree'),
      ]
    : [noPercentileText(growth.reason)];
  return [isPreliminary && growthDetailTexts('preliminary'), ...notes].filter(Boolean).join('; ');
}

/** Returns "10.6 kg on 18 Nov 2026, age 20 mo, corrected 17 mo, z −0.42, percentile 34 (WHO 2006)". */
export function growthReading({ series, row, growth, sent }: GrowthPoint, timeZone: string): string {
  const value = `${valueText(row, series)} ${unitText(row, series)}`.trim();
  const age = growthAgeText(growth);
  const reference = referenceText(growth, row.kind.status === 'preliminary');
  return [
    growthDetailTexts('reading', { value, date: dateText(row.timeMs, row.kind.precision, timeZone) }),
    age && growthDetailTexts('ageIs', { age }),
    growth.isKnown
      ? growthDetailTexts('zAndPercentile', {
          z: zText(growth),
          percentile: percentileText(growth),
          reference,
        })
      : reference,
    sent.length > 0 && growthDetailTexts('serverInWords', { sent: sentText(sent) }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Says how the gestational age was used; '' where nothing was sent, or the child was born at term. */
export function gestationText(gestation: Gestation): string {
  if (gestation.kind === 'unusable') return growthDetailTexts('gestationUnusable');
  if (gestation.kind === 'contradictory') return growthDetailTexts('gestationContradictory');
  if (gestation.kind !== 'sent' || !gestation.isPreterm) return '';
  const { days } = gestation;
  const [weeks, rest] = [String(Math.floor(days / DAYS_PER_WEEK)), String(days % DAYS_PER_WEEK)];
  return growthDetailTexts('gestation', { age: growthDetailTexts('weeksAndDays', { weeks, days: rest }) });
}
