/** This file puts into words how a child moved among children of the same age and sex. */
import type { GrowthComparison } from '../../../clinical/change/growthComparison.ts';
import { dateText } from '../../../charts/format/dateText.ts';
import { arrowText } from '../../results/tileFacts.ts';
import { changesTexts } from '../changes.messages.ts';

/** Returns "−0.4" or "+0.3". A rounded 0 has no sign. */
function zText(z: number): string {
  const size = Math.abs(z).toFixed(1);
  if (Number(size) === 0) return size;
  return `${z < 0 ? '−' : '+'}${size}`;
}

/** Returns "↓0.7": the difference of the z-scores as they are shown, so that the numbers agree with each other. */
export function zDifferenceText({ now, was }: GrowthComparison): string {
  const difference = Math.round(10 * (Number(now.z.toFixed(1)) - Number(was.growth.z.toFixed(1)))) / 10;
  return arrowText(difference, Math.abs(difference).toFixed(1));
}

const wordsOf = ({ now, was: { row, growth } }: GrowthComparison, timeZone: string) => ({
  now: zText(now.z),
  was: zText(growth.z),
  date: dateText(row.timeMs, row.kind.precision, timeZone),
});

/** Returns "z −0.4, was +0.3, 12 May 2026". */
export const growthText = (growth: GrowthComparison, timeZone: string): string =>
  changesTexts('zNowAndBefore', wordsOf(growth, timeZone));

/** Returns "z-score −0.4 for WHO 2006 at corrected age, was +0.3 on 12 May 2026". */
export const growthSentence = (growth: GrowthComparison, timeZone: string): string =>
  changesTexts('zInSentence', {
    ...wordsOf(growth, timeZone),
    reference: changesTexts(growth.now.reference),
    corrected: growth.now.correction.kind === 'corrected' ? 'yes' : 'no',
  });
