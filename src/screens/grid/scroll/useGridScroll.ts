import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { drawnIndices, withMargins } from './drawnIndices.ts';
import { axisEndPx, initialScrollLeftPx, type GridAxis } from '../gridSizes.ts';
import type { BoxSize } from '../../../ui/layout/useBoxSize.ts';

type Box = RefObject<HTMLDivElement | null>;

type DrawnIndicesOptions = {
  readonly box: Box;
  readonly axis: GridAxis;
  readonly size: BoxSize;
  readonly isHorizontal: boolean;
  /** This row or column is always in the page, so that the focus is never lost. */
  readonly activeIndex: number;
  readonly initialOffsetPx: number;
  /** So many more are drawn on each side of those that are seen. */
  readonly marginCount: number;
};

/** Keeps a list until its indices are others, so that a scroll within a row or column draws nothing anew. */
function useSameIndices(indices: readonly number[]): readonly number[] {
  const text = indices.join();
  return useMemo(() => (text === '' ? [] : text.split(',').map(Number)), [text]);
}

/**
 * Returns the indices of the rows or columns that are in the page. Those that are seen are drawn at once. A sheet has hundreds of
 * cells around them, which are drawn after that in pieces, so that a slow machine answers the next step meanwhile.
 */
export function useDrawnIndices({
  box,
  axis,
  size,
  isHorizontal,
  activeIndex,
  initialOffsetPx,
  marginCount,
}: DrawnIndicesOptions): readonly number[] {
  const { keys, startsPx } = axis;
  const viewport = { width: size.widthPx, height: size.heightPx };
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is kept beyond this render
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: keys.length,
    getScrollElement: () => box.current,
    estimateSize: useCallback((i: number) => (startsPx[i + 1] ?? 0) - (startsPx[i] ?? 0), [startsPx]),
    // The function is new with each new axis, which makes the virtualizer read the sizes again then and only then.
    getItemKey: useCallback((i: number) => keys[i] ?? i, [keys]),
    paddingStart: startsPx[0] ?? 0,
    horizontal: isHorizontal,
    overscan: 0,
    initialOffset: initialOffsetPx,
    initialRect: viewport,
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => report(rect.width > 0 ? rect : viewport)),
  });
  const seen = useSameIndices(virtualizer.getVirtualItems().map(({ index }) => index));
  const around = useDeferredValue(useSameIndices(withMargins(seen, marginCount, keys.length)));
  return useSameIndices(drawnIndices(seen, around, activeIndex, keys.length));
}

function scrollBoxTo(box: HTMLElement, leftPx: number | undefined, topPx: number | undefined): void {
  if (leftPx !== undefined) box.scrollLeft = leftPx;
  if (topPx !== undefined) box.scrollTop = topPx;
}

/** Returns the first index whose end lies after `px`. */
function indexAtPx({ keys, startsPx }: GridAxis, px: number): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((startsPx[middle + 1] ?? 0) <= px) from = middle + 1;
    else to = middle;
  }
  return from;
}

type ScrollAnchor = { readonly key: string | undefined; readonly offsetPx: number };

const anchorAt = (axis: GridAxis, scrollPx: number): ScrollAnchor => {
  const index = indexAtPx(axis, scrollPx + (axis.startsPx[0] ?? 0));
  const startPx = axis.startsPx[index] ?? 0;
  return { key: axis.keys[index], offsetPx: scrollPx - startPx };
};

/** Returns the scroll position that puts the anchor back where it was; undefined if the anchor is gone. */
const scrollPxFor = ({ keys, startsPx }: GridAxis, { key, offsetPx }: ScrollAnchor): number | undefined => {
  const index = key === undefined ? -1 : keys.indexOf(key);
  return index < 0 ? undefined : (startsPx[index] ?? 0) + offsetPx;
};

type GridAxes = { readonly rows: GridAxis; readonly columns: GridAxis };

/**
 * Keeps the visible cells in place while pages and filters add and remove rows and columns. The box follows the newest
 * column (rule 57) until the reader scrolls away from it. Returns the handler for `scroll`.
 */
export function useScrollAnchoring(
  box: Box,
  { rows, columns }: GridAxes,
  { newestIndex, size }: { readonly newestIndex: number; readonly size: BoxSize },
): () => void {
  const followsNewest = useRef(true);
  const anchors = useRef<{ left: ScrollAnchor; top: ScrollAnchor }>(undefined);
  const initialScrollLeftIn = ({ clientWidth }: HTMLElement): number =>
    initialScrollLeftPx(columns, newestIndex, clientWidth || size.widthPx);

  const onScroll = (): void => {
    if (!box.current) return;
    const { scrollLeft, scrollTop } = box.current;
    followsNewest.current = scrollLeft >= initialScrollLeftIn(box.current) - 2;
    anchors.current = { left: anchorAt(columns, scrollLeft), top: anchorAt(rows, scrollTop) };
  };

  useLayoutEffect(() => {
    if (!box.current) return;
    const { left, top } = anchors.current ?? {};
    // A scroll bar makes the box narrower than its size, so the current width is read here.
    const initialLeftPx = initialScrollLeftPx(columns, newestIndex, box.current.clientWidth || size.widthPx);
    const leftPx = followsNewest.current ? initialLeftPx : left && scrollPxFor(columns, left);
    scrollBoxTo(box.current, leftPx, top && box.current.scrollTop > 0 ? scrollPxFor(rows, top) : undefined);
  }, [box, rows, columns, newestIndex, size]);

  return onScroll;
}

/** Scrolls the box so that the cell lies inside it and not under the row or column of heads. */
export function scrollCellIntoView(
  box: HTMLElement,
  { rows, columns }: GridAxes,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  const scrollPxAlong = (axis: GridAxis, index: number, atPx: number, roomPx: number): number => {
    const headPx = axis.startsPx[0] ?? 0;
    const [startPx, endPx] = [
      (axis.startsPx[index] ?? 0) - headPx,
      axis.startsPx[index + 1] ?? axisEndPx(axis),
    ];
    if (startPx < atPx) return startPx;
    return endPx > atPx + roomPx ? endPx - roomPx : atPx;
  };
  const leftPx = column >= 0 ? scrollPxAlong(columns, column, box.scrollLeft, box.clientWidth) : undefined;
  scrollBoxTo(box, leftPx, row >= 0 ? scrollPxAlong(rows, row, box.scrollTop, box.clientHeight) : undefined);
}
