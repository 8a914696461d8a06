import { createFlowsheet } from './flowsheet.ts';

const code = { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'K' };
const valueQuantity = { value: 4, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' };

/**
 * Reads twenty made-up results into a flowsheet that nobody sees, and drops it. A browser runs a function for the first time
 * several times slower than later, and the first results of a record would pay for that
 * (https://v8.dev/blog/maglev). So this runs while their answer is waited for, when the page has nothing
 * else to do.
 */
export function rehearseReading(): void {
  const flowsheet = createFlowsheet({
    patientId: '0',
    fhirBase: '',
    nowMs: Date.now,
    hidePreliminary: false,
  });
  for (let year = 2000; year < 2020; year++) {
    flowsheet.take([
      {
        resourceType: 'Observation',
        id: `${year}`,
        status: 'final',
        category: [code],
        code,
        subject: { reference: 'Patient/0' },
        effectiveDateTime: `${year}-01-01T10:00:00Z`,
        valueQuantity,
        interpretation: [code],
        referenceRange: [{ low: valueQuantity, high: valueQuantity }],
        component: [{ code, valueQuantity }],
      },
    ]);
  }
  flowsheet.snapshot();
}
