import { WITHDRAWN_STANDING } from './ledger.ts';
import { AHEAD_CONTENT, type ObservationTable } from './observationTable.ts';
import type { RecordChanges } from './recordSnapshot.ts';

/**
 * Counts what changed from one reading of the record to the next (rule 35). An Observation without an id cannot be
 * recognized and is left out.
 */
export function changesBetween(before: ObservationTable, after: ObservationTable): RecordChanges {
  const changes = { added: 0, corrected: 0, withdrawn: 0, gone: 0 };
  after.ids.forEach((id, i) => {
    if (id === '') return;
    const known = before.numberOf(id);
    const now = after.at(i);
    if (known === undefined) {
      if (now.standing !== WITHDRAWN_STANDING) changes.added++;
    } else if (![now.content, AHEAD_CONTENT].includes(before.at(known).content)) {
      changes[now.standing === WITHDRAWN_STANDING ? 'withdrawn' : 'corrected']++;
    }
  });
  before.ids.forEach((id, i) => {
    if (id !== '' && after.numberOf(id) === undefined && before.at(i).standing !== WITHDRAWN_STANDING)
      changes.gone++;
  });
  return changes;
}
