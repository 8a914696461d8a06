import type { OutcomeSummary } from './outcome.ts';

const NOTHING: OutcomeSummary = { shortfalls: [], failure: undefined, codes: [] };
/** Something was said and cannot be understood: that takes the claim of completeness. */
const UNKNOWN: OutcomeSummary = { ...NOTHING, shortfalls: ['incomplete'] };

/** What OperationOutcomes say. Most pages bring none, so how to read them is fetched with the first. */
export async function summarizeOutcomes(outcomes: readonly unknown[]): Promise<OutcomeSummary> {
  if (outcomes.length === 0) return NOTHING;
  const known = await import('./outcome.ts').catch(() => undefined);
  return known?.readOutcomes(outcomes) ?? UNKNOWN;
}
