import { SECOND_MS } from '../../clinical/time/durations.ts';
import type { ResourceVersion } from './resourceVersion.ts';

/** This is one Observation in its newest version. */
export type KnownObservation = {
  readonly version: ResourceVersion;
  /** The standing in the account is an index of the ledger. */
  readonly standing: number;
  /** The content is a hash that ranks withdrawn above excluded above read. */
  readonly content: number;
};

/**
 * A result that lay ahead of the clock is read anew when it lies behind it. That is no correction, so it has a content
 * of its own.
 */
export const AHEAD_CONTENT = 0;

/** The table holds an id and a few numbers for each Observation, so that 100,000 stay small. */
export type ObservationTable = {
  /** Observation.id stands at the number of the Observation, and is '' when none was sent. */
  readonly ids: readonly string[];
  /** Returns the number of an Observation; undefined when it is not known. */
  readonly numberOf: (id: string) => number | undefined;
  /** Adds an Observation and returns its number. */
  readonly add: (id: string, taken: KnownObservation) => number;
  readonly at: (observation: number) => KnownObservation;
  readonly set: (observation: number, taken: KnownObservation) => void;
};

const GROWTH = 1.1;

const filled = <T extends Float64Array | Uint32Array | Uint8Array>(larger: T, column: T): T => {
  larger.set(column);
  return larger;
};

/** Creates an empty table. */
export function createObservationTable(): ObservationTable {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  // `orders` holds the number of a version, or without one its time in epoch ms. A version with a number has its time in `seconds`, and 0 for none.
  let orders = new Float64Array(0);
  let seconds = new Uint32Array(0);
  let numbered = new Uint8Array(0);
  let keys = new Uint32Array(0);
  let contents = new Uint32Array(0);
  let standings = new Uint8Array(0);

  const makeRoom = (): void => {
    const length = Math.ceil(ids.length * GROWTH) + 64;
    orders = filled(new Float64Array(length), orders);
    seconds = filled(new Uint32Array(length), seconds);
    numbered = filled(new Uint8Array(length), numbered);
    keys = filled(new Uint32Array(length), keys);
    contents = filled(new Uint32Array(length), contents);
    standings = filled(new Uint8Array(length), standings);
  };
  const set = (observation: number, { version, standing, content }: KnownObservation): void => {
    const isNumbered = version.number >= 0;
    orders[observation] = isNumbered ? version.number : version.updatedMs;
    seconds[observation] = isNumbered ? Math.max(0, version.updatedMs / SECOND_MS) : 0;
    numbered[observation] = Number(isNumbered);
    keys[observation] = version.key;
    standings[observation] = standing;
    contents[observation] = content;
  };

  const updatedMsAt = (observation: number): number =>
    numbered[observation] === 1
      ? seconds[observation]! * SECOND_MS || Number.NEGATIVE_INFINITY
      : orders[observation]!;

  return {
    ids,
    numberOf: (id) => numbers.get(id),
    add(id, taken) {
      if (ids.length === keys.length) makeRoom();
      const observation = ids.push(id) - 1;
      if (id !== '') numbers.set(id, observation);
      set(observation, taken);
      return observation;
    },
    at: (observation) => ({
      version: {
        number: numbered[observation] === 1 ? orders[observation]! : -1,
        updatedMs: updatedMsAt(observation),
        key: keys[observation]!,
      },
      standing: standings[observation]!,
      content: contents[observation]!,
    }),
    set,
  };
}
