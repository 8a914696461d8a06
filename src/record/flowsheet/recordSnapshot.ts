import type { Account } from '../../clinical/series/account.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { FhirFailure, Shortfall } from '../../fhir/FhirError.ts';
import type { WaitCause } from '../../fhir/waitUntil.ts';
import type { RequestNote } from '../../fhir/requestLog.ts';
import type { Silence } from '../../fhir/serverSilence.ts';

/** A search fails for one of these reasons. */
export type ReadFailure = FhirFailure;

/** A search can lack results although it was answered. `short`: the server counts more matches than it sent. */
export type SearchNotice = Shortfall | 'short';

/** The launch inspector lists these exchanges with the server. */
export type ReadRequest = RequestNote;

/** Each search of the plan has a state. `refused`: the server does not know it. `not-allowed`: status 403. */
export type SearchState = {
  /**
   * The name is 'vital-signs', 'laboratory' and so on, 'all' for the search without category, or 'other 1' for what a scope
   * grants by another query than a category.
   */
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'complete' | 'failed' | 'refused' | 'not-allowed';
  readonly pages: number;
  readonly received: number;
  /** The failure is undefined unless the search failed. */
  readonly failure?: ReadFailure;
  /** The server may not offer it: a refusal is no gap, and the account says so (decision 38). */
  readonly isOptional?: true;
  /** With one of these the record is not complete (rule 37). */
  readonly notices?: readonly SearchNotice[];
  /** This is `Bundle.total`, which on some servers is the size of a page. */
  readonly counted?: number;
};

/**
 * While a repeated reading is `reading` and after it `failed`, the record of the reading before is shown. It is `partly` done where the server
 * answered from an older copy: what was newer there was taken into the record of the reading before.
 */
export type Refresh =
  | { readonly state: 'reading'; readonly received: number }
  | { readonly state: 'failed' }
  | ({ readonly state: 'done' } & RecordChanges)
  | ({ readonly state: 'partly' } & RecordChanges & StayingResults);

/**
 * A snapshot is the record at one moment. Each page gives a new one, and the arrays of its series do not change afterwards.
 */
export type RecordSnapshot = {
  /** The version counts the pages that were taken. */
  readonly version: number;
  /** The series stand in clinical order. */
  readonly series: readonly Series[];
  readonly account: Account;
  /** Excluded Observations are counted by reason. `other-patient`: they are another patient's. */
  readonly excluded: readonly {
    readonly reason: 'other-patient' | 'no-subject' | 'unreadable';
    readonly count: number;
  }[];
  /** Withdrawn results stand newest first, without their values (rule 33). `text` is '' when the server removed it too. */
  readonly withdrawn?: readonly { readonly id: string; readonly text: string; readonly effective: string }[];
  /** These Observations came in older versions too, and this many. */
  readonly older?: readonly { readonly id: string; readonly count: number }[];
  /** A newer version replaced this many results after they may have been seen (rule 35). */
  readonly changed?: { readonly corrected: number; readonly withdrawn: number };
  readonly searches: readonly SearchState[];
  /**
   * The first pages of the searches for vital signs and for the laboratory name these analytes by code, each so often. It is undefined until all of these searches have
   * been answered, and where nobody waits for it.
   */
  readonly namedAnalytes?: ReadonlyMap<string, number> | undefined;
  /** Every search has ended, whatever came of it. */
  readonly ended: boolean;
  /**
   * Every search succeeded and nothing is known to be missing. Only then may "latest", a change or "no results" be said
   * (rule 37).
   */
  readonly complete: boolean;
  /** The server granted only a part of the results, so the record is never complete. */
  readonly isPart?: boolean;
  /** The scopes limit the record to the categories that were searched, all that was asked for or a part of it. */
  readonly isGranular?: boolean;
  /** A repeated reading says how far it is and what it found. */
  readonly refresh?: Refresh;
  /** The oldest page came at this time, in epoch ms: what was filed after it may be missing (rule 40). */
  readonly readAtMs: number;
  /** The reader tries again at this time, in epoch ms; undefined while it does not wait. */
  readonly waitUntilMs?: number | undefined;
  /** The reader waits for this reason. */
  readonly waitCause?: WaitCause | undefined;
  /** The server gave this HTTP status in the answer after which the reader waits. */
  readonly waitStatus?: number | undefined;
  /** The server has not answered a request for some time: of the results, of the Patient or of the events. */
  readonly silence?: Silence | undefined;
};

/** How the reading waits is known before its first page. */
export type ReadingWait = Pick<RecordSnapshot, 'waitUntilMs' | 'waitCause' | 'waitStatus' | 'silence'>;

/** These counts of Observations tell how one reading of the record differs from the one before (rule 35). */
export type RecordChanges = {
  readonly added: number;
  /** Their content has changed under the same id. */
  readonly corrected: number;
  /** These others were corrected by an earlier repeated reading, and are still shown. It is absent where there are none. */
  readonly correctedBefore?: number;
  readonly withdrawn: number;
  /** The server no longer sends them. */
  readonly gone: number;
};

/** These counts of Observations stay as they were before, because the server answered from an older copy. */
export type StayingResults = {
  /** They came in an older version with other content. */
  readonly older: number;
  /** They did not come again. */
  readonly missing: number;
};
