// The laboratory reports eGFR beside creatinine by the formula of its day: MDRD, cut off at ">60", through
// 2015; CKD-EPI 2009 until March 2022; and CKD-EPI 2021 since. The coefficients are those for a man.
import type { ObservationInput } from '../resources/observation.ts';
import { localTimeMs } from '../resources/localTime.ts';

const YEAR_MS = 365.25 * 86_400_000;

export function estimatedGfr(
  creatinineMgPerDl: number,
  at: string,
  birthDate: string,
): Pick<ObservationInput, 'measure' | 'value' | 'comparator' | 'flag' | 'method' | 'range'> {
  const range = '>59';
  if (at < '2016-01-01') return { measure: 'egfrMdrd', value: 60, comparator: '>', method: 'MDRD', range };
  const ageYears = (localTimeMs(at) - localTimeMs(birthDate)) / YEAR_MS;
  const ratio = creatinineMgPerDl / 0.9;
  const lowRatio = Math.min(ratio, 1);
  const highRatio = Math.max(ratio, 1);
  const isNewest = at >= '2022-03-01';
  const value = Math.round(
    isNewest
      ? 142 * lowRatio ** -0.302 * highRatio ** -1.2 * 0.9938 ** ageYears
      : 141 * lowRatio ** -0.411 * highRatio ** -1.209 * 0.993 ** ageYears,
  );
  return {
    measure: isNewest ? 'egfr2021' : 'egfr2009',
    value,
    flag: value < 60 ? 'L' : undefined,
    method: isNewest ? 'CKD-EPI 2021' : 'CKD-EPI 2009',
    range,
  };
}
