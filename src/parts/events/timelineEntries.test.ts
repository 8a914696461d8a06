import { describe, expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { madeCareEvent, madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { eventsTexts } from './events.messages.ts';
import { timelineEntries } from './timelineEntries.ts';

const BORN_MS = Date.parse('2010-05-20T00:00:00Z');
const BEFORE = eventsTexts('beforeBirth');
const notesOf = (...events: ReturnType<typeof madeCareEvent>[]) =>
  timelineEntries(eventsSnapshot({ courses: [], events }), 'UTC', BORN_MS).map(({ note }) => note);

test('what is dated before the birth says so, because it may be about somebody else', () => {
  expect(notesOf(madeCareEvent('Encounter', 'Visit', '2010-05-19'))).toEqual([BEFORE]);
  expect(notesOf(madeCareEvent('Procedure', 'Scan', '1984', { note: 'Site: chest' }))).toEqual([
    `${BEFORE}\nSite: chest`,
  ]);
  const courses = [madeCourse('Zinc', [madeDoseStep('2009-03-01', '…', 5)])];
  expect(
    timelineEntries(eventsSnapshot({ courses, events: [] }), 'UTC', BORN_MS).map(({ note }) => note),
  ).toEqual([BEFORE]);
});

test('what may lie after it, has no date, or may have begun in the pregnancy does not', () => {
  for (const at of ['2010-05-20', '2010-05', '2010', ''])
    expect(notesOf(madeCareEvent('Encounter', 'Birth', at))).toEqual(['']);
  expect(notesOf(madeCareEvent('Condition', 'Hydronephrosis', '2010-02-01'))).toEqual(['']);
  expect(notesOf(madeCareEvent('Condition', 'Hydronephrosis', '2008-02-01'))).toEqual([BEFORE]);
});

describe('what is dated after the death', () => {
  const AFTER = eventsTexts('afterDeath');
  const DEATH = { dateMs: Date.UTC(2026, 0, 4), instantMs: Date.parse('2026-01-04T06:00:00Z') };
  const notes = (snapshot: Parameters<typeof eventsSnapshot>[0]) =>
    timelineEntries(eventsSnapshot(snapshot), 'UTC', BORN_MS, DEATH).map(({ note }) => note);
  const ofVisit = (at: string) => notes({ courses: [], events: [madeCareEvent('Encounter', 'Visit', at)] });

  test.each(['2026-01-04', '2026-01-04T06:00:00Z', '2026-02', '2027'])('says so: a visit of %s', (at) => {
    expect(ofVisit(at)).toEqual([AFTER]);
  });

  test('so do an order and a dose, and their own words follow', () => {
    for (const type of ['MedicationRequest', 'MedicationAdministration'] as const) {
      const courses = [madeCourse('Zinc', [madeDoseStep('2026-01-09', '…', 5, { type, note: 'PRN' })])];
      expect(notes({ courses, events: [] })).toEqual([`${AFTER}\nPRN`]);
    }
  });

  test.each(['2026-01-03', '2026-01-04T05:59:59Z', '2026-01', '2026', ''])(
    'but not what may lie before it: "%s"',
    (at) => {
      expect(ofVisit(at)).toEqual(['']);
    },
  );

  test('nor anything of a patient of whom no death is known', () => {
    expect(notesOf(madeCareEvent('Encounter', 'Visit', '2026-02-01'))).toEqual(['']);
  });
});

test('a condition that nobody confirmed says so beside its status', () => {
  const events = [madeCareEvent('Condition', 'Embolism', '2026', { verification: 'provisional' })];
  const [entry] = timelineEntries(eventsSnapshot({ courses: [], events }), 'UTC');
  expect(entry?.status).toBe('active, provisional');
});

const timeTextOf = (fields: object) =>
  timelineEntries(
    eventsSnapshot({ events: [careEventFrom('Encounter', fields)], courses: [] }),
    'America/Chicago',
  )[0];

// The record was read on 24 November 2026.
test.each([
  ['planned', { start: '2026-11-20', end: '2026-12-05' }, '20 Nov 2026 – 5 Dec 2026', ''],
  ['cancelled', { start: '2026-11-20', end: '2026-12-05' }, '20 Nov 2026 – 5 Dec 2026', ''],
  ['planned', { end: '2026-12-05' }, 'until 5 Dec 2026; start not known', ''],
  ['finished', { end: '2026-03-04' }, 'until 4 Mar 2026; start not known', ''],
  [
    'in-progress',
    { start: '2026-11-20', end: '2026-12-05' },
    'since 20 Nov 2026',
    'Planned until 5 Dec 2026',
  ],
])(
  'an encounter that is %s, of %o, has the time "%s" and the note "%s"',
  (status, period, timeText, note) => {
    expect(timeTextOf({ status, period })).toMatchObject({ timeText, note });
  },
);
