/** This file makes up results as a server sends them; they go through the real reading. */
import { resultInput } from '../testing/recordFixture.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A kind of result has its LOINC code, its unit, and the range that is sent with each result. */
export type Kind = {
  readonly loinc: string;
  readonly unit: string;
  readonly range?: readonly [low: number | undefined, high: number | undefined] | undefined;
};

export const POTASSIUM_KIND: Kind = { loinc: '2823-3', unit: 'mmol/L', range: [3.5, 5] };
export const CREATININE_KIND: Kind = { loinc: '2160-0', unit: 'mg/dL', range: [0.74, 1.35] };
export const HEMOGLOBIN_KIND: Kind = { loinc: '718-7', unit: 'g/dL', range: [13.5, 17.5] };
export const HEART_RATE_KIND: Kind = { loinc: '8867-4', unit: '/min' };

const rangeOf = ({ range, unit }: Kind): Fields => {
  if (range === undefined) return {};
  const [low, high] = range.map((value) => value !== undefined && { value, unit });
  return { referenceRange: [{ ...(low && { low }), ...(high && { high }) }] };
};

export const resultOf = (kind: Kind, value: number | string, at: string, more: Fields = {}): Fields =>
  resultInput(kind.loinc, value, kind.unit, at, { ...rangeOf(kind), ...more });

const DAYS = ['2025-11-20', '2026-01-14', '2026-03-04', '2026-05-06', '2026-07-08', '2026-08-25'];

/** Returns results of the years before the result in question. The first has the first date of `DAYS`. */
export const earlier = (kind: Kind, values: readonly number[], more: Fields = {}): readonly Fields[] =>
  values.map((value, i) => resultOf(kind, value, `${DAYS[i] ?? '2026-09-30'}T14:10:00Z`, more));
