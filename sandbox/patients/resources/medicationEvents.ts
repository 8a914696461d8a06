// Beside what was ordered (prescription.ts): what was given, handed out, and said to be taken.
import type { MedicationAdministration, MedicationDispense, MedicationStatement, Reference } from 'fhir/r4';
import { concept, RXNORM, UCUM } from './codes.ts';
import { encounterOf, eventId, standingSince, subjectOf } from './commonElements.ts';
import { MINUTE_MS, sentTime, wallAt, wallMs } from './localTime.ts';
import { prescriptionId, type Course } from './prescription.ts';

type Drug = Pick<Course, 'patient' | 'drug' | 'rxnorm' | 'unit' | 'ucum'>;
type Given = Drug & {
  readonly encounter?: string | undefined;
  readonly route?: string;
  /** The start of the order that it was given for, if there is one. */
  readonly orderedAt?: string;
};

/** A rate that ran until the next one, each by an order of its own. What still runs has no end and is in progress. */
export function infusion(given: Given & Pick<Course, 'steps'>): readonly MedicationAdministration[] {
  return given.steps.flatMap(([start, rate], i) => {
    const end = given.steps[i + 1]?.[0];
    if (rate === 0) return [];
    const rateQuantity = { value: rate, unit: given.unit, system: UCUM, code: given.ucum };
    const text = `${rate} ${given.unit}`;
    return [
      administration({ ...given, orderedAt: start }, start, end, { text, ...routeOf(given), rateQuantity }),
    ];
  });
}

/** Single doses, each over so many minutes. */
export const doses = (
  given: Given & { readonly dose: number; readonly minutes: number; readonly times: readonly string[] },
): readonly MedicationAdministration[] =>
  given.times.map((start) => {
    const end = wallAt(wallMs(start) + given.minutes * MINUTE_MS);
    const dose = { value: given.dose, unit: given.unit, system: UCUM, code: given.ucum };
    return administration(given, start, end, {
      text: `${given.dose} ${given.unit}`,
      ...routeOf(given),
      dose,
    });
  });

const routeOf = ({ route }: Given) => (route === undefined ? {} : { route: { text: route } });

function administration(
  given: Given,
  start: string,
  end: string | undefined,
  dosage: NonNullable<MedicationAdministration['dosage']>,
): MedicationAdministration {
  return {
    resourceType: 'MedicationAdministration',
    id: eventId(given.patient, 'given', given.drug, start),
    meta: standingSince(end ?? start),
    status: end === undefined ? 'in-progress' : 'completed',
    medicationCodeableConcept: concept(RXNORM, given.rxnorm, given.drug),
    subject: subjectOf(given.patient),
    ...(given.encounter !== undefined && { context: encounterOf(given.encounter).encounter }),
    effectivePeriod: { start: sentTime(start), ...(end !== undefined && { end: sentTime(end) }) },
    ...(given.orderedAt !== undefined && { request: orderOf(given, given.orderedAt) }),
    dosage,
  };
}

const orderOf = ({ patient, drug }: Drug, start: string): Reference => ({
  reference: `MedicationRequest/${prescriptionId(patient, drug, start)}`,
});

/** Tablets for so many days, handed out for the order that began at a time. */
export const dispense = (
  drug: Drug & { readonly orderedAt: string; readonly handedOver: string; readonly days: number },
): MedicationDispense => ({
  resourceType: 'MedicationDispense',
  id: eventId(drug.patient, 'dispense', drug.drug, drug.handedOver),
  meta: standingSince(drug.handedOver),
  status: 'completed',
  medicationCodeableConcept: concept(RXNORM, drug.rxnorm, drug.drug),
  subject: subjectOf(drug.patient),
  authorizingPrescription: [orderOf(drug, drug.orderedAt)],
  daysSupply: { value: drug.days, unit: 'd', system: UCUM, code: 'd' },
  whenHandedOver: sentTime(drug.handedOver),
});

/** What the patient says about a drug; without an end it is still taken. */
export const statement = (
  drug: Drug & {
    readonly told: string;
    readonly start: string;
    readonly end?: string;
    readonly dosage: string;
    readonly note?: string;
  },
): MedicationStatement => ({
  resourceType: 'MedicationStatement',
  id: eventId(drug.patient, 'statement', drug.drug, drug.told),
  meta: standingSince(drug.told),
  status: drug.end === undefined ? 'active' : 'completed',
  medicationCodeableConcept: concept(RXNORM, drug.rxnorm, drug.drug),
  subject: subjectOf(drug.patient),
  effectivePeriod: { start: drug.start, ...(drug.end !== undefined && { end: drug.end }) },
  dateAsserted: sentTime(drug.told),
  informationSource: subjectOf(drug.patient),
  dosage: [{ text: drug.dosage }],
  ...(drug.note !== undefined && { note: [{ text: drug.note }] }),
});
