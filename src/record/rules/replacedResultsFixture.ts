/** Makes results of which one replaces another. */
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';
import { inMmolPerL, potassiumObservation } from '../../testing/readRecordFixture.ts';

export const URL_OF_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/observation-replaces';
export const REPLACED = reasonsTexts('replaced');

/** Returns the extension that names these references. */
export const replaces = (...references: readonly string[]) => ({
  extension: references.map((reference) => ({ url: URL_OF_EXTENSION, valueReference: { reference } })),
});
export const at = (day: number) => ({ effectiveDateTime: `2026-01-0${day}T08:00:00Z` });
export const k = (id: string, day: number, value: number, fields: object = {}) =>
  potassiumObservation({ id, ...at(day), ...inMmolPerL(value), ...fields });

export const before = k('z', 1, 4);
export const wrong = k('a', 2, 7.8);
export const right = (fields: object = {}) => k('b', 2, 4.2, { ...replaces('Observation/a'), ...fields });
