import { useCallback, useEffect, type RefObject } from 'react';
import { dateText, dateTimeText } from '../../charts/format/format.ts';
import { INSET, type Frame } from '../../charts/axis/frame.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { wallClockMs } from '../../charts/format/timeZone.ts';
import { indicesInWindow } from '../../clinical/series/inWindow.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { roundPx } from '../../charts/axis/scale.ts';
import { isShortcutAllowed } from '../../ui/keyboard/shortcutGuard.ts';
import {
  isCursorWithin,
  moveCursor,
  type SharedCursor,
  useIsCursorAnnounced,
  useSharedCursor,
} from '../../parts/timeWindow/cursorStore.ts';
import { useZoomAnchor } from '../../parts/timeWindow/zoomAnchor.ts';
import styles from './OverviewCursor.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type OverviewCursorProps = {
  /** Contains every curve that shares the frame. Each plot draws its own line at its `--cursor`. */
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame;
  readonly series: readonly Series[];
};

/** Results of one quarter of an hour share a stop of the cursor in a window of days, and results of one day in a longer one. */
const stopLengthMs = ({ startMs, endMs }: Frame): number =>
  endMs - startMs <= 10 * DAY_MS ? DAY_MS / 96 : DAY_MS;

/** Returns the middle of a day, month or year, where it is drawn. In another zone its first moment is the day before (rule 44). */
function rowMomentMs(row: Row, timeZone: string): number {
  if (row.kind.precision === 'instant') return row.timeMs;
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  return (fromMs + toMs) / 2;
}

/** Returns the moments in the window at which the cursor stops, oldest first. */
export function cursorMomentsIn(series: readonly Series[], frame: Frame): readonly number[] {
  const newestByStop = new Map<number, number>();
  for (const one of series) {
    const [from, to] = indicesInWindow(one, frame.startMs, frame.endMs);
    for (let i = from; i < to; i++) {
      const timeMs = rowMomentMs(one.rows.at(i)!, frame.timeZone);
      if (timeMs < frame.startMs || timeMs > frame.endMs) continue;
      const stop = Math.floor(wallClockMs(timeMs, frame.timeZone) / stopLengthMs(frame));
      newestByStop.set(stop, Math.max(newestByStop.get(stop) ?? -Infinity, timeMs));
    }
  }
  return [...newestByStop.values()].toSorted((a, b) => a - b);
}

const timeAtPx = (frame: Frame, px: number, widthPx: number): number => {
  const insideWidthPx = widthPx - INSET.left - INSET.right;
  return frame.startMs + ((px - INSET.left) / insideWidthPx) * (frame.endMs - frame.startMs);
};

/** Returns the moment under the pointer over a curve, a time axis or the ribbon; undefined beside them. */
function timeAtPointer({ target, clientX }: PointerEvent, frame: Frame): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const axis = target.closest<HTMLElement>('[data-time-width]');
  const plot = axis ?? target.closest('a, section')?.querySelector<HTMLElement>('[data-plot]');
  if (!plot) return undefined;
  // A plot that is wider than the frame, as the ribbon is, names its width.
  const plotWidthPx = Number(axis?.dataset['timeWidth'] ?? plot.dataset['plot']) || frame.widthPx;
  const timeMs = timeAtPx(frame, clientX - plot.getBoundingClientRect().left, plotWidthPx);
  return timeMs >= frame.startMs && timeMs <= frame.endMs ? timeMs : undefined;
}

/** A slider uses the arrow keys for its own steps. */
const isCursorKey = (event: KeyboardEvent): boolean =>
  isShortcutAllowed(event) && !(event.target instanceof Element && event.target.closest('[role=slider]'));

/** Hides the long texts of the focused tile, because they cover a part of its curve (WCAG 1.4.13). */
function dismissTileText({ key, target }: KeyboardEvent): void {
  if (key !== 'Escape' || !(target instanceof HTMLElement) || !target.dataset['series']) return;
  target.dataset['plain'] = '';
  target.addEventListener('blur', () => delete target.dataset['plain'], { once: true });
}

/** Shows the date at the cursor. It is announced when a key moved the cursor, unless another part announces it with its values. */
function CursorDate({ frame, cursor }: { readonly frame: Frame; readonly cursor: SharedCursor | undefined }) {
  const isAnnouncedElsewhere = useIsCursorAnnounced();
  const timeText = frame.endMs - frame.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const text = isCursorWithin(cursor, frame)
    ? `At ${timeText(cursor.timeMs, 'instant', frame.timeZone)}`
    : '';
  const isAnnounced = text !== '' && cursor?.isMovedByKey === true && !isAnnouncedElsewhere;
  return (
    <>
      {/* A live region that is mounted together with its text is not announced, so this one is always there. */}
      <output className={isAnnounced ? styles.date : styles.silent}>{isAnnounced && text}</output>
      {text !== '' && !isAnnounced && <span className={styles.date}>{text}</span>}
    </>
  );
}

const KEY_STEPS: Readonly<
  Record<string, (moments: readonly number[], fromMs: number) => number | undefined>
> = {
  ArrowLeft: (moments, fromMs) => moments.findLast((timeMs) => timeMs < fromMs),
  ArrowRight: (moments, fromMs) => moments.find((timeMs) => timeMs > fromMs),
  Home: ([first]) => first,
  End: (moments) => moments.at(-1),
};

/** Places the line of the cursor in each curve and in the ribbon, or hides it. Nothing is drawn anew for that. */
function placeCursorLines(container: HTMLElement, cursorPx: number | undefined, widthPx: number): void {
  // The ribbon is wider than a curve, so it needs the place of the cursor as a fraction of the axis.
  const fraction = ((cursorPx ?? 0) - INSET.left) / (widthPx - INSET.left - INSET.right);
  for (const { style } of container.querySelectorAll<HTMLElement>('[data-plot], [data-time-width]')) {
    style.setProperty('--cursor', `${cursorPx ?? 0}px`);
    style.setProperty('--cursor-part', String(fraction));
    style.setProperty('--cursor-width', cursorPx === undefined ? '0' : 'var(--stroke-cursor)');
  }
}

/** Moves one cursor through every curve (rule 9): with the pointer, by arrow keys from result to result, by Home and End to the ends. */
export function OverviewCursor({ container, frame, series }: OverviewCursorProps) {
  const cursor = useSharedCursor();
  const fromMs = cursor?.timeMs ?? Infinity;
  useEffect(() => () => moveCursor(undefined), []);
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const move = (event: PointerEvent): void => {
      const timeMs = timeAtPointer(event, frame);
      if (timeMs !== undefined) moveCursor({ timeMs, isMovedByKey: false });
    };
    // A finger that only taps sends no pointermove.
    element.addEventListener('pointerdown', move);
    element.addEventListener('pointermove', move);
    return () => {
      element.removeEventListener('pointerdown', move);
      element.removeEventListener('pointermove', move);
    };
  }, [container, frame]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const nextMoment = KEY_STEPS[event.key];
      if (!nextMoment || !isCursorKey(event)) return;
      event.preventDefault();
      const timeMs = nextMoment(cursorMomentsIn(series, frame), fromMs);
      if (timeMs !== undefined) moveCursor({ timeMs, isMovedByKey: true });
    },
    [series, frame, fromMs],
  );
  useEffect(() => {
    addEventListener('keydown', onKeyDown);
    addEventListener('keydown', dismissTileText);
    return () => {
      removeEventListener('keydown', onKeyDown);
      removeEventListener('keydown', dismissTileText);
    };
  }, [onKeyDown]);
  const isVisible = isCursorWithin(cursor, frame);
  useZoomAnchor(isVisible ? cursor.timeMs : undefined, cursor?.isMovedByKey === true);
  const cursorPx = isVisible ? roundPx(frame.x(cursor.timeMs)) : undefined;
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const place = (): void => placeCursorLines(element, cursorPx, frame.widthPx);
    place();
    if (cursorPx === undefined) return undefined;
    // A curve that comes while the cursor stands has its line too.
    const observer = new MutationObserver(place);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [container, cursorPx, frame.widthPx]);
  return <CursorDate {...{ frame, cursor }} />;
}
