import type { FhirResource } from 'fhir/r4';
import { ODD_ID, oddResources } from './oddBuilders.ts';

const SUBJECT = { reference: `Patient/${ODD_ID}` };
const ASPIRIN = { medicationCodeableConcept: { text: 'Aspirin' } };
const milligrams = (value: number) => ({
  value,
  unit: 'mg',
  system: 'http://unitsofmeasure.org',
  code: 'mg',
});
const dailyDose = (value: number) => [
  {
    timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
    doseAndRate: [{ doseQuantity: milligrams(value) }],
  },
];

export const oddMedications = (): readonly FhirResource[] => [
  ...requests(),
  ...statements(),
  ...administrations(),
  ...dispenses(),
];

function requests(): readonly FhirResource[] {
  const shared = {
    status: 'active',
    intent: 'order',
    subject: SUBJECT,
    authoredOn: '2026-01-05',
    ...ASPIRIN,
  };
  return oddResources('MedicationRequest', shared, {
    'no-dose': {},
    'dose-in-words': { dosageInstruction: [{ text: 'One or two tablets as needed for headache' }] },
    'dose-range': {
      dosageInstruction: [{ doseAndRate: [{ doseRange: { low: milligrams(100), high: milligrams(300) } }] }],
    },
    'two-doses': { dosageInstruction: [...dailyDose(100), ...dailyDose(300)] },
    'no-date': { authoredOn: undefined, dosageInstruction: dailyDose(100) },
    'medication-contained': {
      medicationCodeableConcept: undefined,
      contained: [{ resourceType: 'Medication', id: 'drug', code: { text: 'Ibuprofen' } }],
      medicationReference: { reference: '#drug' },
      dosageInstruction: dailyDose(400),
    },
    'medication-by-name': {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/unknown', display: 'Naproxen' },
      dosageInstruction: dailyDose(250),
    },
    plan: { intent: 'plan', dosageInstruction: dailyDose(100) },
    'not-to-be-taken': { doNotPerform: true, dosageInstruction: dailyDose(100) },
    'entered-in-error': { status: 'entered-in-error', dosageInstruction: dailyDose(100_000) },
    'ends-before-it-starts': {
      dosageInstruction: dailyDose(100),
      dispenseRequest: { validityPeriod: { start: '2026-02-10', end: '2026-02-01' } },
    },
  });
}

function statements(): readonly FhirResource[] {
  const shared = { status: 'active', subject: SUBJECT, ...ASPIRIN, effectivePeriod: { start: '2026-01-05' } };
  return oddResources('MedicationStatement', shared, {
    'not-taken': { status: 'not-taken', statusReason: [{ text: 'Fear of bleeding' }] },
    'no-time': { effectivePeriod: undefined },
    'year-alone': { effectivePeriod: undefined, effectiveDateTime: '2018' },
    'entered-in-error': { status: 'entered-in-error' },
  });
}

function administrations(): readonly FhirResource[] {
  const shared = {
    status: 'completed',
    subject: SUBJECT,
    ...ASPIRIN,
    effectiveDateTime: '2026-01-05T02:00:00Z',
    dosage: { dose: milligrams(100) },
  };
  return oddResources('MedicationAdministration', shared, {
    'not-done': { status: 'not-done', statusReason: [{ text: 'Patient absent' }] },
    'no-dose': { dosage: undefined },
    'entered-in-error': { status: 'entered-in-error', dosage: { dose: milligrams(100_000) } },
  });
}

const dispenses = (): readonly FhirResource[] =>
  oddResources(
    'MedicationDispense',
    { status: 'completed', subject: SUBJECT, ...ASPIRIN, whenHandedOver: '2026-01-06' },
    {
      'no-time': { whenHandedOver: undefined },
      cancelled: { status: 'cancelled' },
    },
  );
