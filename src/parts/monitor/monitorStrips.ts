/** This file selects the curves that are strips of a monitor, and the results beside them. */
import { countInWindow } from '../../clinical/series/inWindow.ts';
import { isMonitored } from '../../clinical/series/gaps/monitoringRhythm.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { isDrawnEntry, type DrawnEntry, type TileEntry } from '../results/tileLayout.ts';
import type { Layout } from '../results/useLayout.ts';

/**
 * The strips have this order. If a line names several, the first monitored one is drawn: an arterial line
 * comes before a cuff.
 */
const SIGNS = [
  ['hr', 'hr-ox'],
  ['http://loinc.org|76215-3', 'bp-sys'],
  ['spo2'],
  ['rr'],
  ['temp', 'temp-core', 'temp-rect', 'temp-tymp', 'temp-oral', 'temp-ax', 'temp-temporal'],
];
/** Fewer signs mean that a measure is watched, not that a patient is on a monitor. */
const MIN_SIGNS = 3;

/** What a device is set to, or is to reach, is no sign (clinical/observation/identity/measurementKinds.ts). */
const isMeasured = ({ id }: DrawnEntry): boolean => !/~(?:alarm|setting|target)\b/.test(id);

const analyteOf = ({ id, series }: DrawnEntry): string => series.analyteId || id;

/**
 * Returns the strips of a window in which a patient is monitored, and none in any other. A sign that is then
 * measured only now and again, such as a temperature, is included.
 */
export function monitorStripsIn(
  entries: readonly TileEntry[],
  { startMs, endMs }: TimeWindow,
): readonly DrawnEntry[] {
  const curves = entries.filter(isDrawnEntry).filter(isMeasured);
  const isDense = ({ series }: DrawnEntry) => isMonitored(series, startMs, endMs);
  const signs = SIGNS.map((ids) => ids.flatMap((id) => curves.filter((entry) => analyteOf(entry) === id)));
  const dense = signs.map((candidates) => candidates.find(isDense));
  if (dense.filter(Boolean).length < MIN_SIGNS) return [];
  return signs.flatMap((candidates, i) => {
    const sign = dense[i] ?? candidates.find(({ series }) => countInWindow(series, startMs, endMs) > 1);
    return sign ? [sign] : [];
  });
}

/** These results are the first that are wanted beside a monitor. */
const SIDE_ANALYTES = [
  'lactate',
  'lactate-art',
  'lactate-bld',
  'lactate-ven',
  'ph-art',
  'pco2-art',
  'creat',
  'k',
  'k-bld',
  'na',
  'na-bld',
  'wbc',
  'hgb',
  'plt',
  'pct',
  'po2-art',
  'hco3-art',
  'glucose',
  'tbili',
  'inr',
  'crp',
  'bun',
];

/** A tile needs this height around its plot (useLayout.ts). */
const TILE_PX = 22;
/** The ribbon is absent while the lanes of the monitor are there, so its height is free. */
const RIBBON_PX = 96;
/** Sizes are in px at a text size of 16 px: the axis, one strip, and the room for the lanes below. */
const SIZE = { axis: 16, least: 88, most: 128, lanes: 194, rule: 1, foot: 12 };

/** The lanes have this height before they are read, in px at a text size of 16 px; the line at their foot has the rest. */
export const LANES_PX = 164;

/**
 * Returns the size of the strips, which take the room that other parts of the screen leave, in steps of 4 px.
 */
export function monitorSize({ columnRoomPx, scale }: Layout, count: number) {
  const free = Math.floor((columnRoomPx + RIBBON_PX - SIZE.axis - SIZE.lanes - SIZE.foot) / count / 4) * 4;
  const strip = Math.max(SIZE.least, Math.min(SIZE.most, free));
  const height = SIZE.axis + count * (strip + SIZE.rule) + SIZE.lanes;
  return { stripPx: strip * scale, heightPx: height * scale };
}

/**
 * Returns as many results as there is room for beside the strips, the most important in intensive care first.
 */
export function sideEntriesOf(
  curves: readonly TileEntry[],
  layout: Layout,
  strips: number,
): readonly TileEntry[] {
  if (layout.columns < 3) return [];
  const priorityOf = (entry: TileEntry): number =>
    SIDE_ANALYTES.indexOf(isDrawnEntry(entry) ? analyteOf(entry) : entry.id);
  const tilePx = layout.plotHeightPx + TILE_PX * layout.scale;
  return curves
    .filter((entry) => priorityOf(entry) >= 0)
    .toSorted((a, b) => priorityOf(a) - priorityOf(b))
    .slice(0, Math.round(monitorSize(layout, strips).heightPx / tilePx));
}
