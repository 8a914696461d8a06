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
  /** Holds every curve that shares the frame; each plot draws the line at `--cursor` for itself. */
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame;
  readonly series: readonly Series[];
};

/** In a window of days every moment counts, else the day. */
const stepMs = ({ startMs, endMs }: Frame): number => (endMs - startMs <= 10 * DAY_MS ? DAY_MS / 96 : DAY_MS);

/** Of a day, month or year the middle, where it is drawn: its first moment in another zone is the day before (rule 44). */
function momentOf(row: Row, timeZone: string): number {
  if (row.kind.precision === 'instant') return row.timeMs;
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  return (fromMs + toMs) / 2;
}

/** The moments in the window that hold a result, oldest first; the results of one day, or quarter of an hour, are one. */
export function momentsIn(series: readonly Series[], frame: Frame): readonly number[] {
  const newest = new Map<number, number>();
  for (const one of series) {
    const [from, to] = indicesInWindow(one, frame.startMs, frame.endMs);
    for (let i = from; i < to; i++) {
      const timeMs = momentOf(one.rows.at(i)!, frame.timeZone);
      if (timeMs < frame.startMs || timeMs > frame.endMs) continue;
      const step = Math.floor(wallClockMs(timeMs, frame.timeZone) / stepMs(frame));
      newest.set(step, Math.max(newest.get(step) ?? -Infinity, timeMs));
    }
  }
  return [...newest.values()].toSorted((a, b) => a - b);
}

const timeAt = (frame: Frame, px: number, widthPx: number): number => {
  const width = widthPx - INSET.left - INSET.right;
  return frame.startMs + ((px - INSET.left) / width) * (frame.endMs - frame.startMs);
};

/** The moment under the pointer: of a curve, of a time axis or of the ribbon, which is wider; undefined beside them. */
function pointedAt({ target, clientX }: PointerEvent, frame: Frame): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const axis = target.closest<HTMLElement>('[data-time-width]');
  const plot = axis ?? target.closest('a, section')?.querySelector<HTMLElement>('[data-plot]');
  if (!plot) return undefined;
  // A plot that is not as wide as the frame says how wide it is.
  const width = Number(axis?.dataset['timeWidth'] ?? plot.dataset['plot']) || frame.widthPx;
  const timeMs = timeAt(frame, clientX - plot.getBoundingClientRect().left, width);
  return timeMs >= frame.startMs && timeMs <= frame.endMs ? timeMs : undefined;
}

/** A slider has its own steps. */
const isOurs = (event: KeyboardEvent): boolean =>
  isShortcutAllowed(event) && !(event.target instanceof Element && event.target.closest('[role=slider]'));

/** The long words of a tile that has the focus cover a part of its curve until they are dismissed (WCAG 1.4.13). */
function dismiss({ key, target }: KeyboardEvent): void {
  if (key !== 'Escape' || !(target instanceof HTMLElement) || !target.dataset['series']) return;
  target.dataset['plain'] = '';
  target.addEventListener('blur', () => delete target.dataset['plain'], { once: true });
}

/** Where the cursor stands; said when a key moved it, unless another part says it together with what was measured then. */
function CursorDate({ frame, cursor }: { readonly frame: Frame; readonly cursor: SharedCursor | undefined }) {
  const isReadAloud = useIsCursorAnnounced();
  const text = frame.endMs - frame.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const words = isCursorWithin(cursor, frame) ? `At ${text(cursor.timeMs, 'instant', frame.timeZone)}` : '';
  const isSaid = words !== '' && cursor?.isMovedByKey === true && !isReadAloud;
  return (
    <>
      {/* There before it has anything to say: what comes together with its words is not heard. */}
      <output className={isSaid ? styles.date : styles.silent}>{isSaid && words}</output>
      {words !== '' && !isSaid && <span className={styles.date}>{words}</span>}
    </>
  );
}

const STEP: Readonly<Record<string, (moments: readonly number[], fromMs: number) => number | undefined>> = {
  ArrowLeft: (moments, fromMs) => moments.findLast((timeMs) => timeMs < fromMs),
  ArrowRight: (moments, fromMs) => moments.find((timeMs) => timeMs > fromMs),
  Home: ([first]) => first,
  End: (moments) => moments.at(-1),
};

/** One cursor through every curve (rule 9): it follows the pointer, and by arrow keys goes from result to result, by Home and End to the first and the last. */
export function OverviewCursor({ container, frame, series }: OverviewCursorProps) {
  const cursor = useSharedCursor();
  const fromMs = cursor?.timeMs ?? Infinity;
  useEffect(() => () => moveCursor(undefined), []);
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const move = (event: PointerEvent): void => {
      const timeMs = pointedAt(event, frame);
      if (timeMs !== undefined) moveCursor({ timeMs, isMovedByKey: false });
    };
    // A finger that only taps does not move.
    element.addEventListener('pointerdown', move);
    element.addEventListener('pointermove', move);
    return () => {
      element.removeEventListener('pointerdown', move);
      element.removeEventListener('pointermove', move);
    };
  }, [container, frame]);
  const step = useCallback(
    (event: KeyboardEvent) => {
      const to = STEP[event.key];
      if (!to || !isOurs(event)) return;
      event.preventDefault();
      const next = to(momentsIn(series, frame), fromMs);
      if (next !== undefined) moveCursor({ timeMs: next, isMovedByKey: true });
    },
    [series, frame, fromMs],
  );
  useEffect(() => {
    addEventListener('keydown', step);
    addEventListener('keydown', dismiss);
    return () => {
      removeEventListener('keydown', step);
      removeEventListener('keydown', dismiss);
    };
  }, [step]);
  const isShown = isCursorWithin(cursor, frame);
  useZoomAnchor(isShown ? cursor.timeMs : undefined, cursor?.isMovedByKey === true);
  const px = isShown ? roundPx(frame.x(cursor.timeMs)) : undefined;
  useEffect(() => {
    const { style } = container.current ?? {};
    style?.setProperty('--cursor', `${px ?? 0}px`);
    // The ribbon is wider than a curve: its place as a part of the axis.
    const part = ((px ?? 0) - INSET.left) / (frame.widthPx - INSET.left - INSET.right);
    style?.setProperty('--cursor-part', String(part));
    style?.setProperty('--cursor-width', px === undefined ? '0' : 'var(--stroke-cursor)');
  }, [container, px, frame.widthPx]);
  return <CursorDate {...{ frame, cursor }} />;
}
