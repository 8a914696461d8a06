import { fieldOf, objectField, textField } from '../smart/site/untrustedJson.ts';
import type { FhirFailure, Shortfall } from './FhirError.ts';

/** A summary reduces the outcomes of one answer to known words. The server's text may name a patient and is never kept. */
export type OutcomeSummary = {
  readonly shortfalls: readonly Shortfall[];
  /** The most severe issue gives this failure to an answer that is no page. */
  readonly failure: FhirFailure | undefined;
  /** The launch inspector lists severity and code of each issue, the most severe first. */
  readonly codes: readonly string[];
};

/** This is the meaning of one code of a vendor. */
export type OutcomeCode = {
  readonly shortfall?: Shortfall;
  readonly failure?: FhirFailure;
  /** The answer lacks nothing, whatever the severity of the issue. */
  readonly isHarmless?: true;
};

/** A vendor uses this code system in `issue.details.coding`. `codes` holds the ones that mean something here. */
export type OutcomeCodeSystem = {
  readonly system: RegExp;
  readonly codes: Readonly<Record<string, OutcomeCode>>;
};

/** These codes take results away whatever their severity. Other warnings and notes (59100, 4122) do not. */
const INCOMPLETE_CODES =
  /^(?:incomplete|throttled|too-costly|too-long|timeout|transient|exception|lock-error|no-store)$/;
const SUPPRESSED_CODES = /^(?:suppressed|security|forbidden|login)$/;
const SEVERITIES = ['fatal', 'error', 'warning', 'information', 'success'];

type Issue = {
  readonly severity: string;
  readonly code: string;
  /** The vendor's own code is a number, or '' when none was sent. */
  readonly number: string;
  readonly meaning: OutcomeCode | undefined;
};

/** A list of one comes as that one from servers that make JSON of XML. */
const list = (value: unknown, name: string): readonly unknown[] => {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : field == null ? [] : [field];
};

/** Some servers write the words of FHIR in letters of their own. */
const wordOf = (value: unknown, name: string): string => textField(value, name).trim().toLowerCase();

/** No answer has more to say. Of one that does, the inspector lists the most severe. */
const MAX_CODES = 50;

function issueOf(issue: unknown, systems: readonly OutcomeCodeSystem[]): Issue {
  const [vendorCode] = list(objectField(issue, 'details'), 'coding').flatMap((coding) => {
    const known = systems.find(({ system }) => system.test(textField(coding, 'system')));
    return known === undefined ? [] : [{ number: textField(coding, 'code'), codes: known.codes }];
  });
  const severity = wordOf(issue, 'severity');
  const code = wordOf(issue, 'code');
  const number = vendorCode !== undefined && /^\d{1,6}$/.test(vendorCode.number) ? vendorCode.number : '';
  return {
    // An unknown severity counts as an error.
    severity: SEVERITIES.includes(severity) ? severity : 'error',
    code: /^[a-z-]{1,30}$/.test(code) ? code : '',
    number,
    meaning: vendorCode?.codes[number],
  };
}

function shortfallOf({ severity, code, meaning }: Issue): Shortfall | undefined {
  if (meaning?.isHarmless) return undefined;
  if (meaning?.shortfall !== undefined) return meaning.shortfall;
  if (SUPPRESSED_CODES.test(code)) return 'suppressed';
  return INCOMPLETE_CODES.test(code) || severity === 'fatal' || severity === 'error'
    ? 'incomplete'
    : undefined;
}

/**
 * Summarizes OperationOutcomes, which come as entries of a page or as the body of an error. The most severe issue decides,
 * not the first (fixture 56). https://hl7.org/fhir/R4/operationoutcome.html
 */
export function readOutcomes(
  outcomes: readonly unknown[],
  systems: readonly OutcomeCodeSystem[],
): OutcomeSummary {
  const rank = ({ severity }: Issue): number => SEVERITIES.indexOf(severity);
  const issues = outcomes
    .flatMap((outcome) => list(outcome, 'issue').map((issue) => issueOf(issue, systems)))
    .toSorted((a, b) => rank(a) - rank(b));
  return {
    shortfalls: [...new Set(issues.flatMap((issue) => shortfallOf(issue) ?? []))],
    failure: issues[0]?.meaning?.failure,
    codes: issues
      .slice(0, MAX_CODES)
      .map(({ severity, code, number }) => `${severity} ${code} ${number}`.trim()),
  };
}
