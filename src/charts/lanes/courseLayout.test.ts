import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { layoutCourse } from './courseLayout.ts';
import { anyStep, laneFrame, lanesNowMs, yearFrame } from './lanesFixture.ts';

describe('the bars of a medication', () => {
  it('lose no step and never lay one dose over another', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), fc.constantFrom(1, 2), (steps, scale) => {
        const { bars, crowded, outside } = layoutCourse(madeCourse('X', steps), laneFrame, {
          textScale: scale,
          nowMs: lanesNowMs,
        });
        const counted = bars.length + crowded.length + outside.earlier + outside.later + outside.undated;
        expect(counted).toBe(steps.length);
        const texts = bars.flatMap(({ track, label }) => (label ? [{ track, ...label }] : []));
        for (const [i, a] of texts.entries()) {
          expect(a.fromPx).toBeGreaterThanOrEqual(0);
          expect(a.toPx).toBeLessThanOrEqual(laneFrame.widthPx);
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
      laneFrame,
      { textScale: 1, nowMs: lanesNowMs },
    );
    expect(bars.map(({ isOpenRight }) => isOpenRight)).toEqual([false, true]);
    expect(bars[1]!.toPx).toBeCloseTo(laneFrame.x(lanesNowMs), 3);
    expect(bars.map(({ doseShare, label }) => [doseShare, label?.text])).toEqual([
      [0.5, '20'],
      [1, '40'],
    ]);
    expect(bars.map(({ track }) => track)).toEqual([0, 0]);
  });

  it('never reach beyond now', () => {
    const late = frameOf({ ...laneFrame, endMs: Date.parse('2028-01-01') });
    const { bars } = layoutCourse(madeCourse('X', [madeDoseStep('2020-01-01', '…', 1)]), late, {
      textScale: 1,
      nowMs: lanesNowMs,
    });
    expect(bars[0]!.toPx).toBeCloseTo(late.x(lanesNowMs), 3);
  });

  it('stand below each other where two stretches overlap', () => {
    const { bars, trackCount } = layoutCourse(
      madeCourse('X', [madeDoseStep('2020-01-01', '…', 10), madeDoseStep('2021-01-01', '…', 20)]),
      laneFrame,
      { textScale: 1, nowMs: lanesNowMs },
    );
    expect([trackCount, ...bars.map(({ track }) => track)]).toEqual([2, 0, 1]);
  });

  it('have no height to compare in two units, and each dose then has its own', () => {
    const { unit, bars } = layoutCourse(
      madeCourse('X', [
        madeDoseStep('2018-01-01', '2020-01-01', 1),
        madeDoseStep('2020-01-01', '…', 2, { unit: 'mg/wk' }),
      ]),
      laneFrame,
      { textScale: 1, nowMs: lanesNowMs },
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
      laneFrame,
      {
        textScale: 1,
        nowMs: lanesNowMs,
      },
    );
    expect(bars[0]).toMatchObject({ isGiven: false, label: { text: 'on hold 5' } });
  });

  it('rule 44: begin and end as unsurely as they were sent', () => {
    const { bars } = layoutCourse(madeCourse('X', [madeDoseStep('2026-03', '2026-08', 5)]), yearFrame, {
      textScale: 1,
      nowMs: lanesNowMs,
    });
    const [bar] = bars;
    expect(bar!.sureFromPx - bar!.fromPx).toBeGreaterThan(60);
    expect(bar!.unsureToPx - bar!.toPx).toBeGreaterThan(60);
  });
});
