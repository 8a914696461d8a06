/** This file finds the series of a record that may hold results of one measure, although no line joins them (rule 18). */
import { catalogMatch } from '../../catalog/catalog.ts';
import { namedSpecimen } from '../../observation/identity/specimenKind.ts';
import type { RowKind } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';

const LOINC = 'http://loinc.org';
/** A code of these beside an unknown one is mostly the general code that the profile of vital signs asks for (decision 75). */
const OF_BODY = /^(?:Circ|Intens)/;

const newestKind = ({ rows, listed }: Series): RowKind | undefined => (rows.at(-1) ?? listed.at(0))?.kind;

/** Returns the measure of which a series may be: its code says two, or stands beside a code that the catalog does not know. */
function perhapsOf(baseId: string, { codeSystem, code, codeText }: RowKind): string | undefined {
  const [, suffix] = /~(two measures|\d+-\d)$/.exec(baseId) ?? [];
  if (suffix === undefined || codeSystem !== LOINC) return undefined;
  const target = catalogMatch(code)?.target;
  const isOther = OF_BODY.test(target?.analyte.group ?? '') || namedSpecimen(codeText) !== '';
  return isOther && /\d$/.test(suffix) ? undefined : target?.id;
}

const nameIn = (name: string, unit: string): string => `${name.toLowerCase()}\n${unit}`;
const unitOf = ({ unit, unitCode }: RowKind): string => unit || unitCode;

type Lists<Of, T> = Map<Of, T[]>;

function addTo<Of, T>(lists: Lists<Of, T>, key: Of, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

/** Returns the measures of the catalog by the names and units with which they came. */
function measuresByName(all: readonly Series[]): Lists<string, string> {
  const byName: Lists<string, string> = new Map();
  for (const one of all) {
    const kind = one.analyteId === '' ? undefined : newestKind(one);
    if (kind === undefined) continue;
    for (const name of [one.name, kind.codeText])
      for (const unit of [one.unit, unitOf(kind)]) addTo(byName, nameIn(name, unit), one.baseId ?? one.id);
  }
  return byName;
}

/** Returns what a series measures or may measure. A LOINC says it itself, and so does a word behind another code. */
function measuresOf(one: Series, byName: Lists<string, string>): ReadonlySet<string> {
  const { baseId = one.id, analyteId, rows, unit } = one;
  const kind = analyteId === '' ? newestKind(one) : undefined;
  if (kind === undefined) return new Set([baseId]);
  const perhaps = perhapsOf(baseId, kind);
  if (perhaps !== undefined) return new Set([baseId, perhaps]);
  const isByName = kind.codeSystem !== LOINC && !baseId.includes('~') && rows.length > 0 && unit !== '';
  return new Set([baseId, ...((isByName && byName.get(nameIn(kind.codeText, unitOf(kind)))) || [])]);
}

type Measures = {
  readonly of: ReadonlyMap<Series, ReadonlySet<string>>;
  readonly series: ReadonlyMap<string, readonly Series[]>;
};
const measures = new WeakMap<readonly Series[], Measures>();

/** Returns what all series of a record measure or may measure. Every tile asks, so it is found once. */
function measuresIn(all: readonly Series[]): Measures {
  const known = measures.get(all);
  if (known !== undefined) return known;
  const byName = measuresByName(all);
  const of = new Map(all.map((one) => [one, measuresOf(one, byName)]));
  const series: Lists<string, Series> = new Map();
  for (const [one, ids] of of) for (const id of ids) addTo(series, id, one);
  const made = { of, series };
  measures.set(all, made);
  return made;
}

/**
 * Returns the series that may hold results of the same measure: those in another unit, with an unclear code, or with a code of the
 * laboratory alone. One test may come with its LOINC at one time and without it at another, and is then known by its name and its unit.
 * These join no results, and yet an old one must not look like the newest.
 */
export function relatedSeries(sides: readonly Series[], all: readonly Series[]): readonly Series[] {
  const { of, series } = measuresIn(all);
  const ids = sides.flatMap((side) => [...(of.get(side) ?? [side.baseId ?? side.id])]);
  const related = new Set(ids.flatMap((id) => series.get(id) ?? []));
  return [...related].filter((one) => !sides.includes(one));
}
