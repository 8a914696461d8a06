import styles from './AxisBrush.module.css';

/** The ends of a marked period are fractions of the time axis, from 0 at its start to 1 at its end. */
type MarkedPeriod = { readonly from: number; readonly to: number };

/* oxlint-disable longview/texts-in-catalogs -- a selector and names of style properties */
const MARKED = `.${styles.marked}, [data-plot], [data-time-width]`;
const [BRUSH_FROM, BRUSH_TO] = ['--brush-from', '--brush-to'];
/* oxlint-enable longview/texts-in-catalogs */

/**
 * Shows in every curve and lane of the screen the period that a drag has marked so far; undefined takes the mark away. Each of them gets
 * it by itself: a property of the whole screen would style each of its elements anew with every move.
 */
export function showMarkedPeriod(on: Element, period: MarkedPeriod | undefined): void {
  for (const { style } of on.closest('main')?.querySelectorAll<HTMLElement>(MARKED) ?? [])
    if (period === undefined) {
      style.removeProperty(BRUSH_FROM);
      style.removeProperty(BRUSH_TO);
    } else {
      style.setProperty(BRUSH_FROM, String(period.from));
      style.setProperty(BRUSH_TO, String(period.to));
    }
}
