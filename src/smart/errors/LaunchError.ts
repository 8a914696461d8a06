import type { Site, LaunchKind } from '../site/site.ts';

/** Launches and sessions fail in these ways. `errorText.ts` holds the words for each. */
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
  | 'E17'
  | 'E21';

/** An integrator needs these facts, one line each. No token, query, identifier or name may be in them. */
export type ErrorFacts = Readonly<Record<string, string>>;

/** The circumstances of an error decide what a person can do next. They are given as far as they are known. */
export type ErrorContext = {
  readonly site?: Site | undefined;
  /** It is set once the browser came back from the sign-in page. That launch is used up and cannot be tried again. */
  readonly kind?: LaunchKind | undefined;
  readonly iss?: string | undefined;
  readonly facts?: ErrorFacts;
  /** The session ended at this time, in epoch ms, if that is known. */
  readonly endedAtMs?: number | undefined;
};

/**
 * A LaunchError ends a launch or a session. "Details" shows its `facts`; its correlation id ties a report to one moment.
 */
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
    // It is no secret, and a page without HTTPS has no randomUUID().
    this.correlationId = Math.random().toString(16).slice(2, 10);
  }
}

/**
 * Returns whether an error is a LaunchError. The name decides, because `boot` and the app are built apart, each with its own
 * class.
 */
export const isLaunchError = (error: unknown): error is LaunchError =>
  error instanceof Error && error.name === 'LaunchError';
