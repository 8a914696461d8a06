/** These are messages as they stand in the specification, FHIRcast 3.0, with a topic and a patient of ours. */
export const TOPIC = 'fdb2f928-5546-4f52-87a0-0648e9ded065';
export const PATIENT_ID = '503824b8-fe8c-4227-b061-7181ba6c3926';

const IDENTIFIER = {
  use: 'official',
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
  system: 'urn:oid:2.999.16.840.1.113883.19.5',
  value: '4438001',
  assigner: {
    reference: 'Organization/a92ac1be-fb34-49c1-be58-10928bd271cc',
    display: 'My Healthcare Provider',
  },
};

/** This is the patient of the event Patient-open. */
export const PATIENT = {
  resourceType: 'Patient',
  id: PATIENT_ID,
  identifier: [IDENTIFIER],
  name: [{ use: 'official', family: 'Smith', given: ['John'], prefix: ['Dr.'], suffix: ['Jr.', 'M.D.'] }],
  gender: 'male',
  birthDate: '1978-11-03',
};

/** This is the encounter of the event Encounter-open. */
export const ENCOUNTER = {
  resourceType: 'Encounter',
  id: '8cc652ba-770e-4ae1-b688-6e8e7c737438',
  identifier: [{ use: 'official', system: 'http://myhealthcare.example.com/visits', value: 'r2r22345' }],
  status: 'unknown',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: `Patient/${PATIENT_ID}` },
};

export const CONFIRMATION = {
  'hub.mode': 'subscribe',
  'hub.topic': TOPIC,
  'hub.events': 'Patient-open,Patient-close',
  'hub.lease_seconds': 7200,
};

export const DENIAL = {
  'hub.mode': 'denied',
  'hub.topic': TOPIC,
  'hub.events': 'Patient-open,Patient-close',
  'hub.reason': 'session unexpectedly stopped',
};

/** Makes an event as a hub sends it. */
export const notification = (
  name: string,
  context: readonly unknown[],
  more: { readonly id?: string; readonly timestamp?: string; readonly topic?: string } = {},
): object => ({
  timestamp: more.timestamp ?? '2023-04-01T10:38:04.16',
  id: more.id ?? '6efe28b2-7f8b-4cbc-bc59-a21a902f7e04',
  event: { 'hub.topic': more.topic ?? TOPIC, 'hub.event': name, context },
});

/** Makes the context of an event about a patient with this id. */
export const contextOf = (id: string): readonly unknown[] => [
  { key: 'patient', resource: { ...PATIENT, id } },
];
