import { emptyAccount, type Account } from '../clinical/account.ts';
import { createColumns } from '../clinical/columns.ts';
import type { ExcludedReason, Reading } from '../clinical/observation.ts';
import type { RecordSnapshot } from './snapshot.ts';

/** The account of a record and its columns, always changed together. */
export type Ledger = {
  /** An Observation that was not known before. */
  readonly receive: (reading: Reading) => void;
  /** One more version of a known Observation: one of the two is a duplicate. */
  readonly duplicate: () => void;
  /** Puts a reading in the place of another. */
  readonly exchange: (before: Reading, after: Reading) => void;
  readonly state: () => Pick<RecordSnapshot, 'series' | 'account' | 'excluded'>;
};

/** An empty account with empty columns. */
export function createLedger(): Ledger {
  const columns = createColumns();
  const counts: { -readonly [K in keyof Account]: number } = { ...emptyAccount };
  const excluded = new Map<ExcludedReason, number>();

  const enter = (reading: Reading, by: 1 | -1): void => {
    counts[standingOf(reading)] += by;
    if (reading.outcome === 'excluded')
      excluded.set(reading.reason, (excluded.get(reading.reason) ?? 0) + by);
    if (reading.outcome === 'read') columns.enter(reading.rows, by);
  };

  return {
    receive(reading) {
      counts.received++;
      enter(reading, 1);
    },
    duplicate() {
      counts.received++;
      counts.duplicate++;
    },
    exchange(before, after) {
      enter(before, -1);
      enter(after, 1);
    },
    state: () => ({
      series: columns.series(),
      account: { ...counts },
      excluded: [...excluded]
        .filter(([, count]) => count > 0)
        .map(([reason, count]) => ({ reason, count }))
        .toSorted((a, b) => a.reason.localeCompare(b.reason)),
    }),
  };
}

/** An Observation with components is drawn if one of them is. */
function standingOf(reading: Reading): 'drawn' | 'listed' | 'withdrawn' | 'excluded' {
  if (reading.outcome !== 'read') return reading.outcome;
  return reading.rows.some(({ kind }) => kind.drawing !== 'listed') ? 'drawn' : 'listed';
}
