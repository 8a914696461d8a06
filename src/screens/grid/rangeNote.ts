/** Says what stands beside the name of a row: its unit (rule 10), and the range sent with the newest result (rule 28). */
import { bothRangesText, rangeText, shortRangeText } from '../../charts/format/rangeText.ts';
import { textWidthPx } from '../../charts/lanes/labelWidth.ts';
import { hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import { pressureOfRow } from '../../clinical/series/pairs/pressureOfRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { unitOrMissing } from '../../charts/reading/seriesName.ts';
import type { SeriesRow } from './gridData.ts';
import { gridTexts } from './grid.messages.ts';

export type RangeNote = {
  /** Each form says the unit, the range and whether it changed. The longest is the first. */
  readonly forms: readonly string[];
  /** This is everything that was sent, for the pointer. */
  readonly all: string;
};

/** Tells whether a range ends with this unit, as in "3.5–5.1 mmol/L" or “<5.7%”. The "g" of "mg/g" is no unit of its own. */
function endsWithUnit(range: string, unit: string): boolean {
  const words = range.replace(/”$/, '');
  return unit !== '' && words.endsWith(unit) && !/[\p{L}/]$/u.test(words.slice(0, -unit.length));
}

const withUnit = (range: string, unit: string, words = range): string =>
  endsWithUnit(range, unit) ? words : [unit, words].filter(Boolean).join(', ');

type NotedRow = Pick<SeriesRow, 'unit' | 'series' | 'diastolic'>;

const newestOf = (series: Series): Row | undefined => latest(series) ?? series.rows.at(-1);

/** Returns the newest result, or both sides of the newest blood pressure. A side that was not recorded is undefined. */
function newestSides({ series, diastolic }: Omit<NotedRow, 'unit'>): readonly (Row | undefined)[] {
  const upper = newestOf(series);
  if (!diastolic) return [upper];
  const lower = newestOf(diastolic);
  const isLowerNewest = lower !== undefined && (upper === undefined || lower.timeMs > upper.timeMs);
  const [row, side] = isLowerNewest ? ([lower, 'diastolic'] as const) : ([upper, 'systolic'] as const);
  const pair = row && pressureOfRow(row, side, series, diastolic);
  return [pair?.systolic, pair?.diastolic];
}

/** Returns the note of a row. Its unit stands in it once, although some laboratories send it with each range too. */
export function rangeNoteOf({ unit: unitText, ...row }: NotedRow): RangeNote {
  const isOfSeries = row.series.unitText === unitText;
  const unit = unitOrMissing(isOfSeries ? row.series : { unit: '', unitText });
  const sides = isOfSeries ? newestSides(row) : [];
  if (!sides.some(Boolean)) return { forms: [withUnit('', unit)], all: withUnit('', unit) };
  const sent = bothRangesText(sides, rangeText);
  if (sent === '')
    return {
      forms: [withUnit(gridTexts('noRangeShort'), unit), withUnit('', unit)],
      all: withUnit(gridTexts('noRange'), unit),
    };
  const range = bothRangesText(sides, shortRangeText);
  if (![row.series, row.diastolic].some((series) => series && hasRangeChanged(series)))
    return { forms: [withUnit(range, unit)], all: withUnit(sent, unit) };
  const change = gridTexts('rangeChanged');
  return {
    forms: [`${withUnit(range, unit)}, ${change}`, withUnit(range, unit, gridTexts('rangeNow', { range }))],
    all: `${withUnit(sent, unit)}, ${change}`,
  };
}

/** The estimate for letters of 11 px is rather wide. */
const NOTE_SCALE = 0.95;

/** Returns the room that the units and ranges of these rows need, in pixels at a text size of 16 px. */
export const widestNotePx = (rows: readonly SeriesRow[]): number =>
  rows.reduce((widest, row) => Math.max(widest, textWidthPx(rangeNoteOf(row).forms[0] ?? '', NOTE_SCALE)), 0);

/** Returns the longest form that fits into the room, in pixels at a text size of 16 px; without one, the shortest. */
export const fittingForm = ({ forms }: RangeNote, roomPx: number): string =>
  forms.find((form) => textWidthPx(form, NOTE_SCALE) <= roomPx) ?? forms.at(-1) ?? '';
