import type { Account } from '../../clinical/series/account.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { FhirFailure, Shortfall } from '../../fhir/FhirError.ts';
import type { WaitCause } from '../../fhir/backoff.ts';
import type { RequestNote } from '../../fhir/requestLog.ts';

/** Why a search failed. */
export type ReadFailure = FhirFailure;

/** Results that a search lacks although it was answered. `short`: the server counts more matches than it sent. */
export type SearchNotice = Shortfall | 'short';

/** One exchange with the server, for the launch inspector. */
export type ReadRequest = RequestNote;

/** The state of one search of the plan. `refused`: the server does not know it. `not-allowed`: status 403. */
export type SearchState = {
  /** 'vital-signs', 'laboratory', …, or 'all' for the search without category. */
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'complete' | 'failed' | 'refused' | 'not-allowed';
  readonly pages: number;
  readonly received: number;
  /** Why it failed; undefined unless it did. */
  readonly failure?: ReadFailure;
  /** With one of these the record is not complete (rule 37). */
  readonly notices?: readonly SearchNotice[];
  /** `Bundle.total`. On some servers that is the size of a page. */
  readonly counted?: number;
};

/** A repeated reading. While it is `reading` and after it `failed`, the record of the reading before is shown. */
type Refresh =
  | { readonly state: 'reading'; readonly received: number }
  | { readonly state: 'failed' }
  | ({ readonly state: 'done' } & RecordChanges);

/** The record at one moment. Each page gives a new object, and the arrays of its series do not change afterwards. */
export type RecordSnapshot = {
  /** Counts the pages taken. */
  readonly version: number;
  /** In clinical order. */
  readonly series: readonly Series[];
  readonly account: Account;
  /** How many Observations were excluded, by reason. `stranger`: another patient's. */
  readonly excluded: readonly {
    readonly reason: 'stranger' | 'no-subject' | 'unreadable';
    readonly count: number;
  }[];
  /** Withdrawn results, the newest first, without their values (rule 33). `text` is '' when the server removed it too. */
  readonly withdrawn?: readonly { readonly id: string; readonly text: string; readonly effective: string }[];
  /** Observations that came in older versions too, and in how many. */
  readonly older?: readonly { readonly id: string; readonly count: number }[];
  /** Results that a newer version replaced after they may have been seen (rule 35). */
  readonly changed?: { readonly corrected: number; readonly withdrawn: number };
  readonly searches: readonly SearchState[];
  /** Every search has ended, whatever came of it. */
  readonly ended: boolean;
  /**
   * Every search succeeded and nothing is known to be missing. Only then may "latest", a change or "no results" be said
   * (rule 37).
   */
  readonly complete: boolean;
  /** The server granted only a part of the results, so the record is never complete. */
  readonly isPart?: boolean;
  /** The state of a repeated reading, and what it found. */
  readonly refresh?: Refresh;
  /** When the newest page came, in epoch ms. */
  readonly readAtMs: number;
  /** When the reader tries again, in epoch ms; undefined while it does not wait. */
  readonly waitUntilMs?: number | undefined;
  /** Why the reader waits. */
  readonly waitCause?: WaitCause | undefined;
};

/** How many Observations changed from one reading of the record to the next (rule 35). */
export type RecordChanges = {
  readonly added: number;
  /** Their content changed under the same id. */
  readonly corrected: number;
  readonly withdrawn: number;
  /** The server no longer sends them. */
  readonly gone: number;
};
