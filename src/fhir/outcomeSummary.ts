import type { OutcomeCodeSystem, OutcomeSummary } from './outcome.ts';

const NOTHING: OutcomeSummary = { shortfalls: [], failure: undefined, codes: [] };
/** An outcome that cannot be read may say that results are missing, so the record is no longer called complete. */
const UNKNOWN: OutcomeSummary = { ...NOTHING, shortfalls: ['incomplete'] };

/** Returns a summary of the OperationOutcomes in one answer. */
export type SummarizeOutcomes = (outcomes: readonly unknown[]) => Promise<OutcomeSummary>;

/** Summarizes outcomes with the vendors' codes. Most pages bring none, so the code for them is loaded with the first. */
export const outcomeSummarizer =
  (systems: readonly OutcomeCodeSystem[]): SummarizeOutcomes =>
  async (outcomes) => {
    if (outcomes.length === 0) return NOTHING;
    const reader = await import('./outcome.ts').catch(() => undefined);
    return reader?.readOutcomes(outcomes, systems) ?? UNKNOWN;
  };
