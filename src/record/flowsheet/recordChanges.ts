/** This file compares one reading of the record with the one before. It is loaded when the record is read again. */
import { elementOf, resourceId } from '../../clinical/fhirElements/fhirElement.ts';
import { recordCompleteness } from '../search/searchStates.ts';
import { isOlderThanBefore, mayBeCountedAnew } from './laterReading.ts';
import { WITHDRAWN_STANDING } from './ledger.ts';
import { AHEAD_CONTENT, type KnownObservation, type ObservationTable } from './observationTable.ts';
import type { RecordPass } from './recordPass.ts';
import type { RecordChanges, RecordSnapshot, Refresh, StayingResults } from './recordSnapshot.ts';

/** A comparison follows a repeated reading, and says at its end what becomes of it. */
export type RecordComparison = {
  /** Notes the Observations of a page that are not as they were before. `now` holds the repeated reading. */
  readonly note: (resources: readonly unknown[], now: ObservationTable) => void;
  /** Returns what the repeated reading has changed. From an older copy of the server only what is newer goes into the record. */
  readonly settle: (after: RecordPass) => Refresh;
};

/** The ids of results that were corrected since the view was opened, by the reading that is shown. */
const correctedSinceOpened = new WeakMap<RecordPass, ReadonlySet<string>>();

/** Begins to compare a repeated reading with the reading `before`, which is shown meanwhile. */
export function compareWith(before: RecordPass): RecordComparison {
  const news: unknown[] = [];
  /** Returns what has changed, and remembers for `shown`, which is shown from now on, what was corrected until now. */
  const remembered = ({ correctedIds, ...changes }: Changes, shown: RecordPass) => {
    const earlier = [...(correctedSinceOpened.get(before) ?? [])].filter(
      (id) => !correctedIds.has(id) && isShownIn(shown.observations, id),
    );
    correctedSinceOpened.set(shown, new Set([...earlier, ...correctedIds]));
    return { ...changes, ...(earlier.length > 0 && { correctedBefore: earlier.length }) };
  };
  return {
    note(resources, now) {
      for (const resource of resources) if (!isKnown(resource, before.observations, now)) news.push(resource);
    },
    settle(after) {
      if (!isAsWhole(before.snapshot(), after.snapshot())) return { state: 'failed' };
      const { older, missing, gone, ...changes } = changesBetween(before.observations, after.observations);
      const withReplaced = replacementsSince(before);
      const told = (shown: RecordPass) => remembered(withReplaced(changes, shown), shown);
      if (!isBehind(before.observations, after.observations))
        return { state: 'done', ...told(after), gone: gone + missing };
      before.take(news, standingIn(after.observations, before.observations));
      recountVersions(before.observations, after.observations);
      return { state: 'partly', ...told(before), gone, older, missing };
    },
  };
}

/** Returns whether an Observation says what the reading before said under its id. */
function isKnown(resource: unknown, before: ObservationTable, now: ObservationTable): boolean {
  const id = resourceId(elementOf(resource));
  const [known, next] = [before.numberOf(id), now.numberOf(id)];
  return known !== undefined && next !== undefined && before.at(known).content === now.at(next).content;
}

/** Drawn and listed results stand before the withdrawn and the excluded ones, of which nothing is shown. */
const isShown = ({ standing }: KnownObservation): boolean => standing < WITHDRAWN_STANDING;

const isShownIn = (table: ObservationTable, id: string): boolean => {
  const known = knownAt(table, id);
  return known !== undefined && isShown(known);
};

type Changes = Pick<RecordChanges, 'added' | 'corrected' | 'withdrawn'> & {
  readonly correctedIds: ReadonlySet<string>;
};

/**
 * Counts what changed for a reader from one reading of the record to the next (rule 35). A result that is now another patient's, or of
 * which the server no longer says whose it is, is gone. An Observation without an id cannot be recognized and is left out.
 */
function changesBetween(
  before: ObservationTable,
  after: ObservationTable,
): Changes & Pick<RecordChanges, 'gone'> & StayingResults {
  const changes = { added: 0, withdrawn: 0, gone: 0, older: 0, missing: 0 };
  const correctedIds = new Set<string>();
  const count = (id: string, held: KnownObservation | undefined, now: KnownObservation): void => {
    const isOther = held?.content !== now.content;
    if (held !== undefined && isOlderThanBefore(now.version, held.version)) changes.older += isOther ? 1 : 0;
    else if (held === undefined || !isShown(held)) changes.added += isShown(now) ? 1 : 0;
    else if (!isShown(now)) changes[now.standing === WITHDRAWN_STANDING ? 'withdrawn' : 'gone']++;
    else if (isOther && held.content !== AHEAD_CONTENT) correctedIds.add(id);
  };
  after.ids.forEach((id, i) => {
    if (id !== '') count(id, knownAt(before, id), after.at(i));
  });
  before.ids.forEach((id, i) => {
    if (id !== '' && isShown(before.at(i)) && after.numberOf(id) === undefined) changes.missing++;
  });
  return { ...changes, corrected: correctedIds.size, correctedIds };
}

/** Returns the ids of the results that another one replaces. */
const replacedIn = (pass: RecordPass): ReadonlySet<string> =>
  new Set(
    pass
      .snapshot()
      .series.flatMap(({ listed }) => listed.filter(({ kind }) => kind.reason === 'replaced'))
      .map(({ id }) => id),
  );

/** Returns the ids of all results that a record shows. */
const shownIn = ({ observations }: RecordPass): ReadonlySet<string> =>
  new Set(observations.ids.filter((id, i) => id !== '' && isShown(observations.at(i))));

/**
 * Counts each result as corrected that another one replaces since then, or no longer. Its own content stays the same, but it left the line
 * or stands on it again, and a reader who saw it before is told so.
 */
function replacementsSince(before: RecordPass): (changes: Changes, shown: RecordPass) => Changes {
  const [seenIds, replacedIds] = [shownIn(before), replacedIn(before)];
  return (changes, shown) => {
    const nowIds = replacedIn(shown);
    const moved = [...nowIds, ...replacedIds].filter(
      (id) => nowIds.has(id) !== replacedIds.has(id) && seenIds.has(id) && isShownIn(shown.observations, id),
    );
    const correctedIds = new Set([...changes.correctedIds, ...moved]);
    return { ...changes, corrected: correctedIds.size, correctedIds };
  };
}

function knownAt(table: ObservationTable, id: string): KnownObservation | undefined {
  const known = id === '' ? undefined : table.numberOf(id);
  return known === undefined ? undefined : table.at(known);
}

/**
 * Returns whether a repeated reading lacks no search that was read to its end before, nor a page of another one. The searches decide: a
 * record can be incomplete because of what was granted or sent, and is no worse for that than the one before.
 */
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
 * Returns whether a repeated reading has an older version of a result than the one before. Such an answer comes from a copy of the server
 * that lags behind: what was corrected or withdrawn would stand again as it was, and a new critical result be called gone.
 */
const isBehind = (before: ObservationTable, after: ObservationTable): boolean =>
  after.ids.some((id, i) => isOlderAt(after, i, knownAt(before, id)));

const isOlderAt = (after: ObservationTable, i: number, held: KnownObservation | undefined): boolean =>
  held !== undefined && isOlderThanBefore(after.at(i).version, held.version);

/**
 * Returns which Observations of a repeated reading go into the reading before: of each result the form that stands in the repeated reading,
 * whichever came last, and none where that is older than the one before.
 */
function standingIn(after: ObservationTable, before: ObservationTable): Parameters<RecordPass['take']>[1] {
  const olderIds = new Set(after.ids.filter((id, i) => isOlderAt(after, i, knownAt(before, id))));
  return ({ version, content }, _held, id) => {
    const now = knownAt(after, id);
    return (
      !olderIds.has(id) &&
      version.key === now?.version.key &&
      // The time of a result that lay ahead may have come since its page did.
      (content === now.content || now.content === AHEAD_CONTENT)
    );
  };
}

/** Takes over the versions of what has the same content and may have been counted anew. */
function recountVersions(before: ObservationTable, after: ObservationTable): void {
  after.ids.forEach((id, i) => {
    const [number, now] = [before.numberOf(id), after.at(i)];
    const held = number === undefined ? undefined : before.at(number);
    if (number === undefined || held?.content !== now.content) return;
    if (mayBeCountedAnew(now.version, held.version)) before.set(number, { ...held, version: now.version });
  });
}
