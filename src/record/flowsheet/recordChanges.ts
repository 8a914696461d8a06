/** This file compares one reading of the record with the one before. It is loaded when the record is read again. */
import { WITHDRAWN_STANDING } from './ledger.ts';
import { AHEAD_CONTENT, type KnownObservation, type ObservationTable } from './observationTable.ts';
import { recordCompleteness } from '../search/searchStates.ts';
import type { RecordPass } from './recordPass.ts';
import type { RecordChanges, RecordSnapshot } from './recordSnapshot.ts';

/** Drawn and listed results stand before the withdrawn and the excluded ones, of which nothing is shown. */
const isShown = ({ standing }: KnownObservation): boolean => standing < WITHDRAWN_STANDING;

/**
 * Counts what changed for a reader from one reading of the record to the next (rule 35). A result that is now another patient's, or of
 * which the server no longer says whose it is, is gone. An Observation without an id cannot be recognized and is left out.
 */
export function changesBetween(before: ObservationTable, after: ObservationTable): RecordChanges {
  const changes = { added: 0, corrected: 0, withdrawn: 0, gone: 0 };
  const count = (id: string, now: KnownObservation | undefined): void => {
    const known = before.numberOf(id);
    const held = known === undefined ? undefined : before.at(known);
    if (held === undefined || !isShown(held)) changes.added += now !== undefined && isShown(now) ? 1 : 0;
    else if (now === undefined || !isShown(now))
      changes[now?.standing === WITHDRAWN_STANDING ? 'withdrawn' : 'gone']++;
    else if (held.content !== now.content && held.content !== AHEAD_CONTENT) changes.corrected++;
  };
  after.ids.forEach((id, i) => {
    if (id !== '') count(id, after.at(i));
  });
  for (const id of before.ids) if (id !== '' && after.numberOf(id) === undefined) count(id, undefined);
  return changes;
}

/**
 * Returns whether a repeated reading may take the place of the one before: no result in it is older, and it is complete, or it lacks no
 * search that was read to its end before, nor a page of another one. Results that could not be read again would else be called gone.
 */
export const isAsGood = (before: RecordPass, after: RecordPass): boolean =>
  !isBehind(before.observations, after.observations) && isAsWhole(before.snapshot(), after.snapshot());

/** The searches decide: a record can be incomplete because of what was granted or sent, and is no worse for that than the one before. */
function isAsWhole(before: RecordSnapshot, after: RecordSnapshot): boolean {
  const [wasWhole, isWhole] = [before, after].map(({ searches }) => recordCompleteness(searches).complete);
  if (isWhole || wasWhole) return isWhole === true;
  const isRead = (name: string): boolean =>
    after.searches.some((one) => one.name === name && one.state === 'complete');
  return (
    before.searches.every(({ name, state }) => state !== 'complete' || isRead(name)) &&
    after.account.received >= before.account.received
  );
}

/**
 * Returns whether a repeated reading has an older version of a result than the one before: a copy of the server that lags behind answered.
 * What was corrected or withdrawn would else stand again as it was, and be told as a correction.
 */
const isBehind = (before: ObservationTable, after: ObservationTable): boolean =>
  after.ids.some((id, i) => {
    const known = id === '' ? undefined : before.numberOf(id);
    if (known === undefined) return false;
    const [held, now] = [before.at(known).version, after.at(i).version];
    return held.isNumbered === now.isNumbered && now.order < held.order;
  });
