/** The failures of launch and session, numbered as in the error table. The words for each are in `errorWords.ts`. */
export type ErrorCode =
  | 'E01'
  | 'E02'
  | 'E03'
  | 'E04'
  | 'E05'
  | 'E06'
  | 'E07'
  | 'E08'
  | 'E09'
  | 'E10'
  | 'E11'
  | 'E12'
  | 'E13'
  | 'E14'
  | 'E15'
  | 'E17';

/** What an integrator needs to mend it, one line each. Never a token, a query, an identifier or a name. */
export type Facts = Readonly<Record<string, string>>;

/** Ends a launch or a session. `facts` wait behind "Details"; the correlation id ties a report to a moment. */
export class LaunchError extends Error {
  override name = 'LaunchError' as const;
  readonly code: ErrorCode;
  readonly label: string;
  readonly facts: Facts;
  readonly atMs: number;
  readonly correlationId: string;
  /** When a session ended, where that is known. */
  readonly endedAtMs: number | undefined;

  constructor(code: ErrorCode, label = 'the health system', facts: Facts = {}, endedAtMs?: number) {
    super(code);
    this.code = code;
    this.label = label;
    this.facts = facts;
    this.endedAtMs = endedAtMs;
    this.atMs = Date.now();
    this.correlationId = crypto.randomUUID().slice(0, 8);
  }
}

/** By name and not by class: `boot` and the app are built apart, each with a LaunchError of its own. */
export const isLaunchError = (error: unknown): error is LaunchError =>
  error instanceof Error && error.name === 'LaunchError';
