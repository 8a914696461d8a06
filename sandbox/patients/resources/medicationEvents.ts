// These builders make administrations, dispenses and statements; prescription.ts makes the orders.
import type { MedicationAdministration, MedicationDispense, MedicationStatement, Reference } from 'fhir/r4';
import { codeableConcept, RXNORM, UCUM } from './codes.ts';
import { encounterElement, eventId, metaSince, patientReference } from './commonElements.ts';
import { MINUTE_MS, withUtcOffset, localTimeText, localTimeMs } from './localTime.ts';
import { prescriptionId, type Course } from './prescription.ts';

type DrugInput = Pick<Course, 'patient' | 'drug' | 'rxnorm' | 'unit' | 'ucum'>;
type AdministrationInput = DrugInput & {
  readonly encounter?: string | undefined;
  readonly route?: string;
  /** This is the start of the order that the drug was given for, if there is one. */
  readonly orderedAt?: string;
};

/**
 * Returns one administration for each rate, which ran until the next one and has an order of its own. A rate
 * that still runs has no end and is in progress.
 */
export function infusionAdministrations(
  input: AdministrationInput & Pick<Course, 'steps'>,
): readonly MedicationAdministration[] {
  return input.steps.flatMap(([start, rate], i) => {
    const end = input.steps[i + 1]?.[0];
    if (rate === 0) return [];
    const rateQuantity = { value: rate, unit: input.unit, system: UCUM, code: input.ucum };
    const text = `${rate} ${input.unit}`;
    return [
      administration({ ...input, orderedAt: start }, start, end, {
        text,
        ...routeElement(input),
        rateQuantity,
      }),
    ];
  });
}

/** Returns single doses that each last this many minutes. */
export const doseAdministrations = (
  input: AdministrationInput & {
    readonly dose: number;
    readonly minutes: number;
    readonly times: readonly string[];
  },
): readonly MedicationAdministration[] =>
  input.times.map((start) => {
    const end = localTimeText(localTimeMs(start) + input.minutes * MINUTE_MS);
    const dose = { value: input.dose, unit: input.unit, system: UCUM, code: input.ucum };
    return administration(input, start, end, {
      text: `${input.dose} ${input.unit}`,
      ...routeElement(input),
      dose,
    });
  });

const routeElement = ({ route }: AdministrationInput) =>
  route === undefined ? {} : { route: { text: route } };

function administration(
  input: AdministrationInput,
  start: string,
  end: string | undefined,
  dosage: NonNullable<MedicationAdministration['dosage']>,
): MedicationAdministration {
  return {
    resourceType: 'MedicationAdministration',
    id: eventId(input.patient, 'given', input.drug, start),
    meta: metaSince(end ?? start),
    status: end === undefined ? 'in-progress' : 'completed',
    medicationCodeableConcept: codeableConcept(RXNORM, input.rxnorm, input.drug),
    subject: patientReference(input.patient),
    ...(input.encounter !== undefined && { context: encounterElement(input.encounter).encounter }),
    effectivePeriod: { start: withUtcOffset(start), ...(end !== undefined && { end: withUtcOffset(end) }) },
    ...(input.orderedAt !== undefined && { request: orderReference(input, input.orderedAt) }),
    dosage,
  };
}

const orderReference = ({ patient, drug }: DrugInput, start: string): Reference => ({
  reference: `MedicationRequest/${prescriptionId(patient, drug, start)}`,
});

/** Returns a dispense of tablets for this many days, for the order that began at `orderedAt`. */
export const medicationDispense = (
  drug: DrugInput & { readonly orderedAt: string; readonly handedOver: string; readonly days: number },
): MedicationDispense => ({
  resourceType: 'MedicationDispense',
  id: eventId(drug.patient, 'dispense', drug.drug, drug.handedOver),
  meta: metaSince(drug.handedOver),
  status: 'completed',
  medicationCodeableConcept: codeableConcept(RXNORM, drug.rxnorm, drug.drug),
  subject: patientReference(drug.patient),
  authorizingPrescription: [orderReference(drug, drug.orderedAt)],
  daysSupply: { value: drug.days, unit: 'd', system: UCUM, code: 'd' },
  whenHandedOver: withUtcOffset(drug.handedOver),
});

/** Returns what the patient says about a drug. Without an end the patient still takes it. */
export const medicationStatement = (
  drug: DrugInput & {
    readonly assertedAt: string;
    readonly start: string;
    readonly end?: string;
    readonly dosage: string;
    readonly note?: string;
  },
): MedicationStatement => ({
  resourceType: 'MedicationStatement',
  id: eventId(drug.patient, 'statement', drug.drug, drug.assertedAt),
  meta: metaSince(drug.assertedAt),
  status: drug.end === undefined ? 'active' : 'completed',
  medicationCodeableConcept: codeableConcept(RXNORM, drug.rxnorm, drug.drug),
  subject: patientReference(drug.patient),
  effectivePeriod: { start: drug.start, ...(drug.end !== undefined && { end: drug.end }) },
  dateAsserted: withUtcOffset(drug.assertedAt),
  informationSource: patientReference(drug.patient),
  dosage: [{ text: drug.dosage }],
  ...(drug.note !== undefined && { note: [{ text: drug.note }] }),
});
