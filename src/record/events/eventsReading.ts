import type { EventContext } from '../../clinical/events/eventReading.ts';
import { withStaysOver } from '../../clinical/medication/ordersOfStays.ts';
import { coursesOf, byStepTime } from '../../clinical/medication/courses.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { eventsPlanFor, isPartialQuery, type EventSearch } from './eventsPlan.ts';
import type { EventsSnapshot, EventsState } from './eventsSnapshot.ts';
import { medicationNames, type MedicationNames } from './medicationNames.ts';
import { createEventTable, type EventTableContent, type EventTable } from './eventTable.ts';
import { vendorOf } from '../vendors.ts';
import { patientContextOf } from '../patientContext.ts';
import { runInOrder } from '../search/runInOrder.ts';
import { searchPages, type PageRead, type SearchPosition } from '../search/searchPages.ts';
import {
  stateAfterFailure,
  stateAfterLastPage,
  isFinished,
  waitingState,
  resumedState,
  stateAfterPage,
} from '../search/searchStates.ts';
import { throttle } from '../flowsheet/throttle.ts';
import type { SearchState } from '../flowsheet/recordSnapshot.ts';

/** Two searches run at once in the EHR of a hospital, which other people need too. */
const FEW_SEARCHES = 2;
const MANY_SEARCHES = 12;
/** Nine types begin and end within a moment, and the overview is drawn anew with each snapshot. */
const SNAPSHOT_EVERY_MS = 500;

type ReadingOptions = {
  readonly snapshotEveryMs?: number | undefined;
  /** A screen draws nothing before resources of this type have been read. */
  readonly awaited?: EventSearch['type'] | undefined;
  /** The other types are read after what is drawn first, so that they do not delay it. */
  readonly firstShown?: Promise<void> | undefined;
};

/** An EventsReading reads the events of one patient. */
export type EventsReading = {
  /** Runs every search that is not finished. Calls `arrived` as pages come and resolves with the last snapshot. */
  readonly run: (signal: AbortSignal, arrived: (snapshot: EventsSnapshot) => void) => Promise<EventsSnapshot>;
  /** Makes the next run read everything again. A type keeps its resources until it has been read again. */
  readonly startOver: () => void;
};

/** The reading of each type of resource succeeds or fails alone. */
type TypeReading = {
  readonly search: EventSearch;
  readonly table: EventTable;
  state: SearchState;
  position: SearchPosition | undefined;
  /** It has been read to its end before, so what it holds is all of it until it is read again. */
  hasBeenRead: boolean;
  /** The first page of this reading came at this time, in epoch ms. */
  begunAtMs: number | undefined;
  /** This is that time of the last reading that came to its end. */
  readAtMs: number | undefined;
};

/**
 * Creates the reading of what happened around the results of one patient: medication, encounters, procedures and so on. There
 * is one snapshot in `snapshotEveryMs` at most, and one at once when the type that is awaited has been read.
 */
export function eventsReading(
  session: Session,
  reader: FhirReader,
  { snapshotEveryMs = SNAPSHOT_EVERY_MS, awaited, firstShown }: ReadingOptions = {},
): EventsReading {
  const types = typeReadingsOf(session);
  const atOnce = vendorOf(session.site).answersManyAtOnce ? MANY_SEARCHES : FEW_SEARCHES;
  const names = medicationNames(session, reader);
  const contents = combinedContents(types, names);
  let pass = 0;

  const snapshot = (openReads: number): EventsSnapshot => snapshotOf(types, contents(), openReads);
  return {
    startOver() {
      pass++;
      names.startOver();
      for (const now of types)
        Object.assign(now, { state: waitingState(now.search), position: undefined, begunAtMs: undefined });
    },
    async run(signal, arrived) {
      // So many Medications are still to be read.
      let openReads = 0;
      const told = throttle(snapshotEveryMs, () => {
        if (!signal.aborted) arrived(snapshot(openReads));
      });
      const remaining = types.filter(({ search, state }) => search.isGranted && !isFinished(state));
      for (const now of remaining)
        now.state =
          now.position === undefined ? waitingState(now.search) : resumedState(now.search, now.state);
      const tasks = remaining.map((next) => async () => {
        if (next.search.type !== awaited) await firstShown;
        await readType(next, { reader, signal, pass, tell: told.soon });
        readNames();
        if (next.search.type === awaited) told.now();
        else told.soon();
      });
      function readNames(): void {
        const reads = names.reads(
          types.flatMap(({ table }) => table.content().steps),
          signal,
        );
        openReads += reads.length;
        const ended = (): void => void (openReads -= 1);
        tasks.push(...reads.map((read) => () => read().then(ended).then(told.soon)));
      }
      names.tryAgain();
      if (tasks.length === 0) readNames();
      await runInOrder(tasks, atOnce, signal, (task) => task()).finally(told.stop);
      return snapshot(openReads);
    },
  };
}

type RunOptions = {
  readonly reader: FhirReader;
  readonly signal: AbortSignal;
  readonly pass: number;
  readonly tell: () => void;
};

async function readType(now: TypeReading, { reader, signal, pass, tell }: RunOptions): Promise<void> {
  const { search, table } = now;
  now.state = { ...now.state, state: 'reading' };
  tell();
  try {
    for await (const read of searchPages(reader, search, signal, now.position)) {
      // Another run may have begun since this one was stopped.
      if (signal.aborted) return;
      table.take(read.entries, pass);
      now.position = read.nextPosition;
      now.begunAtMs ??= Date.now();
      now.state = stateAfterPage(now.state, isPartialQuery(search, read.query) ? asPartial(read) : read);
      if (read.nextPosition !== undefined) tell();
    }
    now.state = stateAfterLastPage(now.state, search);
    now.hasBeenRead = isFinished(now.state) && stateOf(now).state === 'complete';
    if (isFinished(now.state) && table.dropEarlierPasses(pass)) now.readAtMs = now.begunAtMs;
  } catch (error) {
    if (!(error instanceof FhirError)) throw error;
    if (signal.aborted) return;
    now.state = stateAfterFailure(now.state, error);
  }
}

function typeReadingsOf(session: Session): TypeReading[] {
  const patient = patientContextOf(session);
  const context = (): EventContext => ({ ...patient, nowMs: Date.now() });
  return eventsPlanFor(session).map((search) => ({
    search,
    table: createEventTable(search.type, context),
    state: waitingState(search),
    position: undefined,
    hasBeenRead: false,
    begunAtMs: undefined,
    readAtMs: undefined,
  }));
}

/** Marks a page of a search that may miss resources. */
const asPartial = (read: PageRead): PageRead => ({
  ...read,
  outcome: { ...read.outcome, shortfalls: [...read.outcome.shortfalls, 'partial'] },
});

type Contents = Pick<EventsSnapshot, 'events' | 'courses' | 'leftOut'>;

/** Returns a function that combines the tables, again only when one of them has changed. */
function combinedContents(types: readonly TypeReading[], names: MedicationNames): () => Contents {
  let contents: readonly EventTableContent[] = [];
  let combined: Contents | undefined;
  let version = 0;
  let wereOrdersRead = false;
  return () => {
    const now = types.map(({ table }) => table.content());
    const areOrdersRead = types.some(
      ({ search, hasBeenRead }) => search.type === 'MedicationRequest' && hasBeenRead,
    );
    const isSame =
      areOrdersRead === wereOrdersRead &&
      version === names.version() &&
      now.every((content, i) => content === contents[i]);
    if (combined !== undefined && isSame) return combined;
    contents = now;
    version = names.version();
    wereOrdersRead = areOrdersRead;
    const sum = (name: keyof Contents['leftOut']): number =>
      now.reduce((all, { leftOut }) => all + leftOut[name], 0);
    const events = now.flatMap((one) => one.events).toSorted(byStepTime);
    const steps = withStaysOver(names.named(now.flatMap((one) => one.steps)), events, Date.now());
    combined = {
      events,
      courses: coursesOf(steps, areOrdersRead),
      leftOut: {
        strangers: sum('strangers'),
        unconfirmed: sum('unconfirmed'),
        withdrawn: sum('withdrawn'),
        unreadable: sum('unreadable'),
      },
    };
    return combined;
  };
}

/** What is shown is as old as the oldest page of it, since a type that failed keeps what was read before (rule 40). */
function snapshotOf(types: readonly TypeReading[], contents: Contents, openReads: number): EventsSnapshot {
  const states = types.map(stateOf);
  const ended = openReads === 0 && states.every(({ state }) => state !== 'waiting' && state !== 'reading');
  const timesMs = types.flatMap(({ readAtMs, begunAtMs }) => readAtMs ?? begunAtMs ?? []);
  return { states, ...contents, ended, readAtMs: timesMs.length > 0 ? Math.min(...timesMs) : Date.now() };
}

/** A type that holds resources is never failed but incomplete: what came before its reading broke off is shown. */
function stateOf({ search, state: now, table }: TypeReading): EventsState {
  const { type } = search;
  const { state, received, failure } = now;
  if (!search.isRequested) return { type, state: 'not-asked', received: 0 };
  if (!search.isGranted) return { type, state: 'not-granted', received: 0 };
  const common = { type, received, ...(failure !== undefined && { failure }) };
  if (state === 'waiting' || state === 'reading') return { ...common, state };
  if (state === 'complete') return { ...common, ...stateOfAll(search, now, table) };
  return { ...common, state: table.size() > 0 ? 'incomplete' : state };
}

/** Something can be missing of a type of which every page came. */
function stateOfAll(
  { isPart }: EventSearch,
  now: SearchState,
  table: EventTable,
): Pick<EventsState, 'state' | 'isUnconfirmed' | 'isFinal'> {
  const isFinal = isFinished(now) && { isFinal: true as const };
  if (now.notices?.length) return { state: 'incomplete', ...isFinal };
  if (table.content().leftOut.unconfirmed > 0)
    return { state: 'incomplete', isUnconfirmed: true, ...isFinal };
  return { state: isPart ? 'part' : 'complete' };
}
