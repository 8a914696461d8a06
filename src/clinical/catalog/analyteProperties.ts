/** This file says what holds of an analyte on every screen: its group and order, its y range, and the gap that breaks its line. */
import { analytes, catalogMatch, targetOfId, isCountUnit } from './catalog.ts';
import type { Analyte, Bounds, UnitConversion, AnalyteTarget } from './analyteTarget.ts';
import { DAY_MS } from '../time/durations.ts';

const DEFAULT_MAX_GAP_DAYS = 400;

/** Returns the analyte of a catalog id. */
export const analyteOf = (id: string): Analyte | undefined => targetOfId(id)?.analyte;

/**
 * Returns the id that a series has today. A pin, a link or a view may have been made when the catalog did not know the
 * LOINC, so that the code was the id.
 */
export function currentSeriesId(id: string): string {
  const [, loinc] = /^http:\/\/loinc\.org\|(\d{1,7}-\d)$/.exec(id) ?? [];
  return (loinc === undefined ? undefined : catalogMatch(loinc)?.target.id) ?? id;
}

/** Returns what is known of a target, or of a series id without a suffix for a unit. */
export const knownAnalyteOf = (target: AnalyteTarget | undefined, baseId: string): Analyte | undefined =>
  target?.analyte ?? analyteOf(baseId);

type ClinicalPosition = Pick<Analyte, 'group' | 'order'>;

/** Returns the group and the place in the clinical order. A code that is not known comes last in its group. */
export function clinicalOrderOf(
  target: AnalyteTarget | undefined,
  baseId: string,
  isVital: boolean,
): ClinicalPosition {
  const known = knownAnalyteOf(target, baseId);
  if (known !== undefined) return { group: known.group, order: known.order + (target?.variant ? 1 : 0) };
  // oxlint-disable-next-line longview/texts-in-catalogs -- names of the groups of the catalog
  const group = isVital ? 'Circulation and body' : 'Other results';
  const last = analytes.findLast((analyte) => analyte.group === group) ?? analytes.at(-1);
  return { group, order: (last?.order ?? 0) + 9 };
}

/** Returns the y range that is fixed beforehand (rule 4), in `unit`; undefined when there is none for that unit. */
export function axisOf(target: AnalyteTarget | undefined, baseId: string, unit: string): Bounds | undefined {
  const axis = knownAnalyteOf(target, baseId)?.axis;
  if (target === undefined || unit === target.unit) return axis;
  const conversion = target.conversions.get(unit);
  return conversion && boundsInUnit(axis, conversion);
}

/**
 * Returns whether a value moves less than a mistake of unit does: the body keeps the analyte within narrow limits, or the
 * unit counts cells in thousands. Weight and height have no fixed range. Others rise a hundredfold in illness, and their fixed
 * range begins at 0 or below.
 */
export function isSteady(target: AnalyteTarget | undefined, unit: string): boolean {
  const axis = target?.analyte.axis;
  if (axis === undefined) return target?.unit === 'kg' || target?.unit === 'cm';
  return axis[0] > 0 || isCountUnit(unit);
}

/** Returns bounds of a target in another unit that fits it. */
export const boundsInUnit = (
  bounds: Bounds | undefined,
  { factor, offset }: UnitConversion,
): Bounds | undefined => bounds && [(bounds[0] - offset) / factor, (bounds[1] - offset) / factor];

/** Returns the gap in ms that breaks the line of a measure when it is longer (rule 6). */
export const maxGapMsOf = (target: AnalyteTarget | undefined, baseId: string): number =>
  (knownAnalyteOf(target, baseId)?.maxGapDays || DEFAULT_MAX_GAP_DAYS) * DAY_MS;
