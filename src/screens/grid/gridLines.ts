/**
 * The rows of the grid, without a copy of the results: each line keeps for every result where it stands in its series and in
 * which column. Every row of the record is in exactly one cell (rules 33, 56, 58).
 */
import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';
import { arePaired, pressurePairKey } from '../../clinical/series/pressurePairs.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { createGridMoments, type GridMoment, type GridMoments } from './gridColumns.ts';
import { gridVisitsOf } from './gridVisits.ts';

/** Where a row stands: its place in `rows`, or in `listed` as -1 - place. */
export type RowRef = number;
/** The side of a blood pressure that was not recorded. */
export const NO_ROW: RowRef = 0x7fff_ffff;

/** One analyte in one unit (rule 10), or both sides of one blood pressure (rule 7). */
export type GridRowSeries = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly series: Series;
  readonly diastolic: Series | undefined;
  /** By column; a column never holds two times of one line. */
  readonly columns: Uint32Array;
  readonly refs: Int32Array;
  /** Only of a blood pressure. */
  readonly diastolicRefs: Int32Array | undefined;
  /** 1 where a flag was sent or the value is outside the range sent with it. */
  readonly flagged: Uint8Array;
};

export type GridRowList = {
  /** In clinical order. */
  readonly lines: readonly GridRowSeries[];
  readonly moments: readonly GridMoment[];
  /** For each column, how many characters its widest number has. */
  readonly characters: Uint8Array;
  /** The last column that is neither undated nor in the future; -1 where there is none. */
  readonly newest: number;
};

export const rowAt = ({ rows, listed }: Series, ref: RowRef): Row | undefined =>
  ref === NO_ROW ? undefined : ref >= 0 ? rows.at(ref) : listed.at(-1 - ref);

/** Results in the order in which they were met; plain numbers, because there may be 100,000 of them. */
type Results = {
  readonly refs: RowRef[];
  /** The diastolic sides, of a blood pressure. */
  readonly others: RowRef[];
  readonly moments: number[];
  readonly flagged: number[];
  readonly characters: number[];
};

const noResults = (): Results => ({ refs: [], others: [], moments: [], flagged: [], characters: [] });

/** One line before the columns are in order. */
type Draft = Pick<GridRowSeries, 'id' | 'name' | 'unit' | 'series' | 'diastolic'> & {
  readonly results: Results;
};

export const isFlagged = ({ kind }: Row): boolean =>
  (kind.flag !== '' && kind.flag !== 'N') || (kind.flag === '' && kind.outsideRange !== '');

/** A number that is listed as it was sent, in a unit that the drawn ones are converted from. */
const isUnconverted = ({ kind, value, valueText }: Row): boolean =>
  kind.drawing === 'listed' && !kind.isParsedFromText && !Number.isNaN(value) && value !== Number(valueText);

/** Room for a point and two decimals: points stand under each other. */
const POINT = 3;
const MOST = 60;

/** How wide a column must be for the number; a text is cut to what there is. */
function charactersOf({ kind, value, valueText }: Row): number {
  if (Number.isNaN(value) || kind.isParsedFromText) return 0;
  const point = valueText.indexOf('.');
  const whole = point < 0 ? valueText.length : point;
  const commas = whole > 3 ? Math.floor((whole - 1) / 3) : 0;
  return Math.min(MOST, kind.comparator.length + whole + commas + Math.max(POINT, valueText.length - whole));
}

function add(results: Results, row: Row, ref: RowRef, moments: GridMoments): void {
  results.refs.push(ref);
  results.others.push(NO_ROW);
  results.moments.push(moments.numberOf(row));
  results.flagged.push(isFlagged(row) ? 1 : 0);
  results.characters.push(charactersOf(row));
}

type Split = { readonly own: Results; readonly byUnit: ReadonlyMap<string, Results> };

function splitOf(series: Series, moments: GridMoments, meet: (row: Row, place: number) => void): Split {
  const byUnit = new Map<string, Results>();
  const own = noResults();
  const take = (row: Row, ref: RowRef): void => {
    if (!isUnconverted(row)) {
      meet(row, own.refs.length);
      add(own, row, ref, moments);
      return;
    }
    const { unit } = row.kind;
    const others = byUnit.get(unit) ?? noResults();
    byUnit.set(unit, others);
    add(others, row, ref, moments);
  };
  series.rows.forEach(take);
  series.listed.forEach((row, i) => take(row, -1 - i));
  return { own, byUnit };
}

const draftOf = (series: Series, results: Results, more: Partial<Draft> = {}): Draft => ({
  id: series.id,
  name: series.name,
  unit: series.unitText,
  series,
  diastolic: undefined,
  results,
  ...more,
});

/** Listed as sent in another unit: on a line of their own. */
const foreign = (series: Series, { byUnit }: Split): Draft[] =>
  [...byUnit].map(([unit, results]) => draftOf(series, results, { id: `${series.id} in ${unit}`, unit }));

function singleDrafts(series: Series, moments: GridMoments): Draft[] {
  const split = splitOf(series, moments, () => undefined);
  const own = split.own.refs.length > 0 ? [draftOf(series, split.own)] : [];
  return [...own, ...foreign(series, split)];
}

/** Both sides of one blood pressure in one cell; a side without its other stands alone. */
function pairDrafts(systolic: Series, diastolic: Series, name: string, moments: GridMoments): Draft[] {
  const free = new Map<string, number[]>();
  const dia = splitOf(diastolic, moments, (row, place) => {
    const key = pressurePairKey(row);
    const places = free.get(key);
    if (places) places.push(place);
    else free.set(key, [place]);
  });
  const partners: (number | undefined)[] = [];
  const sys = splitOf(systolic, moments, (row) => partners.push(free.get(pressurePairKey(row))?.shift()));
  partners.forEach((place, i) => {
    if (place === undefined) return;
    const { others, flagged, characters } = sys.own;
    others[i] = dia.own.refs[place] ?? NO_ROW;
    flagged[i] = (flagged[i] ?? 0) | (dia.own.flagged[place] ?? 0);
    characters[i] = (characters[i] ?? 0) + (dia.own.characters[place] ?? 0);
  });
  for (const place of [...free.values()].flat()) {
    sys.own.refs.push(NO_ROW);
    sys.own.others.push(dia.own.refs[place] ?? NO_ROW);
    sys.own.moments.push(dia.own.moments[place] ?? 0);
    sys.own.flagged.push(dia.own.flagged[place] ?? 0);
    sys.own.characters.push((dia.own.characters[place] ?? 0) + POINT);
  }
  const pair = sys.own.refs.length > 0 ? [draftOf(systolic, sys.own, { name, diastolic })] : [];
  return [...pair, ...foreign(systolic, sys), ...foreign(diastolic, dia)];
}

function draftsOf(series: readonly Series[], moments: GridMoments): Draft[] {
  const byId = new Map(series.map((one) => [one.id, one]));
  return series.flatMap((one) => {
    const pair = pressurePairOf(one.id);
    const [systolic, diastolic] = [byId.get(pair?.systolic ?? ''), byId.get(pair?.diastolic ?? '')];
    if (!pair || !systolic || !diastolic || !arePaired(systolic, diastolic))
      return singleDrafts(one, moments);
    return one === systolic ? pairDrafts(systolic, diastolic, pair.name, moments) : [];
  });
}

/** Places in the order of their columns; of one column in the order in which they were met. */
function inOrder(columns: Uint32Array): Uint32Array {
  const order = Uint32Array.from(columns.keys());
  const isInOrder = columns.every((column, i) => i === 0 || column >= (columns[i - 1] ?? 0));
  return isInOrder ? order : order.toSorted((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0) || a - b);
}

function lineOf({ results, ...draft }: Draft, placeOf: Uint32Array): GridRowSeries {
  const met = Uint32Array.from(results.moments, (moment) => placeOf[moment] ?? 0);
  const order = inOrder(met);
  return {
    ...draft,
    columns: order.map((i) => met[i] ?? 0),
    refs: Int32Array.from(order, (i) => results.refs[i] ?? NO_ROW),
    diastolicRefs: draft.diastolic && Int32Array.from(order, (i) => results.others[i] ?? NO_ROW),
    flagged: Uint8Array.from(order, (i) => results.flagged[i] ?? 0),
  };
}

/** For each column, the characters of its widest number. The two of a blood pressure need no room for a fraction. */
function widestIn(drafts: readonly Draft[], placeOf: Uint32Array): Uint8Array {
  const characters = new Uint8Array(placeOf.length);
  for (const { results, diastolic } of drafts) {
    results.moments.forEach((moment, i) => {
      const place = placeOf[moment] ?? 0;
      const needed = (results.characters[i] ?? 0) + (diastolic ? 1 - 2 * POINT : 0);
      if (needed > (characters[place] ?? 0)) characters[place] = needed;
    });
  }
  return characters;
}

/** All lines of a record and all columns, before any filter. `sinceMs`: no column holds results of before and after it. */
export function gridRowsOf(
  series: readonly Series[],
  timeZone: string,
  readAtMs: number,
  sinceMs = Number.NaN,
): GridRowList {
  const collected = createGridMoments(timeZone, readAtMs);
  const drafts = draftsOf(series, collected);
  const { moments, placeOf } = gridVisitsOf(
    collected.inOrder(),
    drafts.map(({ results }) => results.moments),
    timeZone,
    sinceMs,
  );
  return {
    lines: drafts.map((draft) => lineOf(draft, placeOf)),
    moments,
    characters: widestIn(drafts, placeOf),
    newest: moments.findLastIndex(({ precision, isFuture }) => precision !== 'none' && !isFuture),
  };
}
