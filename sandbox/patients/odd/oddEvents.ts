// Servers send these events beside Observations: withdrawn, incomplete, about somebody else, or in a form of
// their own. Each id begins with "odd-" and the type, and its rest says what is odd.
import type { FhirResource } from 'fhir/r4';
import { ODD_ID, oddResources } from './oddBuilders.ts';
import { oddMedications } from './oddMedications.ts';
import { oddReports } from './oddReports.ts';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';
const SUBJECT = { reference: `Patient/${ODD_ID}` };

export const oddEvents = (): readonly FhirResource[] => [
  ...encounters(),
  ...conditions(),
  ...procedures(),
  ...immunizations(),
  ...allergies(),
  ...oddMedications(),
  ...oddReports(),
];

const coded = (system: string, code: string) => ({ coding: [{ system: `${TERMINOLOGY}/${system}`, code }] });

/** All of them are earlier than the two visits of the record, so that none of them is the latest. */
function encounters(): readonly FhirResource[] {
  const shared = {
    status: 'finished',
    class: { system: `${TERMINOLOGY}/v3-ActCode`, code: 'AMB' },
    subject: SUBJECT,
  };
  return oddResources('Encounter', shared, {
    'entered-in-error': {
      status: 'entered-in-error',
      type: [{ text: 'Visit of somebody else' }],
      period: { start: '2025-12-10T09:00:00Z', end: '2025-12-10T09:30:00Z' },
    },
    cancelled: { status: 'cancelled', period: { start: '2025-12-11T09:00:00Z' } },
    'no-type': { period: { start: '2025-12-12T09:00:00Z', end: '2025-12-12T09:30:00Z' } },
    'no-period': { type: [{ text: 'Office visit' }] },
    'end-before-start': {
      type: [{ text: 'Office visit' }],
      period: { start: '2025-12-14T10:00:00Z', end: '2025-12-14T09:00:00Z' },
    },
  });
}

function conditions(): readonly FhirResource[] {
  const shared = {
    subject: SUBJECT,
    clinicalStatus: coded('condition-clinical', 'active'),
    verificationStatus: coded('condition-ver-status', 'confirmed'),
    category: [coded('condition-category', 'problem-list-item')],
    recordedDate: '2026-01-05',
  };
  return oddResources('Condition', shared, {
    'year-of-onset': { code: { text: 'Asthma' }, onsetDateTime: '1999' },
    'onset-as-age': {
      code: { text: 'Migraine' },
      onsetAge: { value: 17, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' },
    },
    'onset-in-words': { code: { text: 'Eczema' }, onsetString: 'as a child' },
    'no-onset': { code: { text: 'Hay fever' } },
    'no-code': { onsetDateTime: '2020-03' },
    refuted: {
      code: { text: 'Epilepsy' },
      verificationStatus: coded('condition-ver-status', 'refuted'),
      onsetDateTime: '2024-05-01',
    },
    // R4 forbids a clinical status here (invariant con-5).
    'entered-in-error': {
      code: { text: 'Amputation of a leg' },
      clinicalStatus: undefined,
      verificationStatus: coded('condition-ver-status', 'entered-in-error'),
      onsetDateTime: '2025-02-03',
    },
    'over-since-unknown': {
      code: { text: 'Gastritis' },
      clinicalStatus: coded('condition-clinical', 'resolved'),
      onsetDateTime: '2021-06-01',
      abatementString: 'some weeks later',
    },
  });
}

function procedures(): readonly FhirResource[] {
  const shared = { status: 'completed', subject: SUBJECT };
  return oddResources('Procedure', shared, {
    'entered-in-error': {
      status: 'entered-in-error',
      code: { text: 'Amputation of the left leg' },
      performedDateTime: '2025-02-03',
    },
    'not-done': {
      status: 'not-done',
      statusReason: { text: 'Declined' },
      code: { text: 'Colonoscopy' },
      performedDateTime: '2025-09-09',
    },
    'time-in-words': { code: { text: 'Appendectomy' }, performedString: 'about twenty years ago' },
    'at-an-age': {
      code: { text: 'Tonsillectomy' },
      performedAge: { value: 6, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' },
    },
    'no-time': { code: { text: 'Wisdom tooth extraction' } },
    planned: { status: 'preparation', code: { text: 'Knee arthroscopy' }, performedDateTime: '2099-01-01' },
    'in-progress': {
      status: 'in-progress',
      code: { text: 'Wound care' },
      performedPeriod: { start: '2026-01-02' },
    },
  });
}

function immunizations(): readonly FhirResource[] {
  const shared = { status: 'completed', patient: SUBJECT, vaccineCode: { text: 'Influenza vaccine' } };
  return oddResources('Immunization', shared, {
    'not-done': {
      status: 'not-done',
      statusReason: { text: 'Patient objection' },
      occurrenceDateTime: '2025-10-01',
    },
    'entered-in-error': { status: 'entered-in-error', occurrenceDateTime: '2025-10-02' },
    'time-in-words': { occurrenceString: 'last autumn', primarySource: false },
    'year-alone': { occurrenceDateTime: '2019' },
  });
}

function allergies(): readonly FhirResource[] {
  const shared = {
    patient: SUBJECT,
    verificationStatus: coded('allergyintolerance-verification', 'confirmed'),
  };
  return oddResources('AllergyIntolerance', shared, {
    'no-status': { code: { text: 'Latex' } },
    'no-code': { clinicalStatus: coded('allergyintolerance-clinical', 'active') },
    'entered-in-error': {
      code: { text: 'Water' },
      verificationStatus: coded('allergyintolerance-verification', 'entered-in-error'),
    },
  });
}
