/** This file reads made-up resources of patient p1 that are not results, as on 24 November 2026. */
import type { CareEvent, CourseChange, DoseStep, MedicationCourse } from '../clinical/events/careEvent.ts';
import { careEventOf } from '../clinical/events/careEvents.ts';
import { courseChanges } from '../clinical/medication/courseChanges.ts';
import { coursesOf } from '../clinical/medication/courses.ts';
import type { EventContext } from '../clinical/events/eventReading.ts';
import { medicationStepOf, type MedicationStep } from '../clinical/medication/medicationSteps.ts';

export const eventContext: EventContext = {
  patientId: 'p1',
  fhirBase: 'https://ehr.example/r4',
  nowMs: Date.UTC(2026, 10, 24, 14),
  hidePreliminary: false,
};

export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const subject = { reference: 'Patient/p1' };

/** Returns the event that a resource of the patient is read as. */
export function careEventFrom(
  resourceType: string,
  fields: object,
  more: Partial<EventContext> = {},
): CareEvent {
  const patientField = resourceType === 'Immunization' ? { patient: subject } : { subject };
  const reading = careEventOf(
    { resourceType, id: 'e1', ...patientField, ...fields },
    { ...eventContext, ...more },
  );
  if (reading.outcome !== 'read') throw new Error(`left out: ${reading.outcome}`);
  return reading.event;
}

/** Makes a resource about carvedilol, by its RxNorm code. */
export const medication = (resourceType: string, fields: object): object => ({
  resourceType,
  id: 'm1',
  status: 'active',
  subject,
  medicationCodeableConcept: { coding: [{ system: RXNORM, code: '20352' }], text: 'Carvedilol' },
  ...fields,
});

export function medicationStepFrom(resourceType: string, fields: object): MedicationStep {
  const reading = medicationStepOf(medication(resourceType, fields), eventContext);
  if (reading.outcome !== 'read') throw new Error(`left out: ${reading.outcome}`);
  return reading;
}

export const stepFrom = (resourceType: string, fields: object): DoseStep =>
  medicationStepFrom(resourceType, fields).step;

export const mg = (value: number, unit = 'mg') => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code: unit,
});

/** Makes the dosage of one dose with this frequency; without one it is daily. */
export const dosage = (
  value: number,
  repeat: object = { frequency: 1, period: 1, periodUnit: 'd' },
  unit = 'mg',
) => ({
  timing: { repeat },
  doseAndRate: [{ doseQuantity: mg(value, unit) }],
});

/** Reads an order for so many mg a day, from one day to another one. */
export const order = (
  id: string,
  start: string,
  end: string | undefined,
  value: number,
  more: object = {},
): MedicationStep =>
  medicationStepFrom('MedicationRequest', {
    id,
    status: end === undefined ? 'active' : 'completed',
    dosageInstruction: [dosage(value)],
    dispenseRequest: { validityPeriod: { start, end } },
    ...more,
  });

export function courseFrom(...steps: readonly MedicationStep[]): MedicationCourse {
  const [course, other] = coursesOf(steps);
  if (course === undefined || other !== undefined) throw new Error('expected one course');
  return course;
}

/** Returns each change in words: "↑ 25 mg/day 2026-03-03, was 12.5 mg/day". */
export const changesIn = (...steps: readonly MedicationStep[]): readonly string[] =>
  courseChanges(courseFrom(...steps)).map(
    ({ sign, dose, atMs, previousDose, isOneDoseEnded }: CourseChange) => {
      const text = [sign, dose, new Date(atMs).toISOString().slice(0, 10)].filter(Boolean).join(' ');
      return previousDose === ''
        ? text
        : `${text}, ${isOneDoseEnded === true ? 'ended' : 'was'} ${previousDose}`;
    },
  );
