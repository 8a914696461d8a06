import { expect, test } from 'vitest';
import { frameOf } from '../../charts/axis/frame.ts';
import { eventSummary } from '../../charts/lanes/laneSummary.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { medicationChangesByDate } from '../../parts/events/medicationText.ts';
import { timelineEntries } from '../../parts/events/timelineEntries.ts';
import { startsBefore } from '../../screens/compare/comparisonPeriod.ts';
import { visitsOf } from '../../screens/myResults/care/visits.ts';
import {
  courseFrom,
  careEventFrom,
  dosage,
  medicationStepFrom,
} from '../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';

const ZONE = 'America/Los_Angeles';
const nowMs = Date.parse('2026-03-20T12:00:00-07:00');

const procedure = (name: string, performedDateTime: string): CareEvent =>
  careEventFrom(
    'Procedure',
    { id: name, status: 'completed', code: { text: name }, performedDateTime },
    { nowMs },
  );

/** In California the first of these lies on the evening before the second, and after it in UTC. */
const events = [
  procedure('evening of 9 March', '2026-03-09T20:00:00-07:00'),
  procedure('10 March', '2026-03-10'),
  procedure('morning of 10 March', '2026-03-10T08:00:00-07:00'),
  procedure('morning of 9 March', '2026-03-09T08:00:00-07:00'),
];
const NEWEST_FIRST = ['morning of 10 March', '10 March', 'evening of 9 March', 'morning of 9 March'];

test('rule 44: in the list by date a day stands above the evening before and below its own hours', () => {
  const snapshot = eventsSnapshot({ events, courses: [] });
  expect(timelineEntries(snapshot, ZONE).map(({ text }) => text)).toEqual(NEWEST_FIRST);
});

test('rule 44: and so it does in the list of the patient', () => {
  expect(visitsOf(events, { timeZone: ZONE, nowMs }).map(({ name }) => name)).toEqual(NEWEST_FIRST);
});

test('rule 44: beside its lane the newest event is that of the day and not of the evening before', () => {
  const frame = (endMs: number) => ({
    startMs: Date.parse('2026-03-01T00:00:00-08:00'),
    endMs,
    timeZone: ZONE,
    widthPx: 100,
    heightPx: 100,
    grid: '',
    x: () => 0,
  });
  expect(eventSummary(events.slice(0, 2), frame(nowMs), undefined)).toEqual(['10 March', '10 Mar 2026']);
  const evening = Date.parse('2026-03-09T23:00:00-07:00');
  expect(eventSummary(events.slice(0, 2), frame(evening), undefined)[0]).toBe('evening of 9 March');
});

test('rule 44: under the cursor, what is known by its month or year says so, after what is known to be of the day', () => {
  const noon = Date.parse('2026-03-10T12:00:00-07:00');
  const frame = frameOf({
    startMs: noon - DAY_MS,
    endMs: noon + DAY_MS,
    timeZone: ZONE,
    widthPx: 100,
    heightPx: 100,
  });
  const told = (...some: readonly CareEvent[]) => eventSummary(some, frame, noon);
  const [year, month] = [procedure('of the year', '2026'), procedure('of the month', '2026-03')];
  expect(told(year)).toEqual(['of the year', '2026']);
  expect(told(month, year)).toEqual(['of the month', 'Mar 2026, and 1 more']);
  expect(told(year, events[1]!)).toEqual(['10 March', 'and 1 more']);
  const stay = careEventFrom('Encounter', {
    class: { code: 'IMP' },
    status: 'in-progress',
    period: { start: '2025' },
  });
  expect(told(stay)[1]).toBe('');
});

test('rule 44: a change of medication of a day is newer than one of the evening before', () => {
  const order = (name: string, start: string, end?: string) =>
    courseFrom(
      medicationStepFrom('MedicationRequest', {
        id: name,
        status: end === undefined ? 'active' : 'completed',
        medicationCodeableConcept: { text: name },
        dosageInstruction: [
          {
            ...dosage(5),
            timing: { repeat: { boundsPeriod: { start, end }, frequency: 1, period: 1, periodUnit: 'd' } },
          },
        ],
      }),
    );
  const told = (...courses: readonly ReturnType<typeof order>[]) =>
    medicationChangesByDate(courses, ZONE).map(({ sign, name }) => `${sign} ${name}`);
  expect(told(order('A', '2026-03-09T20:00:00-07:00'), order('B', '2026-03-10'))).toEqual(['+ B', '+ A']);
  expect(told(order('A', '2026-03-09T20:00:00-07:00', '2026-03-09'))).toEqual(['− A', '+ A']);
});

test('rule 43: a stay that began on a day without a midnight is named with that day', () => {
  const stay = careEventFrom('Encounter', {
    status: 'finished',
    class: { code: 'IMP' },
    period: { start: '2026-09-06', end: '2026-09-08' },
  });
  const span = { startMs: Date.UTC(2026, 9, 1), endMs: Date.UTC(2026, 10, 1) };
  // The clocks of Chile went from 23:59 on 5 September to 01:00.
  const { stays } = startsBefore(eventsSnapshot({ events: [stay], courses: [] }), span, 'America/Santiago');
  expect(stays.map(({ label }) => label)).toEqual(['6 Sep 2026: IMP']);
});
