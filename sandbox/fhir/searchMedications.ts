// These tables say how medication resources are searched:
// https://hl7.org/fhir/R4/searchparameter-registry.html
import { conceptReader, dateReader, statusReader, timeOrPeriodRange } from './searchParameterReaders.ts';

export const MEDICATION_SEARCHES = {
  MedicationRequest: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader(
        'MedicationRequest',
        'CodeSystem/medicationrequest-status',
        ({ status }) => status,
      ),
      intent: statusReader(
        'MedicationRequest',
        'CodeSystem/medicationrequest-intent',
        ({ intent }) => intent,
      ),
      category: conceptReader('MedicationRequest', ({ category }) => category),
      code: conceptReader('MedicationRequest', ({ medicationCodeableConcept }) => medicationCodeableConcept),
    },
    dateParameters: {
      authoredon: dateReader('MedicationRequest', ({ authoredOn }) => timeOrPeriodRange(authoredOn)),
    },
    mandatoryElements: ['status', 'intent', 'medication', 'subject'],
  },
  MedicationStatement: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader(
        'MedicationStatement',
        'CodeSystem/medication-statement-status',
        ({ status }) => status,
      ),
      category: conceptReader('MedicationStatement', ({ category }) => category),
      code: conceptReader(
        'MedicationStatement',
        ({ medicationCodeableConcept }) => medicationCodeableConcept,
      ),
    },
    dateParameters: {
      effective: dateReader('MedicationStatement', ({ effectiveDateTime, effectivePeriod }) =>
        timeOrPeriodRange(effectiveDateTime, effectivePeriod),
      ),
    },
    mandatoryElements: ['status', 'medication', 'subject'],
  },
  MedicationAdministration: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader(
        'MedicationAdministration',
        'CodeSystem/medication-admin-status',
        ({ status }) => status,
      ),
      code: conceptReader(
        'MedicationAdministration',
        ({ medicationCodeableConcept }) => medicationCodeableConcept,
      ),
    },
    dateParameters: {
      'effective-time': dateReader('MedicationAdministration', ({ effectiveDateTime, effectivePeriod }) =>
        timeOrPeriodRange(effectiveDateTime, effectivePeriod),
      ),
    },
    mandatoryElements: ['status', 'medication', 'subject', 'effective'],
  },
  MedicationDispense: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader(
        'MedicationDispense',
        'CodeSystem/medicationdispense-status',
        ({ status }) => status,
      ),
      type: conceptReader('MedicationDispense', ({ type }) => type),
      code: conceptReader('MedicationDispense', ({ medicationCodeableConcept }) => medicationCodeableConcept),
    },
    dateParameters: {
      whenhandedover: dateReader('MedicationDispense', ({ whenHandedOver }) =>
        timeOrPeriodRange(whenHandedOver),
      ),
      whenprepared: dateReader('MedicationDispense', ({ whenPrepared }) => timeOrPeriodRange(whenPrepared)),
    },
    mandatoryElements: ['status', 'medication'],
  },
};
