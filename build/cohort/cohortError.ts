/**
 * Says why no population was imported and what to do. Its text names no person: it is shown, and perhaps sent on. `canResume`
 * tells that what arrived so far is kept, and that the same command goes on from there.
 */
export class CohortError extends Error {
  override name = 'CohortError' as const;
  readonly canResume: boolean;

  constructor(message: string, { canResume = false, cause }: { canResume?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.canResume = canResume;
  }
}
