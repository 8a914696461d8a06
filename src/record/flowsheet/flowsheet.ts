import { elementOf, resourceId } from '../../clinical/fhirElements/fhirElement.ts';
import { fnv1aHash } from '../../clinical/fhirElements/hash.ts';
import { createRowKinds, hashOfKind } from '../../clinical/observation/rowKinds.ts';
import {
  readObservation,
  type ObservationReading,
  type ReadingContext,
} from '../../clinical/observation/observation.ts';
import { birthLimitMs } from '../../clinical/series/judged/judgedRows.ts';
import type { Lifetime } from '../../clinical/patient/patient.ts';
import { createNumberSpellings } from '../../clinical/observation/numberSpelling.ts';
import { createAttachedTable } from '../../clinical/series/attached/attachedTable.ts';
import { createExactRepeats } from './exactRepeats.ts';
import { createLedger, accountStandingOf } from './ledger.ts';
import {
  AHEAD_CONTENT,
  createObservationTable,
  type ObservationTable,
  type KnownObservation,
} from './observationTable.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';
import { compareVersions, resourceVersionOf } from './resourceVersion.ts';

/** The context says whose Observations a flowsheet takes, and how it reads them. */
export type FlowsheetContext = {
  readonly patientId: string;
  readonly fhirBase: string;
  readonly nowMs: () => number;
  /** Rule 34: preliminary results are listed without their value. */
  readonly hidePreliminary: boolean;
};

/** Returns whether an Observation that came takes the place of the one that is held under the same `id`. */
type Replacement = (incoming: KnownObservation, held: KnownObservation, id: string) => boolean;

/** A flowsheet holds the Observations of one patient as they come in. */
export type Flowsheet = {
  /** The table lets this reading of the record be compared with another. */
  readonly observations: ObservationTable;
  /**
   * Takes the Observations of one page. Pages may come from any search and in any order. `replaces` says which of two versions
   * stands, by default the newer one.
   */
  readonly take: (resources: readonly unknown[], replaces?: Replacement) => void;
  /** Judges all results by the dates of birth and death, whether they came before these or after (decision 31). */
  readonly setLifetime: (lifetime: Lifetime) => void;
  /** Lets go of what was kept to pass over results that come again. */
  readonly forgetRepeats: () => void;
  /** Returns the series and the account as they are now. */
  readonly snapshot: () => Pick<
    RecordSnapshot,
    'version' | 'series' | 'account' | 'excluded' | 'withdrawn' | 'older' | 'changed'
  >;
};

/**
 * Creates an empty flowsheet: pages go in, series and the account of every Observation come out. An Observation is
 * recognized by id and version. Of two versions the older is counted as a duplicate, whichever came first, so that the
 * order of pages changes nothing.
 */
export function createFlowsheet({ nowMs, ...patient }: FlowsheetContext): Flowsheet {
  const kinds = createRowKinds();
  const table = createObservationTable();
  const ledger = createLedger({
    kinds,
    spellings: createNumberSpellings(),
    ids: table.ids,
    attached: createAttachedTable(),
  });
  const older = createOlderVersions();
  const repeats = createExactRepeats();
  const changed = { corrected: 0, withdrawn: 0 };
  let version = 0;
  let replaces: Replacement = isNewerOrRanked;

  const takeAgain = (observation: number, incoming: KnownObservation, reading: ObservationReading): void => {
    const held = table.at(observation);
    const { key } = incoming.version;
    const wins = replaces(incoming, held, table.ids[observation]!);
    if (key !== held.version.key && older.note(observation, key, wins ? held.version.key : key))
      ledger.duplicate();
    if (!wins) return;
    if (isNews(held, incoming)) changed[reading.outcome === 'read' ? 'corrected' : 'withdrawn']++;
    ledger.exchange(observation, { before: held.standing, after: reading });
    table.set(observation, incoming);
  };

  const takeOne = (resource: unknown, context: ReadingContext): void => {
    const id = resourceId(elementOf(resource));
    const known = table.numberOf(id);
    // By another order of versions a form that lost before may win.
    const isPassedOver = id === '' || replaces === isNewerOrRanked;
    if (isPassedOver && repeats.isRepeat(id, resource) && !liesAhead(table, known)) return;
    const reading = readObservation(resource, context);
    const taken = takenFrom(resource, reading);
    if (known !== undefined) takeAgain(known, taken, reading);
    else ledger.receive(table.add(id, taken), reading);
  };

  return {
    observations: table,
    take(resources, by = isNewerOrRanked) {
      version++;
      replaces = by;
      const context = { ...patient, kinds, nowMs: nowMs() };
      for (const resource of resources) takeOne(resource, context);
    },
    setLifetime({ birth, deathLimits }) {
      version++;
      ledger.setLimits(birthLimitMs(birth, nowMs()), deathLimits);
    },
    forgetRepeats: repeats.forget,
    snapshot: () => ({
      version,
      ...ledger.state(),
      older: older.counts().map(([observation, count]) => ({ id: table.ids[observation]!, count })),
      changed: { ...changed },
    }),
  };
}

const takenFrom = (resource: unknown, reading: ObservationReading): KnownObservation => ({
  version: resourceVersionOf(resource),
  standing: accountStandingOf(reading),
  content: contentOf(reading),
});

/** Holds the keys of the older versions in which Observations came. */
function createOlderVersions() {
  const keys = new Map<number, Set<number>>();
  return {
    /** Notes that a version came and that one is older now. Returns whether the one that came is not known as an older one. */
    note(observation: number, came: number, older: number): boolean {
      const known = keys.get(observation) ?? new Set();
      const isNew = !known.has(came);
      known.delete(came); // one that came before with other content may be the newest now
      keys.set(observation, known.add(older));
      return isNew;
    },
    counts: () => [...keys].map(([observation, known]): [number, number] => [observation, known.size]),
  };
}

/**
 * When one version came twice with different content, or nothing tells which of two is newer, the content of the higher rank
 * stays, and of one rank the larger hash: the order of pages does not matter.
 */
const isNewerOrRanked: Replacement = ({ version, content }, held) =>
  (compareVersions(version, held.version) || content - held.content || version.key - held.version.key) > 0;

/** Returns whether a known result lay ahead of the clock when it was read. Its time may have come by now. */
const liesAhead = (table: ObservationTable, known: number | undefined): boolean =>
  known !== undefined && table.at(known).content === AHEAD_CONTENT;

/** A new version with the same content is no news, nor is a time that has come. */
const isNews = (held: KnownObservation, incoming: KnownObservation): boolean =>
  held.content !== incoming.content && held.content !== AHEAD_CONTENT;

/**
 * Returns a hash of 32 bits that ranks contents of one version: withdrawn above excluded above read, and of what was read a
 * corrected result above a final one, and that above all others.
 */
function contentOf(reading: ObservationReading): number {
  if (reading.outcome === 'withdrawn') {
    const { baseIds, effective, text, replaces } = reading;
    return 2 ** 31 + (fnv1aHash([...baseIds, effective, text, replaces].join(' ')) >>> 1);
  }
  if (reading.outcome === 'excluded') return 2 ** 30 + (fnv1aHash(reading.reason) >>> 2);
  if (reading.rows.some(({ kind }) => kind.reason === 'future')) return AHEAD_CONTENT;
  const [first] = reading.rows;
  const { told } = reading;
  // All rows of one Observation share its status, what was attached to it and what it says of others.
  const hash = reading.rows.reduce(
    (before, { kind, effective, valueText }) =>
      fnv1aHash(`${effective} ${valueText} ${hashOfKind(kind)}`, before),
    first?.attached || told ? fnv1aHash(JSON.stringify([first?.attached, told])) : 0,
  );
  return rankOf(first?.kind.status ?? '') * 2 ** 28 + (hash >>> 4);
}

const rankOf = (status: string): number =>
  status === 'final' ? 1 : status === 'corrected' || status === 'amended' ? 2 : 0;
