import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { momentSpan } from '../axis/timeSpan.ts';
import { eventMoments, eventText, TARGET_PX, targetsOf } from './laneMoments.ts';
import { anyEvent, laneFrame } from './lanesFixture.ts';

describe('targets', () => {
  it('WCAG 2.5.8: are 24 px wide, inside the plot, never on each other, and hold every moment of the window', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), fc.constantFrom(1, 2), (list, scale) => {
        const moments = eventMoments(list, laneFrame);
        const targets = targetsOf(moments, laneFrame, scale);
        let free = 0;
        for (const { leftPx, widthPx } of targets) {
          expect(widthPx).toBeGreaterThanOrEqual(TARGET_PX * scale);
          expect(leftPx).toBeGreaterThanOrEqual(free);
          free = leftPx + widthPx;
          expect(free).toBeLessThanOrEqual(laneFrame.widthPx);
        }
        const here = list.filter(
          ({ startMs, precision }) =>
            momentSpan(startMs, precision, laneFrame.timeZone)[0] >= laneFrame.startMs &&
            momentSpan(startMs, precision, laneFrame.timeZone)[0] <= laneFrame.endMs,
        );
        expect(targets.flatMap((target) => target.moments)).toHaveLength(here.length);
      }),
    );
  });
});

describe('the name of an event', () => {
  const condition = (more: object) =>
    eventText(madeCareEvent('Condition', 'Pulmonary embolism', '2026', more));

  it('says of a condition that nobody confirmed how sure it is', () => {
    expect(condition({ verification: 'provisional' })).toBe('Pulmonary embolism, provisional');
    expect(condition({})).toBe('Pulmonary embolism');
  });

  it('says of what was not done only that', () => {
    const refuted = { verification: 'differential', status: 'refuted', isNotDone: true };
    expect(condition(refuted)).toBe('Pulmonary embolism, refuted');
  });
});
