/**
 * Returns a linear congruential generator (with the constants of Numerical Recipes): equal seeds give equal
 * numbers on every machine.
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Returns a number from a cheap bell curve around 0, between -1.5 and 1.5. */
export function bellCurve(random: () => number): number {
  return random() + random() + random() - 1.5;
}
