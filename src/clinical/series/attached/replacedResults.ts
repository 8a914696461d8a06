/** Keeps which results of a record others replace, whichever came first. */
import type { RowColumns } from '../rowColumns.ts';

type Claim = { readonly id: string; readonly replaces?: readonly string[] };

/** A result is replaced a few times at most. A longer chain is read in parts. */
const MAX_STEPS = 50;

/** Returns an empty table for one record. Observations are named by their number. */
export function createReplacedResults() {
  const claims = new Map<number, Claim & { readonly isWithdrawn: boolean }>();
  let known: ReadonlySet<string> | undefined;

  /** Returns all that an Observation replaces, and what that had replaced before. */
  function allOf({ replaces }: Claim, byId: ReadonlyMap<string, Claim>): ReadonlySet<string> {
    const all = new Set(replaces);
    // A set that grows is read to its new end.
    for (const one of all) {
      if (all.size > MAX_STEPS) break;
      for (const next of byId.get(one)?.replaces ?? []) all.add(next);
    }
    return all;
  }

  /** Returns the ids of the results that another one replaces which stands. In a circle nothing says which is the newest, so all stand. */
  function ids(): ReadonlySet<string> {
    if (known !== undefined) return known;
    const byId = new Map(Array.from(claims.values(), (claim) => [claim.id, claim]));
    const replaced = new Set<string>();
    for (const claim of claims.values()) {
      const all = claim.isWithdrawn ? new Set<string>() : allOf(claim, byId);
      if (!all.has(claim.id)) for (const one of all) replaced.add(one);
    }
    return (known = replaced);
  }

  return {
    ids,
    add(observation: number, claim: Claim | undefined, isWithdrawn = false): void {
      if (!claim?.replaces?.length) return;
      claims.set(observation, { ...claim, isWithdrawn });
      known = undefined;
    },
    remove(observation: number): void {
      if (claims.delete(observation)) known = undefined;
    },
    /** Returns a text that changes when other rows of these columns are replaced. `names` are the ids of the record. */
    versionOf(columns: RowColumns | undefined, names: readonly string[]): string {
      const all = ids();
      return all.size === 0 ? '' : String(columns?.observations.filter((one) => all.has(names[one]!)));
    },
  };
}
