/**
 * This file reads and writes what the compare screen shows, and how, in the fragment:
 * `#compare=k,creat&drug=x0f…&view=relative-table&before=412d&moment=35.25d`. It carries no identity and no date.
 * docs/contract.md, docs/decisions/0021 and 0027.
 */
import { addressId } from '../../clinical/series/addressId.ts';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import type { Series } from '../../clinical/series/series.ts';
import { isDrugAddress } from '../navigation/drugAddress.ts';
import { decoded, idInAddress } from '../navigation/urlFragment.ts';

/** The options are written in this order. `points` draws no lines. */
export const COMPARE_OPTIONS = ['relative', 'points', 'every', 'before', 'table'] as const;
export type CompareOption = (typeof COMPARE_OPTIONS)[number];

export type CompareView = {
  /** The series ids have the order of the strips. The list is empty if none was named. */
  readonly ids: readonly string[];
  /** The options change the drawing of the strips and what stands under them. */
  readonly options: readonly CompareOption[];
  /**
   * The second period lies a calendar year or this many days earlier. If undefined, it lies directly before
   * the window.
   */
  readonly earlier: 'year' | number | undefined;
  /** Before and after are counted from this moment, in days before the newest result. */
  readonly momentDays: number | undefined;
  /** The lane of this medication stands first. The address names it by a hash. */
  readonly drug?: string | undefined;
};

/** These parts of a fragment are refused: a word that is not ours, and this many strips too many. */
export type RefusedParts = { readonly isUnread: boolean; readonly tooMany: number };

/** More strips than these are no longer seen together (rule 9). */
export const MAX_STRIPS = 8;
const DEFAULT_STRIPS = 6;

const parametersOf = (fragment: string) => fragment.replace(/^#/, '').split('&').filter(Boolean);

const isCompareParameter = (part: string) => /^(?:compare|view|before|moment|drug)(?:=|$)/.test(part);

/** Returns the id of the strip of a series. Both sides of a blood pressure share that of the systolic. */
export const stripId = (seriesId: string) => pressureSeriesPairOf(seriesId)?.systolic ?? seriesId;

/**
 * The number is exact to the millisecond, because a result at the very moment counts as before it, also when
 * the view is opened again.
 */
const DAYS_PATTERN = /^\d{1,5}(?:\.\d{1,8})?d$/;

/** Returns "412d" or "35.10069444d". */
export const daysText = (days: number): string => `${days.toFixed(8).replace(/\.?0+$/, '')}d`;

const daysIn = (text: string): number | undefined =>
  DAYS_PATTERN.test(text) ? Number(text.slice(0, -1)) : undefined;

/** Reads a second period as it is written, or returns undefined. */
export function earlierIn(text: string): CompareView['earlier'] {
  return text === YEAR_BEFORE ? 'year' : daysIn(text) || undefined;
}

export const earlierParameter = (earlier: CompareView['earlier']): string =>
  earlier === undefined ? '' : earlier === 'year' ? YEAR_BEFORE : daysText(earlier);

/** This is a calendar year. */
export const YEAR_BEFORE = '1y';

const isOption = (word: string): word is CompareOption => COMPARE_OPTIONS.some((option) => option === word);

export function compareIn(fragment: string): CompareView & { readonly refused: RefusedParts } {
  const parts = parametersOf(fragment);
  const valueOf = (name: string) =>
    parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const listedIds = valueOf('compare').split(',');
  const ids = [...new Set(listedIds.map(decoded).filter(Boolean).map(idInAddress))];
  const words = valueOf('view').split('-').filter(Boolean);
  const [before, moment, drug] = [valueOf('before'), valueOf('moment'), valueOf('drug')];
  const [earlier, momentDays] = [earlierIn(before), daysIn(moment)];
  // There is only one second period.
  const isTwice = earlier !== undefined && words.includes('before');
  const isUnread =
    !words.every(isOption) ||
    (moment !== '' && momentDays === undefined) ||
    (before !== '' && earlier === undefined) ||
    (drug !== '' && !isDrugAddress(drug)) ||
    isTwice;
  return {
    ids: ids.slice(0, MAX_STRIPS),
    options: COMPARE_OPTIONS.filter((option) => words.includes(option) && !(isTwice && option === 'before')),
    earlier,
    momentDays,
    drug: isDrugAddress(drug) ? drug : undefined,
    refused: {
      isUnread,
      tooMany: Math.max(0, ids.length - MAX_STRIPS),
    },
  };
}

/** Returns the options with this one toggled. */
export const withOptionToggled = (
  options: readonly CompareOption[],
  toggled: CompareOption,
): readonly CompareOption[] =>
  COMPARE_OPTIONS.filter((each) => (each === toggled ? !options.includes(each) : options.includes(each)));

/** Returns the fragment with this choice. Other parts of `others` stay. */
export function compareFragment(
  { ids, options = [], earlier, momentDays, drug }: Pick<CompareView, 'ids'> & Partial<CompareView>,
  others = '',
): string {
  const list = ids.map((id) => encodeURIComponent(addressId(id))).join(',');
  const words = COMPARE_OPTIONS.filter((each) => options.includes(each)).join('-');
  return `#${[
    list ? `compare=${list}` : 'compare',
    drug !== undefined && `drug=${drug}`,
    words && `view=${words}`,
    earlier !== undefined && `before=${earlierParameter(earlier)}`,
    momentDays === undefined ? '' : `moment=${daysText(momentDays)}`,
    ...parametersOf(others).filter((part) => !isCompareParameter(part)),
  ]
    .filter(Boolean)
    .join('&')}`;
}

/** These results are read together in questions about kidneys: pressure and pulse, then blood, then body. */
const KIDNEY = ['bp-sys', 'hr', 'k', 'creat', 'egfr', 'weight'];
const KIDNEY_BLOOD = ['k', 'creat', 'egfr'];

type Span = { readonly startMs: number; readonly endMs: number };

const resultCountIn = ({ timesMs }: Series, { startMs, endMs }: Span) =>
  timesMs.reduce((sum, timeMs) => (timeMs >= startMs && timeMs <= endMs ? sum + 1 : sum), 0);

/** Returns at most six strips of a record, in clinical order, for an address that names none. */
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
