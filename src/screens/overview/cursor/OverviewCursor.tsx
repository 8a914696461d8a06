import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { dateText, dateTimeText } from '../../../charts/format/dateText.ts';
import { FRAME_INSET_PX, type Frame } from '../../../charts/axis/frame.ts';
import { rowTimeSpan } from '../../../charts/axis/timeSpan.ts';
import { wallClockMs } from '../../../charts/format/timeZone.ts';
import { indicesInWindow } from '../../../clinical/series/inWindow.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { roundPx } from '../../../charts/axis/scale.ts';
import { isShortcutAllowed } from '../../../ui/keyboard/shortcutGuard.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import {
  currentCursor,
  isCursorWithin,
  moveCursor,
  type SharedCursor,
  useIsCursorAnnounced,
  useSharedCursor,
} from '../../../parts/timeWindow/cursorStore.ts';
import { useZoomAnchor } from '../../../parts/timeWindow/zoomAnchor.ts';
import styles from './OverviewCursor.module.css';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { lazySectionsTexts } from '../lazySections.messages.ts';

type OverviewCursorProps = {
  /** Contains every curve that shares the frame. Each plot draws its own line at its `--cursor`. */
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame;
  readonly series: readonly Series[];
  /** Says in one sentence the date and the values at a moment. Without it the date alone is said. */
  readonly spokenAt?: ((atMs: number) => string) | undefined;
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
  const insideWidthPx = widthPx - FRAME_INSET_PX.left - FRAME_INSET_PX.right;
  return frame.startMs + ((px - FRAME_INSET_PX.left) / insideWidthPx) * (frame.endMs - frame.startMs);
};

/** A pointer this near to a result reads it, as no hand points at one exact moment of years. */
const NEAR_PX = 1.5;

/** Returns the stop nearest to a moment within a span of time, or else the moment itself. */
function nearestStop(moments: readonly number[], timeMs: number, withinMs: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < timeMs) low = middle + 1;
    else high = middle;
  }
  const distance = (at: number | undefined): number => Math.abs((at ?? Infinity) - timeMs);
  const [before, after] = [moments[low - 1], moments[low]];
  const nearest = distance(before) < distance(after) ? before : after;
  return nearest !== undefined && distance(nearest) <= withinMs ? nearest : timeMs;
}

/** Returns the moment under the pointer over a curve, a time axis or the ribbon; undefined beside them. */
function timeAtPointer(
  { target, clientX }: PointerEvent,
  frame: Frame,
  moments: readonly number[],
): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const axis = target.closest<HTMLElement>('[data-time-width]');
  const plot = axis ?? target.closest('a, section')?.querySelector<HTMLElement>('[data-plot]');
  if (!plot) return undefined;
  // A plot that is wider than the frame, as the ribbon is, names its width.
  const plotWidthPx = Number(axis?.dataset['timeWidth'] ?? plot.dataset['plot']) || frame.widthPx;
  const timeMs = timeAtPx(frame, clientX - plot.getBoundingClientRect().left, plotWidthPx);
  if (timeMs < frame.startMs || timeMs > frame.endMs) return undefined;
  return nearestStop(moments, timeMs, NEAR_PX * ((frame.endMs - frame.startMs) / plotWidthPx));
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

/** A reader who holds an arrow key down hears where the cursor stops, and not each day on the way. */
const SPEECH_DELAY_MS = 350;

type CursorDateProps = Pick<OverviewCursorProps, 'frame' | 'spokenAt'> & {
  readonly cursor: SharedCursor | undefined;
};

/**
 * Shows the date at the cursor. It is announced with the values that matter when a key moved the cursor, unless another part
 * announces it.
 */
function CursorDate({ frame, cursor, spokenAt }: CursorDateProps) {
  const isAnnouncedElsewhere = useIsCursorAnnounced();
  const [said, setSaid] = useState<{ readonly cursor: SharedCursor; readonly text: string }>();
  const timeText = frame.endMs - frame.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const text = isCursorWithin(cursor, frame)
    ? lazySectionsTexts('at', { time: timeText(cursor.timeMs, 'instant', frame.timeZone) })
    : '';
  const isAnnounced = text !== '' && cursor?.isMovedByKey === true && !isAnnouncedElsewhere;
  useEffect(() => {
    if (!isAnnounced || !cursor) return undefined;
    const timer = setTimeout(
      () => setSaid({ cursor, text: spokenAt?.(cursor.timeMs) ?? text }),
      SPEECH_DELAY_MS,
    );
    return () => clearTimeout(timer);
  }, [isAnnounced, cursor, spokenAt, text]);
  return (
    <>
      {text !== '' && (
        <span className={styles.date} data-cursor-date="">
          {text}
        </span>
      )}
      {/* A live region that is mounted together with its text is not announced, so this one is always there. */}
      <output className={styles.spoken}>
        <VisuallyHidden>{isAnnounced && said?.cursor === cursor && said?.text}</VisuallyHidden>
      </output>
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
  const fraction =
    ((cursorPx ?? 0) - FRAME_INSET_PX.left) / (widthPx - FRAME_INSET_PX.left - FRAME_INSET_PX.right);
  for (const { style } of container.querySelectorAll<HTMLElement>('[data-plot], [data-time-width]')) {
    style.setProperty('--cursor', `${cursorPx ?? 0}px`);
    style.setProperty('--cursor-part', String(fraction));
    style.setProperty('--cursor-width', cursorPx === undefined ? '0' : 'var(--stroke-cursor)');
  }
}

/** Returns whether the key means to take the cursor away, and no text, dialog or other part uses it. */
const isDismissal = (event: KeyboardEvent): boolean => event.key === 'Escape' && isShortcutAllowed(event);

/**
 * Takes the cursor away, and with it all values at it: on Escape, when the pointer that placed it leaves the screen, when the
 * focus leaves it, and when another browser window takes over. A finger that is lifted has not left.
 */
function useCursorDismissal(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = container.current;
    const dismiss = (): void => {
      if (currentCursor()) moveCursor(undefined);
    };
    const onEscape = (event: KeyboardEvent): void => {
      if (isDismissal(event)) dismiss();
    };
    const onPointerLeave = ({ pointerType }: PointerEvent): void => {
      if (pointerType !== 'touch' && currentCursor()?.isMovedByKey === false) dismiss();
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && element?.contains(relatedTarget) === false) dismiss();
    };
    addEventListener('keydown', onEscape);
    addEventListener('blur', dismiss);
    element?.addEventListener('pointerleave', onPointerLeave);
    element?.addEventListener('focusout', onFocusOut);
    return () => {
      removeEventListener('keydown', onEscape);
      removeEventListener('blur', dismiss);
      element?.removeEventListener('pointerleave', onPointerLeave);
      element?.removeEventListener('focusout', onFocusOut);
    };
  }, [container]);
}

/** Moves one cursor through every curve (rule 9): with the pointer, by arrow keys from result to result, by Home and End to the ends. */
export function OverviewCursor({ container, frame, series, spokenAt }: OverviewCursorProps) {
  const cursor = useSharedCursor();
  useEffect(() => () => moveCursor(undefined), []);
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    let moments: readonly number[] | undefined;
    const move = (event: PointerEvent): void => {
      moments ??= cursorMomentsIn(series, frame);
      const timeMs = timeAtPointer(event, frame, moments);
      if (timeMs !== undefined) moveCursor({ timeMs, isMovedByKey: false });
    };
    // A finger that only taps sends no pointermove.
    element.addEventListener('pointerdown', move);
    element.addEventListener('pointermove', move);
    return () => {
      element.removeEventListener('pointerdown', move);
      element.removeEventListener('pointermove', move);
    };
  }, [container, frame, series]);
  useCursorDismissal(container);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const nextMoment = KEY_STEPS[event.key];
      if (!nextMoment || !isCursorKey(event)) return;
      event.preventDefault();
      // Two keys may come before the screen has drawn the first step.
      const fromMs = currentCursor()?.timeMs ?? Infinity;
      const timeMs = nextMoment(cursorMomentsIn(series, frame), fromMs);
      if (timeMs !== undefined) moveCursor({ timeMs, isMovedByKey: true });
    },
    [series, frame],
  );
  useLayoutEffect(() => {
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
  return <CursorDate {...{ frame, cursor, spokenAt }} />;
}
