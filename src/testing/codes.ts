/** The fixtures of several rooms write these code systems and codes. */
export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';

/** Makes a CodeableConcept with these LOINC codes and no text. */
export const loinc = (...codes: readonly string[]) => ({
  coding: codes.map((code) => ({ system: LOINC, code })),
});
