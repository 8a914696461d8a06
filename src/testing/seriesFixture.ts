/**
 * This file makes series up for tests: values in plain words, and everything else as an ordinary laboratory sends it.
 */
import { plainRowKind } from '../clinical/observation/plainRowKind.ts';
import type { Row, RowKind } from '../clinical/observation/resultRow.ts';
import type { Series } from '../clinical/series/series.ts';
import { IMPRECISE_DATE_OFFSET_MS, type Precision } from '../clinical/time/date.ts';
import { DAY_MS } from '../clinical/time/durations.ts';
import { accountOf } from './accountFixture.ts';

type MadeRow = Partial<RowKind> & { readonly at: string; readonly text: string; readonly value?: number };

const plainKind: RowKind = {
  ...plainRowKind,
  seriesId: 'k',
  codeSystem: 'http://loinc.org',
  code: '2823-3',
  codeText: 'Potassium',
  unit: 'mmol/L',
  unitCode: 'mmol/L',
};

const kinds = new Map<string, RowKind>();

/** Returns the same kind for rows that are alike, as the record does. */
function kindOf(changes: Partial<RowKind>): RowKind {
  const key = JSON.stringify(changes);
  const { unit = plainKind.unit } = changes;
  const kind = kinds.get(key) ?? { ...plainKind, unitCode: unit, ...changes };
  kinds.set(key, kind);
  return kind;
}

export function madeRow({ at, text, value = Number(text), ...changes }: MadeRow): Row {
  const point = changes.comparator || changes.status === 'preliminary' || changes.precision;
  const kind = kindOf({ ...(point ? { drawing: 'point' } : {}), ...changes });
  return {
    id: `${kind.seriesId}-${at}`,
    kind,
    timeMs: Date.parse(at),
    effective: at,
    value,
    valueText: text,
  };
}

/** Makes a series of potassium from rows that are there already. */
export const seriesOfRows = (rows: readonly Row[], changes: Partial<Series> = {}): Series => ({
  id: 'k',
  analyteId: 'k',
  name: 'Potassium',
  shortName: 'K',
  group: 'Kidney and electrolytes',
  order: 40,
  unit: 'mmol/L',
  unitText: 'mmol/L',
  decimals: 1,
  axis: [3, 6.5],
  maxGapMs: 400 * DAY_MS,
  timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
  values: Float64Array.from(rows, ({ value }) => value),
  rows,
  listed: [],
  account: accountOf({ drawn: rows.length }),
  ...changes,
});

export const madeSeries = (rows: readonly MadeRow[], changes: Partial<Series> = {}): Series =>
  seriesOfRows(rows.map(madeRow), changes);

type MadeTime = { readonly timeMs: number; readonly precision?: Precision };

/** Makes a series of which only the times matter; `timeMs` of a day, month or year is its first moment in UTC. */
export function seriesAtTimes(times: readonly MadeTime[]): Series {
  const rows = times.map(({ timeMs, precision = 'instant' }, i): Row => ({
    id: `o${i}`,
    kind: { ...plainRowKind, precision },
    timeMs: precision === 'instant' ? timeMs : timeMs + IMPRECISE_DATE_OFFSET_MS,
    effective: new Date(timeMs).toISOString(),
    value: i,
    valueText: String(i),
  }));
  return seriesOfRows(rows, { axis: undefined, maxGapMs: Infinity });
}
