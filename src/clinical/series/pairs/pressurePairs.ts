import { isIdenticalResult } from '../comparability.ts';
import type { Row } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';
import { precedenceOf } from './repeatedResults.ts';

/** A pair holds both sides of one blood pressure. A side that was not recorded is undefined, never 0 (rule 7). */
export type PressureRowPair = {
  readonly systolic: Row | undefined;
  readonly diastolic: Row | undefined;
  /** A side is missing here, but results of it stand at this instant, and which of them belongs here is not known. */
  readonly isSentApart?: boolean;
};

/**
 * A pairing says which rows of two series are one blood pressure. It is kept with the series, so it holds indices and no
 * rows: a monitor writes many thousands.
 */
type PressurePairing = {
  /** These are the indices of the drawn rows of each pair, oldest first; −1 stands for a missing side. */
  readonly systolic: Int32Array;
  readonly diastolic: Int32Array;
  /** These are the pairs of which a side was sent apart, by their index. */
  readonly sentApart: ReadonlySet<number>;
  /** Both sides of one blood pressure share this key, drawn or listed. */
  readonly keyOf: (row: Row) => string;
};

type Side = 'systolic' | 'diastolic';
type OpenPair = { systolic: Row | undefined; diastolic: Row | undefined; isSentApart?: boolean };

/**
 * Returns whether two series are the two sides of one blood pressure: they came as components of panels, or some of their
 * Observations belong together by their time.
 */
export const arePaired = (systolic: Series, diastolic: Series): boolean =>
  [systolic, diastolic].every(({ rows }) => rows.at(-1)?.kind.component !== '') ||
  hasWholePair(pairingOf(systolic, diastolic));

const hasWholePair = (pairing: PressurePairing): boolean =>
  pairing.systolic.some((index, i) => index >= 0 && pairing.diastolic[i]! >= 0);

/**
 * Returns the drawn rows as pairs, oldest first: both sides of one Observation, or of two Observations at the same
 * instant, when there is one of each and no two encounters contradict. A side that was sent twice stands with the other
 * side both times, so that nothing is called not recorded that was. Each row has a pair of its own.
 */
export function pressurePairsOf(systolic: Series, diastolic: Series | undefined): readonly PressureRowPair[] {
  const pairing = pairingOf(systolic, diastolic);
  return Array.from(pairing.systolic, (_, i) => pairAt(pairing, i, systolic, diastolic));
}

function pairAt(
  pairing: PressurePairing,
  i: number,
  systolic: Series,
  diastolic: Series | undefined,
): PressureRowPair {
  const [upper, lower] = [pairing.systolic[i]!, pairing.diastolic[i]!];
  return {
    systolic: upper < 0 ? undefined : systolic.rows.at(upper),
    diastolic: lower < 0 ? undefined : diastolic?.rows.at(lower),
    ...(pairing.sentApart.has(i) && { isSentApart: true }),
  };
}

/** Returns the indices of the drawn rows of each pair, in the order of `pressurePairsOf`; −1 stands for a missing side. */
export const pressurePairIndices = (systolic: Series, diastolic: Series): Pick<PressurePairing, Side> =>
  pairingOf(systolic, diastolic);

/** Returns one pair by its index in that order. */
export const pressurePairAt = (i: number, systolic: Series, diastolic: Series): PressureRowPair =>
  pairAt(pairingOf(systolic, diastolic), i, systolic, diastolic);

/**
 * Returns a function for the key that both sides of one blood pressure share, drawn or listed. Rows of an Observation
 * without an id share the key of its time as sent.
 */
export const pressurePairKeyIn = (systolic: Series, diastolic: Series): ((row: Row) => string) =>
  pairingOf(systolic, diastolic).keyOf;

const noDiastolic = {};
const pairings = new WeakMap<Series, WeakMap<object, PressurePairing>>();

function pairingOf(systolic: Series, diastolic: Series | undefined): PressurePairing {
  const known = pairings.get(systolic) ?? new WeakMap<object, PressurePairing>();
  pairings.set(systolic, known);
  const pairing = known.get(diastolic ?? noDiastolic) ?? joinSides(systolic, diastolic);
  known.set(diastolic ?? noDiastolic, pairing);
  return pairing;
}

const isLone = ({ kind }: Row): boolean => kind.component === '' && kind.precision === 'instant';

/** These rows hold no value of the patient, or no longer one (rule 33). */
const NOTHING_RECORDED: ReadonlySet<Row['kind']['reason']> = new Set([
  'no-value',
  'not-measured',
  'panel',
  'replaced',
  'another-subject',
  'quality-control',
] as const);

/** Returns whether a row, drawn or listed, shows that its side was recorded. What was replaced or cancelled does not. */
export const isRecorded = ({ kind: { reason, status }, valueText }: Row): boolean =>
  !NOTHING_RECORDED.has(reason) && valueText !== '' && !status.startsWith('cancel');

function joinSides(systolic: Series, diastolic: Series | undefined): PressurePairing {
  const keyOf = keysOf([systolic, ...(diastolic ? [diastolic] : [])]);
  const groups = new Map<string, Group>();
  const indices = new Map<Row, number>();
  const groupOf = (row: Row): Group => {
    const key = keyOf(row);
    const group = groups.get(key) ?? { systolic: [], diastolic: [], listed: { systolic: [], diastolic: [] } };
    groups.set(key, group);
    return group;
  };
  const collect = (side: Side, series: Series | undefined): void => {
    series?.rows.forEach((row, index) => {
      groupOf(row)[side].push(row);
      indices.set(row, index);
    });
    for (const row of series?.listed ?? []) if (keyOf(row) === row.id) groupOf(row).listed[side].push(row);
  };
  collect('systolic', systolic);
  collect('diastolic', diastolic);
  const unclear = new Set([...groups].flatMap(([key, group]) => (isClear(group) ? [] : [key])));
  const open = [...groups.values()].flatMap(pairsOfGroup);
  const pairKeyOf = pairKeys(keyOf, unclear);
  const listed = [
    ...systolic.listed.map((row): OpenPair => ({ systolic: row, diastolic: undefined })),
    ...(diastolic?.listed ?? []).map((row): OpenPair => ({ systolic: undefined, diastolic: row })),
  ];
  completeRepeats(open, listed, pairKeyOf);
  const pairs = open.toSorted(
    (a, b) => pairTimeMs(a) - pairTimeMs(b) || pairPrecedence(a) - pairPrecedence(b),
  );
  const indicesOf = (side: Side): Int32Array =>
    Int32Array.from(pairs, ({ [side]: row }) => (row && indices.get(row)) ?? -1);
  return {
    systolic: indicesOf('systolic'),
    diastolic: indicesOf('diastolic'),
    sentApart: new Set(pairs.flatMap(({ isSentApart }, i) => (isSentApart ? [i] : []))),
    keyOf: pairKeyOf,
  };
}

/**
 * Returns the keys of pairs. Where nobody knows which values belong together, each side has a key of its own, also in one
 * Observation. It is a function of its own, so that the keys hold none of the rows they were made from.
 */
const pairKeys =
  (keyOf: (row: Row) => string, unclear: ReadonlySet<string>) =>
  (row: Row): string =>
    unclear.has(keyOf(row)) ? `${keyOf(row)} ${row.id} ${row.kind.component}` : keyOf(row);

/**
 * The key of a row that was sent alone is its instant, or the instant of its encounter when there are several. The key of
 * any other row is its Observation, of which one side may be the value and the other side a component.
 */
function keysOf(sides: readonly Series[]): (row: Row) => string {
  const withPart = idsOfValuesWithPart(sides);
  const isAlone = (row: Row): boolean => isLone(row) && !withPart.has(row.id);
  const encounters = new Map<number, string>();
  const several = new Set<number>();
  for (const { rows, listed } of sides)
    for (const row of [...rows.filter(isAlone), ...listed.filter(isAlone)]) {
      const { encounter } = row.kind;
      const known = encounters.get(row.timeMs) ?? '';
      if (encounter !== '' && known !== '' && known !== encounter) several.add(row.timeMs);
      encounters.set(row.timeMs, known || encounter);
    }
  return (row) => {
    const { id, kind, timeMs, effective } = row;
    if (!isAlone(row)) return id === '' ? `\n${effective}` : id;
    // A value that no longer counts would stand beside one that does.
    if (kind.reason === 'replaced') return `\n${timeMs} ${kind.reason}`;
    return several.has(timeMs) ? `\n${timeMs} ${kind.encounter || id}` : `\n${timeMs}`;
  };
}

/** Returns the ids of the Observations with one side as their value and another as a component. Most records have none. */
function idsOfValuesWithPart(sides: readonly Series[]): ReadonlySet<string> {
  const idsWhere = (accepts: (row: Row) => boolean): readonly string[] =>
    sides
      .flatMap(({ rows, listed }) => [...rows.filter(accepts), ...listed.filter(accepts)])
      .map(({ id }) => id);
  const values = new Set(idsWhere(isLone));
  values.delete('');
  return values.size === 0
    ? values
    : new Set(idsWhere(({ kind, id }) => kind.component !== '' && values.has(id)));
}

/** The final reading with the strongest flag comes last at its time, so that it is the one that is shown. */
export const pairPrecedence = ({ systolic, diastolic }: PressureRowPair): number =>
  Math.min(...[systolic, diastolic].map((row) => (row ? Math.floor(precedenceOf(row) / 100) : 1))) * 100 +
  Math.max(...[systolic, diastolic].map((row) => (row ? precedenceOf(row) % 100 : 0)));

type Sides = { readonly [side in Side]: Row[] };
/** These are the drawn rows that share a key, and the listed ones of the same Observation. */
type Group = Sides & { readonly listed: Sides };

/** Nobody knows which two of several different values at one instant, or in one Observation, belong together. */
const isClear = (group: Group): boolean =>
  (['systolic', 'diastolic'] as const).every((side) => {
    const [first, ...others] = [...group[side], ...group.listed[side]];
    return others.every((row) => isIdenticalResult(first!, row));
  });

function pairsOfGroup(group: Group): OpenPair[] {
  const { systolic, diastolic } = group;
  if (isClear(group))
    return Array.from({ length: Math.max(systolic.length, diastolic.length) }, (_, i) => ({
      systolic: systolic[i],
      diastolic: diastolic[i],
    }));
  return [
    ...systolic.map((row) => ({ systolic: row, diastolic: undefined })),
    ...diastolic.map((row) => ({ systolic: undefined, diastolic: row })),
  ];
}

const isDrawn = ({ kind }: Row): boolean => kind.drawing !== 'listed';

/**
 * Completes the pairs that have one side: a drawn side that repeats the side of a whole pressure at its time is that
 * pressure, sent once more in part. Another side that was recorded at its time was sent apart, unless it is listed in the same
 * pressure. `others` stand at those times too, and are not changed.
 */
export function completeRepeats(
  pairs: readonly OpenPair[],
  others: readonly PressureRowPair[] = [],
  keyOf: (row: Row) => unknown = () => Number.NaN,
): void {
  const halves = pairs.filter((one) => !one.systolic || !one.diastolic);
  if (halves.length === 0) return;
  const atTime = new Map<number, PressureRowPair[]>(halves.map((one) => [pairTimeMs(one), []]));
  for (const one of [...pairs, ...others]) atTime.get(pairTimeMs(one))?.push(one);
  for (const half of halves) {
    const [side, missing] = half.systolic
      ? (['systolic', 'diastolic'] as const)
      : (['diastolic', 'systolic'] as const);
    const row = half[side]!;
    const concurrent = atTime.get(row.timeMs)!.filter((one) => one[missing] && isRecorded(one[missing]));
    const isOwn = ({ [missing]: other }: PressureRowPair): boolean =>
      !isDrawn(other!) && keyOf(other!) === keyOf(row);
    if (row.kind.precision !== 'instant' || concurrent.length === 0 || concurrent.some(isOwn)) continue;
    const whole = concurrent.find(
      (one) => one[side] && isDrawn(row) && isDrawn(one[missing]!) && isIdenticalResult(one[side], row),
    );
    if (whole === undefined) half.isSentApart = true;
    else half[missing] = whole[missing];
  }
}

/** Returns the time of a pair in epoch ms, which is that of each of its sides. */
export const pairTimeMs = ({ systolic, diastolic }: PressureRowPair): number =>
  (systolic ?? diastolic)?.timeMs ?? Number.NaN;
