import { latest } from '../../clinical/series/newest/latest.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { BandDrawing } from './trendBands.ts';
import { drawnRows, type ChartEntry } from '../reading/chartEntries.ts';
import { TEXT_SCALE, type TrendLayout } from './trendLayout.ts';
import { entryValue } from '../reading/readingText.ts';
import { trendTexts } from './trend.messages.ts';

/** These are words of a label, or the shape of a flag: the eye needs it, and a voice has the letters beside it. */
export type LabelPart = string | { readonly shape: string };

/** A label stands at the right of the plot. */
export type TrendLabel = {
  readonly parts: readonly LabelPart[];
  readonly y: number;
  readonly isStrong: boolean;
};

const LINE_PX = 14 * TEXT_SCALE;

/** Moves each label down as far as the one above it needs, and the whole stack up when it leaves the plot. */
function stackLabels(labels: readonly TrendLabel[], bottom: number): TrendLabel[] {
  const placed: TrendLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    placed.push({ ...label, y: Math.max(label.y, (placed.at(-1)?.y ?? Number.NEGATIVE_INFINITY) + LINE_PX) });
  }
  let limit = bottom;
  return placed
    .toReversed()
    .map((label) => {
      const y = Math.min(label.y, limit);
      limit = y - LINE_PX;
      return { ...label, y };
    })
    .toReversed();
}

/** A flag has its shape before its letters, as everywhere (rule 52); hollow while the result may still change. */
const FLAG_SHAPES = { H: '▲△', L: '▼▽', A: '■□', HH: '‼‼', LL: '‼‼', AA: '‼‼' } as const;

function flagParts({ kind: { flag, status } }: Row): readonly LabelPart[] {
  if (flag === '' || flag === 'N' || flag === 'other') return [];
  return [' ', { shape: FLAG_SHAPES[flag][status === 'preliminary' ? 1 : 0]! }, flag];
}

/** Returns everything that the eye reads of a label: "5.9 ‼HH". */
export const trendLabelText = (parts: readonly LabelPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.shape)).join('');

const isFinal = ({ rows }: ChartEntry) => rows.every(({ kind }) => kind.status !== 'preliminary');

/** Returns the newest entry that may be called the latest, which is drawn and final. */
export function latestEntry(series: Series, drawn: readonly ChartEntry[]): ChartEntry | undefined {
  const row = latest(series);
  return drawn.findLast((entry) =>
    entry.sides ? isFinal(entry) : row !== undefined && isSameRow(entry.rows[0], row),
  );
}

const labelYOf = (entry: ChartEntry, { y }: TrendLayout) => {
  const heights = drawnRows(entry).map(({ value }) => y(value));
  return heights.reduce((sum, height) => sum + height, 0) / heights.length + 4 * TEXT_SCALE;
};

/** Returns the parts of "5.9 ‼HH". */
const withFlags = (entry: ChartEntry, series: Series): readonly LabelPart[] => [
  entryValue(entry, series),
  ...entry.rows.flatMap(flagParts),
];

/** So many characters have room at the right of the plot. */
const MAX_CHARACTERS = 20;

/** Returns "5.3 preliminary" in one label, or in two, one below the other, where a flag or a pressure makes it long. */
function preliminaryLabels(entry: ChartEntry, series: Series, layout: TrendLayout): TrendLabel[] {
  const [value, status] = [withFlags(entry, series), trendTexts('preliminary')];
  const inOne = [...value, ' ', status];
  const lines = trendLabelText(inOne).length <= MAX_CHARACTERS ? [inOne] : [value, [status]];
  return lines.map((parts, i) => ({ parts, y: labelYOf(entry, layout) + i, isStrong: false }));
}

/**
 * Returns the labels at the right of the plot, clear of each other: the latest result, a preliminary one after it, each with its
 * flag, and the newest range.
 */
export function trendLabels(
  series: Series,
  drawn: readonly ChartEntry[],
  newestRange: BandDrawing['newest'],
  layout: TrendLayout,
): TrendLabel[] {
  const labels: TrendLabel[] = [];
  const newest = latestEntry(series, drawn);
  if (newest) labels.push({ parts: withFlags(newest, series), y: labelYOf(newest, layout), isStrong: true });
  const last = drawn.at(-1);
  if (last && last !== newest && !isFinal(last)) labels.push(...preliminaryLabels(last, series, layout));
  if (newestRange) labels.push({ parts: [newestRange.text], y: newestRange.y, isStrong: false });
  return stackLabels(labels, layout.bottomPx);
}
