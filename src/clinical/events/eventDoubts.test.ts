import { describe, expect, test } from 'vitest';
import { careEventFrom, eventContext, stepFrom } from '../../testing/eventsFromFhirFixture.ts';
import { careEventsTexts } from './careEvents.messages.ts';
import { careEventOf } from './careEvents.ts';
import { hasOccurred } from './eventOccurrence.ts';

/** These were read on 24 November 2026. */
const procedure = (fields: object) =>
  careEventFrom('Procedure', { status: 'completed', code: { text: 'X' }, ...fields });
const condition = (fields: object) =>
  careEventFrom('Condition', {
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text: 'Pulmonary embolism' },
    ...fields,
  });

describe('what is said to be done at a time that has not come is not known to have happened', () => {
  const ahead = careEventsTexts('dateAhead');

  test.each([
    ['Procedure', { status: 'completed', performedDateTime: '2027-03-01' }],
    ['Encounter', { status: 'finished', period: { start: '2027-03-01', end: '2027-03-02' } }],
    ['Immunization', { status: 'completed', occurrenceDateTime: '2026-11-25T15:00:00Z' }],
  ])('%s %j', (type, fields) => {
    const event = careEventFrom(type, fields);
    expect(hasOccurred(event)).toBe(false);
    expect(event.note).toContain(ahead);
  });

  test('a clock that runs ahead by less than a day is no plan', () => {
    for (const performedDateTime of ['2026-11-25T14:00:00Z', '2026-11-26', '2026-11', '2026']) {
      expect(hasOccurred(procedure({ performedDateTime }))).toBe(true);
      expect(procedure({ performedDateTime }).note).toBe('');
    }
  });

  test('what is planned is planned, and a report is known by its words', () => {
    const planned = careEventFrom('Encounter', { status: 'planned', period: { start: '2027-03-01' } });
    expect(planned.note).not.toContain(ahead);
    const report = careEventFrom('DiagnosticReport', {
      status: 'final',
      effectiveDateTime: '2026-11-27T15:00:00Z',
      conclusion: 'No fracture.',
    });
    expect([hasOccurred(report), report.note]).toEqual([true, 'No fracture.']);
  });

  test('neither a dose was given then nor a supply handed over, and an order may begin then', () => {
    const given = stepFrom('MedicationAdministration', {
      status: 'completed',
      effectiveDateTime: '2027-03-01',
    });
    const handedOver = stepFrom('MedicationDispense', { status: 'completed', whenHandedOver: '2027-03-01' });
    for (const step of [given, handedOver]) expect([step.isNotDone, step.note]).toEqual([true, ahead]);
    const running = stepFrom('MedicationAdministration', {
      status: 'in-progress',
      effectivePeriod: { start: '2026-11-24T14:20:00Z' },
    });
    for (const step of [running, stepFrom('MedicationRequest', { authoredOn: '2027-03-01' })])
      expect(step.isNotDone).toBeUndefined();
  });

  test('a condition with such a date is still a condition', () => {
    const event = condition({ onsetDateTime: '2027-03-01' });
    expect(hasOccurred(event)).toBe(true);
    expect(event.note).toContain(ahead);
  });
});

test('what is said of a condition in words alone counts as its code does', () => {
  const said = (text: string) => ({
    resourceType: 'Condition',
    subject: { reference: 'Patient/p1' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { text },
  });
  expect(careEventOf(said('Entered in Error'), eventContext).outcome).toBe('withdrawn');
  expect(condition(said('Provisional')).verification).toBe('provisional');
  expect(hasOccurred(condition(said('Refuted')))).toBe(false);
});

const WITHDRAWN = [
  'Entered In Error',
  'entered_in_error',
  ' ENTERED-IN-ERROR ',
  'enteredInError',
  'entered–in–error',
];

describe.each(WITHDRAWN)('the status “%s” says that it was entered in error', (status) => {
  const outcomeOf = (resourceType: string, fields: object) =>
    careEventOf({ resourceType, subject: { reference: 'Patient/p1' }, ...fields }, eventContext).outcome;

  test.each(['Encounter', 'Procedure', 'DiagnosticReport'])('of an event: %s', (resourceType) => {
    expect(outcomeOf(resourceType, { status })).toBe('withdrawn');
  });

  test.each([{ text: status }, { coding: [{ code: status }] }, status])(
    'of a condition, in any of its forms: %j',
    (verificationStatus) => {
      expect(outcomeOf('Condition', { verificationStatus })).toBe('withdrawn');
    },
  );

  test('of an order', () => {
    expect(() => stepFrom('MedicationRequest', { status })).toThrow('withdrawn');
  });
});

test.each(['In Progress', 'in_progress', 'IN-PROGRESS', 'inProgress'])(
  'a stay that is “%s” goes on',
  (status) => {
    const stay = careEventFrom('Encounter', { status, period: { start: '2026-11-20T08:00:00Z' } });
    expect(stay).toMatchObject({ status: 'in-progress', isOngoing: true });
  },
);

test('a condition that nobody confirmed says how sure it is', () => {
  const sure = (code: string) => condition({ verificationStatus: { coding: [{ code }] } }).verification;
  for (const code of ['provisional', 'differential', 'unconfirmed']) expect(sure(code)).toBe(code);
  for (const code of ['confirmed', 'refuted']) expect(sure(code)).toBeUndefined();
  expect(condition({}).verification).toBeUndefined();
});

describe('an age has its unit', () => {
  test.each([
    [{ performedAge: { value: 10, code: 'mo' } }, 'Performed: at age 10 months'],
    [{ performedAge: { value: 10, unit: 'a' } }, 'Performed: at age 10 years'],
    [{ performedAge: { value: 10, unit: 'years', code: 'a' } }, 'Performed: at age 10 years'],
    [{ performedAge: { value: 10, unit: 'constructor' } }, 'Performed: at age 10 constructor'],
    [
      { performedRange: { low: { value: 5, code: 'a' }, high: { value: 7, code: 'a' } } },
      'Performed: at age 5 years–7 years',
    ],
    [{ performedRange: { low: { value: 5, code: 'a' } } }, 'Performed: at age 5 years or older'],
    [{ performedRange: { high: { value: 7, code: 'a' } } }, 'Performed: at age 7 years or younger'],
    [{ performedString: 'spring 2019' }, 'Performed: spring 2019'],
  ])('%j', (fields, note) => {
    expect(procedure(fields).note).toBe(note);
  });

  test('also in the ranges of a condition', () => {
    const { note } = condition({
      onsetRange: { low: { value: 6, code: 'mo' }, high: { value: 8, code: 'mo' } },
      abatementRange: { low: { value: 3, code: 'a' } },
    });
    expect(note.split('\n')).toEqual([
      'Onset: at age 6 months–8 months',
      'Resolved: at age 3 years or older',
    ]);
  });
});

describe('who reported it, where it was nobody who did or ordered it', () => {
  const sister = { reference: 'RelatedPerson/1', display: 'Mary (sister)' };
  const relative = { reference: 'RelatedPerson/1' };
  const noteOf = (type: string, fields: object) => stepFrom(type, fields).note;

  test('is said of what is taken', () => {
    expect(noteOf('MedicationStatement', { informationSource: sister })).toBe('Reported by: Mary (sister)');
    expect(noteOf('MedicationStatement', { informationSource: relative })).toBe(
      'Reported by: a related person',
    );
    expect(noteOf('MedicationStatement', { informationSource: { reference: 'Patient/p1' } })).toBe(
      'Reported by: the patient',
    );
    expect(noteOf('MedicationRequest', { reportedBoolean: true })).toBe('Reported; not the original order');
    expect(noteOf('MedicationRequest', { reportedReference: sister })).toBe('Reported by: Mary (sister)');
    expect(noteOf('MedicationRequest', { reportedBoolean: false })).toBeUndefined();
  });

  test('is said of vaccines, procedures and conditions', () => {
    expect(procedure({ asserter: sister }).note).toBe('Reported by: Mary (sister)');
    expect(condition({ asserter: relative }).note).toBe('Reported by: a related person');
    expect(procedure({ asserter: { reference: 'Practitioner/1', display: 'Dr. Ash' } }).note).toBe('');
    const vaccine = { status: 'completed', primarySource: false, reportOrigin: { text: 'Parent' } };
    expect(careEventFrom('Immunization', vaccine).note.split('\n')).toEqual([
      'Reported, not recorded where it was given',
      'Reported by: Parent',
    ]);
  });
});

test('the reason of each kind of medication is said, and that of a dispense that was declined', () => {
  const reasonCode = [{ text: 'Pain' }];
  for (const type of ['MedicationRequest', 'MedicationStatement', 'MedicationAdministration'])
    expect(stepFrom(type, { reasonCode, status: 'active' }).note).toContain('Reason: Pain');
  const declined = { status: 'declined', statusReasonCodeableConcept: { text: 'Not covered' } };
  expect(stepFrom('MedicationDispense', declined).note).toBe('Reason for status: Not covered');
});

test('a dispense says its quantity, also without a unit', () => {
  const { note } = stepFrom('MedicationDispense', { status: 'completed', quantity: { value: 30 } });
  expect(note).toBe('Dispensed: 30 (unit not sent)');
});

test('a name that is a whole text is cut where it is shown, and stands whole in the note', () => {
  const text = 'A procedure with its whole description. '.repeat(50).trim();
  const event = procedure({ code: { text } });
  expect(event.text).toMatch(/^A procedure.{250,300}…$/);
  expect(event.note).toBe(`Full name: ${text}`);
});

test('a code without words is named with its system', () => {
  const coded = (system: string, code: string) => procedure({ code: { coding: [{ system, code }] } }).text;
  expect(coded('http://snomed.info/sct', '40701008')).toBe('SNOMED CT 40701008');
  expect(coded('urn:oid:2.16.840.1.113883.6.96', '40701008')).toBe('SNOMED CT 40701008');
  expect(coded('urn:local', '7')).toBe('Code 7');
  expect(coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'unknown')).toBe(
    careEventsTexts('withoutName', { type: 'Procedure' }),
  );
});

test.each([
  ['Procedure', 'notDone'],
  ['Procedure', 'notPerformed'],
  ['Immunization', 'notGiven'],
  ['Immunization', 'wasNotGiven'],
])('a %s of an earlier version of FHIR with "%s" was not done', (type, name) => {
  const fields = { status: 'completed', code: { text: 'Surgery' }, vaccineCode: { text: 'Influenza' } };
  expect(careEventFrom(type, { ...fields, [name]: true }).isNotDone).toBe(true);
  expect(careEventFrom(type, { ...fields, [name]: false }).isNotDone).toBeUndefined();
});
