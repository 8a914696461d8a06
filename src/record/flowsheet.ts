/**
 * The patient's record as it fills: pages go in, series and the account of every Observation come out. An Observation is
 * known by its id and version: a repeat is not counted, an older version is a duplicate whichever came first, and nothing
 * depends on the order of pages.
 */
import { elementOf } from '../clinical/element.ts';
import { createKinds, keyOfKind } from '../clinical/kind.ts';
import { readObservation, type Reading, type ReadingContext } from '../clinical/observation.ts';
import { createLedger } from './ledger.ts';
import type { RecordSnapshot } from './snapshot.ts';
import { isNewer, versionOf, type Version } from './version.ts';

export type FlowsheetContext = {
  readonly patientId: string;
  readonly fhirBase: string;
  readonly nowMs: () => number;
  /** Rule 34, Oracle Health: preliminary results are listed without their value. */
  readonly hidePreliminary: boolean;
};

export type Flowsheet = {
  /** Takes the Observations of one page, of any search and in any order. */
  readonly take: (resources: readonly unknown[]) => void;
  readonly snapshot: () => Pick<RecordSnapshot, 'version' | 'series' | 'account' | 'excluded'>;
};

/** One id: its newest version and what became of it. */
type Held = { version: Version; reading: Reading; older: Set<string> | undefined };

/** An empty record of one patient. */
export function createFlowsheet({ nowMs, ...whose }: FlowsheetContext): Flowsheet {
  const kinds = createKinds();
  const ledger = createLedger();
  const held = new Map<string, Held>();
  const withoutId = new Set<string>();
  let version = 0;

  const again = (entry: Held, incoming: Version, reading: Reading): void => {
    const isSame = incoming.key === entry.version.key;
    if (!isSame && entry.older?.has(incoming.key) === true) return;
    // The same version sent twice with different content: one of them, always the same.
    const wins = isSame ? signature(reading) > signature(entry.reading) : isNewer(incoming, entry.version);
    if (!isSame) {
      (entry.older ??= new Set()).add(wins ? entry.version.key : incoming.key);
      ledger.duplicate();
    }
    if (!wins) return;
    ledger.exchange(entry.reading, reading);
    entry.reading = reading;
    entry.version = incoming;
  };

  const takeOne = (resource: unknown, context: ReadingContext): void => {
    const reading = readObservation(resource, context);
    const id = idOf(resource);
    if (id === undefined) {
      if (!isRepeat(resource, withoutId)) ledger.receive(reading);
      return;
    }
    const entry = held.get(id);
    const incoming = versionOf(resource);
    if (entry !== undefined) {
      again(entry, incoming, reading);
      return;
    }
    held.set(id, { version: incoming, reading, older: undefined });
    ledger.receive(reading);
  };

  return {
    take(resources) {
      version++;
      const context = { ...whose, kinds, nowMs: nowMs() };
      for (const resource of resources) takeOne(resource, context);
    },
    snapshot: () => ({ version, ...ledger.state() }),
  };
}

function idOf(resource: unknown): string | undefined {
  const { id } = elementOf(resource);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Without an id only equal content can be known again. What is no object at all is counted each time. */
function isRepeat(resource: unknown, seen: Set<string>): boolean {
  if (typeof resource !== 'object' || resource === null) return false;
  const content = JSON.stringify(resource);
  if (seen.has(content)) return true;
  seen.add(content);
  return false;
}

/** Orders different contents of one version: withdrawn before excluded before read. */
function signature(reading: Reading): string {
  if (reading.outcome === 'withdrawn') return '3';
  if (reading.outcome === 'excluded') return `2 ${reading.reason}`;
  const rows = reading.rows.map(
    ({ kind, effective, valueText }) => `${effective} ${valueText} ${keyOfKind(kind)}`,
  );
  return `1 ${rows.join('\n')}`;
}
