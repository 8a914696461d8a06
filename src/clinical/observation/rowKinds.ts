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

/** One table holds the distinct kinds of one record: 100,000 rows share a few hundred of them. */
export type RowKinds = {
  /** Returns the one object for everything that these rows have in common. */
  readonly intern: (kind: RowKind, seriesKey: SeriesKey) => RowKind;
  /** Returns the kind with this index. */
  readonly at: (index: number) => RowKind;
};

const interned = new WeakMap<RowKind, Interned>();

/** Returns a new table. It lives and ends with the record whose texts it holds. */
export function createRowKinds(): RowKinds {
  const byKey = new Map<string, RowKind>();
  const kinds: RowKind[] = [];
  return {
    intern(kind, seriesKey) {
      const key = keyOf(kind, seriesKey);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      byKey.set(key, kind);
      interned.set(kind, { kind, seriesKey, key, hash: fnv1aHash(key), index: kinds.push(kind) - 1 });
      return kind;
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

function keyOf(kind: RowKind, seriesKey: SeriesKey): string {
  const { band } = kind;
  const shared = `${seriesKey.baseId}\n${seriesKey.unit}\n${seriesKey.fit}\n${seriesKey.isNumber}\n${band?.low}\n${band?.high}\n${band?.isFromText}`;
  const code = `${kind.component}\n${kind.codeSystem}\n${kind.code}\n${kind.codeText}\n${kind.status}\n${kind.comparator}`;
  const unit = `${kind.unit}\n${kind.unitCode}\n${kind.rangeLow}\n${kind.rangeHigh}\n${kind.rangeText}\n${kind.flag}`;
  const drawn = `${kind.flagText}\n${kind.outsideRange}\n${kind.precision}\n${kind.hasImpossibleTime}\n${kind.drawing}\n${kind.reason}\n${kind.isConverted}`;
  return `${shared}\n${code}\n${unit}\n${drawn}\n${kind.isParsedFromText}\n${kind.check}\n${kind.checkKind}\n${kind.context}\n${kind.method}\n${kind.mark}\n${kind.absentReason}\n${kind.isVitalSign}\n${kind.condition}\n${kind.encounter}\n${kind.measuredBy}`;
}

/** Returns the id of a series. The units of a code that the catalog does not know are told apart when all of them are known (`columns.ts`). */
export function seriesIdOf({ baseId, unit, fit }: SeriesKey): string {
  if (fit === 'same' || fit === 'converted') return baseId;
  // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
  return fit === 'none' ? `${baseId}~no unit` : `${baseId}~${unit}`;
}
