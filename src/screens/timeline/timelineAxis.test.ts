import { expect, test } from 'vitest';
import { madeCourse, madeCareEvent, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { axisText, timelineAxis, type AxisChoice } from './timelineAxis.ts';

const ZONE = 'America/Chicago';
const NOW = Date.parse('2026-11-24T20:05:00Z');
const WINDOW = { startMs: Date.parse('2014-12-03T15:00:00Z'), endMs: Date.parse('2026-11-20T15:00:00Z') };
const ALL: AxisChoice = { isAll: true, isWhole: false, lanes: LANES, timeZone: ZONE, nowMs: NOW };

const iso = (timeMs: number) => new Date(timeMs).toISOString();
const axisFor = (events: Parameters<typeof eventsSnapshot>[0], choice: Partial<AxisChoice> = {}) => {
  const axis = timelineAxis(eventsSnapshot({ courses: [], events: [], ...events }), WINDOW, {
    ...ALL,
    ...choice,
  });
  return { from: iso(axis.startMs), to: iso(axis.endMs), words: axisText(axis, WINDOW, ZONE), axis };
};

const order = madeCourse('Lisinopril', [madeDoseStep('2014-03-11', '…', 10)]);
const early = madeCareEvent('Encounter', 'Office visit', '2014-03-11');

test('with all results shown the axis begins with what was ordered or done before the first of them', () => {
  for (const events of [{ courses: [order] }, { events: [early] }]) {
    const { from, words } = axisFor(events);
    expect(from).toBe('2014-03-11T05:00:00.000Z');
    expect(words).toBe('The axis begins with an event, on 11 Mar 2014.');
  }
});

test('and it ends with what came after the last of them, never later than now', () => {
  const later = madeCareEvent('Procedure', 'Biopsy', '2026-11-22');
  const planned = madeCareEvent('Procedure', 'Transplant', '2027-03-01');
  const { to, words } = axisFor({ events: [later, planned] });
  expect(to).toBe('2026-11-23T06:00:00.000Z');
  expect(words).toBe('It ends with an event, on 22 Nov 2026. 1 event after this axis, in the list below.');
});

test('no event is claimed where the last result was taken at midnight', () => {
  const midnight = { ...WINDOW, endMs: Date.parse('2026-11-20T06:00:00Z') };
  const axis = timelineAxis(eventsSnapshot({ courses: [], events: [] }), midnight, ALL);
  expect(axisText(axis, midnight, ZONE)).toBe('');
});

test('in a shorter window what is over before it is counted; what goes on into it is drawn', () => {
  const { axis, words } = axisFor({ events: [early], courses: [order] }, { isAll: false });
  expect(axis).toEqual({ ...WINDOW, before: 1, after: 0 });
  expect(words).toBe('1 event before this axis, in the list below.');
});

test('one event of long ago does not press the results to the edge: it is counted, and drawn when asked for', () => {
  const vaccine = madeCareEvent('Immunization', 'Measles', '1960-05-01');
  expect(axisFor({ events: [vaccine, early] }).words).toBe(
    'The axis begins with an event, on 11 Mar 2014. 1 event before this axis, in the list below.',
  );
  const { from, axis } = axisFor({ events: [vaccine, early] }, { isWhole: true });
  expect(from.slice(0, 10)).toBe('1960-05-01');
  expect(axis.before).toBe(0);
});

test('a lane that is not shown, a report of results alone and what has no date move nothing', () => {
  const undated = madeCareEvent('Condition', 'Gout', '');
  const ofResults = madeCareEvent('DiagnosticReport', 'Panel', '2014-01-01', { isResultsOnly: true });
  expect(axisFor({ events: [undated, ofResults] }).axis).toEqual({ ...WINDOW, before: 0, after: 0 });
  expect(axisFor({ events: [early] }, { lanes: ['procedure'] }).words).toBe('');
});
