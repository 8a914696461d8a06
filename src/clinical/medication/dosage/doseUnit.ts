import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { roundTo12Digits } from './doseAmount.ts';

/** These units of mass and of volume have an exact factor to the gram and to the litre (rule 16). */
const FACTORS = lookupTable<readonly [dimension: string, factor: number]>({
  kg: ['mass', 1e3],
  g: ['mass', 1],
  mg: ['mass', 1e-3],
  ug: ['mass', 1e-6],
  mcg: ['mass', 1e-6],
  ng: ['mass', 1e-9],
  L: ['volume', 1],
  l: ['volume', 1],
  ml: ['volume', 1e-3],
});

/** Some countries ask that units are spelled out, so that no prefix is misread. */
const SPELLED_OUT = lookupTable<string>({
  hr: 'h',
  hour: 'h',
  minute: 'min',
  d: 'day',
  kilogram: 'kg',
  gram: 'g',
  milligram: 'mg',
  microgram: 'ug',
  nanogram: 'ng',
  litre: 'l',
  liter: 'l',
  millilitre: 'ml',
  milliliter: 'ml',
});

/** The case of a letter alone, and of the prefix of units, decides what is meant: mU are thousandths, and MU are millions. */
const KEEPS_CASE = /^(?:.|.?i?u)$/i;

/** Servers count "tablet", "tablets" and "tablet(s)" alike. */
function plainPart(part: string): string {
  const sent = part.trim().replaceAll(/[µμ]/g, 'u');
  if (sent === 'U') return 'unit';
  const plain = KEEPS_CASE.test(sent) ? sent : sent.toLowerCase();
  const one = plain.replace(/\(e?s\)$|(?<=[a-z]{3})s$/, '');
  return SPELLED_OUT[one] ?? one;
}

/**
 * Returns an amount in another unit; undefined where no exact factor leads there. Only the spelling and the prefix of what is
 * counted may differ: "0.5 g/day" is 500 in mg/day, and 5 mcg/kg/min is 5 in ug/kg/min. A rate by weight is never one by volume.
 */
export function amountInUnit(amount: number, from: string, to: string): number | undefined {
  if (from === to) return amount;
  const [head = '', ...rest] = from.split('/').map(plainPart);
  const [otherHead = '', ...otherRest] = to.split('/').map(plainPart);
  if (head === '' || rest.join('/') !== otherRest.join('/')) return undefined;
  if (head === otherHead) return amount;
  const [own, other] = [FACTORS[head], FACTORS[otherHead]];
  if (own === undefined || other === undefined || own[0] !== other[0]) return undefined;
  return roundTo12Digits((amount * own[1]) / other[1]);
}
