import type { Site, LaunchKind } from '../site/site.ts';

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
export type ErrorFacts = Readonly<Record<string, string>>;

/** Where an error happened, as far as it is known then; it decides what a person can do next. */
export type ErrorContext = {
  readonly site?: Site | undefined;
  /** Set once the browser came back from the sign-in page: that launch is spent and cannot simply be tried again. */
  readonly kind?: LaunchKind | undefined;
  readonly iss?: string | undefined;
  readonly facts?: ErrorFacts;
  /** When a session ended, where that is known. */
  readonly endedAtMs?: number | undefined;
};

/** Ends a launch or a session. `facts` wait behind "Details"; the correlation id ties a report to a moment. */
export class LaunchError extends Error {
  override name = 'LaunchError' as const;
  readonly code: ErrorCode;
  readonly site: Site | undefined;
  readonly kind: LaunchKind | undefined;
  readonly iss: string | undefined;
  readonly facts: ErrorFacts;
  readonly atMs: number;
  readonly correlationId: string;
  readonly endedAtMs: number | undefined;

  constructor(code: ErrorCode, { site, kind, iss, facts = {}, endedAtMs }: ErrorContext = {}) {
    super(code);
    this.code = code;
    this.site = site;
    this.kind = kind;
    this.iss = iss;
    this.facts = facts;
    this.endedAtMs = endedAtMs;
    this.atMs = Date.now();
    this.correlationId = correlationId();
  }
}

function correlationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** By name and not by class: `boot` and the app are built apart, each with a LaunchError of its own. */
export const isLaunchError = (error: unknown): error is LaunchError =>
  error instanceof Error && error.name === 'LaunchError';
