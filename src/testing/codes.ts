/** Code systems and codes that the fixtures of several rooms write. */
export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';

/** A CodeableConcept with these LOINC codes and no text. */
export const loinc = (...codes: readonly string[]) => ({
  coding: codes.map((code) => ({ system: LOINC, code })),
});
