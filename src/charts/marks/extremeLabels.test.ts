import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import {
  boxAround,
  boxesAlong,
  doBoxesOverlap,
  extremesOf,
  placeExtremes,
  straightLineBoxes,
  type ExtremeLabel,
  type LabelBox,
} from './extremeLabels.ts';

const PLOT: LabelBox = { leftPx: 0, rightPx: 600, topPx: 0, bottomPx: 300 };
const texts = ['highest 8.2, 19 Nov 2026, 14:20', 'highest 8.2', '8.2'];
const extreme = { x: 100, y: 100, isHighest: true, texts };
const boxOf = ({ text, x, y, anchor }: ExtremeLabel): LabelBox => {
  const widthPx = text.length * 5.9;
  const leftPx = x - (anchor === 'end' ? widthPx : anchor === 'middle' ? widthPx / 2 : 0);
  return { leftPx, rightPx: leftPx + widthPx, topPx: y - 10, bottomPx: y + 3 };
};

describe('the highest and the lowest result', () => {
  const lactate = madeSeries(
    [
      ['2026-11-19T20:20:00Z', '8.2'],
      ['2026-11-20T02:00:00Z', '6.1'],
      ['2026-11-24T11:00:00Z', '1.1'],
    ].map(([at = '', text = '']) => ({ at, text })),
    { id: 'lactate', name: 'Lactate' },
  );

  it('are named with their value and time', () => {
    const found = extremesOf(lactate, () => ({ x: 0, y: 0 }), 'America/Chicago');
    expect(found.map(({ texts: [whole] }) => whole)).toEqual([
      'highest 8.2, 19 Nov 2026, 14:20',
      'lowest 1.1, 24 Nov 2026, 05:00',
    ]);
  });

  it('say that they are to be checked, in each of their forms', () => {
    const doubted = madeSeries(
      [
        { at: '2026-11-19T20:20:00Z', text: '8.2', check: 'check value', checkKind: 'value' },
        { at: '2026-11-24T11:00:00Z', text: '1.1' },
      ],
      { id: 'lactate', name: 'Lactate' },
    );
    const found = extremesOf(doubted, () => ({ x: 0, y: 0 }), 'America/Chicago');
    expect(found.map((one) => one.texts)).toEqual([
      ['highest 8.2 (to check), 19 Nov 2026, 14:20', 'highest 8.2 (to check)', '8.2 (to check)'],
      ['lowest 1.1, 24 Nov 2026, 05:00', 'lowest 1.1', '1.1'],
    ]);
    const [high] = extremesOf(doubted, () => ({ x: 0, y: 0 }), 'America/Chicago', 'systolic');
    expect(high?.texts).toEqual([
      'highest systolic 8.2 (to check), 19 Nov 2026, 14:20',
      'highest systolic 8.2 (to check)',
    ]);
  });

  it('are none where all results are the same, and where there is none', () => {
    const same = madeSeries(
      [1, 2].map((day) => ({ at: `2026-11-0${day}T08:00:00Z`, text: '4' })),
      { id: 'k' },
    );
    for (const series of [same, madeSeries([], { id: 'k' })])
      expect(extremesOf(series, () => ({ x: 0, y: 0 }), 'UTC')).toEqual([]);
  });
});

describe('their words', () => {
  it('stand right of their result where there is room', () => {
    expect(placeExtremes([extreme], [], PLOT, 1)).toMatchObject([{ text: texts[0], x: 112 }]);
  });

  it('stand left of it at the end of the plot', () => {
    const [label] = placeExtremes([{ ...extreme, x: 590 }], [], PLOT, 1);
    expect(label).toMatchObject({ x: 578, anchor: 'end' });
  });

  it('lose the time, and then all but the value, before they would be printed over anything', () => {
    const walls = [
      { leftPx: 190, rightPx: 600, topPx: 0, bottomPx: 300 },
      { leftPx: 0, rightPx: 90, topPx: 0, bottomPx: 300 },
    ];
    expect(placeExtremes([extreme], walls, PLOT, 1)[0]?.text).toBe('highest 8.2');
    const close = [...walls, { leftPx: 130, rightPx: 190, topPx: 0, bottomPx: 300 }];
    expect(placeExtremes([extreme], close, PLOT, 1)[0]?.text).toBe('8.2');
    expect(placeExtremes([extreme], [PLOT], PLOT, 1)).toEqual([]);
  });

  it('stand over their result, and not over another one, where they have no room beside it', () => {
    const line = boxesAlong({ x: 0, y: 100 }, { x: 600, y: 100 });
    const wall = { leftPx: 250, rightPx: 260, topPx: 0, bottomPx: 300 };
    const [label] = placeExtremes([{ ...extreme, x: 150 }], [...line, wall], PLOT, 1);
    expect(label).toMatchObject({ text: texts[0], x: 150, anchor: 'middle' });
  });

  it('are struck through by no edge of a range, and still stand whole beside their result', () => {
    const lines = straightLineBoxes('M0 100H300M0 112.5H600M90 0V300');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toEqual({ leftPx: 89, rightPx: 91, topPx: -1, bottomPx: 301 });
    expect(straightLineBoxes('M10 20H30V40H10Z')).toEqual([
      { leftPx: 9, rightPx: 31, topPx: 19, bottomPx: 21 },
      { leftPx: 29, rightPx: 31, topPx: 19, bottomPx: 41 },
      { leftPx: 9, rightPx: 31, topPx: 39, bottomPx: 41 },
      { leftPx: 9, rightPx: 11, topPx: 19, bottomPx: 41 },
    ]);
    const [label] = placeExtremes([extreme], lines, PLOT, 1);
    expect(label?.text).toBe(texts[0]);
    expect(lines.some((line) => doBoxesOverlap(line, boxOf(label!)))).toBe(false);
    expect(Math.abs(label!.y - extreme.y)).toBeLessThan(30);
  });

  it('never lie on a point, on the line, on each other or outside the plot', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 25 }), (points) => {
        const inOrder = points.toSorted((a, b) => a.x - b.x);
        const obstacles = [
          ...inOrder.map(({ x, y }) => boxAround(x, y, 4)),
          ...inOrder.slice(1).flatMap((to, i) => boxesAlong(inOrder[i]!, to)),
        ];
        const [first, second] = inOrder;
        const labels = placeExtremes(
          [
            { ...first!, isHighest: true, texts },
            { ...second!, isHighest: false, texts: ['lowest 1.1', '1.1'] },
          ],
          obstacles,
          PLOT,
          1,
        );
        const boxes = labels.map(boxOf);
        for (const box of boxes) {
          expect(obstacles.some((one) => doBoxesOverlap(one, box))).toBe(false);
          expect(box.leftPx >= 0 && box.rightPx <= 600.01 && box.topPx >= 0 && box.bottomPx <= 300.01).toBe(
            true,
          );
        }
        const pairs = boxes.slice(1).map((box) => doBoxesOverlap(boxes[0]!, box));
        expect(pairs).not.toContain(true);
      }),
      { numRuns: 100 },
    );
  });
});
