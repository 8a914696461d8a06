/** This file sends blood pressures for tests: as panels, or each side as an Observation of its own. */
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { loinc } from '../../../testing/codes.ts';
import type { Series } from '../series.ts';
import type { PressureRowPair } from './pressurePairs.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** These are the LOINCs of the two sides. */
export const SYSTOLIC = '8480-6';
export const DIASTOLIC = '8462-4';

export const sentSide = (code: string, value: number | string, more: Fields = {}) => ({
  code: loinc(code),
  ...(typeof value === 'number' ? { valueQuantity: { value, unit: 'mmHg' } } : { valueString: value }),
  ...more,
});
export const loneSide = (
  id: string,
  code: string,
  value: number | string,
  more: Fields = {},
  at: number | string = 1,
): SentResult => ({
  id,
  at,
  value: 0,
  more: { valueQuantity: undefined, ...sentSide(code, value), ...more },
});
export const pressurePanel = (
  id: string,
  systolic: object,
  diastolic: object,
  more: Fields = {},
  at: number | string = 1,
): SentResult => ({
  id,
  at,
  value: 0,
  more: { valueQuantity: undefined, code: loinc('85354-9'), component: [systolic, diastolic], ...more },
});
export const inEncounter = (id: string): Fields => ({ encounter: { reference: `Encounter/${id}` } });
export const flagged = (code: string): Fields => ({ interpretation: [{ coding: [{ code }] }] });

export const sidesOf = (...sent: readonly SentResult[]): readonly [Series, Series] => {
  const all = seriesOfResults(sent);
  return [all.find(({ id }) => id === 'bp-sys')!, all.find(({ id }) => id === 'bp-dia')!];
};
/** Returns a pair in words, such as "120/–". */
export const pairWords = ({ systolic, diastolic, isSentApart }: PressureRowPair): string =>
  `${systolic?.valueText ?? '–'}/${diastolic?.valueText ?? '–'}${isSentApart ? ' apart' : ''}`;
