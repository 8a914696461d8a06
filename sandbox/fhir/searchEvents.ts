// These tables say how events are searched: https://hl7.org/fhir/R4/searchparameter-registry.html
import {
  conceptReader,
  dateReader,
  statusReader,
  timeOrPeriodRange,
  tokenReader,
} from './searchParameterReaders.ts';

export const EVENT_SEARCHES = {
  Encounter: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader('Encounter', 'encounter-status', ({ status }) => status),
      class: tokenReader('Encounter', ({ class: kind }) => [{ system: kind.system, code: kind.code }]),
    },
    dateParameters: { date: dateReader('Encounter', ({ period }) => timeOrPeriodRange(undefined, period)) },
    mandatoryElements: ['status', 'class'],
  },
  Condition: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      category: conceptReader('Condition', ({ category }) => category),
      'clinical-status': conceptReader('Condition', ({ clinicalStatus }) => clinicalStatus),
      'verification-status': conceptReader('Condition', ({ verificationStatus }) => verificationStatus),
      code: conceptReader('Condition', ({ code }) => code),
    },
    dateParameters: {
      'onset-date': dateReader('Condition', ({ onsetDateTime, onsetPeriod }) =>
        timeOrPeriodRange(onsetDateTime, onsetPeriod),
      ),
      'abatement-date': dateReader('Condition', ({ abatementDateTime, abatementPeriod }) =>
        timeOrPeriodRange(abatementDateTime, abatementPeriod),
      ),
      'recorded-date': dateReader('Condition', ({ recordedDate }) => timeOrPeriodRange(recordedDate)),
    },
    mandatoryElements: ['subject'],
  },
  Procedure: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader('Procedure', 'event-status', ({ status }) => status),
      category: conceptReader('Procedure', ({ category }) => category),
      code: conceptReader('Procedure', ({ code }) => code),
    },
    dateParameters: {
      date: dateReader('Procedure', ({ performedDateTime, performedPeriod }) =>
        timeOrPeriodRange(performedDateTime, performedPeriod),
      ),
    },
    mandatoryElements: ['status', 'subject'],
  },
  Immunization: {
    patientParameters: ['patient'],
    tokenParameters: {
      status: statusReader('Immunization', 'event-status', ({ status }) => status),
      'vaccine-code': conceptReader('Immunization', ({ vaccineCode }) => vaccineCode),
    },
    dateParameters: {
      date: dateReader('Immunization', ({ occurrenceDateTime }) => timeOrPeriodRange(occurrenceDateTime)),
    },
    mandatoryElements: ['status', 'vaccineCode', 'patient', 'occurrence'],
  },
  AllergyIntolerance: {
    patientParameters: ['patient'],
    tokenParameters: {
      category: tokenReader('AllergyIntolerance', ({ category = [] }) =>
        category.map((code) => ({ system: 'http://hl7.org/fhir/allergy-intolerance-category', code })),
      ),
      'clinical-status': conceptReader('AllergyIntolerance', ({ clinicalStatus }) => clinicalStatus),
      'verification-status': conceptReader(
        'AllergyIntolerance',
        ({ verificationStatus }) => verificationStatus,
      ),
      code: conceptReader('AllergyIntolerance', ({ code }) => code),
    },
    dateParameters: {
      date: dateReader('AllergyIntolerance', ({ recordedDate }) => timeOrPeriodRange(recordedDate)),
      'last-date': dateReader('AllergyIntolerance', ({ lastOccurrence }) =>
        timeOrPeriodRange(lastOccurrence),
      ),
    },
    mandatoryElements: ['patient'],
  },
  DiagnosticReport: {
    patientParameters: ['patient', 'subject'],
    tokenParameters: {
      status: statusReader('DiagnosticReport', 'diagnostic-report-status', ({ status }) => status),
      category: conceptReader('DiagnosticReport', ({ category }) => category),
      code: conceptReader('DiagnosticReport', ({ code }) => code),
    },
    dateParameters: {
      date: dateReader('DiagnosticReport', ({ effectiveDateTime, effectivePeriod }) =>
        timeOrPeriodRange(effectiveDateTime, effectivePeriod),
      ),
      issued: dateReader('DiagnosticReport', ({ issued }) => timeOrPeriodRange(issued)),
    },
    mandatoryElements: ['status', 'code'],
  },
};
