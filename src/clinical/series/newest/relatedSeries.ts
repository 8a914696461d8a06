/** This file finds the series of a record that may hold results of one measure, although no line joins them (rule 18). */
import { catalogMatch } from '../../catalog/catalog.ts';
import { isOfBody } from '../../observation/identity/seriesIdentity.ts';
import { namedSpecimen } from '../../observation/identity/specimenKind.ts';
import type { RowKind } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';

/** The code of the catalog says two measures, or stands beside one that the catalog does not know. */
const UNCLEAR = /~(?:two measures|\d+-\d)$/;

/**
 * Returns the measure that a code of the catalog says while it is no measure of the catalog. Beside an unknown code, that of a pressure is
 * mostly the general one that the profile of vital signs asks for (decision 75).
 */
function perhapsOf(baseId: string, { code, codeText }: RowKind): string | undefined {
  const target = UNCLEAR.test(baseId) ? catalogMatch(code)?.target : undefined;
  if (target === undefined || baseId.endsWith('s')) return target?.id;
  return isOfBody(target) || namedSpecimen(codeText) !== '' ? undefined : target.id;
}

/**
 * Returns what a series measures or may measure, and the names by which a code of a laboratory may mean the same as one of the catalog. A LOINC
 * says itself what it means, and so does a word behind a code. A series that is `asked` looks for the other kind of code alone: any number of
 * codes of a laboratory may have one name.
 */
function measuresOf(
  { id, baseId = id, analyteId, name, rows, listed }: Series,
  asked: boolean,
): readonly string[] {
  const kind = (rows.at(-1) ?? listed.at(0))?.kind;
  const isUnknown = analyteId === '';
  if (kind === undefined) return [baseId];
  if (isUnknown && kind.codeSystem === 'http://loinc.org')
    return [baseId, (!asked && perhapsOf(baseId, kind)) || baseId];
  if (isUnknown && baseId.includes('~')) return [baseId];
  const side = `${isUnknown === asked}\n${kind.unit || kind.unitCode}\n`;
  return [baseId, ...[name, kind.codeText].map((one) => side + one.toLowerCase())];
}

const byMeasure = new WeakMap<readonly Series[], ReadonlyMap<string, readonly Series[]>>();

/** Returns the series of a record by what they measure or may measure. Every tile asks, so it is found once. */
function seriesByMeasure(all: readonly Series[]): ReadonlyMap<string, readonly Series[]> {
  const known = byMeasure.get(all);
  if (known !== undefined) return known;
  const made = new Map<string, Series[]>();
  for (const one of all)
    for (const measure of new Set(measuresOf(one, false))) {
      const same = made.get(measure);
      if (same === undefined) made.set(measure, [one]);
      else same.push(one);
    }
  byMeasure.set(all, made);
  return made;
}

/**
 * Returns the series that may hold results of the same measure: those in another unit, with an unclear code, or with a code of the
 * laboratory alone. One test may come with its LOINC at one time and without it at another, and is then known by its name and its unit.
 * These join no results, and yet an old one must not look like the newest. Two measures of the catalog are two, whatever they are called.
 */
export function relatedSeries(sides: readonly Series[], all: readonly Series[]): readonly Series[] {
  const related = sides.flatMap((side) =>
    measuresOf(side, true).flatMap((measure) => seriesByMeasure(all).get(measure) ?? []),
  );
  return [...new Set(related)].filter((one) => !sides.includes(one));
}
