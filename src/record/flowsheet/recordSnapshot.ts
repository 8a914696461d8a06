import type { Account } from '../../clinical/series/account.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { FhirFailure, Shortfall } from '../../fhir/FhirError.ts';
import type { WaitCause } from '../../fhir/backoff.ts';
import type { RequestNote } from '../../fhir/requestLog.ts';

/** Why a search failed, as the reading knows it. */
export type ReadFailure = FhirFailure;

/** What a search did not give although it was answered. `short`: the server counts more than it has sent. */
export type SearchNotice = Shortfall | 'short';

/** One exchange with the server, for the launch inspector. */
export type ReadRequest = RequestNote;

/** How one search of the plan stands. `refused`: the server does not know this search; `not-allowed`: 403 or no scope. */
export type SearchState = {
  /** 'vital-signs', 'laboratory', …, or 'all' for the search without category. */
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'complete' | 'failed' | 'refused' | 'not-allowed';
  readonly pages: number;
  readonly received: number;
  /** Why it failed. */
  readonly failure?: ReadFailure;
  /** Each takes the claim of completeness from the record (rule 37). */
  readonly notices?: readonly SearchNotice[];
  /** How many results the server counts; on some that is the size of a page. */
  readonly counted?: number;
};

/** `reading`: what is shown was read before. `failed`: it still is. */
type Refresh =
  | { readonly state: 'reading'; readonly received: number }
  | { readonly state: 'failed' }
  | ({ readonly state: 'done' } & RecordChanges);

/** The record at one moment. A new object after each page; the arrays inside a series are never changed afterwards. */
export type RecordSnapshot = {
  readonly version: number;
  /** In clinical order. */
  readonly series: readonly Series[];
  readonly account: Account;
  /** Why Observations were excluded, with counts. `stranger`: another patient's. */
  readonly excluded: readonly {
    readonly reason: 'stranger' | 'no-subject' | 'unreadable';
    readonly count: number;
  }[];
  /** Withdrawn results, newest first: what and when, never a value (rule 33). `text` is '' where the server took it away too. */
  readonly withdrawn?: readonly { readonly id: string; readonly text: string; readonly effective: string }[];
  /** Observations of which older versions came too, with their number. */
  readonly older?: readonly { readonly id: string; readonly count: number }[];
  /** Results that were replaced by a newer version after they had been taken, and may have been seen (rule 35). */
  readonly changed?: { readonly corrected: number; readonly withdrawn: number };
  readonly searches: readonly SearchState[];
  /** Every search has ended, well or badly. */
  readonly ended: boolean;
  /** Every search ended well and nothing is known to be left out: only now may "latest", a change or "no results" be said. */
  readonly complete: boolean;
  /** The server granted only a part of the results, so it is never complete. */
  readonly isPart?: boolean;
  /** How reading the record again on demand stands, and what it found. */
  readonly refresh?: Refresh;
  readonly readAtMs: number;
  /** The next try, when the server asked to wait or does not answer, and which of the two. */
  readonly waitUntilMs?: number | undefined;
  readonly waitCause?: WaitCause | undefined;
};

/** What a second reading of one record says that the first did not, in Observations (rule 35). */
export type RecordChanges = {
  readonly added: number;
  /** Says something else under the same id. */
  readonly corrected: number;
  readonly withdrawn: number;
  /** Not sent any more. */
  readonly gone: number;
};
