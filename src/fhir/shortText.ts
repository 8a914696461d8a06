import type { Said } from './outcome.ts';

const NOTHING: Said = { shortfalls: [], failure: undefined, codes: [] };
/** Something was said and cannot be understood: that takes the claim of completeness. */
const UNKNOWN: Said = { ...NOTHING, shortfalls: ['incomplete'] };

/** What OperationOutcomes say. Most pages bring none, so how to read them is fetched with the first. */
export async function saidOf(outcomes: readonly unknown[]): Promise<Said> {
  if (outcomes.length === 0) return NOTHING;
  const known = await import('./outcome.ts').catch(() => undefined);
  return known?.saidIn(outcomes) ?? UNKNOWN;
}
