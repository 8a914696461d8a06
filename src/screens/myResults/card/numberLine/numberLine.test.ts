import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberLine } from './numberLine.ts';

const band = (low?: number, high?: number) => ({ low, high, isFromText: false });

describe('a number line is drawn from what was sent alone', () => {
  test('now, last time and both limits stand in their order, inside of the figure', () => {
    const line = numberLine(5.8, 5.4, band(3.5, 5))!;
    expect([line.low, line.high, line.before, line.now]).toEqual(
      [line.low, line.high, line.before, line.now].toSorted((a, b) => a! - b!),
    );
  });

  test('without a range, or without a number, there is no line', () => {
    expect(numberLine(5.8, 5.4, band())).toBeUndefined();
    expect(numberLine(Number.NaN, 5.4, band(3.5, 5))).toBeUndefined();
    expect(numberLine(55, 5.4, band(0))).toBeUndefined();
  });

  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  test('every mark has a place between the ends, in the order of the numbers, whatever was sent', () => {
    fc.assert(
      fc.property(number, fc.option(number, { nil: undefined }), number, number, (now, before, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        for (const limits of [band(low, high), band(low || 1), band(undefined, high)]) {
          const line = numberLine(now, before, limits)!;
          const marks = [
            [now, line.now],
            [before, line.before],
            [limits.low, line.low],
            [limits.high, line.high],
          ].filter((mark): mark is [number, number] => mark[0] !== undefined && mark[1] !== undefined);
          const places = marks.toSorted(([one], [other]) => one - other).map(([, place]) => place);
          expect(Math.min(...places)).toBeGreaterThanOrEqual(0.059);
          expect(Math.max(...places)).toBeLessThanOrEqual(0.941);
          expect(places).toEqual(places.toSorted((one, other) => one - other));
        }
      }),
    );
  });
});
