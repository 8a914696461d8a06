/** Finds how long the pregnancy lasted that a child was born from, in days, among the results of the child's record. */
import type { Moment } from '../time/date.ts';
import { DAY_MS } from '../time/durations.ts';
import type { Row } from '../observation/resultRow.ts';
import { isFinal } from '../series/comparability.ts';
import type { Series } from '../series/series.ts';
import { canonicalUnit } from '../units/canonicalUnit.ts';

/** A child born before 37 weeks is born preterm; the age is corrected to a birth at 40 weeks. */
const TERM_FROM_DAYS = 37 * 7;
export const FULL_TERM_DAYS = 40 * 7;

/** Says why a gestational age that was sent is not used. */
export type UnusedGestation =
  /** It is no age that a living child was born at: below 21 or above 44 weeks. */
  | 'implausible'
  /** No number of weeks and days can be read from it. */
  | 'unreadable'
  /** It is preliminary, so that it may still change. */
  | 'notFinal'
  /** It was sent without a time, so that it may be of a pregnancy of the patient. */
  | 'withoutTime'
  /** It was measured before birth, or long after, when it may be of a pregnancy of the patient. */
  | 'ofAnotherTime';

/** This is what the record says of the gestational age at birth. */
export type Gestation =
  | { readonly kind: 'notSent' }
  | { readonly kind: 'sent'; readonly days: number; readonly isPreterm: boolean; readonly row: Row }
  /** Some was sent and none can be used. */
  | { readonly kind: 'unusable'; readonly reasons: readonly UnusedGestation[]; readonly rows: readonly Row[] }
  /** Ages were sent that differ by more than a week, and no one of them says that it is of the birth. */
  | { readonly kind: 'contradictory'; readonly rows: readonly Row[] };

/**
 * "Gestational age at birth" says it all. The others name the age by how it was estimated (any way, last period, ovulation,
 * chosen date, obstetric estimate), or in weeks alone. In the record of a child they are of its own birth.
 *
 * @see https://loinc.org/76516-4 and https://loinc.org/57714-8
 */
const AT_BIRTH = '76516-4';
const ESTIMATES = new Set(['11884-4', '11885-1', '11886-9', '11887-7', '18185-9', '49051-6', '57714-8']);
/** These are the days beyond the weeks (0 to 6) that go with 49051-6, or all days. */
const IN_DAYS = '49052-4';
const WEEKS = '49051-6';

const DAYS_PER_WEEK = 7;
const LEAST_DAYS = 21 * DAYS_PER_WEEK;
const MOST_DAYS = 45 * DAYS_PER_WEEK - 1;
const AGREE_WITHIN_DAYS = DAYS_PER_WEEK;
/** A patient of ten years may be pregnant. */
const LATEST_DAY = 10 * 365;

type Candidate = {
  readonly row: Row;
  readonly code: string;
  readonly days: number;
  /** The days beyond the weeks were sent, or the days themselves. */
  readonly isExact: boolean;
};

/**
 * Returns the gestational age at birth of the patient of these series. A birth date that is not exact to the day leaves all
 * ages unused. Two estimates may differ by a week; the one in weeks and days counts, and of these the newest.
 */
export function gestationOf(all: readonly Series[], birth: Moment | undefined): Gestation {
  const sent = all.flatMap(candidatesOf);
  if (sent.length === 0) return { kind: 'notSent' };
  const judged = withDaysAdded(sent).map((one) => ({ ...one, unused: whyUnused(one, birth) }));
  const usable = judged.filter(({ unused }) => unused === undefined);
  const ofBirth = usable.filter(({ code }) => code === AT_BIRTH);
  const choice = ofBirth.length > 0 ? ofBirth : usable;
  if (choice.length === 0) {
    const reasons = [...new Set(judged.flatMap(({ unused }) => unused ?? []))];
    return { kind: 'unusable', reasons, rows: judged.map(({ row }) => row) };
  }
  const days = choice.map((one) => one.days);
  if (Math.max(...days) - Math.min(...days) > AGREE_WITHIN_DAYS)
    return { kind: 'contradictory', rows: choice.map(({ row }) => row) };
  const exact = choice.filter(({ isExact }) => isExact);
  const [first, ...more] = exact.length > 0 ? exact : choice;
  const best = more.reduce((a, b) => (b.row.timeMs > a!.row.timeMs ? b : a), first)!;
  return { kind: 'sent', days: best.days, isPreterm: best.days < TERM_FROM_DAYS, row: best.row };
}

/** A result that was withdrawn, or that stands aside for another reason than its form, says nothing. */
const isReadable = ({ kind }: Row): boolean =>
  kind.drawing !== 'listed' ||
  ['text', 'listed-only', 'implausible', 'no-time', 'no-unit', 'unit-mismatch'].includes(kind.reason);

function candidatesOf(series: Series): readonly Candidate[] {
  const rows = [...series.rows, ...series.listed];
  return rows
    .filter((row) => row.kind.code === AT_BIRTH || row.kind.code === IN_DAYS || ESTIMATES.has(row.kind.code))
    .filter((row) => isReadable(row) && row.kind.comparator === '')
    .map((row) => ({ row, code: row.kind.code, ...daysOf(row, series.unit) }));
}

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in texts that were sent */
/** Each of these words is replaced by one letter or sign, so that one pattern reads the ages of all senders. */
const SAID_ALIKE: readonly (readonly [words: RegExp, sign: string])[] = [
  // These say what it is: "GA 32w4d", "SSW 32+4", "32 weeks of gestation", "32 semaines d'aménorrhée", "32+4/40".
  [/^(?:e?ga|gestational age|gestationsalter|ssw(?= ?\d\d ?\+))[:=]? ?(?=\d\d)|^p(?=\d\dw)/g, ''],
  [
    /(?<=[a-z])['’]? (?:(?:of|de|di|da) |d['’] ?)?(?:gestation(?:al age)?|gesta(?:ci[oó]n|[cç][aã]o)|gestazione|am[eé]norrh[eé]e|e?ga)(?!\p{L})/gu,
    '',
  ],
  [/ completed(?= w)|(?<=\d) ?\/ ?40$/g, ''],
  // SSW is German, SA is French, and SDG is Spanish.
  [
    /(?<!\p{L})(?:weeks?|wks?|wga|ssw|sa|semaines?|sdg|semanas?|sem|wochen|settimane|weken)(?!\p{L})\.?/gu,
    'w',
  ],
  [/(?<!\p{L})(?:days?|jours?|j|d[ií]as?|tage?|t|giorni|dagen)(?!\p{L})\.?/gu, 'd'],
  [/ (?:and|et|y|e|und|en|&) /g, ' + '],
];
/* oxlint-enable longview/texts-in-catalogs */

/** A dash needs its sevenths, since "32-34" is a span. Some mean 32 weeks and 4 days by "32.4", so that it is not read. */
const WEEKS_AND_DAYS =
  /^(\d{2})(?: ?w)?(?:(?:(?<=w),? ?(?:\+ ?)?| ?\+ ?| |-(?=[0-6] ?\/))([0-6])(?: ?\/ ?7)?(?: ?d)?)?(?: ?w)?$/;
const WHOLE_DAYS = /^(\d{3}) ?d$/;

/** A longer text is no age. */
const MAX_LENGTH = 40;

type Read = Pick<Candidate, 'days' | 'isExact'>;

/**
 * Returns the days that a text says: "37 2/7", "37+2", "37w2d", "37 weeks 2 days", "29 weeks", "203 days", also in Spanish, French,
 * German, Italian and Dutch. NaN for any other text.
 */
export function gestationalDaysOf(text: string): Read {
  const plain = plainWords(text);
  const [, inDays] = WHOLE_DAYS.exec(plain) ?? [];
  if (inDays !== undefined) return { days: Number(inDays), isExact: true };
  const [, weeks, days] = WEEKS_AND_DAYS.exec(plain) ?? [];
  if (weeks === undefined) return { days: Number.NaN, isExact: false };
  return { days: Number(weeks) * DAYS_PER_WEEK + Number(days ?? 0), isExact: days !== undefined };
}

function plainWords(text: string): string {
  const sent = text.slice(0, MAX_LENGTH).trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return SAID_ALIKE.reduce((said, [words, sign]) => said.replaceAll(words, sign), sent);
}

function daysOf(row: Row, seriesUnit: string): Read {
  const { kind, value, valueText } = row;
  const isNumber = /^\d+(?:\.\d+)?$/.test(valueText.trim());
  if (!isNumber) return gestationalDaysOf(valueText);
  const number = Number(valueText);
  const unit = canonicalUnit(kind.unitCode || kind.unit) || (kind.code === IN_DAYS ? 'd' : '');
  if (unit === 'd') return { days: number, isExact: true };
  if (unit === 'wk' || unit === '' || plainWords(unit) === 'w') return ofWeeks(number);
  if (plainWords(unit) === 'd') return { days: number, isExact: true };
  // A unit that the catalog converts gives the number of the series in its unit.
  return seriesUnit === 'wk' && !Number.isNaN(value) ? ofWeeks(value) : { days: Number.NaN, isExact: false };
}

const ofWeeks = (weeks: number): Read => ({
  days: Math.round(weeks * DAYS_PER_WEEK),
  isExact: !Number.isInteger(weeks),
});

/** "28" weeks and "5" days that were sent at one time are one age. Days without their weeks are none. */
function withDaysAdded(sent: readonly Candidate[]): readonly Candidate[] {
  const isRest = ({ code, days }: Candidate): boolean => code === IN_DAYS && days < DAYS_PER_WEEK;
  const rests = sent.filter(isRest);
  return sent.map((one) => {
    if (isRest(one)) return { ...one, days: Number.NaN };
    const [rest, another] = rests.filter(({ row }) => row.timeMs === one.row.timeMs);
    return one.code === WEEKS && !one.isExact && rest !== undefined && another === undefined
      ? { ...one, days: one.days + rest.days, isExact: true }
      : one;
  });
}

function whyUnused({ row, days }: Candidate, birth: Moment | undefined): UnusedGestation | undefined {
  if (!isFinal(row)) return 'notFinal';
  if (Number.isNaN(days)) return 'unreadable';
  if (days < LEAST_DAYS || days > MOST_DAYS) return 'implausible';
  if (Number.isNaN(row.timeMs) || birth === undefined || birth.precision === 'none') return 'withoutTime';
  const ageDays = (row.timeMs - birth.timeMs) / DAY_MS;
  return ageDays < -1 || ageDays > LATEST_DAY ? 'ofAnotherTime' : undefined;
}
