import { expect, test } from 'vitest';
import { careEventOf } from './careEvents.ts';
import { eventContext, careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { careEventsTexts } from './careEvents.messages.ts';

const visit = { status: 'finished', class: { code: 'AMB' }, type: [{ text: 'Office visit' }] };

test('an encounter has its kind, its period and its reason', () => {
  expect(
    careEventFrom('Encounter', {
      ...visit,
      period: { start: '2026-03-03T09:00:00Z', end: '2026-03-03T09:30:00Z' },
      reasonCode: [{ text: 'Follow-up' }],
    }),
  ).toEqual({
    type: 'Encounter',
    lane: 'encounter',
    id: 'e1',
    text: 'Office visit',
    status: 'finished',
    encounterClass: 'AMB',
    reason: 'Follow-up',
    note: 'Reason: Follow-up',
    startMs: Date.UTC(2026, 2, 3, 9),
    precision: 'instant',
    endMs: Date.UTC(2026, 2, 3, 9, 30),
    endPrecision: 'instant',
    isOngoing: false,
  });
});

test('an encounter without a type is called by its class', () => {
  const named = { status: 'finished', class: { code: 'IMP', display: 'inpatient encounter' } };
  expect(careEventFrom('Encounter', named).text).toBe('inpatient encounter');
  expect(careEventFrom('Encounter', { status: 'finished', class: { code: 'EMER' } }).text).toBe('EMER');
  expect(careEventFrom('Encounter', { status: 'finished' }).text).toBe('Unnamed encounter');
});

test('an encounter in progress goes on; a finished one without an end has an end that is not known', () => {
  const period = { start: '2026-11-20T09:00:00Z' };
  expect(careEventFrom('Encounter', { ...visit, status: 'in-progress', period })).toMatchObject({
    isOngoing: true,
    endMs: undefined,
    note: '',
  });
  expect(careEventFrom('Encounter', { ...visit, period })).toMatchObject({
    isOngoing: false,
    endMs: undefined,
    note: 'End not known',
  });
});

test.each(['planned', 'cancelled', 'unknown', ''])(
  'an encounter with status "%s" is kept with it, and not as one that was',
  (status) => {
    expect(careEventFrom('Encounter', { ...visit, status, period: { start: '2026-12-01' } })).toMatchObject({
      status,
      isNotDone: true,
      isOngoing: false,
    });
  },
);

test('rule 44: a day, a month and a year are no midnight in a zone', () => {
  const at = (performedDateTime: string) =>
    careEventFrom('Procedure', { status: 'completed', code: { text: 'Biopsy' }, performedDateTime });
  expect(at('2026-03-03')).toMatchObject({ startMs: Date.UTC(2026, 2, 3), precision: 'day' });
  expect(at('2026-03')).toMatchObject({ startMs: Date.UTC(2026, 2, 1), precision: 'month' });
  expect(at('2026')).toMatchObject({ startMs: Date.UTC(2026, 0, 1), precision: 'year' });
  expect(at('2026-03-03T09:00:00+02:00')).toMatchObject({
    startMs: Date.UTC(2026, 2, 3, 7),
    precision: 'instant',
  });
  expect(at('')).toMatchObject({ startMs: Number.NaN, precision: 'none' });
});

test('a date at the zero of the clock, and an end before the start, are not used and said', () => {
  const at = (performedPeriod: object) =>
    careEventFrom('Procedure', { status: 'completed', code: { text: 'Biopsy' }, performedPeriod });
  expect(at({ start: '1970-01-01T00:00:00Z' })).toMatchObject({ precision: 'none' });
  expect(at({ start: '1970-01-01T00:00:00Z' }).note).toContain('Date looks wrong: 1970-01-01T00:00:00Z');
  const turned = at({ start: '2026-03-03', end: '2026-03-01' });
  expect(turned).toMatchObject({ endMs: undefined, isOngoing: false });
  expect(turned.note).toBe(careEventsTexts('endBeforeStart', { end: '2026-03-01' }));
  expect(at({ start: '2026-03-03T09:00:00Z', end: '2026-03-03' })).toMatchObject({
    endMs: Date.UTC(2026, 2, 3),
    note: '',
  });
});

test('a procedure that was not done keeps its status and its reason', () => {
  expect(
    careEventFrom('Procedure', {
      status: 'not-done',
      code: { text: 'Renal biopsy' },
      performedDateTime: '2026-03-03',
      statusReason: { text: 'Refused' },
      bodySite: [{ text: 'Left kidney' }],
    }),
  ).toMatchObject({
    status: 'not-done',
    isNotDone: true,
    note: 'Site: Left kidney\nReason for status: Refused',
  });
});

test('a procedure that is only said in words has no place in time and keeps the words', () => {
  const words = { status: 'completed', code: { text: 'Appendectomy' }, performedString: 'as a child' };
  expect(careEventFrom('Procedure', words)).toMatchObject({
    precision: 'none',
    note: 'Performed: as a child',
  });
  const aged = { ...words, performedString: undefined, performedAge: { value: 9, unit: 'years' } };
  expect(careEventFrom('Procedure', aged).note).toBe('Performed: at age 9 years');
});

const concept = (code: string) => ({ coding: [{ code }] });
const diabetes = { code: { text: 'Diabetes' }, clinicalStatus: concept('active') };

test('a condition begins with its onset, else with its recording, and says which', () => {
  expect(
    careEventFrom('Condition', { ...diabetes, onsetDateTime: '2019-05', recordedDate: '2020-01-01' }),
  ).toMatchObject({
    startMs: Date.UTC(2019, 4, 1),
    precision: 'month',
    isOngoing: true,
    status: 'active',
    note: careEventsTexts('dateOfOnset'),
  });
  expect(careEventFrom('Condition', { ...diabetes, recordedDate: '2020-01-01' })).toMatchObject({
    startMs: Date.UTC(2020, 0, 1),
    note: careEventsTexts('dateOfRecording'),
  });
  expect(careEventFrom('Condition', { ...diabetes, onsetAge: { value: 40, unit: 'a' } })).toMatchObject({
    precision: 'none',
    isOngoing: true,
    note: 'Onset: at age 40 years',
  });
});

test('a condition ends with its abatement; a resolved one without it has an end that is not known', () => {
  const over = { ...diabetes, clinicalStatus: concept('resolved'), onsetDateTime: '2019-05-01' };
  expect(careEventFrom('Condition', { ...over, abatementDateTime: '2020-06' })).toMatchObject({
    endMs: Date.UTC(2020, 5, 1),
    endPrecision: 'month',
    isOngoing: false,
  });
  const abatementPeriod = { start: '2020-05-01', end: '2020-07-01' };
  expect(careEventFrom('Condition', { ...over, abatementPeriod }).endMs).toBe(Date.UTC(2020, 6, 1));
  const open = careEventFrom('Condition', over);
  expect(open).toMatchObject({ endMs: undefined, isOngoing: false });
  expect(open.note).toContain('End not known');
});

test('a refuted condition is never one that the patient has; one entered in error is left out', () => {
  expect(careEventFrom('Condition', { ...diabetes, verificationStatus: concept('refuted') })).toMatchObject({
    status: 'refuted',
    isNotDone: true,
    isOngoing: false,
  });
  const wrong = {
    resourceType: 'Condition',
    subject: { reference: 'Patient/p1' },
    verificationStatus: concept('entered-in-error'),
  };
  expect(careEventOf(wrong, eventContext)).toEqual({ outcome: 'withdrawn' });
});

test('a condition that is not confirmed says so; the diagnosis of a visit needs no clinical status', () => {
  expect(
    careEventFrom('Condition', { ...diabetes, verificationStatus: concept('provisional') }).note,
  ).toContain('Verification: provisional');
  const bare = careEventFrom('Condition', { code: { text: 'Cough' }, recordedDate: '2026-01-01' });
  expect(bare).toMatchObject({ status: '', isOngoing: false });
  expect(bare).not.toHaveProperty('isNotDone');
});

test('an immunisation has its dose; one that was not done says so', () => {
  const tetanus = { vaccineCode: { text: 'Td' }, occurrenceDateTime: '2026-03-03' };
  expect(
    careEventFrom('Immunization', {
      ...tetanus,
      status: 'completed',
      protocolApplied: [{ doseNumberPositiveInt: 2 }],
    }),
  ).toMatchObject({ lane: 'immunization', text: 'Td', precision: 'day', note: 'Dose: 2' });
  expect(
    careEventFrom('Immunization', { ...tetanus, status: 'not-done', statusReason: { text: 'Fever' } }),
  ).toMatchObject({
    isNotDone: true,
    note: 'Not done\nReason: Fever',
  });
});

test('what was sent with a modifier is not taken for what it seems', () => {
  expect(
    careEventFrom('Procedure', {
      status: 'completed',
      code: { text: 'Biopsy' },
      modifierExtension: [{ url: 'x' }],
    }),
  ).toMatchObject({
    isNotDone: true,
    note: 'Part of this entry may change its meaning, and Longview cannot read it: see the EHR',
  });
});

test('whose it is decides first: another patient, nobody, and what is no such resource are left out', () => {
  const of = (fields: object) =>
    careEventOf({ resourceType: 'Procedure', status: 'completed', ...fields }, eventContext).outcome;
  expect(of({ subject: { reference: 'Patient/p2' } })).toBe('other-patient');
  expect(of({ subject: { reference: 'Patient/p2' }, status: 'entered-in-error' })).toBe('other-patient');
  expect(of({ subject: { reference: 'https://other.example/r4/Patient/p1' } })).toBe('other-patient');
  expect(of({})).toBe('no-subject');
  expect(of({ status: ' Entered-In-Error ' })).toBe('withdrawn');
  expect(of({ subject: { reference: 'https://ehr.example/r4/Patient/p1' } })).toBe('read');
  expect(
    careEventOf({ resourceType: 'Immunization', patient: { reference: 'Patient/p2' } }, eventContext).outcome,
  ).toBe('other-patient');
  expect(
    careEventOf({ resourceType: 'Observation', subject: { reference: 'Patient/p1' } }, eventContext).outcome,
  ).toBe('unreadable');
});

test('a vaccine of reduced potency says so', () => {
  const given = { status: 'completed', vaccineCode: { text: 'MMR' }, occurrenceDateTime: '2026-03-03' };
  for (const isSubpotent of [true, 'true'])
    expect(careEventFrom('Immunization', { ...given, isSubpotent }).note).toBe(careEventsTexts('subpotent'));
  expect(careEventFrom('Immunization', { ...given, isSubpotent: false }).note).toBe('');
});

test('a condition that is called active and has an end says so', () => {
  const ended = {
    code: { text: 'Hypertension' },
    onsetDateTime: '2020-01-01',
    abatementDateTime: '2022-01-01',
  };
  const noteOf = (clinicalStatus: string, more: object = {}) =>
    careEventFrom('Condition', { ...ended, clinicalStatus, ...more }).note;
  for (const status of ['active', 'recurrence', 'relapse'])
    expect(noteOf(status)).toContain('Marked as active');
  for (const status of ['resolved', 'inactive', 'remission', ''])
    expect(noteOf(status)).not.toContain('Marked');
  expect(noteOf('active', { abatementDateTime: undefined })).not.toContain('Marked');
});

test('a procedure of R5 has its time', () => {
  const event = careEventFrom('Procedure', { status: 'completed', occurrenceDateTime: '2026-10-01' });
  expect(event.startMs).toBe(Date.parse('2026-10-01'));
});
