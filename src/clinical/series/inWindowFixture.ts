/** A series of which only the times matter. */
import { emptyAccount } from './account.ts';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { IMPRECISE_DATE_OFFSET_MS } from '../observation/effective.ts';
import type { Precision } from '../time/date.ts';
import type { Series } from './series.ts';

type Made = { readonly timeMs: number; readonly precision?: Precision };

export function observationsFixture(made: readonly Made[]): Series {
  const rows = made.map(({ timeMs, precision = 'instant' }, i) => ({
    id: `o${i}`,
    kind: { ...plainRowKind, precision },
    timeMs: precision === 'instant' ? timeMs : timeMs + IMPRECISE_DATE_OFFSET_MS,
    effective: new Date(timeMs).toISOString(),
    value: i,
    valueText: String(i),
  }));
  return {
    id: 'k',
    analyteId: 'k',
    name: 'Potassium',
    shortName: 'K',
    group: 'Kidney and electrolytes',
    order: 1,
    unit: 'mmol/L',
    unitText: 'mmol/L',
    decimals: 1,
    axis: undefined,
    maxGapMs: Infinity,
    timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
    values: Float64Array.from(rows, ({ value }) => value),
    rows,
    listed: [],
    account: emptyAccount,
  };
}
