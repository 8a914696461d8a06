import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import {
  madeCourse,
  madeCareEvent,
  events,
  madeDoseStep,
  madeEventTime,
} from '../../testing/madeEventsFixture.ts';
import { layoutCourse } from './courseLayout.ts';
import { laneLabel } from './laneSummary.ts';
import { frameOf } from '../axis/frame.ts';
import { momentSpan } from '../axis/timeSpan.ts';
import { layoutLane, type LaneMark } from './laneLayout.ts';
import { tickBox } from './EventMarks.tsx';
import { windowSideOf } from './eventTimes.ts';
import { eventMoments, targetsOf, TARGET_PX } from './laneMoments.ts';
import { labelText, textWidthPx } from './labelWidth.ts';

const NOW = Date.parse('2026-11-24T20:05:00Z');
const frame = frameOf({
  startMs: Date.parse('2014-11-25T00:00:00Z'),
  endMs: NOW,
  timeZone: 'America/Chicago',
  widthPx: 900,
  heightPx: 24,
});
const year = frameOf({ ...frame, startMs: Date.parse('2025-11-25T06:00:00Z') });

const layout = (list: readonly CareEvent[], rows = 2, scale = 1) =>
  layoutLane(list, frame, { rows, textScale: scale, nowMs: NOW, textOf: laneLabel });

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
const anyEvent = fc
  .record({
    type: fc.constantFrom('Procedure', 'Condition', 'Encounter', 'DiagnosticReport' as const),
    name,
    time,
    end,
    status: fc.constantFrom('completed', 'active', 'final', 'finished', 'cancelled', 'not-done', ''),
    kind: fc.constantFrom('AMB', 'IMP', 'VR', ''),
  })
  .map(({ type, name: text, time: at, end: until, status, kind }) =>
    madeCareEvent(type as 'Procedure', text, at, { end: until, status, encounterClass: kind }),
  );
const anyStep = fc
  .record({
    time,
    end,
    amount: fc.constantFrom(0.25, 10, 1000),
    status: fc.constantFrom('active', 'on-hold', ''),
  })
  .map(({ time: at, end: until, amount, status }) => madeDoseStep(at, until, amount, { status }));

describe('a lane of events', () => {
  it('never lays a text over another text or mark of its row, nor outside the plot', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(1, 1.5, 2),
        (list, rows, scale) => {
          const { labelled } = layout(list, rows, scale);
          for (const { textFromPx, textToPx, label } of labelled) {
            expect(textFromPx).toBeGreaterThanOrEqual(0);
            expect(textToPx).toBeLessThanOrEqual(frame.widthPx);
            expect(textToPx - textFromPx).toBeCloseTo(textWidthPx(label, scale), 6);
          }
          for (const [i, a] of labelled.entries())
            for (const b of labelled.slice(i + 1)) {
              if (a.row !== b.row) continue;
              const [aFrom, aTo] = [Math.min(a.fromPx, a.textFromPx), Math.max(a.toPx, a.textToPx)];
              const [bFrom, bTo] = [Math.min(b.fromPx, b.textFromPx), Math.max(b.toPx, b.textToPx)];
              expect(aTo <= bFrom || bTo <= aFrom).toBe(true);
            }
        },
      ),
    );
  });

  it('draws no visit through the text of another one', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (list, rows) => {
        const visits = list.map((event): CareEvent => ({ ...event, lane: 'encounter' }));
        const placed = layout(visits, rows);
        const texts = placed.labelled.filter(({ row }) => row === 0);
        const isCrossed = (tick: LaneMark<CareEvent>): boolean => {
          const { y, height } = tickBox(tick, placed);
          const endPx = tick.isLabelOver ? tick.fromPx : tick.toPx;
          // The text of the first row begins below this line.
          return (
            y + height > 6 &&
            texts.some(({ textFromPx, textToPx }) => tick.fromPx <= textToPx && endPx >= textFromPx)
          );
        };
        expect(placed.ticks.filter(isCrossed)).toEqual([]);
      }),
    );
  });

  it('loses nothing: texts, ticks and what lies outside the window are all of them', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), (list) => {
        const { labelled, ticks, unmarked, outside } = layout(list, 1);
        const drawn = [...labelled, ...ticks, ...unmarked].map(({ item }) => item);
        expect(drawn.length + outside.earlier + outside.later + outside.undated).toBe(list.length);
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const { fromPx, toPx } of [...labelled, ...ticks]) {
          expect(fromPx).toBeGreaterThanOrEqual(0);
          expect(toPx).toBeLessThanOrEqual(frame.widthPx);
          expect(toPx).toBeGreaterThanOrEqual(fromPx);
        }
      }),
    );
  });

  it('gives the newest the choice of place', () => {
    const list = ['2020-01-05', '2020-02-01', '2020-01-20'].map((at) =>
      madeCareEvent('Procedure', `Scan ${at}`, at),
    );
    const { labelled, ticks } = layout(list, 1);
    expect(labelled.map(({ item }) => item.text)).toContain('Scan 2020-02-01');
    expect(ticks.map(({ item }) => item.text)).not.toContain('Scan 2020-02-01');
  });

  it('names stays, and visits only where they did not happen', () => {
    const visits = events.filter(({ lane }) => lane === 'encounter');
    const { labelled, ticks } = layout([
      ...visits,
      madeCareEvent('Encounter', 'Office visit', '2019', { status: 'cancelled' }),
    ]);
    expect(labelled.map(({ label }) => label)).toEqual(['Inpatient, pneumonia', 'Office visit, cancelled']);
    expect(ticks).toHaveLength(8);
  });

  it('rule 44: is as wide as the date is unsure', () => {
    const [full] = layout([madeCareEvent('Procedure', '', '2019')]).ticks.concat(
      layout([madeCareEvent('Procedure', 'Scan', '2019')]).labelled,
    );
    expect(full!.toPx - full!.fromPx).toBeCloseTo(
      frame.x(Date.parse('2020-01-01')) - frame.x(Date.parse('2019-01-01')),
      0,
    );
  });

  it('tells earlier, later and undated apart, and holds what only touches the window', () => {
    expect(windowSideOf(madeEventTime('2013'), frame)).toBe('earlier');
    expect(windowSideOf(madeEventTime('2014'), frame)).toBe('inside');
    expect(windowSideOf(madeEventTime('2013', '2015'), frame)).toBe('inside');
    expect(windowSideOf(madeEventTime('2013', '…'), frame)).toBe('inside');
    expect(windowSideOf(madeEventTime('2027-01-01'), frame)).toBe('later');
    expect(windowSideOf(madeEventTime(''), frame)).toBe('undated');
  });

  test('an end before its beginning is not believed', () => {
    const { labelled } = layout([madeCareEvent('Procedure', 'Scan', '2020-01-01', { end: '2019-01-01' })]);
    expect(labelled).toHaveLength(1);
    expect(labelled[0]!.toPx - labelled[0]!.fromPx).toBeLessThan(1);
  });
});

describe('the bars of a medication', () => {
  it('lose no step and never lay one dose over another', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), fc.constantFrom(1, 2), (steps, scale) => {
        const { bars, crowded, outside } = layoutCourse(madeCourse('X', steps), frame, {
          textScale: scale,
          nowMs: NOW,
        });
        const counted = bars.length + crowded.length + outside.earlier + outside.later + outside.undated;
        expect(counted).toBe(steps.length);
        const texts = bars.flatMap(({ track, label }) => (label ? [{ track, ...label }] : []));
        for (const [i, a] of texts.entries()) {
          expect(a.fromPx).toBeGreaterThanOrEqual(0);
          expect(a.toPx).toBeLessThanOrEqual(frame.widthPx);
          for (const b of texts.slice(i + 1))
            expect(a.track !== b.track || a.toPx <= b.fromPx || b.toPx <= a.fromPx).toBe(true);
        }
      }),
    );
  });

  it('are open at the right while they go on and closed where they were stopped', () => {
    const { bars } = layoutCourse(
      madeCourse('Lisinopril', [
        madeDoseStep('2020-01-01', '2021-01-01', 20),
        madeDoseStep('2021-01-01', '…', 40),
      ]),
      frame,
      { textScale: 1, nowMs: NOW },
    );
    expect(bars.map(({ isOpenRight }) => isOpenRight)).toEqual([false, true]);
    expect(bars[1]!.toPx).toBeCloseTo(frame.x(NOW), 3);
    expect(bars.map(({ doseShare, label }) => [doseShare, label?.text])).toEqual([
      [0.5, '20'],
      [1, '40'],
    ]);
    expect(bars.map(({ track }) => track)).toEqual([0, 0]);
  });

  it('never reach beyond now', () => {
    const late = frameOf({ ...frame, endMs: Date.parse('2028-01-01') });
    const { bars } = layoutCourse(madeCourse('X', [madeDoseStep('2020-01-01', '…', 1)]), late, {
      textScale: 1,
      nowMs: NOW,
    });
    expect(bars[0]!.toPx).toBeCloseTo(late.x(NOW), 3);
  });

  it('stand below each other where two stretches overlap', () => {
    const { bars, trackCount } = layoutCourse(
      madeCourse('X', [madeDoseStep('2020-01-01', '…', 10), madeDoseStep('2021-01-01', '…', 20)]),
      frame,
      { textScale: 1, nowMs: NOW },
    );
    expect([trackCount, ...bars.map(({ track }) => track)]).toEqual([2, 0, 1]);
  });

  it('have no height to compare in two units, and each dose then has its own', () => {
    const { unit, bars } = layoutCourse(
      madeCourse('X', [
        madeDoseStep('2018-01-01', '2020-01-01', 1),
        madeDoseStep('2020-01-01', '…', 2, { unit: 'mg/wk' }),
      ]),
      frame,
      { textScale: 1, nowMs: NOW },
    );
    expect(unit).toBe('');
    expect(bars.map(({ doseShare, label }) => [doseShare, label?.text])).toEqual([
      [undefined, '1 mg/day'],
      [undefined, '2 mg/wk'],
    ]);
  });

  it('say what was not given, as an outline', () => {
    const { bars } = layoutCourse(
      madeCourse('X', [madeDoseStep('2018-01-01', '…', 5, { status: 'on-hold' })]),
      frame,
      {
        textScale: 1,
        nowMs: NOW,
      },
    );
    expect(bars[0]).toMatchObject({ isGiven: false, label: { text: 'on-hold 5' } });
  });

  it('rule 44: begin and end as unsurely as they were sent', () => {
    const { bars } = layoutCourse(madeCourse('X', [madeDoseStep('2026-03', '2026-08', 5)]), year, {
      textScale: 1,
      nowMs: NOW,
    });
    const [bar] = bars;
    expect(bar!.sureFromPx - bar!.fromPx).toBeGreaterThan(60);
    expect(bar!.unsureToPx - bar!.toPx).toBeGreaterThan(60);
  });
});

describe('targets', () => {
  it('WCAG 2.5.8: are 24 px wide, inside the plot, never on each other, and hold every moment of the window', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), fc.constantFrom(1, 2), (list, scale) => {
        const moments = eventMoments(list, frame);
        const targets = targetsOf(moments, frame, scale);
        let free = 0;
        for (const { leftPx, widthPx } of targets) {
          expect(widthPx).toBeGreaterThanOrEqual(TARGET_PX * scale);
          expect(leftPx).toBeGreaterThanOrEqual(free);
          free = leftPx + widthPx;
          expect(free).toBeLessThanOrEqual(frame.widthPx);
        }
        const here = list.filter(
          ({ startMs, precision }) =>
            momentSpan(startMs, precision, frame.timeZone)[0] >= frame.startMs &&
            momentSpan(startMs, precision, frame.timeZone)[0] <= frame.endMs,
        );
        expect(targets.flatMap((target) => target.moments)).toHaveLength(here.length);
      }),
    );
  });
});

test('a hostile name is one line and ends with an ellipsis', () => {
  expect(labelText(`a\n\n${'b'.repeat(5000)}`)).toMatch(/^a b{33}…$/);
  expect(textWidthPx('ㅁ', 1)).toBeGreaterThan(11);
});
