/** This file says whether two results of one series were measured under conditions that allow a comparison. */
import { changeBetween, type LineChange } from '../series/comparability.ts';
import { FASTING, NOT } from '../observation/attached/languages.ts';
import type { RowKind } from '../observation/resultRow.ts';
import type { PublishedVariation } from './variationTable.ts';

/** This differs between two results that are not compared. */
export type ConditionChange = LineChange | 'fasting' | 'posture' | 'site';

/** These are the LOINC codes of fasting glucose, triglycerides, insulin and C-peptide. */
const FASTING_CODES: ReadonlySet<string> = new Set(
  '1558-6 14771-0 1556-0 14770-2 76629-5 41604-0 3048-6 70218-3 27873-9 1554-5'.split(' '),
);
const MAX_WORDS = 300;

/**
 * These words say that nobody fasted, or leave it open: "non-fasting", "not a fasting sample", "Fasting status: no", "fasting
 * not asked", "fasting: 0 h", "fasting or random". A comma ends what is said of fasting.
 */
const FASTING_DENIED = new RegExp(
  String.raw`\b(?:${NOT}|n[oã]o?|icke|without|sin|sem|ohne|sans|den(?:y|ie)\w*)\b[^,.;]{0,20}\b${FASTING}` +
    String.raw`|\b${FASTING}[^,]{0,40}(?:\b(?:not?|non?e?|n|nein|n[eã][eijo]|false|negative|refused|pending|un(?!it|til|der\b)\w+|inconnue?|onbekend|desconocido)\b|: ?(?:0\b|\?))` +
    String.raw`|\brandom\b|\bpost[- ]?prandial|\bal[eé]atoi?r|\bzuf[aä]ll|\bwillekeurig`,
  'i',
);
const SAYS_FASTING = new RegExp(String.raw`\b${FASTING}`, 'i');

/** Returns whether a result is known to be a fasting one, by its code or the words sent with it. */
export function isKnownFasting({ code, codeText, context }: RowKind): boolean {
  if (FASTING_CODES.has(code)) return true;
  const words = `${codeText}, ${context}`.slice(0, MAX_WORDS);
  return SAYS_FASTING.test(words) && !FASTING_DENIED.test(words);
}

const POSTURES = ['standing|upright', 'sitting|seated', 'supine|lying|recumbent'].map(
  (words) => new RegExp(String.raw`\b(?:${words})\b`, 'i'),
);
// oxlint-disable-next-line longview/texts-in-catalogs -- a pattern
const CUFF_SITES = ['upper arm|arm|brachial', 'wrist|forearm|radial', 'thigh|leg|calf|ankle', 'finger'].map(
  (words) => new RegExp(String.raw`\b(?:${words})\b`, 'i'),
);

const indexIn = (patterns: readonly RegExp[], { context, codeText }: RowKind): number =>
  patterns.findIndex((pattern) => pattern.test(`${codeText}, ${context}`.slice(0, MAX_WORDS)));

const differ = (patterns: readonly RegExp[], a: RowKind, b: RowKind): boolean => {
  const [one, other] = [indexIn(patterns, a), indexIn(patterns, b)];
  return one >= 0 && other >= 0 && one !== other;
};

/**
 * Returns what differs between an earlier result and a newer one of the same series; '' when they can be compared. A
 * value that was converted by an exact factor is the same as one that was sent in the unit.
 */
export function conditionChange(
  earlier: RowKind,
  newer: RowKind,
  analyteId: string,
  fasting: PublishedVariation['fasting'],
): ConditionChange | '' {
  if (fasting !== '' && isKnownFasting(earlier) !== isKnownFasting(newer)) return 'fasting';
  const change = changeBetween(earlier, newer);
  if (change !== '' && change !== 'unit') return change;
  if (!analyteId.startsWith('bp-')) return '';
  if (differ(POSTURES, earlier, newer)) return 'posture';
  return differ(CUFF_SITES, earlier, newer) ? 'site' : '';
}
