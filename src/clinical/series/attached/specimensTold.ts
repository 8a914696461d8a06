/** Keeps what results say of specimens that they share with others, so that each result of a hemolyzed tube can say so (decision 72). */
import { fnv1aHash } from '../../fhirElements/hash.ts';
import { joinConditions } from '../../observation/attached/specimenCondition.ts';
import type { ToldElsewhere } from '../../observation/attached/attachedTexts.ts';
import type { RowKind } from '../../observation/resultRow.ts';
import type { ToldOfSpecimen } from '../../observation/specimen/toldOfSpecimen.ts';
import type { RowColumns } from '../rowColumns.ts';

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
/** Hemolysis moves these most, in serum and plasma. */
const DISTURBED = /^(?:k|ldh|ast|ast-p5p|mg|phos|iron|folate)(?![\w-])/;

/** Two words of one of these classes say the same. */
const CLASSES = [/mol/i, /lip/i, /ontam/i] as const;
const [HEMOLYSIS] = CLASSES;

/** The words of Observations by their numbers. */
type Words = ReadonlyMap<number, readonly string[]>;

/** Keeps words by what they hold for. */
function createWordsBy<Key>() {
  const byKey = new Map<Key, Map<number, readonly string[]>>();
  return {
    get: (key: Key): Words | undefined => byKey.get(key),
    has: (key: Key): boolean => byKey.has(key),
    set: (key: Key, observation: number, words: readonly string[]): void => {
      byKey.set(key, (byKey.get(key) ?? new Map<number, readonly string[]>()).set(observation, words));
    },
    remove(observation: number): void {
      for (const [key, words] of byKey) if (words.delete(observation) && words.size === 0) byKey.delete(key);
    },
    isEmpty: (): boolean => byKey.size === 0,
  };
}

/** Returns the words of others that a row does not say itself, and that concern it. */
function newWords({ observation, kind }: NamedRow, all: Words | undefined): string {
  const words = [...(all ?? [])].flatMap(([source, said]) => (source === observation ? [] : said));
  return joinConditions(
    words.filter(
      (one) =>
        !(HEMOLYSIS.test(one) && UNDISTURBED.test(kind.seriesId)) &&
        !CLASSES.some((some) => some.test(one) && some.test(kind.condition)),
    ),
  );
}

/** Returns an empty table for one record. */
export function createSpecimensTold(): SpecimensTold {
  /** The specimen of each Observation stands at its number. A record that names no specimen has none. */
  let specimens = new Uint32Array(0);
  const bySpecimen = createWordsBy<number>();
  const byMember = createWordsBy<string>();
  const byTime = createWordsBy<number>();
  const isEmpty = (): boolean => bySpecimen.isEmpty() && byMember.isEmpty() && byTime.isEmpty();

  const setSpecimen = (observation: number, specimen: number): void => {
    if (specimen === 0 && observation >= specimens.length) return;
    if (observation >= specimens.length) {
      const larger = new Uint32Array(Math.ceil(observation * 1.1) + 64);
      larger.set(specimens);
      specimens = larger;
    }
    specimens[observation] = specimen;
  };
  /** Without a named specimen the time of a result stands for it. */
  const isOfTime = ({ observation, kind }: NamedRow): boolean =>
    !specimens[observation] && kind.precision === 'instant' && DISTURBED.test(kind.seriesId);

  return {
    add(observation, { specimen, words, isCheck, members }, timeMs) {
      setSpecimen(observation, specimen);
      if (words.length === 0) return;
      if (specimen !== 0) bySpecimen.set(specimen, observation, words);
      else if (isCheck && !Number.isNaN(timeMs)) byTime.set(timeMs, observation, words);
      for (const id of members) byMember.set(id, observation, words);
    },
    remove(observation) {
      setSpecimen(observation, 0);
      for (const one of [bySpecimen, byMember, byTime]) one.remove(observation);
    },
    of(row) {
      if (isEmpty()) return undefined;
      const told = [
        ['specimen', bySpecimen.get(specimens[row.observation] ?? 0)],
        ['panel', byMember.get(row.id)],
        ['time', isOfTime(row) ? byTime.get(row.timeMs) : undefined],
      ] as const;
      for (const [by, all] of told) {
        const words = newWords(row, all);
        if (words !== '') return { words, by };
      }
      return undefined;
    },
    versionOf({ observations, timesMs }, ids) {
      if (isEmpty()) return 0;
      let version = 0;
      observations.forEach((observation, i) => {
        const specimen = specimens[observation] ?? 0;
        for (const all of [
          bySpecimen.get(specimen),
          byMember.get(ids[observation]!),
          byTime.get(timesMs[i]!),
        ])
          if (all !== undefined) version = fnv1aHash(`${i} ${[...all.values()].join()}`, version);
      });
      return version;
    },
  };
}
