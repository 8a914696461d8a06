/**
 * The rows of the grid, without a copy of the results: each line keeps for every result where it stands in its series and in
 * which column. Every row of the record is in exactly one cell (rules 33, 56, 58).
 */
import { pressurePairOf } from '../charts/pressurePairs.ts';
import type { Row } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import { createMoments, type Moment, type Moments } from './gridMoments.ts';

/** Where a row stands: its place in `rows`, or in `listed` as -1 - place. */
export type Ref = number;
/** The side of a blood pressure that was not recorded. */
export const NO_ROW: Ref = 0x7fff_ffff;

/** One analyte in one unit (rule 10), or both sides of one blood pressure (rule 7). */
export type Line = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly series: Series;
  readonly diastolic: Series | undefined;
  /** By column, of one column by time. */
  readonly columns: Uint32Array;
  readonly refs: Int32Array;
  /** Only of a blood pressure. */
  readonly diastolicRefs: Int32Array | undefined;
  /** 1 where a flag was sent or the value is outside the range sent with it. */
  readonly flagged: Uint8Array;
};

export type Lines = {
  /** In clinical order. */
  readonly lines: readonly Line[];
  readonly moments: readonly Moment[];
  /** For each column, how many characters its widest number has. */
  readonly characters: Uint8Array;
  /** The last column that is neither undated nor in the future; -1 where there is none. */
  readonly newest: number;
};

export const rowAt = ({ rows, listed }: Series, ref: Ref): Row | undefined =>
  ref === NO_ROW ? undefined : ref >= 0 ? rows.at(ref) : listed.at(-1 - ref);

/** One line before the columns are in order. */
type Draft = Omit<Line, 'columns' | 'refs' | 'diastolicRefs' | 'flagged'> & {
  readonly results: readonly Result[];
};
type Result = {
  readonly ref: Ref;
  readonly other: Ref;
  readonly moment: number;
  readonly flagged: boolean;
  readonly characters: number;
};

export const isFlagged = ({ kind }: Row): boolean =>
  (kind.flag !== '' && kind.flag !== 'N') || (kind.flag === '' && kind.outside !== '');

/** A number that is listed as it was sent, in a unit that the drawn ones are converted from. */
const isUnconverted = ({ kind, value, valueText }: Row): boolean =>
  kind.drawing === 'listed' && !kind.parsed && !Number.isNaN(value) && value !== Number(valueText);

/** Room for a point and two decimals: points stand under each other. */
const POINT = 3;

/** How wide a column must be for the number; a text is cut to what there is. */
function charactersOf({ kind, value, valueText }: Row): number {
  if (Number.isNaN(value) || kind.parsed) return 0;
  const [whole = '', fraction = ''] = valueText.split('.');
  const commas = Math.max(0, Math.floor((whole.length - 1) / 3));
  return Math.min(60, kind.comparator.length + whole.length + commas + Math.max(POINT, fraction.length + 1));
}

const resultOf = (row: Row, ref: Ref, moments: Moments): Result => ({
  ref,
  other: NO_ROW,
  moment: moments.numberOf(row),
  flagged: isFlagged(row),
  characters: charactersOf(row),
});

/** Every row of a series with its place. */
function* placed(series: Series): Generator<readonly [Row, Ref]> {
  let at = 0;
  for (const row of series.rows) yield [row, at++];
  at = 0;
  for (const row of series.listed) yield [row, -1 - at++];
}

type Split = { readonly own: Result[]; readonly byUnit: Map<string, Result[]> };

function splitOf(series: Series, moments: Moments, keep: (row: Row, result: Result) => void): Split {
  const byUnit = new Map<string, Result[]>();
  const own: Result[] = [];
  for (const [row, ref] of placed(series)) {
    const result = resultOf(row, ref, moments);
    const unit = row.kind.unit;
    if (isUnconverted(row)) {
      const others = byUnit.get(unit) ?? [];
      byUnit.set(unit, others);
      others.push(result);
    } else {
      own.push(result);
      keep(row, result);
    }
  }
  return { own, byUnit };
}

const ignore = (): void => undefined;

const draftOf = (series: Series, results: readonly Result[], more: Partial<Draft> = {}): Draft => ({
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

function singleDrafts(series: Series, moments: Moments): Draft[] {
  const split = splitOf(series, moments, ignore);
  const own = split.own.length > 0 ? [draftOf(series, split.own)] : [];
  return [...own, ...foreign(series, split)];
}

/** Rows without an Observation id belong to none that could be known again. */
const observationOf = ({ id, effective }: Row): string => (id === '' ? `\n${effective}` : id);

/** Both sides of one Observation in one cell; a side without its other stands alone. */
function pairDrafts(systolic: Series, diastolic: Series, name: string, moments: Moments): Draft[] {
  const free = new Map<string, Result[]>();
  const upper: [Row, Result][] = [];
  const sys = splitOf(systolic, moments, (row, result) => upper.push([row, result]));
  const dia = splitOf(diastolic, moments, (row, result) => {
    const key = observationOf(row);
    free.set(key, [...(free.get(key) ?? []), result]);
  });
  const both = upper.map(([row, result]): Result => {
    const other = free.get(observationOf(row))?.shift();
    if (other === undefined) return result;
    const characters = result.characters + other.characters;
    return { ...result, other: other.ref, flagged: result.flagged || other.flagged, characters };
  });
  const alone = [...free.values()]
    .flat()
    .map((result): Result => ({ ...result, ref: NO_ROW, other: result.ref }));
  const pair = draftOf(systolic, [...both, ...alone], { name, diastolic });
  return [pair, ...foreign(systolic, sys), ...foreign(diastolic, dia)];
}

function draftsOf(series: readonly Series[], moments: Moments): Draft[] {
  const byId = new Map(series.map((one) => [one.id, one]));
  return series.flatMap((one) => {
    const pair = pressurePairOf(one.id);
    const [systolic, diastolic] = [byId.get(pair?.systolic ?? ''), byId.get(pair?.diastolic ?? '')];
    if (!pair || !systolic || !diastolic) return singleDrafts(one, moments);
    return one === systolic ? pairDrafts(systolic, diastolic, pair.name, moments) : [];
  });
}

function lineOf({ results, ...draft }: Draft, placeOf: Uint32Array): Line {
  const column = ({ moment }: Result): number => placeOf[moment] ?? 0;
  const sorted = results.toSorted((a, b) => column(a) - column(b));
  return {
    ...draft,
    columns: Uint32Array.from(sorted, column),
    refs: Int32Array.from(sorted, ({ ref }) => ref),
    diastolicRefs: draft.diastolic && Int32Array.from(sorted, ({ other }) => other),
    flagged: Uint8Array.from(sorted, ({ flagged }) => Number(flagged)),
  };
}

/** All lines of a record and all columns, before any filter. */
export function linesOf(series: readonly Series[], timeZone: string, readAtMs: number): Lines {
  const collected = createMoments(timeZone, readAtMs);
  const drafts = draftsOf(series, collected);
  const { moments, placeOf } = collected.inOrder();
  const characters = new Uint8Array(moments.length);
  for (const { results, diastolic } of drafts) {
    for (const { moment, characters: needed } of results) {
      const place = placeOf[moment] ?? 0;
      // The two numbers of a blood pressure need no room for a fraction.
      characters[place] = Math.max(characters[place] ?? 0, diastolic ? needed + 1 - 2 * POINT : needed);
    }
  }
  return {
    lines: drafts.map((draft) => lineOf(draft, placeOf)),
    moments,
    characters,
    newest: moments.findLastIndex(({ precision, isFuture }) => precision !== 'none' && !isFuture),
  };
}
