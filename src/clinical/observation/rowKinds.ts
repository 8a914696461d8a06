import { fnv1aHash } from '../fhirElements/hash.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import type { RowKind } from './resultRow.ts';
import type { UnitFitKind } from '../units/units.ts';

/** Which series a row belongs to. */
export type SeriesKey = {
  /** What was measured, without a suffix for the unit. */
  readonly baseId: string;
  readonly target: AnalyteTarget | undefined;
  /** UCUM where known, else as sent. */
  readonly unit: string;
  readonly fit: UnitFitKind;
  /** A text has no unit: it stands with the main series of what was measured. */
  readonly isNumber: boolean;
};

type Interned = {
  readonly kind: { -readonly [K in keyof RowKind]: RowKind[K] };
  readonly place: SeriesKey;
  readonly key: string;
  readonly hash: number;
  readonly number: number;
};

/** The distinct kinds of one record: 100,000 rows share a few hundred of them. */
export type RowKinds = {
  /** The one object for everything that these rows have in common. */
  readonly intern: (kind: RowKind, place: SeriesKey) => RowKind;
  /** The kind with this number. */
  readonly at: (number: number) => RowKind;
};

const interned = new WeakMap<RowKind, Interned>();

/** A new table; it lives and ends with the record whose texts it holds. */
export function createRowKinds(): RowKinds {
  const byKey = new Map<string, RowKind>();
  const all: RowKind[] = [];
  return {
    intern(kind, place) {
      const key = keyOf(kind, place);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      byKey.set(key, kind);
      interned.set(kind, { kind, place, key, hash: fnv1aHash(key), number: all.push(kind) - 1 });
      return kind;
    },
    at: (number) => all[number]!,
  };
}

function find(kind: RowKind): Interned {
  const found = interned.get(kind);
  if (found === undefined) throw new Error('A row kind that no table of kinds has made.');
  return found;
}

export const seriesKeyOf = (kind: RowKind): SeriesKey => find(kind).place;

/** Its place in the table that made it. */
export const indexOfKind = (kind: RowKind): number => find(kind).number;

/** The same for the same content, whatever came before: orders rows that are alike in all else. */
export const keyOfKind = (kind: RowKind): string => interned.get(kind)?.key ?? '';

/** As the key, in 32 bits. */
export const hashOfKind = (kind: RowKind): number => find(kind).hash;

/** Of a code that the catalog does not know, the series id shows only once all its units are known. */
export const setSeriesId = (kind: RowKind, seriesId: string): void => {
  find(kind).kind.seriesId = seriesId;
};

function keyOf(kind: RowKind, place: SeriesKey): string {
  const { band } = kind;
  const shared = `${place.baseId}\n${place.unit}\n${place.fit}\n${place.isNumber}\n${band?.low}\n${band?.high}\n${band?.isFromText}`;
  const code = `${kind.component}\n${kind.codeSystem}\n${kind.code}\n${kind.codeText}\n${kind.status}\n${kind.comparator}`;
  const unit = `${kind.unit}\n${kind.unitCode}\n${kind.rangeLow}\n${kind.rangeHigh}\n${kind.rangeText}\n${kind.flag}`;
  const drawn = `${kind.flagText}\n${kind.outsideRange}\n${kind.precision}\n${kind.drawing}\n${kind.reason}\n${kind.isConverted}`;
  return `${shared}\n${code}\n${unit}\n${drawn}\n${kind.isParsedFromText}\n${kind.context}\n${kind.method}\n${kind.absentReason}\n${kind.isVitalSign}\n${kind.hasNote}\n${kind.encounter}`;
}
