import { fieldOf, objectField, textField } from '../smart/site/untrustedJson.ts';
import type { FhirFailure, Shortfall } from './FhirError.ts';
/** What a server said, reduced to what is known: its text may name a patient, and is never kept. */
export type OutcomeSummary = {
  readonly shortfalls: readonly Shortfall[];
  /** What the most severe issue makes of an answer that is no page. */
  readonly failure: FhirFailure | undefined;
  /** Severity and code of each issue, the most severe first, for the launch inspector. */
  readonly codes: readonly string[];
};

type Known = { readonly shortfall?: Shortfall; readonly failure?: FhirFailure };

/** Epic's own numbers. 4101 (nothing found) takes nothing away. */
const KNOWN: Readonly<Record<string, Known>> = {
  4101: {},
  4113: { failure: 'gone' },
  4119: { shortfall: 'partial' },
  4130: { shortfall: 'protected', failure: 'not-allowed' },
  4131: { shortfall: 'protected', failure: 'not-allowed' },
  4134: { shortfall: 'protected' },
  59108: { failure: 'refused' },
  59111: { failure: 'refused' },
  59204: { shortfall: 'outside' },
};
const EPIC = /^urn:oid:1\.2\.840\.114350\..*657369$/;

/** Codes that take results away whatever their severity; other warnings and notes (59100, 4122) do not. */
const TAKES =
  /^(?:incomplete|throttled|too-costly|too-long|timeout|transient|exception|lock-error|no-store)$/;
const WITHHOLDS = /^(?:suppressed|security|forbidden|login)$/;
const SEVERITIES = ['fatal', 'error', 'warning', 'information', 'success'];

type Issue = { readonly severity: string; readonly code: string; readonly number: string };

const list = (value: unknown, name: string): readonly unknown[] => {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : [];
};

function issueOf(issue: unknown): Issue {
  const ours = list(objectField(issue, 'details'), 'coding').find((one) =>
    EPIC.test(textField(one, 'system')),
  );
  const [severity, code, number] = [
    textField(issue, 'severity'),
    textField(issue, 'code'),
    textField(ours, 'code'),
  ];
  return {
    // What cannot be known is taken for an error.
    severity: SEVERITIES.includes(severity) ? severity : 'error',
    code: /^[a-z-]{1,30}$/.test(code) ? code : '',
    number: /^\d{1,6}$/.test(number) ? number : '',
  };
}

function shortfallOf({ severity, code, number }: Issue): Shortfall | undefined {
  const known = KNOWN[number];
  if (known?.shortfall ?? number === '4101') return known?.shortfall;
  if (WITHHOLDS.test(code)) return 'suppressed';
  return TAKES.test(code) || severity === 'fatal' || severity === 'error' ? 'incomplete' : undefined;
}

/** Reads OperationOutcomes, from entries of a page or the body of an error. Most severe issue first (fixture 56). */
export function readOutcomes(outcomes: readonly unknown[]): OutcomeSummary {
  const rank = ({ severity }: Issue): number => SEVERITIES.indexOf(severity);
  const issues = outcomes
    .flatMap((outcome) => list(outcome, 'issue').map(issueOf))
    .toSorted((a, b) => rank(a) - rank(b));
  return {
    shortfalls: [...new Set(issues.flatMap((issue) => shortfallOf(issue) ?? []))],
    failure: KNOWN[issues[0]?.number ?? '']?.failure,
    codes: issues.map(({ severity, code, number }) => `${severity} ${code} ${number}`.trim()),
  };
}
