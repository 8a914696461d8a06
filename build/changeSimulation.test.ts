import { describe, expect, test } from 'vitest';
import { PREDICTED, PREDICTED_FOUND, simulateStable, simulateTrueChanges } from './changeSimulation.ts';

/** Fewer patients than in `npm run simulate:changes`, so chance has more room. */
const ROOM = 1.15;

describe.each([
  ['who vary like the average', false, PREDICTED.average],
  ['whose variation spreads by 30 %', true, PREDICTED.spread],
] as const)('persons %s', (_, isSpread, predicted) => {
  test.each([1, 2, 3])('stable ones are mentioned at most as often as predicted (seed %i)', (seed) => {
    const { listed, rare } = simulateStable(1000, seed, isSpread);
    expect(listed).toBeLessThanOrEqual(predicted.listed * ROOM);
    expect(rare).toBeLessThanOrEqual(predicted.rare * ROOM);
    expect(listed).toBeGreaterThan(0);
  });

  test.each([1, 2, 3])('a true change of twice the limit is found (seed %i)', (seed) => {
    expect(simulateTrueChanges(5000, seed, isSpread)).toBeGreaterThanOrEqual(PREDICTED_FOUND);
  });
});
