import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { events, madeCareEvent, madeEventTime } from '../../testing/madeEventsFixture.ts';
import { tickBox } from './EventMarks.tsx';
import { windowSideOf } from './eventTimes.ts';
import { textWidthPx } from './labelWidth.ts';
import { layoutLane, type LaneMark } from './laneLayout.ts';
import { anyEvent, laneFrame, lanesNowMs } from './lanesFixture.ts';
import { laneLabel } from './laneSummary.ts';

const layout = (list: readonly CareEvent[], rows = 2, scale = 1) =>
  layoutLane(list, laneFrame, { rows, textScale: scale, nowMs: lanesNowMs, textOf: laneLabel });

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
            expect(textToPx).toBeLessThanOrEqual(laneFrame.widthPx);
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
          expect(toPx).toBeLessThanOrEqual(laneFrame.widthPx);
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
      laneFrame.x(Date.parse('2020-01-01')) - laneFrame.x(Date.parse('2019-01-01')),
      0,
    );
  });

  it('tells earlier, later and undated apart, and holds what only touches the window', () => {
    expect(windowSideOf(madeEventTime('2013'), laneFrame)).toBe('earlier');
    expect(windowSideOf(madeEventTime('2014'), laneFrame)).toBe('inside');
    expect(windowSideOf(madeEventTime('2013', '2015'), laneFrame)).toBe('inside');
    expect(windowSideOf(madeEventTime('2013', '…'), laneFrame)).toBe('inside');
    expect(windowSideOf(madeEventTime('2027-01-01'), laneFrame)).toBe('later');
    expect(windowSideOf(madeEventTime(''), laneFrame)).toBe('undated');
  });

  test('an end before its beginning is not believed', () => {
    const { labelled } = layout([madeCareEvent('Procedure', 'Scan', '2020-01-01', { end: '2019-01-01' })]);
    expect(labelled).toHaveLength(1);
    expect(labelled[0]!.toPx - labelled[0]!.fromPx).toBeLessThan(1);
  });
});
