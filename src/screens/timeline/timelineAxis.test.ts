import { expect, test } from 'vitest';
import { madeCourse, madeCareEvent, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { axisText, earliestEventMs, timelineAxis, type AxisChoice } from './timelineAxis.ts';

const ZONE = 'America/Chicago';
const NOW = Date.parse('2026-11-24T20:05:00Z');
const WINDOW = { startMs: Date.parse('2014-12-03T15:00:00Z'), endMs: Date.parse('2026-11-20T15:00:00Z') };
const ALL: AxisChoice = {
  isAll: true,
  isWhole: false,
  lanes: LANES,
  timeZone: ZONE,
  nowMs: NOW,
  earliestMs: earliestEventMs(readMoment('1959-03-14'), NOW),
};

const iso = (timeMs: number) => new Date(timeMs).toISOString();
const axisFor = (events: Parameters<typeof eventsSnapshot>[0], choice: Partial<AxisChoice> = {}) => {
  const axis = timelineAxis(eventsSnapshot({ courses: [], events: [], ...events }), WINDOW, {
    ...ALL,
    ...choice,
  });
  return { from: iso(axis.startMs), to: iso(axis.endMs), text: axisText(axis, WINDOW, ZONE), axis };
};

const order = madeCourse('Lisinopril', [madeDoseStep('2014-03-11', '…', 10)]);
const early = madeCareEvent('Encounter', 'Office visit', '2014-03-11');

test('in the window of all results the axis begins with an order or event before the first result', () => {
  for (const events of [{ courses: [order] }, { events: [early] }]) {
    const { from, text } = axisFor(events);
    expect(from).toBe('2014-03-11T05:00:00.000Z');
    expect(text).toBe('The axis begins with an event, on 11 Mar 2014.');
  }
});

test('in the window of all results the axis ends with an event after the last result, never later than now', () => {
  const later = madeCareEvent('Procedure', 'Biopsy', '2026-11-22');
  const planned = madeCareEvent('Procedure', 'Transplant', '2027-03-01');
  const { to, text } = axisFor({ events: [later, planned] });
  expect(to).toBe('2026-11-23T06:00:00.000Z');
  expect(text).toBe('It ends with an event, on 22 Nov 2026. 1 later event below.');
});

test('no event is claimed where the last result was taken at midnight', () => {
  const midnight = { ...WINDOW, endMs: Date.parse('2026-11-20T06:00:00Z') };
  const axis = timelineAxis(eventsSnapshot({ courses: [], events: [] }), midnight, ALL);
  expect(axisText(axis, midnight, ZONE)).toBe('');
});

test('in a shorter window an event that ended before it is counted, and one that continues into it is drawn', () => {
  const { axis, text } = axisFor({ events: [early], courses: [order] }, { isAll: false });
  expect(axis).toEqual({ ...WINDOW, beforeCount: 1, afterCount: 0 });
  expect(text).toBe('1 earlier event below.');
});

test('one event of long ago is counted and not drawn, unless the reader asks for it', () => {
  const vaccine = madeCareEvent('Immunization', 'Measles', '1960-05-01');
  expect(axisFor({ events: [vaccine, early] }).text).toBe(
    'The axis begins with an event, on 11 Mar 2014. 1 earlier event below.',
  );
  const { from, axis } = axisFor({ events: [vaccine, early] }, { isWhole: true });
  expect(from.slice(0, 10)).toBe('1960-05-01');
  expect(axis.beforeCount).toBe(0);
});

test('hidden lanes, reports of results alone and events without a date do not extend the axis', () => {
  const undated = madeCareEvent('Condition', 'Gout', '');
  const ofResults = madeCareEvent('DiagnosticReport', 'Panel', '2014-01-01', { isResultsOnly: true });
  expect(axisFor({ events: [undated, ofResults] }).axis).toEqual({
    ...WINDOW,
    beforeCount: 0,
    afterCount: 0,
  });
  expect(axisFor({ events: [early] }, { lanes: ['procedure'] }).text).toBe('');
});

test.each([
  ['before the pregnancy', '1959-03-14', '1957-11-02', 1],
  ['in the pregnancy', '1959-03-14', '1958-11-02', 0],
  ['a century ago, of a patient without a birth date', '', '1921-11-02', 1],
  ['of a birth date that lies ahead', '2031-01-01', '1981-11-02', 0],
])(
  'an event %s: the whole axis does not reach it when its date is wrong',
  (_, birthDate, date, beforeCount) => {
    const { axis } = axisFor(
      { events: [madeCareEvent('Encounter', 'Office visit', date), early] },
      { isWhole: true, earliestMs: earliestEventMs(readMoment(birthDate), NOW) },
    );
    expect(axis.beforeCount).toBe(beforeCount);
    expect(axis.startMs > Date.parse(date) + 86_400_000).toBe(beforeCount === 1);
  },
);
