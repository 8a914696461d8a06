/** Which series the compare screen shows. It lives in the fragment and carries no identity: `#compare=k,creat&view=relative`. */
import { pressurePairOf } from '../charts/pressurePairs.ts';
import type { Series } from '../clinical/series.ts';

export type CompareView = {
  /** Series ids in the order of the strips; empty when none was named. */
  readonly ids: readonly string[];
  readonly relative: boolean;
};

/** More than these are no longer seen together (rule 9). */
export const MOST_STRIPS = 8;
const DEFAULT_STRIPS = 6;

const partsOf = (fragment: string) => fragment.replace(/^#/, '').split('&').filter(Boolean);

const isOurs = (part: string) => /^(?:compare|view)(?:=|$)/.test(part);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // typed by hand: it names no series
  }
}

/** Both sides of a blood pressure are one strip, which has the name of the systolic. */
const stripId = (seriesId: string) => pressurePairOf(seriesId)?.systolic ?? seriesId;

export function compareIn(fragment: string): CompareView {
  const parts = partsOf(fragment);
  const list = parts.find((part) => part.startsWith('compare=')) ?? '';
  const ids = list.slice('compare='.length).split(',').map(decoded).filter(Boolean).map(stripId);
  return { ids: [...new Set(ids)].slice(0, MOST_STRIPS), relative: parts.includes('view=relative') };
}

/** The fragment with this choice; what else stands in `others` stays. */
export function compareFragment({ ids, relative }: CompareView, others = ''): string {
  const list = ids.map(encodeURIComponent).join(',');
  const rest = partsOf(others).filter((part) => !isOurs(part));
  return `#${[list ? `compare=${list}` : 'compare', ...(relative ? ['view=relative'] : []), ...rest].join('&')}`;
}

/** What is read together where a kidney is the question: pressure and pulse, then the blood, then the body. */
const KIDNEY = ['bp-sys', 'hr', 'k', 'creat', 'egfr', 'weight'];
const KIDNEY_BLOOD = ['k', 'creat', 'egfr'];

type Span = { readonly startMs: number; readonly endMs: number };

const countIn = ({ timesMs }: Series, { startMs, endMs }: Span) =>
  timesMs.reduce((sum, timeMs) => (timeMs >= startMs && timeMs <= endMs ? sum + 1 : sum), 0);

/** The strips of a record when none are named, in clinical order; at most six. */
export function defaultStrips(series: readonly Series[], span: Span): string[] {
  const counted = series
    .map((one) => ({ one, count: countIn(one, span) }))
    .filter(({ one }) => one.rows.length > 0);
  const most = counted.toSorted((a, b) => b.count - a.count || b.one.rows.length - a.one.rows.length);
  const best = (analyteId: string) => most.find(({ one }) => one.analyteId === analyteId)?.one.id;
  if (KIDNEY_BLOOD.every((id) => best(id) !== undefined)) return KIDNEY.flatMap((id) => best(id) ?? []);
  const chosen = new Set<string>();
  for (const { one } of most) if (chosen.size < DEFAULT_STRIPS) chosen.add(stripId(one.id));
  return [...new Set(series.map(({ id }) => stripId(id)))].filter((id) => chosen.has(id));
}
