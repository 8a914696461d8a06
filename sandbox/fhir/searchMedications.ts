// How what was ordered, told, given and dispensed is searched: https://hl7.org/fhir/R4/searchparameter-registry.html
import { conceptsOf, dateOf, statusOf, timeRange } from './searchParameterReaders.ts';

export const MEDICATION_TYPES = {
  MedicationRequest: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf('MedicationRequest', 'CodeSystem/medicationrequest-status', ({ status }) => status),
      intent: statusOf('MedicationRequest', 'CodeSystem/medicationrequest-intent', ({ intent }) => intent),
      category: conceptsOf('MedicationRequest', ({ category }) => category),
      code: conceptsOf('MedicationRequest', ({ medicationCodeableConcept }) => medicationCodeableConcept),
    },
    dates: { authoredon: dateOf('MedicationRequest', ({ authoredOn }) => timeRange(authoredOn)) },
    mandatory: ['status', 'intent', 'medication', 'subject'],
  },
  MedicationStatement: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf(
        'MedicationStatement',
        'CodeSystem/medication-statement-status',
        ({ status }) => status,
      ),
      category: conceptsOf('MedicationStatement', ({ category }) => category),
      code: conceptsOf('MedicationStatement', ({ medicationCodeableConcept }) => medicationCodeableConcept),
    },
    dates: {
      effective: dateOf('MedicationStatement', ({ effectiveDateTime, effectivePeriod }) =>
        timeRange(effectiveDateTime, effectivePeriod),
      ),
    },
    mandatory: ['status', 'medication', 'subject'],
  },
  MedicationAdministration: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf(
        'MedicationAdministration',
        'CodeSystem/medication-admin-status',
        ({ status }) => status,
      ),
      code: conceptsOf(
        'MedicationAdministration',
        ({ medicationCodeableConcept }) => medicationCodeableConcept,
      ),
    },
    dates: {
      'effective-time': dateOf('MedicationAdministration', ({ effectiveDateTime, effectivePeriod }) =>
        timeRange(effectiveDateTime, effectivePeriod),
      ),
    },
    mandatory: ['status', 'medication', 'subject', 'effective'],
  },
  MedicationDispense: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf('MedicationDispense', 'CodeSystem/medicationdispense-status', ({ status }) => status),
      type: conceptsOf('MedicationDispense', ({ type }) => type),
      code: conceptsOf('MedicationDispense', ({ medicationCodeableConcept }) => medicationCodeableConcept),
    },
    dates: {
      whenhandedover: dateOf('MedicationDispense', ({ whenHandedOver }) => timeRange(whenHandedOver)),
      whenprepared: dateOf('MedicationDispense', ({ whenPrepared }) => timeRange(whenPrepared)),
    },
    mandatory: ['status', 'medication'],
  },
};
