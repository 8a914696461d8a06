/** How a line stands on the screen: its group and place, y range, and the silence that breaks it. */
import { analytes } from './catalog.ts';
import type { Analyte, Bounds, UnitConversion, AnalyteTarget } from './analyteTarget.ts';
import { DAY_MS } from '../time/durations.ts';

const USUAL_GAP_DAYS = 400;

/** The analyte of a catalog id, or of the series id of a code that is placed without being in the catalog. */
export const analyteOf = (id: string): Analyte | undefined => analytes.find((analyte) => analyte.id === id);

/** What is known of a line. `base` is its series id without a suffix for a unit. */
export const knownAnalyteOf = (target: AnalyteTarget | undefined, base: string): Analyte | undefined =>
  target?.analyte ?? analyteOf(base);

type Standing = Pick<Analyte, 'group' | 'order'>;

/** Group and place in the clinical order. */
export function clinicalOrderOf(target: AnalyteTarget | undefined, base: string, isVital: boolean): Standing {
  const known = knownAnalyteOf(target, base);
  if (known !== undefined) return { group: known.group, order: known.order + (target?.variant ? 1 : 0) };
  const group = isVital ? 'Circulation and body' : 'Other results';
  const last = analytes.findLast((analyte) => analyte.group === group);
  return { group, order: (last?.order ?? 0) + 9 };
}

/** Rule 4: the y range fixed beforehand, in `unit`; undefined where there is none for that unit. */
export function axisOf(target: AnalyteTarget | undefined, base: string, unit: string): Bounds | undefined {
  const axis = knownAnalyteOf(target, base)?.axis;
  if (target === undefined || unit === target.unit) return axis;
  const conversion = target.conversions.get(unit);
  return conversion && boundsInUnit(axis, conversion);
}

/** Bounds of a line in another unit that fits it. */
export const boundsInUnit = (
  bounds: Bounds | undefined,
  { factor, offset }: UnitConversion,
): Bounds | undefined => bounds && [(bounds[0] - offset) / factor, (bounds[1] - offset) / factor];

/** Rule 6: a longer silence than this breaks the line of this measure. In ms. */
export const maxGapMsOf = (target: AnalyteTarget | undefined, base: string): number =>
  (knownAnalyteOf(target, base)?.maxGapDays || USUAL_GAP_DAYS) * DAY_MS;
