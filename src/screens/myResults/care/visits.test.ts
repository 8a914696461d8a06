import { afterEach, describe, expect, test } from 'vitest';
import { careEventFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { patientUnitsSpanish } from '../units/patientUnits.es.messages.ts';
import { careSpanish } from './care.es.messages.ts';
import { visitsOf, type VisitFacts } from './visits.ts';

afterEach(speakEnglish);

const CLOCK = { timeZone: 'America/Chicago', nowMs: Date.parse('2026-11-24T20:05:00Z') };
const said = (type: string, fields: object): VisitFacts => visitsOf([careEventFrom(type, fields)], CLOCK)[0]!;

test.each([
  ['Procedure', 'performed', { performedString: 'in childhood' }, '“in childhood”'],
  ['Procedure', 'performed', { performedAge: { value: 12, code: 'a' } }, 'At the age of 12 years'],
  [
    'Procedure',
    'performed',
    { performedAge: { value: 1, unit: 'month', code: 'mo' } },
    'At the age of 1 month',
  ],
  ['Procedure', 'performed', { performedAge: { value: 3, comparator: '<', code: 'a' } }, 'No date'],
  ['Procedure', 'performed', { performedAge: { value: 12 } }, 'No date'],
  ['Procedure', 'performed', { performedDateTime: '2019' }, '2019'],
  ['Procedure', 'performed', {}, 'No date'],
  ['Immunization', 'given', { occurrenceString: 'as a child' }, '“as a child”'],
] as const)('%s, %s: when it took place is told as far as it was sent: %o', (type, _, time, date) => {
  expect(said(type, { status: 'completed', ...time }).date).toBe(date);
});

test.each(['No show', 'Patient cancelled', 'Refus du patient'])(
  'a visit was not planned for what says why it did not take place: "%s"',
  (text) => {
    const visit = { status: 'cancelled', class: { code: 'AMB' }, period: { start: '2026-10-20' } };
    expect(said('Encounter', { ...visit, reasonCode: [{ text }] })).toMatchObject({
      reason: text,
      plannedFor: '',
    });
    expect(said('Encounter', { ...visit, reasonCode: [{ text: 'Cough' }] })).toMatchObject({
      reason: '',
      plannedFor: 'Cough',
    });
  },
);

test('a reason that was sent twice is told once', () => {
  const refused = { text: 'Patient refused' };
  const procedure = { status: 'not-done', statusReason: refused, reasonCode: [refused] };
  expect(said('Procedure', procedure)).toMatchObject({ reason: 'Patient refused', plannedFor: '' });
});

test('an age is told in Spanish too', () => {
  speak('es', 'es-MX', { care: careSpanish, myResults: myResultsSpanish, patientUnits: patientUnitsSpanish });
  expect(said('Procedure', { status: 'completed', performedAge: { value: 12, code: 'a' } }).date).toBe(
    'A la edad de 12 años',
  );
});

test.each([
  ['2026-05-20', 'Planned. It is not known if this took place.'],
  ['2026-10', 'Planned. It is not known if this took place.'],
  ['2026-11-24T15:00:00Z', 'Planned.'],
  ['2026-11', 'Planned.'],
  ['2026', 'Planned.'],
  ['2026-12-05T15:00:00Z', 'Planned.'],
])('of a visit that was planned for %s it is told: %s', (start, state) => {
  expect(said('Encounter', { status: 'planned', period: { start } }).state).toBe(state);
});

test('a planned visit without a date is planned', () => {
  expect(said('Encounter', { status: 'planned' }).state).toBe('Planned.');
});

const PERIODS = {
  over: { start: '2026-03-02', end: '2026-03-04' },
  now: { start: '2026-11-20', end: '2026-12-05' },
  ahead: { start: '2026-12-05', end: '2026-12-06' },
  openSince: { start: '2026-11-20' },
  openAhead: { start: '2026-12-05' },
  endedOnly: { end: '2026-03-04' },
  endsAheadOnly: { end: '2026-12-05' },
};
const UNKNOWN = 'It is not known if this took place.';

// The table is written by hand from https://hl7.org/fhir/R4/valueset-encounter-status.html.
test.each([
  ['planned', 'over', 'March 2, 2026 to March 4, 2026', `Planned. ${UNKNOWN}`],
  ['planned', 'now', 'November 20, 2026 to December 5, 2026', 'Planned.'],
  ['planned', 'ahead', 'December 5, 2026 to December 6, 2026', 'Planned.'],
  ['planned', 'openSince', 'November 20, 2026', `Planned. ${UNKNOWN}`],
  ['planned', 'openAhead', 'December 5, 2026', 'Planned.'],
  ['planned', 'endedOnly', 'Until March 4, 2026', `Planned. ${UNKNOWN}`],
  ['planned', 'endsAheadOnly', 'Until December 5, 2026', 'Planned.'],
  ['in-progress', 'now', 'November 20, 2026', 'Still going on.'],
  ['in-progress', 'over', 'March 2, 2026 to March 4, 2026', ''],
  ['in-progress', 'ahead', 'December 5, 2026 to December 6, 2026', UNKNOWN],
  ['arrived', 'openSince', 'November 20, 2026', 'Still going on.'],
  ['finished', 'over', 'March 2, 2026 to March 4, 2026', ''],
  ['finished', 'ahead', 'December 5, 2026 to December 6, 2026', UNKNOWN],
  ['finished', 'openSince', 'November 20, 2026', ''],
  ['finished', 'endedOnly', 'Until March 4, 2026', ''],
  ['cancelled', 'now', 'November 20, 2026 to December 5, 2026', 'Cancelled.'],
  ['cancelled', 'endsAheadOnly', 'Until December 5, 2026', 'Cancelled.'],
  ['unknown', 'over', 'March 2, 2026 to March 4, 2026', UNKNOWN],
] as const)(
  'a visit that is %s, its period "%s", has the date "%s" and the words "%s"',
  (status, period, date, state) => {
    expect(said('Encounter', { status, period: PERIODS[period] })).toMatchObject({ date, state });
  },
);

test('a visit of which only the end is known stands by its end', () => {
  const at = (id: string, period: object) => careEventFrom('Encounter', { id, status: 'finished', period });
  const visits = visitsOf(
    [at('old', { start: '2026-01-05' }), at('ended', PERIODS.endedOnly), at('new', { start: '2026-05-05' })],
    CLOCK,
  );
  expect(visits.map(({ key }) => key)).toEqual(['Encounter/new', 'Encounter/ended', 'Encounter/old']);
});

test('in Spanish a date of which the end alone is known stands as that of a start does', () => {
  speak('es', 'es-US', { care: careSpanish, myResults: myResultsSpanish });
  expect(said('Encounter', { status: 'finished', period: PERIODS.endedOnly }).date).toBe(
    'Hasta: 4 de marzo de 2026',
  );
});

describe('a visit or procedure that the record leaves open', () => {
  const END_UNKNOWN = 'The record does not say if it has ended.';

  test.each([
    ['Encounter', { class: { code: 'AMB' }, period: { start: '2019-03-03' } }, END_UNKNOWN],
    ['Encounter', { class: { code: 'AMB' }, period: { start: '2026-11-24T09:00:00Z' } }, 'Still going on.'],
    ['Encounter', { class: { code: 'IMP' }, period: { start: '2026-06-03' } }, 'Still going on.'],
    ['Procedure', { performedPeriod: { start: '2019-03-03' } }, END_UNKNOWN],
    ['Procedure', { performedPeriod: { start: '2026-11-20' } }, 'Still going on.'],
  ])('%s, %j: %s', (type, fields, state) => {
    expect(said(type, { status: 'in-progress', ...fields }).state).toBe(state);
  });

  test.each([
    ['discontinued', 'Stopped before it was done.'],
    ['discharged', ''],
    ['completed', ''],
    ['on-hold', 'On hold.'],
  ])('of a visit of R5 that is %s is told: "%s"', (status, state) => {
    const actualPeriod = { start: '2026-11-03', ...(status !== 'on-hold' && { end: '2026-11-05' }) };
    expect(said('Encounter', { status, class: [{ text: 'Inpatient' }], actualPeriod })).toMatchObject({
      state,
      kind: 'Hospital stay',
    });
  });
});

describe('a procedure that is called completed, and was not done by other words', () => {
  const procedure = {
    status: 'completed',
    performedDateTime: '2026-10-01',
    reasonCode: [{ text: 'Anemia' }],
  };

  test('is not told as done, and the words of its outcome are told', () => {
    expect(said('Procedure', { ...procedure, outcome: { text: 'Not performed' } })).toMatchObject({
      state: 'It is not known if this took place.',
      reason: 'Anemia',
      alsoSaid: 'Not performed',
    });
  });

  test('is told with the reason of its status before that for which it was planned', () => {
    expect(said('Procedure', { ...procedure, statusReason: { text: 'Patient refused' } })).toMatchObject({
      state: 'It is not known if this took place.',
      reason: 'Patient refused',
      plannedFor: 'Anemia',
    });
  });
});
