/** Keeps what results say of specimens that they share with others, so that each result of a hemolyzed tube can say so (decision 72). */
import { fnv1aHash } from '../../fhirElements/hash.ts';
import { DAY_MS } from '../../time/durations.ts';
import { joinConditions } from '../../observation/attached/specimenCondition.ts';
import type { ToldElsewhere } from '../../observation/attached/attachedTexts.ts';
import type { RowKind } from '../../observation/resultRow.ts';
import type { ToldOfSpecimen } from '../../observation/specimen/toldOfSpecimen.ts';
import type { RowColumns } from '../rowColumns.ts';
import { compareText } from '../rowOrder.ts';
import { createPanelsOfMembers } from './panelsOfMembers.ts';

/** Names one row of a record: its Observation by number and id, its kind, and its time in epoch ms. */
export type NamedRow = {
  readonly observation: number;
  readonly id: string;
  readonly kind: RowKind;
  readonly timeMs: number;
};

/** One table holds what the results of one record say of their specimens. Observations are named by their number. */
export type SpecimensTold = {
  /** Keeps what an Observation says. `timeMs` is its time in epoch ms, NaN for a date without a time. */
  readonly add: (observation: number, told: ToldOfSpecimen, timeMs: number) => void;
  /** Forgets what an Observation said, of which another version was read. */
  readonly remove: (observation: number) => void;
  /** Returns what other results say of the specimen of a row; undefined where there is nothing. */
  readonly of: (row: NamedRow) => ToldElsewhere | undefined;
  /** Returns a number that changes when what is told of the rows of these columns does. `ids` are those of the record. */
  readonly versionOf: (columns: RowColumns, ids: readonly string[]) => number;
};

/** Hemolysis moves none of these by much. */
const UNDISTURBED = /^(?:na|cl|hgb|hct|wbc|plt)\b/;
/** Hemolysis moves these most, in serum and plasma. Behind the sign stands another code, and of another fluid or device its words. */
const DISTURBED = /^(?:k|ldh|ast|ast-p5p|mg|phos|iron|folate)(?:~[\d-]+)?$/;

/** Two words of one of these classes say the same. */
const CLASSES = [/[aeäé]m[oó]l/i, /lip/i, /ontam/i] as const;
const [HEMOLYSIS] = CLASSES;

/** A server may name one specimen for years, such as "Specimen/blood", and no tube is that old. */
const MAX_AGE_MS = 7 * DAY_MS;

/** Returns whether a result may be of the specimen by its time. A date without a time may be any. */
const isNear = (timeMs: number, said: Said | undefined): boolean =>
  said === undefined || !(timeMs < said.fromMs - MAX_AGE_MS || timeMs > said.toMs + MAX_AGE_MS);

/** More words than these are not kept of one specimen. A server may name one for all results. */
const MAX_WORDS = 50;

/** Results said this of one specimen. */
type Said = {
  /** The numbers of the Observations that said words stand by them. */
  readonly sources: Map<string, Set<number>>;
  /** It is another number whenever what is told of the specimen changes. */
  version: number;
  /** These Observations have these times in epoch ms, NaN for a date without a time. */
  readonly times: Map<number, number>;
  /** These are the first and the last of these times. */
  fromMs: number;
  toMs: number;
};

const includeTime = (said: Said, timeMs: number): void => {
  said.fromMs = Math.min(said.fromMs, Number.isNaN(timeMs) ? -Infinity : timeMs);
  said.toMs = Math.max(said.toMs, Number.isNaN(timeMs) ? Infinity : timeMs);
};

/** Keeps words by what they hold for. */
function createWordsBy<Key>() {
  const byKey = new Map<Key, Said>();
  const keysOf = new Map<number, Set<Key>>();
  let versions = 0;
  return {
    get: (key: Key): Said | undefined => byKey.get(key),
    add(key: Key, observation: number, words: readonly string[], timeMs: number): void {
      const said = byKey.get(key) ?? {
        sources: new Map<string, Set<number>>(),
        version: 0,
        times: new Map<number, number>(),
        fromMs: Infinity,
        toMs: -Infinity,
      };
      said.times.set(observation, timeMs);
      const { fromMs, toMs } = said;
      includeTime(said, timeMs);
      if (fromMs !== said.fromMs || toMs !== said.toMs) said.version = ++versions;
      byKey.set(key, said);
      keysOf.set(observation, (keysOf.get(observation) ?? new Set<Key>()).add(key));
      for (const one of words) {
        if (said.sources.size >= MAX_WORDS && !said.sources.has(one)) continue;
        const sources = said.sources.get(one) ?? new Set();
        said.sources.set(one, sources.add(observation));
        // The words of one Observation are not told of itself.
        if (sources.size <= 2) said.version = ++versions;
      }
    },
    remove(observation: number): void {
      for (const key of keysOf.get(observation) ?? []) {
        const said = byKey.get(key)!;
        said.times.delete(observation);
        [said.version, said.fromMs, said.toMs] = [++versions, Infinity, -Infinity];
        for (const timeMs of said.times.values()) includeTime(said, timeMs);
        for (const [one, sources] of said.sources) {
          if (sources.delete(observation) && sources.size === 0) said.sources.delete(one);
        }
        if (said.sources.size === 0) byKey.delete(key);
      }
      keysOf.delete(observation);
    },
    isEmpty: (): boolean => byKey.size === 0,
  };
}

/** Returns the words of others that a row does not say itself, and that concern it. */
function newWords({ observation, kind }: NamedRow, ofSpecimen: Said | undefined): string {
  const words: string[] = [];
  // In the order of the alphabet they read alike, whichever page came first.
  const said = [...(ofSpecimen?.sources ?? [])].toSorted(([one], [other]) => compareText(one, other));
  // It has these itself, or takes them back: "Slightly hemolyzed. Potassium not affected."
  const own = said.filter(([, sources]) => sources.has(observation)).map(([one]) => one.toLowerCase());
  for (const [one] of said) {
    if (own.some((other) => other.includes(one.toLowerCase()))) continue;
    if (HEMOLYSIS.test(one) && UNDISTURBED.test(kind.seriesId)) continue;
    if (!CLASSES.some((some) => some.test(one) && some.test(kind.condition))) words.push(one);
  }
  return joinConditions(words);
}

/** Keeps the specimen of each Observation at its number. A record that names no specimen takes no room. */
function createSpecimenNumbers() {
  let specimens = new Uint32Array(0);
  return {
    of: (observation: number): number => specimens[observation] ?? 0,
    set(observation: number, specimen: number): void {
      if (specimen === 0 && observation >= specimens.length) return;
      if (observation >= specimens.length) {
        const larger = new Uint32Array(Math.ceil(observation * 1.1) + 64);
        larger.set(specimens);
        specimens = larger;
      }
      specimens[observation] = specimen;
    },
  };
}

/** Returns an empty table for one record. */
export function createSpecimensTold(): SpecimensTold {
  const specimens = createSpecimenNumbers();
  const bySpecimen = createWordsBy<number>();
  const byMember = createWordsBy<string>();
  const panels = createPanelsOfMembers();
  const byTime = createWordsBy<number>();
  const isEmpty = (): boolean => bySpecimen.isEmpty() && byMember.isEmpty() && byTime.isEmpty();

  /** Without a named specimen the time of a result stands for it. */
  const isOfTime = ({ observation, kind }: NamedRow): boolean =>
    specimens.of(observation) === 0 && kind.precision === 'instant' && DISTURBED.test(kind.seriesId);

  /** Returns what the panels say in which a result lies. */
  const saidOfPanels = (id: string): readonly Said[] =>
    Array.from(panels.withPanels(id), (one) => byMember.get(one) ?? []).flat();

  return {
    add(observation, { specimen, words, isCheck, id, members }, timeMs) {
      specimens.set(observation, specimen);
      panels.add(observation, id, members);
      if (words.length === 0) return;
      if (specimen !== 0) bySpecimen.add(specimen, observation, words, timeMs);
      else if (isCheck && !Number.isNaN(timeMs)) byTime.add(timeMs, observation, words, timeMs);
      for (const member of members) byMember.add(member, observation, words, timeMs);
    },
    remove(observation) {
      specimens.set(observation, 0);
      for (const one of [bySpecimen, byMember, panels, byTime]) one.remove(observation);
    },
    of(row) {
      if (isEmpty()) return undefined;
      const told = [
        ['specimen', [bySpecimen.get(specimens.of(row.observation))]],
        ['panel', saidOfPanels(row.id)],
        ['time', [isOfTime(row) ? byTime.get(row.timeMs) : undefined]],
      ] as const;
      for (const [by, all] of told) {
        const near = all.filter((said) => isNear(row.timeMs, said));
        const words = joinConditions(near.map((said) => newWords(row, said)));
        if (words !== '') return { words, by };
      }
      return undefined;
    },
    versionOf({ observations, timesMs }, ids) {
      if (isEmpty()) return 0;
      let version = 0;
      observations.forEach((observation, i) => {
        const specimen = specimens.of(observation);
        for (const said of [
          bySpecimen.get(specimen),
          ...saidOfPanels(ids[observation]!),
          byTime.get(timesMs[i]!),
        ])
          if (said !== undefined) version = fnv1aHash(`${i} ${said.version}`, version);
      });
      return version;
    },
  };
}
