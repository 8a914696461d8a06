import * as fc from 'fast-check';
import { madeCareEvent, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { frameOf } from '../axis/frame.ts';

export const lanesNowMs = Date.parse('2026-11-24T20:05:00Z');
/** Twelve years on 900 px. */
export const laneFrame = frameOf({
  startMs: Date.parse('2014-11-25T00:00:00Z'),
  endMs: lanesNowMs,
  timeZone: 'America/Chicago',
  widthPx: 900,
  heightPx: 24,
});
/** The last of these years on as many pixels. */
export const yearFrame = frameOf({ ...laneFrame, startMs: Date.parse('2025-11-25T06:00:00Z') });

/** This is the last year on the plot of a desktop. */
export const lastYearFrame = frameOf({ ...yearFrame, widthPx: 918 });

const day = fc
  .integer({ min: Date.parse('2010-01-01'), max: Date.parse('2028-01-01') })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const time = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  day.map((text) => `${text}T08:15:00Z`),
  fc.constant(''),
);
const end = fc.oneof(fc.constant(''), fc.constant('…'), time);
const name = fc.oneof(
  fc.constantFrom(
    'Chest X-ray',
    'Renal artery duplex',
    'Mittelohrentzündung, beidseits',
    '',
    'ㅁ'.repeat(60),
  ),
  fc.string({ maxLength: 80 }),
);
/** Any event that a server may send, dated or not. */
export const anyEvent = fc
  .record({
    type: fc.constantFrom('Procedure', 'Condition', 'Encounter', 'DiagnosticReport' as const),
    name,
    time,
    end,
    status: fc.constantFrom('completed', 'active', 'final', 'finished', 'cancelled', 'not-done', ''),
    kind: fc.constantFrom('AMB', 'IMP', 'VR', ''),
  })
  .map(({ type, name: text, time: at, end: until, status, kind }) =>
    madeCareEvent(type, text, at, { end: until, status, encounterClass: kind }),
  );
/** Any step of a course, dated or not. */
export const anyStep = fc
  .record({
    time,
    end,
    amount: fc.constantFrom(0.25, 10, 1000),
    status: fc.constantFrom('active', 'on-hold', ''),
  })
  .map(({ time: at, end: until, amount, status }) => madeDoseStep(at, until, amount, { status }));
