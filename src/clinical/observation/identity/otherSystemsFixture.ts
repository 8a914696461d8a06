/** These lines read results for tests that are coded in SNOMED CT or the nomenclature of devices (IEEE 11073-10101, MDC). */
import { quantity, readRow } from '../observationFixture.ts';

export const SNOMED = 'http://snomed.info/sct';
export const MDC = 'urn:iso:std:iso:11073:10101';

export const codedIn = (
  codings: readonly (readonly [system: string, code: string, display?: string])[],
  text?: string,
) => ({
  coding: codings.map(([system, code, display]) => ({ system, code, display })),
  text,
});
export const readCoded = (code: object, value: number, unit: string) => {
  const { kind, value: number } = readRow({ code, valueQuantity: quantity(value, unit) });
  return { seriesId: kind.seriesId, drawing: kind.drawing, reason: kind.reason, value: number };
};
export const drawnAs = (seriesId: string, value: number) => ({
  seriesId,
  value,
  reason: '',
  drawing: 'line',
});
