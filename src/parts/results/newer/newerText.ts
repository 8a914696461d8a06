/**
 * This file puts results into words that may be newer than the latest on a curve and are not charted (rules 13, 17 and
 * 34). Tiles, heads, exports and voices take their words from here.
 */
import { attachedWords } from '../../../clinical/observation/attached/attachedWords.ts';
import { PANEL_FLAG_NOTE } from '../../../clinical/observation/flag/flag.ts';
import { reasonText } from '../../../clinical/observation/reasons/reasons.ts';
import type { Reason, Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import {
  isCancelled,
  newestResult,
  type NewerPart,
  type NewerResult,
} from '../../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { dateText, dateTimeText } from '../../../charts/format/dateText.ts';
import { sentFlagWords } from '../../../charts/format/flagText.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { sentUnitText, unitText, valueText } from '../../../charts/format/valueText.ts';
import { spokenUnit } from '../../../charts/format/spokenUnit.ts';
import { tileFlagText } from '../tileText.ts';
import { newerTexts } from './newer.messages.ts';

type Manner = 'plain' | 'listed' | 'other-unit' | 'apart';

const HEADINGS: Readonly<Record<NewerResult['order'], Readonly<Record<Manner, string>>>> = {
  after: {
    plain: newerTexts('newer'),
    listed: newerTexts('newerNotCharted'),
    'other-unit': newerTexts('newerInOtherUnit'),
    apart: newerTexts('newerApart'),
  },
  'perhaps-after': {
    plain: newerTexts('perhapsNewer'),
    listed: newerTexts('perhapsNewerNotCharted'),
    'other-unit': newerTexts('perhapsNewerInOtherUnit'),
    apart: newerTexts('perhapsNewerApart'),
  },
  'same-time': {
    plain: newerTexts('sameTime'),
    listed: newerTexts('sameTimeNotCharted'),
    'other-unit': newerTexts('sameTimeInOtherUnit'),
    apart: newerTexts('sameTimeApart'),
  },
  only: {
    plain: newerTexts('notCharted'),
    listed: newerTexts('notCharted'),
    'other-unit': newerTexts('notCharted'),
    apart: newerTexts('notCharted'),
  },
};
const MANNERS: Readonly<Record<NewerResult['manner'], Manner>> = {
  listed: 'listed',
  preliminary: 'plain',
  'other-unit': 'other-unit',
  cancelled: 'plain',
};

/** Returns "Newer, not charted", "Possibly newer" or "Newer in another unit". */
function headingOf({ manner, order, lead }: NewerResult): string {
  if (lead.row.kind.reason === 'preliminary-hidden') return HEADINGS[order].plain;
  return HEADINGS[order][lead.isInShownUnit ? 'apart' : MANNERS[manner]];
}

/** Without these words the value would be misread. For any other reason the value speaks for itself. */
const SAID_REASONS: ReadonlySet<Reason | ''> = new Set([
  'no-unit',
  'too-long',
  'modifier',
  'no-name',
  'two-measures',
  'open-period',
  'two-times',
  'status',
  'replaced',
] as const);

/** These explain themselves by the value, which is the text or the reason itself. */
const PLAIN_REASONS: ReadonlySet<Reason | ''> = new Set([
  '',
  'text',
  'coded',
  'not-a-number',
  'panel',
  'no-value',
  'preliminary-hidden',
] as const);

/** A server may send a whole report as a text. */
const MAX_SENT = 300;
const MAX_SHOWN = 60;

/** Returns a text in one line, cut visibly between two words (rule 59). */
function shortened(text: string, most: number): string {
  const line = text.slice(0, MAX_SENT).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most && text.length <= MAX_SENT) return line;
  const cut = line.slice(0, most).lastIndexOf(' ');
  return `${line.slice(0, cut > 0 ? cut : most)} …`;
}

function valueOf({ row, series }: NewerPart): string {
  const { reason } = row.kind;
  if (row.valueText === '' || reason === 'preliminary-hidden') return reasonText(row);
  return Number.isNaN(row.value) ? row.kind.comparator + row.valueText : valueText(row, series);
}

function unitOf({ row, series }: NewerPart): string {
  const { kind, value } = row;
  if (kind.drawing !== 'listed') return unitText(row, series);
  // A text has its unit inside it.
  if (kind.isParsedFromText || (Number.isNaN(value) && kind.reason !== 'not-a-number')) return '';
  return row.valueText === '' ? '' : sentUnitText(kind);
}

/**
 * Returns the flag as sent, with its words where they say more than its letter. The flag of a panel keeps its words alone,
 * because a letter has lost its direction there (rule 26).
 */
export function sentFlagText(kind: Pick<RowKind, 'flag' | 'flagText'>): string {
  const { flag, flagText } = kind;
  if (flag === 'other' || flagText.endsWith(PANEL_FLAG_NOTE))
    return newerTexts('otherFlag', { flag: flagText });
  const words = sentFlagWords(kind);
  return words ? newerTexts('flagWithWords', { flag, words }) : flag;
}

export type NewerWords = {
  /** Reads like "Newer, not charted". */
  readonly heading: string;
  /** Reads like "1.8", "62/31", "hemolyzed" or "no value: quantity not sufficient". */
  readonly value: string;
  readonly unit: string;
  /** Follows value and unit: " preliminary" or ", unit not given". It is mostly ''. */
  readonly remark: string;
  /** These words of a laboratory end the remark, and may be long: ", hemolyzed". They are mostly ''. */
  readonly attached: string;
  readonly kind: RowKind;
  /** This is the date, with the time of day where the shown result is of the same day. */
  readonly when: string;
};

/** A cancelled result has no value to remark on, and the state of its specimen says why. */
function remarkOf(row: Row, manner: NewerResult['manner']): Pick<NewerWords, 'remark' | 'attached'> {
  const attached = attachedWords(row)
    .map((words) => `, ${words}`)
    .join('');
  return { remark: (manner === 'cancelled' ? '' : statusRemark(row)) + attached, attached };
}

function statusRemark({ kind }: Row): string {
  const { status, reason } = kind;
  const said = SAID_REASONS.has(reason) ? reasonText({ kind }) : doubtOfTime(kind);
  const isSaid = status === 'final' || reason === 'status' || reason === 'preliminary-hidden';
  return (isSaid || status === '' ? '' : ` ${status}`) + (said && `, ${said}`);
}

/** A text is listed as a text, whatever its date. */
const doubtOfTime = (kind: RowKind): string =>
  kind.hasImpossibleTime && PLAIN_REASONS.has(kind.reason)
    ? reasonText({ kind: { ...kind, reason: 'date-implausible' } })
    : '';

/** This says how a newer result is put into words. */
export type NewerContext = {
  readonly timeZone: string;
  /** The words stand beside this result. The time of day is given where both are of one day. */
  readonly shownRow?: Row | undefined;
};

function whenText({ timeMs, kind }: Row, { timeZone, shownRow }: NewerContext): string {
  const day = dateText(timeMs, kind.precision, timeZone);
  const isSameDay =
    shownRow !== undefined && day === dateText(shownRow.timeMs, shownRow.kind.precision, timeZone);
  return isSameDay ? dateTimeText(timeMs, kind.precision, timeZone) : day;
}

/** Puts one newer result into words. A text longer than `most` characters is cut visibly. */
export function newerWords(newer: NewerResult, context: NewerContext, most = MAX_SHOWN): NewerWords {
  const { parts, lead, manner } = newer;
  const { row } = lead;
  const value = parts.length > 1 ? pairValue(parts) : shortened(valueOf(lead), most);
  return {
    heading: headingOf(newer),
    value: manner === 'cancelled' ? newerTexts('cancelled') : value,
    unit: manner === 'cancelled' ? '' : unitOf(lead),
    ...remarkOf(row, manner),
    kind: row.kind,
    when: whenText(row, context),
  };
}

/** Both sides that have no number say the same words once. */
function pairValue(parts: NewerResult['parts']): string {
  const values = parts.map((part) => (part === undefined ? '–' : shortened(valueOf(part), MAX_SHOWN)));
  const [first = ''] = values;
  return values.every((value) => value === first) && !/\d/.test(first) ? first : values.join('/');
}

/** Returns " and 2 more", or '' when there is one. */
export const moreNewerText = (newer: readonly NewerResult[]): string =>
  newer.length > 1 ? newerTexts('andMore', { count: countText(newer.length - 1) }) : '';

function joined({ heading, value, unit, remark, when }: NewerWords, flag: string): string {
  const what = [value, unit].filter(Boolean).join(' ') + remark;
  return newerTexts('headed', { heading, result: [what, flag, when].filter(Boolean).join(', ') });
}

/**
 * Returns "Newer, not charted: 1.8 g/dL LL, 12 Nov 2026" or "Newer: 5.3 mmol/L preliminary, H, 24 Nov 2026", and in
 * brackets why it is not charted where the value alone does not say it.
 */
export function newerResultText(newer: NewerResult, context: NewerContext, when?: string): string {
  const words = newerWords(newer, context, MAX_SENT);
  const { kind } = newer.lead.row;
  const isPlain = PLAIN_REASONS.has(kind.reason) || SAID_REASONS.has(kind.reason);
  const day = when ?? words.when;
  const reason = reasonText({ kind });
  const dated = { ...words, when: isPlain ? day : newerTexts('because', { when: day, reason }) };
  const flag = sentFlagText(kind);
  if (words.remark !== '' || flag.length > 2) return joined(dated, flag);
  return joined({ ...dated, unit: [words.unit, flag].filter(Boolean).join(' ') }, '');
}

/** Returns the words of the first one, "… and 2 more", or '' when nothing is newer. */
export const newerText = (newer: readonly NewerResult[], context: NewerContext): string =>
  newer.length === 0 ? '' : newerResultText(newer[0]!, context) + moreNewerText(newer);

/**
 * Returns "newer, not charted: 1.8 grams per decilitre, critically low, 12 Nov 2026, and 2 more" for a voice, or ''.
 */
export function spokenNewer(newer: readonly NewerResult[], context: NewerContext): string {
  const [first] = newer;
  if (first === undefined) return '';
  const written = newerWords(first, context, MAX_SENT);
  const words = { ...written, unit: spokenUnit(written.unit) };
  const text = joined(words, tileFlagText(words.kind)) + moreNewerText(newer).replace(/^ /, ', ');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Returns the result that stands for a series without a curve, in the form of a newer one. */
export function resultWithoutCurve(series: Series): NewerResult | undefined {
  const row = series.rows.length === 0 ? newestResult(series) : undefined;
  if (row === undefined) return undefined;
  const part = { row, series };
  const manner = isCancelled(row.kind) ? 'cancelled' : 'listed';
  return { manner, order: 'only', lead: part, parts: [part] };
}

/** Returns "1.8 g/dL LL, 12 Nov 2026", about a result without a curve. */
export const withoutCurveText = (result: NewerResult, timeZone: string): string =>
  newerResultText(result, { timeZone }).slice(headingOf(result).length + 2);

/** Returns "1.8 grams per decilitre, critically low, 12 Nov 2026" for a voice. */
export const spokenWithoutCurve = (result: NewerResult, timeZone: string): string =>
  spokenNewer([result], { timeZone }).slice(headingOf(result).length + 2);
