// A course is written as steps of a dose over time, and a dose of 0 stops it. Each step becomes one
// MedicationRequest that is valid until the next, as an EHR records a changed dose.
import type { Dosage, Medication, MedicationRequest } from 'fhir/r4';
import { codeableConcept, RXNORM, UCUM } from './codes.ts';
import { instantMs, withUtcOffset } from './localTime.ts';
import { parseBarRows, parsePairs } from './tableParsing.ts';

export type Course = {
  readonly patient: string;
  readonly drug: string;
  readonly rxnorm: string;
  readonly unit: string;
  readonly ucum: string;
  /** The drug is given continuously, and the dose is a rate. */
  readonly isRate?: boolean;
  /** The default is once a day. */
  readonly every?: { readonly period: number; readonly unit: 'h' | 'd' | 'wk'; readonly text: string };
  readonly steps: readonly (readonly [start: string, dose: number])[];
};

const DAILY = { period: 1, unit: 'd', text: 'daily' } as const;

export function prescriptions(course: Course): readonly MedicationRequest[] {
  return course.steps.flatMap(([start, dose], i) => {
    const next = course.steps[i + 1];
    return dose === 0 ? [] : [prescription(course, start, dose, next)];
  });
}

/** Returns the orders of a course as many servers send them: they name a Medication, which alone has the name of the drug. */
export function namedByReference(course: Course): readonly (Medication | MedicationRequest)[] {
  const id = `${course.patient}-drug-${course.rxnorm}`;
  return [
    {
      resourceType: 'Medication',
      id,
      status: 'active',
      code: codeableConcept(RXNORM, course.rxnorm, course.drug),
    },
    ...prescriptions(course).map(({ medicationCodeableConcept: _, ...order }) => ({
      ...order,
      medicationReference: { reference: `Medication/${id}` },
    })),
  ];
}

/**
 * Reads a table whose columns are: drug, RxNorm ingredient, start and daily dose in mg in turn. A dose of 0 stops the
 * drug.
 */
export const prescriptionsFromTable = (patient: string, table: string): readonly MedicationRequest[] =>
  parseBarRows(table).flatMap(([drug = '', rxnorm = '', cells = '']) =>
    prescriptions({
      patient,
      drug,
      rxnorm,
      unit: 'mg',
      ucum: 'mg',
      steps: parsePairs(cells).map(([start, dose]) => [start, Number(dose)] as const),
    }),
  );

export const prescriptionId = (patient: string, drug: string, start: string): string =>
  `${patient}-rx-${drug.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${start.replaceAll(/[-:T]/g, '')}`;

function prescription(
  course: Course,
  start: string,
  dose: number,
  next: readonly [string, number] | undefined,
): MedicationRequest {
  const isStopped = next?.[1] === 0;
  return {
    resourceType: 'MedicationRequest',
    id: prescriptionId(course.patient, course.drug, start),
    meta: { versionId: next ? '2' : '1', lastUpdated: new Date(instantMs(next?.[0] ?? start)).toISOString() },
    status: next ? (isStopped ? 'stopped' : 'completed') : 'active',
    ...(next && { statusReason: { text: isStopped ? 'Stopped' : 'Dose changed' } }),
    intent: 'order',
    medicationCodeableConcept: codeableConcept(RXNORM, course.rxnorm, course.drug),
    subject: { reference: `Patient/${course.patient}` },
    authoredOn: withUtcOffset(start),
    requester: { display: 'Priya Raman, MD' },
    dosageInstruction: [dosage(course, dose)],
    dispenseRequest: {
      validityPeriod: { start: withUtcOffset(start), ...(next && { end: withUtcOffset(next[0]) }) },
    },
  };
}

function dosage(course: Course, dose: number): Dosage {
  const quantity = { value: dose, unit: course.unit, system: UCUM, code: course.ucum };
  if (course.isRate)
    return { text: `${dose} ${course.unit}, continuous`, doseAndRate: [{ rateQuantity: quantity }] };
  const { period, unit, text } = course.every ?? DAILY;
  return {
    text: `${dose} ${course.unit} ${text}`,
    timing: { repeat: { frequency: 1, period, periodUnit: unit } },
    doseAndRate: [{ doseQuantity: quantity }],
  };
}
