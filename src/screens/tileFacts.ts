/** What one tile shows of a series, or of both sides of a blood pressure. */
import { change, latest, pairs, previous, type Pair } from '../clinical/curve.ts';
import type { Row } from '../clinical/row.ts';
import { isSameRow } from '../clinical/rows.ts';
import type { Series } from '../clinical/series.ts';
import { numberText, valueText } from '../charts/format.ts';
import { sidesOf, worstOf } from '../charts/PairSparkline.tsx';

export type TileFacts = {
  /** The result whose number is shown: the latest, or where none may be called so the newest drawn. */
  readonly row: Row;
  /** One, or the systolic and the diastolic side; the side that was not recorded is missing. */
  readonly sides: readonly (Row | undefined)[];
  /** Whose flag stands beside the number. */
  readonly flagged: Row;
  /** "5.8"; of a blood pressure "134" and "72". */
  readonly values: readonly string[];
  /** The result before. */
  readonly before: { readonly row: Row; readonly values: readonly string[] } | undefined;
  /** "↑0.4", "=", "↓2/–"; '' where there are not two numbers to compare. */
  readonly change: string;
  /** What it is counted from; not always the result before, which may be a limit. */
  readonly changedFrom: string;
  /** ", diastolic not recorded"; '' when nothing is missing. */
  readonly missing: string;
};

const arrow = (delta: number, size: string) => (delta === 0 ? '=' : `${delta > 0 ? '↑' : '↓'}${size}`);

/** None where the latest is a limit, which is no number to compare (rules 20 and 24). */
function changeOf(series: Series) {
  const step = change(series);
  if (!step || !isSameRow(step.to, latest(series) ?? step.from)) return { change: '', changedFrom: '' };
  const size = numberText(step.deltaText.replace(/^[-−+]/, ''));
  return { change: arrow(step.delta, size), changedFrom: valueText(step.from, series) };
}

export function seriesFacts(series: Series): TileFacts | undefined {
  const row = latest(series) ?? series.rows.at(-1);
  const before = previous(series);
  return (
    row && {
      row,
      sides: [row],
      flagged: row,
      values: [valueText(row, series)],
      before: before && { row: before, values: [valueText(before, series)] },
      missing: '',
      ...changeOf(series),
    }
  );
}

/** Rule 34: a preliminary pair is drawn and is never the latest. */
const isFinal = (pair: Pair) => sidesOf(pair).every(({ kind }) => kind.status !== 'preliminary');

/** A side that is missing in one of the two has nothing to compare. */
function pairChange(now: Pair, before: Pair | undefined): string {
  const [systolic, diastolic] = (['systolic', 'diastolic'] as const).map((key) => {
    const delta = (now[key]?.value ?? Number.NaN) - (before?.[key]?.value ?? Number.NaN);
    return Number.isNaN(delta) ? '–' : arrow(delta, String(Number(Math.abs(delta).toFixed(1))));
  });
  const both = `${systolic}/${diastolic}`;
  return both === '–/–' ? '' : both;
}

export function pairFacts(systolic: Series, diastolic: Series): TileFacts | undefined {
  const all = pairs(systolic, diastolic);
  const finals = all.filter(isFinal);
  const now = finals.at(-1) ?? all.at(-1);
  const row = now && sidesOf(now)[0];
  if (!row) return undefined;
  const before = finals.at(-2);
  const beforeRow = before && sidesOf(before)[0];
  const valuesOf = (pair: Pair): readonly string[] => [
    pair.systolic ? valueText(pair.systolic, systolic) : '–',
    pair.diastolic ? valueText(pair.diastolic, diastolic) : '–',
  ];
  return {
    row,
    sides: [now.systolic, now.diastolic],
    flagged: worstOf(now) ?? row,
    values: valuesOf(now),
    before: beforeRow && { row: beforeRow, values: valuesOf(before) },
    change: pairChange(now, before),
    changedFrom: before ? valuesOf(before).join('/') : '',
    missing: now.systolic ? (now.diastolic ? '' : ', diastolic not recorded') : ', systolic not recorded',
  };
}
