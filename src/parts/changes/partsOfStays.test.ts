import { describe, expect, test } from 'vitest';
import { hospitalStaysOf } from '../../clinical/change/patientFacts.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { changeFactsOf } from './changeFacts.ts';
import { sinceMomentsOf, visitsIn } from './sinceMoments.ts';
import { sinceTimeText } from './sinceText.ts';

const encounter = (id: string, start: string, end: string | undefined, partOf?: string) =>
  careEventFrom('Encounter', {
    id,
    status: 'finished',
    class: { code: 'IMP' },
    period: { start, end },
    ...(partOf !== undefined && { partOf: { reference: `Encounter/${partOf}` } }),
  });
const hospital = encounter('hospital', '2026-03-01T08:00:00Z', '2026-03-10T08:00:00Z');
const ward = encounter('ward', '2026-03-05T08:00:00Z', '2026-03-08T08:00:00Z', 'hospital');
const bed = encounter('bed', '2026-03-05T08:00:00Z', undefined, 'ward');
const stay = { startMs: Date.parse('2026-03-01T08:00:00Z'), endMs: Date.parse('2026-03-10T08:00:00Z') };

test('a stay ends when it ends, although nobody closed the time on a ward', () => {
  expect(hospitalStaysOf([hospital, ward, bed])).toEqual([stay]);
  const unlinked = encounter('other', '2026-03-05T08:00:00Z', undefined);
  expect(hospitalStaysOf([hospital, unlinked])).toEqual([{ ...stay, endMs: undefined }]);
});

test('the last visit is the stay, and not the ward to which the patient was moved in it', () => {
  const visits = visitsIn(eventsSnapshot({ events: [hospital, ward, bed] }), undefined, 'UTC');
  expect(visits?.map(({ startMs, isInContext }) => [startMs, isInContext])).toEqual([[stay.startMs, false]]);
});

test('a view that was opened on the ward is in the stay', () => {
  const visits = visitsIn(eventsSnapshot({ events: [hospital, ward, bed] }), 'bed', 'UTC');
  expect(visits?.map(({ isInContext }) => isInContext)).toEqual([true]);
});

describe('encounters that have days alone are read as days of the time zone of the screen', () => {
  const LOS_ANGELES = 'America/Los_Angeles';
  const period = (start: string, end: string | undefined, code = 'AMB', id = start): CareEvent =>
    careEventFrom('Encounter', { id, status: 'finished', class: { code }, period: { start, end } });

  const potassium = (at: string) => ({
    resourceType: 'Observation',
    id: at,
    status: 'final',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
    effectiveDateTime: at,
    valueQuantity: { value: 4, unit: 'mmol/L', code: 'mmol/L', system: 'http://unitsofmeasure.org' },
  });

  /** Returns "visit since 10 Mar 2026" for each moment that an encounter gives, beside a newest result. */
  function momentsBeside(newest: string, encounters: readonly CareEvent[], timeZone = LOS_ANGELES) {
    const sheet = emptyFlowsheet();
    sheet.take([potassium('2026-01-02T10:00:00-08:00'), potassium(newest)]);
    const visits = visitsIn(eventsSnapshot({ courses: [], events: encounters }), undefined, timeZone);
    const moments = sinceMomentsOf(sheet.snapshot().series, visits, timeZone);
    return (moments?.choices ?? [])
      .filter(({ id }) => id === 'stay' || id === 'visit')
      .map((since) => `${since.id} since ${sinceTimeText(since, moments?.newestMs ?? 0, timeZone)}`);
  }

  test.each([
    ['a day', '2026-03-10', '2026-03-10', LOS_ANGELES, 'visit since 10 Mar 2026'],
    ['a day in the east', '2026-03-10', '2026-03-10', 'Pacific/Auckland', 'visit since 10 Mar 2026'],
    ['a day without an end', '2026-03-10', undefined, LOS_ANGELES, 'visit since 10 Mar 2026'],
    ['a month', '2026-02', '2026-02', LOS_ANGELES, 'visit since Feb 2026'],
    ['a year', '2025', '2025', LOS_ANGELES, 'visit since 2025'],
  ])('the last visit has the date that was sent: %s', (_, start, end, timeZone, told) => {
    expect(momentsBeside('2026-04-01T10:00:00-07:00', [period(start, end)], timeZone)).toEqual([told]);
  });

  test('a visit of yesterday has no time of day that nobody sent', () => {
    expect(momentsBeside('2026-03-12T10:00:00-07:00', [period('2026-03-10', '2026-03-10')])).toEqual([
      'visit since 10 Mar 2026',
    ]);
  });

  test.each([['2026-03-10'], [undefined]])(
    'the visit of the newest result is not the last one before it, with the end %s',
    (end) => {
      const visits = [period('2026-03-10', end), period('2026-01-10', '2026-01-10')];
      expect(momentsBeside('2026-03-10T18:00:00-07:00', visits)).toEqual(['visit since 10 Jan 2026']);
    },
  );

  test.each([
    ['2026-03-01', '2026-03-10'],
    ['2026-03-10', '2026-03-10'],
  ])('a result of the day of discharge is in the stay from %s to %s', (start, end) => {
    const told = `stay since ${start === end ? '10' : '1'} Mar 2026`;
    expect(momentsBeside('2026-03-10T18:00:00-07:00', [period(start, end, 'IMP')])).toEqual([told]);
  });

  test('and so are the stays and operations that end a baseline', () => {
    const operation = careEventFrom('Procedure', {
      status: 'completed',
      code: { text: 'Appendectomy' },
      performedDateTime: '2026-03-10',
    });
    const events = [period('2026-03-01', '2026-03-10', 'IMP'), operation];
    const facts = changeFactsOf(
      eventsSnapshot({ courses: [], events }),
      [],
      undefined,
      undefined,
      LOS_ANGELES,
    );
    const endMs = Date.parse('2026-03-11T00:00:00-07:00') - 1;
    expect(facts.stays).toEqual([{ startMs: Date.parse('2026-03-01T00:00:00-08:00'), endMs }]);
    expect(facts.interventions).toEqual([
      { kind: 'operation', startMs: Date.parse('2026-03-10T00:00:00-07:00'), endMs },
    ]);
  });
});
