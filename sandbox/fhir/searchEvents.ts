// How what happened to a patient is searched: https://hl7.org/fhir/R4/searchparameter-registry.html
import { conceptsOf, dateOf, statusOf, timeRange, tokensOf } from './searchParameterReaders.ts';

export const EVENT_TYPES = {
  Encounter: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf('Encounter', 'encounter-status', ({ status }) => status),
      class: tokensOf('Encounter', ({ class: kind }) => [{ system: kind.system, code: kind.code }]),
    },
    dates: { date: dateOf('Encounter', ({ period }) => timeRange(undefined, period)) },
    mandatory: ['status', 'class'],
  },
  Condition: {
    patient: ['patient', 'subject'],
    tokens: {
      category: conceptsOf('Condition', ({ category }) => category),
      'clinical-status': conceptsOf('Condition', ({ clinicalStatus }) => clinicalStatus),
      'verification-status': conceptsOf('Condition', ({ verificationStatus }) => verificationStatus),
      code: conceptsOf('Condition', ({ code }) => code),
    },
    dates: {
      'onset-date': dateOf('Condition', ({ onsetDateTime, onsetPeriod }) =>
        timeRange(onsetDateTime, onsetPeriod),
      ),
      'abatement-date': dateOf('Condition', ({ abatementDateTime, abatementPeriod }) =>
        timeRange(abatementDateTime, abatementPeriod),
      ),
      'recorded-date': dateOf('Condition', ({ recordedDate }) => timeRange(recordedDate)),
    },
    mandatory: ['subject'],
  },
  Procedure: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf('Procedure', 'event-status', ({ status }) => status),
      category: conceptsOf('Procedure', ({ category }) => category),
      code: conceptsOf('Procedure', ({ code }) => code),
    },
    dates: {
      date: dateOf('Procedure', ({ performedDateTime, performedPeriod }) =>
        timeRange(performedDateTime, performedPeriod),
      ),
    },
    mandatory: ['status', 'subject'],
  },
  Immunization: {
    patient: ['patient'],
    tokens: {
      status: statusOf('Immunization', 'event-status', ({ status }) => status),
      'vaccine-code': conceptsOf('Immunization', ({ vaccineCode }) => vaccineCode),
    },
    dates: { date: dateOf('Immunization', ({ occurrenceDateTime }) => timeRange(occurrenceDateTime)) },
    mandatory: ['status', 'vaccineCode', 'patient', 'occurrence'],
  },
  AllergyIntolerance: {
    patient: ['patient'],
    tokens: {
      category: tokensOf('AllergyIntolerance', ({ category = [] }) =>
        category.map((code) => ({ system: 'http://hl7.org/fhir/allergy-intolerance-category', code })),
      ),
      'clinical-status': conceptsOf('AllergyIntolerance', ({ clinicalStatus }) => clinicalStatus),
      'verification-status': conceptsOf('AllergyIntolerance', ({ verificationStatus }) => verificationStatus),
      code: conceptsOf('AllergyIntolerance', ({ code }) => code),
    },
    dates: {
      date: dateOf('AllergyIntolerance', ({ recordedDate }) => timeRange(recordedDate)),
      'last-date': dateOf('AllergyIntolerance', ({ lastOccurrence }) => timeRange(lastOccurrence)),
    },
    mandatory: ['patient'],
  },
  DiagnosticReport: {
    patient: ['patient', 'subject'],
    tokens: {
      status: statusOf('DiagnosticReport', 'diagnostic-report-status', ({ status }) => status),
      category: conceptsOf('DiagnosticReport', ({ category }) => category),
      code: conceptsOf('DiagnosticReport', ({ code }) => code),
    },
    dates: {
      date: dateOf('DiagnosticReport', ({ effectiveDateTime, effectivePeriod }) =>
        timeRange(effectiveDateTime, effectivePeriod),
      ),
      issued: dateOf('DiagnosticReport', ({ issued }) => timeRange(issued)),
    },
    mandatory: ['status', 'code'],
  },
};
