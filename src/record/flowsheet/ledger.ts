import { emptyAccount, type Account } from '../../clinical/series/account.ts';
import { createColumns, type Columns } from '../../clinical/series/columns.ts';
import type { ExcludedReason, ObservationReading } from '../../clinical/observation/observation.ts';
import type { RowTable } from '../../clinical/series/packedRows.ts';
import { compareText } from '../../clinical/series/rowOrder.ts';
import type { Withdrawn } from '../../clinical/observation/withdrawn.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

/** An Observation stands in one of these places of the account. Tables hold the index in this list. */
const STANDINGS = ['drawn', 'listed', 'withdrawn', 'other-patient', 'no-subject', 'unreadable'] as const;

/** This is the standing of a withdrawn Observation. */
export const WITHDRAWN_STANDING = STANDINGS.indexOf('withdrawn');

/** A ledger changes the account of a record and the columns of its series together. */
export type Ledger = {
  /** Enters an Observation that is new. */
  readonly receive: (observation: number, reading: ObservationReading) => void;
  /** Counts a further version of a known Observation as a duplicate. */
  readonly duplicate: () => void;
  /** Replaces the reading of an Observation. `before` is its standing until now, and `after` its new reading. */
  readonly exchange: (
    observation: number,
    change: { readonly before: number; readonly after: ObservationReading },
  ) => void;
  /** Lists what lies before birth, and marks what is dated after the death of the patient. */
  readonly setLimits: Columns['setLimits'];
  /** Returns the series and counts as they are now. */
  readonly state: () => Pick<RecordSnapshot, 'series' | 'account' | 'excluded' | 'withdrawn'>;
};

/** Creates an empty account with empty columns. */
export function createLedger(table: RowTable): Ledger {
  const columns = createColumns(table);
  const counts: { -readonly [K in keyof Account]: number } = { ...emptyAccount };
  const excluded = new Map<ExcludedReason, number>();
  const withdrawn = new Map<number, Withdrawn>();

  const count = (standing: number, by: 1 | -1): void => {
    const name = STANDINGS[standing];
    if (name === 'drawn' || name === 'listed' || name === 'withdrawn') {
      counts[name] += by;
    } else if (name !== undefined) {
      counts.excluded += by;
      excluded.set(name, (excluded.get(name) ?? 0) + by);
    }
  };
  const enter = (observation: number, reading: ObservationReading): void => {
    count(accountStandingOf(reading), 1);
    if (reading.outcome === 'read') columns.add(reading.rows, observation, reading.told);
    if (reading.outcome === 'withdrawn') {
      columns.addGap(reading, observation);
      withdrawn.set(observation, reading);
    }
  };

  /** The series have to be built before, because the rows are judged then. */
  const accountNow = (): Account => {
    const refused = columns.countRefused();
    return { ...counts, drawn: counts.drawn - refused, listed: counts.listed + refused };
  };

  return {
    receive(observation, reading) {
      counts.received++;
      enter(observation, reading);
    },
    duplicate() {
      counts.received++;
      counts.duplicate++;
    },
    exchange(observation, { before, after }) {
      count(before, -1);
      columns.remove(observation);
      withdrawn.delete(observation);
      enter(observation, after);
    },
    setLimits: columns.setLimits,
    state: () => ({
      withdrawn: [...withdrawn.values()]
        .map(({ id, text, effective }) => ({ id, text, effective }))
        .toSorted(
          (a, b) =>
            compareText(b.effective, a.effective) || compareText(a.id, b.id) || compareText(a.text, b.text),
        ),
      series: columns.series(),
      account: accountNow(),
      excluded: [...excluded]
        .filter(([, size]) => size > 0)
        .map(([reason, size]) => ({ reason, count: size }))
        .toSorted((a, b) => a.reason.localeCompare(b.reason)),
    }),
  };
}

/** Returns where a reading stands, as an index of the standings. An Observation is drawn if one of its components is. */
export function accountStandingOf(reading: ObservationReading): number {
  if (reading.outcome === 'read') return reading.rows.some(({ kind }) => kind.drawing !== 'listed') ? 0 : 1;
  const name = reading.outcome === 'excluded' ? reading.reason : reading.outcome;
  return STANDINGS.indexOf(name);
}
