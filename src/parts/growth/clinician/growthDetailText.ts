/** Puts a child's growth into words for clinicians: z with two decimals, the percentile, the age and the reference. */
import { dateText } from '../../../charts/format/dateText.ts';
import { flagDescription, flagLetters } from '../../../charts/format/flagText.ts';
import { numberText } from '../../../charts/format/numberText.ts';
import { unitText, valueText } from '../../../charts/format/valueText.ts';
import { pointMarks } from '../../../charts/reading/readingText.ts';
import { reasonText } from '../../../clinical/observation/reasons/reasons.ts';
import type { Gestation } from '../../../clinical/growth/gestationalAge.ts';
import {
  shownPercentile,
  type GrowthResult,
  type NoPercentileReason,
} from '../../../clinical/growth/growthZ.ts';
import type { SentPercentile } from '../../../clinical/growth/sentPercentiles.ts';
import type { CalendarAge } from '../../../clinical/time/age.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import type { GrowthPoint } from '../growthPoints.ts';
import { growthDetailTexts } from './growthDetail.messages.ts';

const DAYS_PER_WEEK = 7;
const DAYS_UNTIL = 28;
const WEEKS_UNTIL_MONTHS = 3;
const MONTHS_UNTIL = 24;

/** The units change where those of the age at the top of the page do. */
function agePart({ days, months, years }: CalendarAge): string {
  if (days < 0) return growthDetailTexts('beforeTerm', { count: String(Math.ceil(-days / DAYS_PER_WEEK)) });
  if (days < DAYS_UNTIL) return growthDetailTexts('days', { count: String(days) });
  if (months < WEEKS_UNTIL_MONTHS)
    return growthDetailTexts('weeks', { count: String(Math.floor(days / DAYS_PER_WEEK)) });
  if (months < MONTHS_UNTIL) return growthDetailTexts('months', { count: String(months) });
  const rest = months % 12;
  return rest === 0
    ? growthDetailTexts('years', { count: String(years) })
    : growthDetailTexts('yearsAndMonths', { years: String(years), months: String(rest) });
}

/** Returns "20 mo, corrected 17 mo", or "at birth" of a measure that is dated on another day; '' where no age is known. */
export function growthAgeText(growth: GrowthResult): string {
  const { age: sinceBirth, usedAge, correction, isToldLater } = growth;
  if (sinceBirth === undefined) return '';
  if (isToldLater) return growthDetailTexts('atBirth');
  const age = agePart(sinceBirth);
  return correction?.kind === 'corrected' && usedAge !== undefined
    ? growthDetailTexts('corrected', { age, corrected: agePart(usedAge) })
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

const TOLD_STATUS = ['preliminary', 'corrected', 'amended'];

/** A percentile that is not final says so, as the result beside it does. */
const sentText = (sent: readonly SentPercentile[]): string =>
  sent
    .map(({ row: { valueText: text, kind } }) =>
      [numberText(text), TOLD_STATUS.includes(kind.status) && kind.status].filter(Boolean).join(' '),
    )
    .join(', ');

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

/**
 * Returns the reference and what else must be known, or why there is no percentile. A status other than final comes first, and what is
 * marked at the point last (rules 16, 34 and 35).
 */
export function referenceText(growth: GrowthResult, row: Row): string {
  const { status } = row.kind;
  const notes = growth.isKnown
    ? [
        growthDetailTexts(growth.reference),
        growth.isLikelyError && growthDetailTexts('likelyMistake'),
        growth.isStated && growthDetailTexts('stated'),
        growth.isPositionAssumed && growthDetailTexts('positionAssumed'),
        growth.method === 'cdcExtendedBmi' && growthDetailTexts('extended'),
        growth.method === 'whoBeyondThree' && growthDetailTexts('beyondThree'),
      ]
    : [growth.reason === 'notCharted' ? reasonText(row) : noPercentileText(growth.reason)];
  const told = TOLD_STATUS.includes(status) && growthDetailTexts('status', { status });
  return [told, ...notes, ...pointMarks(row)].filter(Boolean).join('; ');
}

/** Returns "10.6 kg on 18 Nov 2026, age 20 mo, corrected 17 mo, z −0.42, percentile 34 (WHO 2006)". */
export function growthReading({ series, row, growth, sent }: GrowthPoint, timeZone: string): string {
  const value = `${valueText(row, series)} ${unitText(row, series)}`.trim();
  const age = growthAgeText(growth);
  const reference = referenceText(growth, row);
  return [
    growthDetailTexts(growth.isToldLater ? 'readingDated' : 'reading', {
      value,
      date: dateText(row.timeMs, row.kind.precision, timeZone),
    }),
    age && (growth.isToldLater ? age : growthDetailTexts('ageIs', { age })),
    growth.isKnown
      ? growthDetailTexts('zAndPercentile', {
          z: zText(growth),
          percentile: percentileText(growth),
          reference,
        })
      : reference,
    sent.length > 0 && growthDetailTexts('serverInWords', { sent: sentText(sent) }),
    flagLetters(row.kind) && flagDescription(row.kind),
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
