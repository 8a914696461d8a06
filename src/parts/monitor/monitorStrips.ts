/** Which curves are strips of a monitor, and which results stand beside them. */
import { countInWindow } from '../../clinical/series/inWindow.ts';
import { isMonitored } from '../../clinical/change/monitoringRhythm.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { isDrawnEntry, type DrawnEntry, type TileEntry } from '../results/tileLayout.ts';
import type { Layout } from '../results/useLayout.ts';

/** From the top; of one sign the first that is monitored: a pressure is that of the arterial line before that of the cuff. */
const SIGNS = ['hr', 'http://loinc.org|76215-3 bp-sys', 'spo2', 'rr', 'temp'];
/** Fewer are a measure that is watched, not a patient on a monitor. */
const MIN_SIGNS = 3;

const analyteOf = ({ id, series }: DrawnEntry): string => series.analyteId || id;

/**
 * The strips of a window in which a patient is monitored; none in any other. A sign that is then measured now and again, such as
 * a temperature, stands among them.
 */
export function monitorStripsIn(
  entries: readonly TileEntry[],
  { startMs, endMs }: TimeWindow,
): readonly DrawnEntry[] {
  const curves = entries.filter(isDrawnEntry);
  const isDense = ({ series }: DrawnEntry) => isMonitored(series, startMs, endMs);
  const signs = SIGNS.map((ids) =>
    ids.split(' ').flatMap((id) => curves.filter((entry) => analyteOf(entry) === id)),
  );
  const dense = signs.map((found) => found.find(isDense));
  if (dense.filter(Boolean).length < MIN_SIGNS) return [];
  return signs.flatMap((found, i) => {
    const sign = dense[i] ?? found.find(({ series }) => countInWindow(series, startMs, endMs) > 1);
    return sign ? [sign] : [];
  });
}

/** What is asked first beside a monitor. */
const SIDE_ANALYTES =
  'lactate ph-art pco2-art creat k na wbc hgb plt pct po2-art hco3-art glucose tbili inr crp bun'.split(' ');

/** What a tile has around its plot (useLayout.ts). */
const TILE_PX = 22;
/** Not there where the lanes of the monitor are. */
const RIBBON_PX = 96;
/** In px at a text size of 16 px: the axis, one strip, and what is kept for treatment and events under them. */
const SIZE = { axis: 16, least: 88, most: 128, lanes: 194, rule: 1, foot: 12 };

/** The strips take what the other parts of one screen leave them, in steps of four. */
export function monitorSize({ columnRoomPx, scale }: Layout, count: number) {
  const free = Math.floor((columnRoomPx + RIBBON_PX - SIZE.axis - SIZE.lanes - SIZE.foot) / count / 4) * 4;
  const strip = Math.max(SIZE.least, Math.min(SIZE.most, free));
  const height = SIZE.axis + count * (strip + SIZE.rule) + SIZE.lanes;
  return { stripPx: strip * scale, heightPx: height * scale };
}

/** The results beside the strips: as many as there is room for, what matters most in intensive care first. */
export function sideEntriesOf(
  curves: readonly TileEntry[],
  layout: Layout,
  strips: number,
): readonly TileEntry[] {
  if (layout.columns < 3) return [];
  const placeOf = (entry: TileEntry): number =>
    SIDE_ANALYTES.indexOf(isDrawnEntry(entry) ? analyteOf(entry) : entry.id);
  const tilePx = layout.plotHeightPx + TILE_PX * layout.scale;
  return curves
    .filter((entry) => placeOf(entry) >= 0)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .slice(0, Math.round(monitorSize(layout, strips).heightPx / tilePx));
}
