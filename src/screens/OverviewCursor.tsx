import { useCallback, useEffect, useState, type RefObject } from 'react';
import { dateText, dateTimeText, DAY_MS } from '../charts/format.ts';
import { INSET, type Frame } from '../charts/frame.ts';
import { wallClockMs } from '../charts/zone.ts';
import type { Series } from '../clinical/series.ts';
import { tenth } from '../charts/scale.ts';
import { isFree } from './freeKey.ts';
import { tellMoment } from './overviewMoment.ts';
import styles from './OverviewCursor.module.css';

type OverviewCursorProps = {
  /** Holds every curve that shares the frame; each plot draws the line at `--cursor` for itself. */
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame;
  readonly series: readonly Series[];
};

/** In a window of days every moment counts, else the day. */
const stepMs = ({ startMs, endMs }: Frame): number => (endMs - startMs <= 10 * DAY_MS ? DAY_MS / 96 : DAY_MS);

/** The moments in the window that hold a result, oldest first; the results of one day, or quarter of an hour, are one. */
export function momentsIn(series: readonly Series[], frame: Frame): readonly number[] {
  const newest = new Map<number, number>();
  for (const { timesMs } of series) {
    for (let i = timesMs.length - 1; i >= 0 && timesMs[i]! >= frame.startMs; i--) {
      if (timesMs[i]! > frame.endMs) continue;
      const step = Math.floor(wallClockMs(timesMs[i]!, frame.timeZone) / stepMs(frame));
      newest.set(step, Math.max(newest.get(step) ?? -Infinity, timesMs[i]!));
    }
  }
  return [...newest.values()].toSorted((a, b) => a - b);
}

/** A plot that is not as wide as the frame says how wide it is. */
const timeAt = (frame: Frame, px: number, plotWidth: number): number => {
  const width = plotWidth - INSET.left - INSET.right;
  return frame.startMs + ((px - INSET.left) / width) * (frame.endMs - frame.startMs);
};

/** The plot under the pointer, and the moment that it points at; undefined beside the plots. */
function pointedAt({ target, clientX }: PointerEvent, frame: Frame): number | undefined {
  const plot =
    target instanceof Element
      ? target.closest('a, section')?.querySelector<HTMLElement>('[data-plot]')
      : null;
  if (!plot) return undefined;
  const timeMs = timeAt(
    frame,
    clientX - plot.getBoundingClientRect().left,
    Number(plot.dataset['plot']) || frame.width,
  );
  return timeMs >= frame.startMs && timeMs <= frame.endMs ? timeMs : undefined;
}

/** A slider has its own steps. */
const isOurs = (event: KeyboardEvent): boolean =>
  isFree(event) && !(event.target instanceof Element && event.target.closest('[role=slider]'));

/** The long words of a tile that has the focus cover a part of its curve until they are dismissed (WCAG 1.4.13). */
function dismiss({ key, target }: KeyboardEvent): void {
  if (key !== 'Escape' || !(target instanceof HTMLElement) || !target.dataset['series']) return;
  target.dataset['plain'] = '';
  target.addEventListener('blur', () => delete target.dataset['plain'], { once: true });
}

/** One cursor through every curve (rule 9): it follows the pointer, and by arrow keys goes from result to result. */
export function OverviewCursor({ container, frame, series }: OverviewCursorProps) {
  const [cursor, setCursor] = useState<{ readonly timeMs: number; readonly byKey: boolean }>();
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const move = (event: PointerEvent): void => {
      const timeMs = pointedAt(event, frame);
      if (timeMs !== undefined) setCursor({ timeMs, byKey: false });
    };
    element.addEventListener('pointermove', move);
    return () => element.removeEventListener('pointermove', move);
  }, [container, frame]);
  const step = useCallback(
    (event: KeyboardEvent) => {
      if (!isOurs(event) || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
      event.preventDefault();
      const moments = momentsIn(series, frame);
      setCursor((now) => {
        const from = now?.timeMs ?? Infinity;
        const next =
          event.key === 'ArrowLeft'
            ? moments.findLast((timeMs) => timeMs < from)
            : moments.find((timeMs) => timeMs > from);
        return next === undefined ? now : { timeMs: next, byKey: true };
      });
    },
    [series, frame],
  );
  useEffect(() => {
    addEventListener('keydown', step);
    addEventListener('keydown', dismiss);
    return () => {
      removeEventListener('keydown', step);
      removeEventListener('keydown', dismiss);
    };
  }, [step]);
  useEffect(() => tellMoment(cursor), [cursor]);
  useEffect(() => () => tellMoment(undefined), []);
  const isShown = cursor !== undefined && cursor.timeMs >= frame.startMs && cursor.timeMs <= frame.endMs;
  const px = isShown ? tenth(frame.x(cursor.timeMs)) : undefined;
  useEffect(() => {
    const { style } = container.current ?? {};
    style?.setProperty('--cursor', `${px ?? 0}px`);
    style?.setProperty('--cursor-width', px === undefined ? '0' : 'var(--stroke-cursor)');
  }, [container, px]);
  if (!isShown) return null;
  const text = frame.endMs - frame.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const words = `At ${text(cursor.timeMs, 'instant', frame.timeZone)}`;
  return cursor.byKey ? (
    <output className={styles.date}>{words}</output>
  ) : (
    <span className={styles.date}>{words}</span>
  );
}
