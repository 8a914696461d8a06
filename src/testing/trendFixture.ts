/**
 * This file makes up results of the detail screen in a short form: "5.8H", "<12", "5.3~" (preliminary),
 * "4.9c" (corrected).
 */
import { plainRowKind } from '../clinical/observation/plainRowKind.ts';
import type { Flag, Row, RowKind } from '../clinical/observation/resultRow.ts';
import type { Series } from '../clinical/series/series.ts';
import { accountOf } from './accountFixture.ts';
import { seriesOfRows } from './seriesFixture.ts';

const KIND: RowKind = {
  ...plainRowKind,
  seriesId: 'k',
  codeSystem: 'http://loinc.org',
  code: '2823-3',
  codeText: 'Potassium',
  unit: 'mmol/L',
  unitCode: 'mmol/L',
  rangeLow: '3.5',
  rangeHigh: '5.0',
  band: { low: 3.5, high: 5, isFromText: false },
};

const FLAGS: Record<string, Flag> = { H: 'H', L: 'L', HH: 'HH', LL: 'LL' };
const RESULT = /^(<=?|>=?)?([\d.]+)(HH|LL|H|L)?([~c])?$/;

const STATUS: Record<string, string> = { '~': 'preliminary', c: 'corrected' };

let count = 0;

function parsed(text: string) {
  const [number = text, comparator = '', digits = '', letters = '', mark = ''] = RESULT.exec(text) ?? [];
  return { number, comparator, digits, letters, mark };
}

export function trendRow(at: string, text: string, more: Partial<RowKind> = {}): Row {
  const { number, comparator, digits, letters, mark } = parsed(text);
  const kind: RowKind = {
    ...KIND,
    comparator: comparator === '<' || comparator === '>' ? comparator : '',
    flag: FLAGS[letters] ?? '',
    flagText: letters,
    status: STATUS[mark] ?? 'final',
    drawing: comparator || mark === '~' ? 'point' : 'line',
    unitCode: more.unit ?? KIND.unit,
    ...more,
  };
  const value = Number(digits || Number.NaN);
  return {
    id: `obs-${++count}`,
    kind,
    timeMs: Date.parse(at),
    effective: at,
    value,
    valueText: digits || number,
  };
}

/** Makes a listed row, which has a reason instead of a point. */
export const listedRow = (at: string, text: string, more: Partial<RowKind>): Row => ({
  ...trendRow(at || 'none', text, { drawing: 'listed', precision: at ? 'instant' : 'none', ...more }),
  value: Number.NaN,
  valueText: text,
  effective: at,
});

export const trendSeries = (
  rows: readonly Row[],
  listedRows: readonly Row[] = [],
  more: Partial<Series> = {},
): Series =>
  seriesOfRows(rows, {
    group: 'Kidney',
    order: 1,
    listed: listedRows,
    account: accountOf({ drawn: rows.length, listed: listedRows.length }),
    ...more,
  });
