import { fnv1aHash } from '../fhirElements/hash.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import type { RowKind } from './resultRow.ts';
import type { UnitFitKind } from '../units/units.ts';

/** The series key decides which series a row belongs to. */
export type SeriesKey = {
  /** This is the series id of what was measured, without a suffix for the unit. */
  readonly baseId: string;
  readonly target: AnalyteTarget | undefined;
  /** These words tell the series of an unknown code from others of its code; mostly ''. They are part of `baseId`. */
  readonly variant: string;
  /** This is the unit in UCUM when it is known, else as it was sent. */
  readonly unit: string;
  readonly fit: UnitFitKind;
  /** A text has no unit, so it stands with the main series of what was measured. */
  readonly isNumber: boolean;
};

type Interned = {
  readonly kind: { -readonly [K in keyof RowKind]: RowKind[K] };
  readonly seriesKey: SeriesKey;
  readonly key: string;
  readonly hash: number;
  readonly index: number;
};

/** Most rows are of the kind of the one before that says the same beside its value. */
export type KeptKind = { kind?: RowKind | undefined };

/** One table holds the distinct kinds of one record: 100,000 rows share a few hundred of them. */
export type RowKinds = {
  /**
   * Returns the one object for everything that these rows have in common. It is kept in `keeping` for the next row that shares what
   * was read beside the value, and must be of this table.
   */
  readonly intern: (kind: RowKind, seriesKey: SeriesKey, keeping?: KeptKind) => RowKind;
  /** Returns the kind with this index. */
  readonly at: (index: number) => RowKind;
};

const interned = new WeakMap<RowKind, Interned>();

/** Returns a new table. It lives and ends with the record whose texts it holds. */
export function createRowKinds(): RowKinds {
  const byKey = new Map<string, RowKind>();
  const kinds: RowKind[] = [];
  return {
    intern(kind, seriesKey, keeping = {}) {
      const near = keeping.kind;
      if (near && isSame(kind, near) && isSame(seriesKey, seriesKeyOf(near))) return near;
      const key = keyOf(kind, seriesKey);
      const known = (keeping.kind = byKey.get(key));
      if (known !== undefined) return known;
      byKey.set(key, kind);
      interned.set(kind, { kind, seriesKey, key, hash: fnv1aHash(key), index: kinds.push(kind) - 1 });
      return (keeping.kind = kind);
    },
    at: (index) => kinds[index]!,
  };
}

function find(kind: RowKind): Interned {
  const found = interned.get(kind);
  if (found === undefined) throw new Error('A row kind that no table of kinds has made.');
  return found;
}

/** Returns what decides the series of a kind. Throws for a kind that no table has interned. */
export const seriesKeyOf = (kind: RowKind): SeriesKey => find(kind).seriesKey;

/** Returns the index of a kind in its table. */
export const indexOfKind = (kind: RowKind): number => find(kind).index;

/**
 * Returns a text that is the same for the same content, whatever was read before. It orders rows that are alike in
 * all else.
 */
export const keyOfKind = (kind: RowKind): string => interned.get(kind)?.key ?? '';

/** Returns the key of a kind as a 32-bit hash. */
export const hashOfKind = (kind: RowKind): number => find(kind).hash;

/** Sets the series id of a kind: for a code that the catalog does not know it shows only when all units are known. */
export const setSeriesId = (kind: RowKind, seriesId: string): void => {
  find(kind).kind.seriesId = seriesId;
};

/**
 * Returns whether two say the same. That takes a fifth of the time of writing the key. The series id of a known kind may have been set, and
 * follows from the key of its series.
 */
function isSame<T extends object>(one: T, other: T): boolean {
  let name: keyof T;
  for (name in one) if (one[name] !== other[name] && name !== 'seriesId') return false;
  return true;
}

/** These are the fields of a kind in its key, behind those of its series and its band. */
const KEY_FIELDS: readonly (keyof RowKind)[] = [
  'component',
  'codeSystem',
  'code',
  'codeText',
  'status',
  'comparator',
  'unit',
  'unitCode',
  'rangeLow',
  'rangeHigh',
  'rangeText',
  'flag',
  'flagText',
  'outsideRange',
  'precision',
  'hasImpossibleTime',
  'drawing',
  'reason',
  'isConverted',
  'isParsedFromText',
  'check',
  'checkKind',
  'context',
  'method',
  'mark',
  'absentReason',
  'isVitalSign',
  'condition',
  'encounter',
  'measuredBy',
];

function keyOf(kind: RowKind, { baseId, variant, unit, fit, isNumber }: SeriesKey): string {
  const { band } = kind;
  const ofSeries = [baseId, variant, unit, fit, isNumber, band?.low, band?.high, band?.isFromText];
  return [...ofSeries, ...KEY_FIELDS.map((name) => kind[name])].map(String).join('\n');
}

/** Returns the id of a series. The units of a code that the catalog does not know are told apart when all of them are known (`columns.ts`). */
export function seriesIdOf({ baseId, unit, fit }: SeriesKey): string {
  if (fit === 'same' || fit === 'converted') return baseId;
  // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
  return fit === 'none' ? `${baseId}~no unit` : `${baseId}~${unit}`;
}
