/**
 * What the compare screen shows, and how. It lives in the fragment and carries no identity and no date:
 * `#compare=k,creat&view=relative-table&before=412d&moment=35.25d`. docs/contract.md, docs/decisions/0021 and 0027.
 */
import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';
import type { Series } from '../../clinical/series/series.ts';

/** In the order in which they are written; `points` is without lines. */
export const COMPARE_OPTIONS = ['relative', 'points', 'every', 'before', 'table'] as const;
export type CompareOption = (typeof COMPARE_OPTIONS)[number];

export type CompareView = {
  /** Series ids in the order of the strips; empty when none was named. */
  readonly ids: readonly string[];
  /** How the strips are drawn, and what stands under them. */
  readonly options: readonly CompareOption[];
  /** Where the second period lies, if not directly before the window: a year of the calendar or so many days earlier. */
  readonly earlier: 'year' | number | undefined;
  /** The moment that before and after are counted from, in days before the newest result. */
  readonly momentDays: number | undefined;
};

/** What a fragment asks for and does not get: a word that is none of ours, and so many strips too many. */
export type RefusedParts = { readonly isUnread: boolean; readonly tooMany: number };

/** More than these are no longer seen together (rule 9). */
export const MAX_STRIPS = 8;
const DEFAULT_STRIPS = 6;

const parametersOf = (fragment: string) => fragment.replace(/^#/, '').split('&').filter(Boolean);

const isCompareParameter = (part: string) => /^(?:compare|view|before|moment)(?:=|$)/.test(part);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // typed by hand: it names no series
  }
}

/** Both sides of a blood pressure are one strip, which has the name of the systolic. */
export const stripId = (seriesId: string) => pressurePairOf(seriesId)?.systolic ?? seriesId;

/** To the millisecond: a result at the very moment counts as before it, also when the view is opened again. */
const DAYS_PATTERN = /^\d{1,5}(?:\.\d{1,8})?d$/;

/** "412d", "35.10069444d". */
export const daysText = (days: number): string => `${days.toFixed(8).replace(/\.?0+$/, '')}d`;

const daysIn = (text: string): number | undefined =>
  DAYS_PATTERN.test(text) ? Number(text.slice(0, -1)) : undefined;

/** As a second period is written: undefined for what is none. */
export function earlierIn(text: string): CompareView['earlier'] {
  return text === YEAR_BEFORE ? 'year' : daysIn(text) || undefined;
}

export const earlierParameter = (earlier: CompareView['earlier']): string =>
  earlier === undefined ? '' : earlier === 'year' ? YEAR_BEFORE : daysText(earlier);

/** A year of the calendar. */
export const YEAR_BEFORE = '1y';

const isOption = (word: string): word is CompareOption => COMPARE_OPTIONS.some((option) => option === word);

export function compareIn(fragment: string): CompareView & { readonly refused: RefusedParts } {
  const parts = parametersOf(fragment);
  const valueOf = (name: string) =>
    parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const named = valueOf('compare').split(',');
  const ids = [...new Set(named.map(decoded).filter(Boolean))];
  const words = valueOf('view').split('-').filter(Boolean);
  const [before, moment] = [valueOf('before'), valueOf('moment')];
  const [earlier, momentDays] = [earlierIn(before), daysIn(moment)];
  // There is one second period.
  const isTwice = earlier !== undefined && words.includes('before');
  const isUnread =
    !words.every(isOption) ||
    (moment !== '' && momentDays === undefined) ||
    (before !== '' && earlier === undefined) ||
    isTwice;
  return {
    ids: ids.slice(0, MAX_STRIPS),
    options: COMPARE_OPTIONS.filter((look) => words.includes(look) && !(isTwice && look === 'before')),
    earlier,
    momentDays,
    refused: {
      isUnread,
      tooMany: Math.max(0, ids.length - MAX_STRIPS),
    },
  };
}

/** The look with this part of it the other way round. */
export const withOptionToggled = (
  options: readonly CompareOption[],
  part: CompareOption,
): readonly CompareOption[] =>
  COMPARE_OPTIONS.filter((each) => (each === part ? !options.includes(each) : options.includes(each)));

/** The fragment with this choice; what else stands in `others` stays. */
export function compareFragment(
  { ids, options = [], earlier, momentDays }: Pick<CompareView, 'ids'> & Partial<CompareView>,
  others = '',
): string {
  const list = ids.map(encodeURIComponent).join(',');
  const words = COMPARE_OPTIONS.filter((each) => options.includes(each)).join('-');
  return `#${[
    list ? `compare=${list}` : 'compare',
    words && `view=${words}`,
    earlier !== undefined && `before=${earlierParameter(earlier)}`,
    momentDays === undefined ? '' : `moment=${daysText(momentDays)}`,
    ...parametersOf(others).filter((part) => !isCompareParameter(part)),
  ]
    .filter(Boolean)
    .join('&')}`;
}

/** What is read together where a kidney is the question: pressure and pulse, then the blood, then the body. */
const KIDNEY = ['bp-sys', 'hr', 'k', 'creat', 'egfr', 'weight'];
const KIDNEY_BLOOD = ['k', 'creat', 'egfr'];

type Span = { readonly startMs: number; readonly endMs: number };

const resultCountIn = ({ timesMs }: Series, { startMs, endMs }: Span) =>
  timesMs.reduce((sum, timeMs) => (timeMs >= startMs && timeMs <= endMs ? sum + 1 : sum), 0);

/** The strips of a record when none are named, in clinical order; at most six. */
export function defaultStrips(series: readonly Series[], span: Span): string[] {
  const counted = series
    .map((one) => ({ one, count: resultCountIn(one, span) }))
    .filter(({ one }) => one.rows.length > 0);
  const byCount = counted.toSorted((a, b) => b.count - a.count || b.one.rows.length - a.one.rows.length);
  const best = (analyteId: string) => byCount.find(({ one }) => one.analyteId === analyteId)?.one.id;
  if (KIDNEY_BLOOD.every((id) => best(id) !== undefined)) return KIDNEY.flatMap((id) => best(id) ?? []);
  const chosen = new Set<string>();
  for (const { one } of byCount) if (chosen.size < DEFAULT_STRIPS) chosen.add(stripId(one.id));
  return [...new Set(series.map(({ id }) => stripId(id)))].filter((id) => chosen.has(id));
}
