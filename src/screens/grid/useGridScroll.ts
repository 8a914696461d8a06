import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Range,
} from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { axisEnd, openingLeft, type Axis } from './gridSizes.ts';
import type { BoxSize } from '../../ui/layout/useBoxSize.ts';

type Box = RefObject<HTMLDivElement | null>;

type AxisView = {
  readonly box: Box;
  readonly axis: Axis;
  readonly size: BoxSize;
  readonly horizontal: boolean;
  /** In the page wherever the box stands, so that the focus is never lost. */
  readonly active: number;
  readonly opening: number;
};

/** Which places along one side are in the page: those that are seen and a few more. */
export function useShownPlaces({
  box,
  axis,
  size,
  horizontal,
  active,
  opening,
}: AxisView): readonly number[] {
  const { keys, startsPx } = axis;
  const viewport = { width: size.widthPx, height: size.heightPx };
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || shown.includes(active)) return shown;
      return active < (shown[0] ?? 0) ? [active, ...shown] : [...shown, active];
    },
    [active],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is kept beyond this render
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: keys.length,
    getScrollElement: () => box.current,
    estimateSize: useCallback((i: number) => (startsPx[i + 1] ?? 0) - (startsPx[i] ?? 0), [startsPx]),
    // A new function with each new axis: the sizes are read again then, and only then.
    getItemKey: useCallback((i: number) => keys[i] ?? i, [keys]),
    paddingStart: startsPx[0] ?? 0,
    horizontal,
    overscan: horizontal ? 3 : 6,
    initialOffset: opening,
    initialRect: viewport,
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => report(rect.width > 0 ? rect : viewport)),
    rangeExtractor,
  });
  const items = virtualizer.getVirtualItems();
  return useMemo(() => items.map(({ index }) => index), [items]);
}

function scrollBox(box: HTMLElement, left: number | undefined, top: number | undefined): void {
  if (left !== undefined) box.scrollLeft = left;
  if (top !== undefined) box.scrollTop = top;
}

/** The first place that is not before `px`. */
function placeAt({ keys, startsPx }: Axis, px: number): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((startsPx[middle + 1] ?? 0) <= px) from = middle + 1;
    else to = middle;
  }
  return from;
}

type Held = { readonly key: string | undefined; readonly byPx: number };

const heldAt = (axis: Axis, scrollPx: number): Held => {
  const place = placeAt(axis, scrollPx + (axis.startsPx[0] ?? 0));
  const start = axis.startsPx[place] ?? 0;
  return { key: axis.keys[place], byPx: scrollPx - start };
};

/** How far the box must be scrolled so that the same place stands where it stood; undefined when it is gone. */
const scrollFor = ({ keys, startsPx }: Axis, { key, byPx }: Held): number | undefined => {
  const place = key === undefined ? -1 : keys.indexOf(key);
  return place < 0 ? undefined : (startsPx[place] ?? 0) + byPx;
};

/**
 * Keeps what is read in its place while pages and filters add and take away. Who looks at the newest column goes on looking
 * at it (rule 57); whoever has scrolled away stays where they are.
 */
export function useSteadyScroll(
  box: Box,
  rows: Axis,
  columns: Axis,
  newest: number,
  size: BoxSize,
): () => void {
  const follows = useRef(true);
  const held = useRef<{ left: Held; top: Held }>(undefined);
  const openingIn = ({ clientWidth }: HTMLElement): number =>
    openingLeft(columns, newest, clientWidth || size.widthPx);

  const look = (): void => {
    if (!box.current) return;
    const { scrollLeft, scrollTop } = box.current;
    follows.current = scrollLeft >= openingIn(box.current) - 2;
    held.current = { left: heldAt(columns, scrollLeft), top: heldAt(rows, scrollTop) };
  };

  useLayoutEffect(() => {
    if (!box.current) return;
    const { left, top } = held.current ?? {};
    // A scroll bar takes its part of the width.
    const opening = openingLeft(columns, newest, box.current.clientWidth || size.widthPx);
    const leftPx = follows.current ? opening : left && scrollFor(columns, left);
    scrollBox(box.current, leftPx, top && box.current.scrollTop > 0 ? scrollFor(rows, top) : undefined);
  }, [box, rows, columns, newest, size]);

  return look;
}

/** So that the place lies inside the box and not under a head. */
export function bringIntoView(
  box: HTMLElement,
  rows: Axis,
  columns: Axis,
  row: number,
  column: number,
): void {
  const along = (axis: Axis, place: number, atPx: number, roomPx: number): number => {
    const head = axis.startsPx[0] ?? 0;
    const [start, end] = [(axis.startsPx[place] ?? 0) - head, axis.startsPx[place + 1] ?? axisEnd(axis)];
    if (start < atPx) return start;
    return end > atPx + roomPx ? end - roomPx : atPx;
  };
  const left = column >= 0 ? along(columns, column, box.scrollLeft, box.clientWidth) : undefined;
  scrollBox(box, left, row >= 0 ? along(rows, row, box.scrollTop, box.clientHeight) : undefined);
}
