import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { momentAfterKey, momentsOf, nearestMoment } from '../../charts/strip/stripReading.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import { ALL_STRIPS } from '../../parts/strips/stripText.ts';
import { positionText } from '../../charts/reading/resultPosition.ts';
import { compareTexts } from './compare.messages.ts';

type CursorState = {
  readonly momentMs: number | undefined;
  /** This is the strip whose results the arrow keys go through, or all strips. */
  readonly selectedId: string;
  /** A cursor that a key or a press moved is announced; one that follows the pointer is not. */
  readonly isAnnounced: boolean;
};

const NO_CURSOR: CursorState = { momentMs: undefined, selectedId: ALL_STRIPS, isAnnounced: false };

const NO_COMPARISON: ReadonlyMap<string, Strip> = new Map();

const STRIP_TOLERANCE_PX = 8;
const OTHER_STRIP_TOLERANCE_PX = 4;

const momentIndex = (moments: readonly number[], momentMs: number | undefined) =>
  moments.findLastIndex((timeMs) => momentMs !== undefined && timeMs <= momentMs);

/** Returns the time under the pointer, or that of a result near it: first of this strip, then of any. */
function momentAtPointer(
  { currentTarget, clientX }: PointerEvent<HTMLElement>,
  { startMs, endMs, x }: Frame,
  stripMoments: readonly number[],
  allMoments: readonly number[],
): number {
  const px = clientX - currentTarget.getBoundingClientRect().left;
  const msPerPx = (endMs - startMs) / (x(endMs) - x(startMs));
  const timeMs = Math.min(endMs, Math.max(startMs, startMs + (px - x(startMs)) * msPerPx));
  return (
    nearestMoment(stripMoments, timeMs, STRIP_TOLERANCE_PX * msPerPx) ??
    nearestMoment(allMoments, timeMs, OTHER_STRIP_TOLERANCE_PX * msPerPx) ??
    timeMs
  );
}

/** A press also selects the strip; a moving pointer only moves the cursor. */
function cursorAfterPointer(
  cursor: CursorState,
  momentMs: number,
  pressedId: string | undefined,
): CursorState {
  if (pressedId !== undefined) return { momentMs, selectedId: pressedId, isAnnounced: true };
  return cursor.momentMs === momentMs
    ? cursor
    : { momentMs, selectedId: cursor.selectedId, isAnnounced: false };
}

/**
 * Returns the place of the strip's result at a moment, counted as its reading counts; without one, as on the time axis of
 * all strips, the place among the moments.
 */
function placeText(
  strips: readonly Strip[],
  id: string,
  moments: readonly number[],
  momentMs: number,
): string {
  const strip = strips.find((one) => one.id === id);
  const found = strip?.inside.findLast((one) => one.momentMs === momentMs);
  return strip && found
    ? compareTexts('resultPosition', {
        position: positionText(found.entry.index, strip.entries.drawn.length),
      })
    : compareTexts('momentPosition', {
        position: positionText(momentIndex(moments, momentMs), moments.length),
      });
}

/** Returns the position among the moments as the value of a slider. */
function sliderValueProps(
  strips: readonly Strip[],
  id: string,
  moments: readonly number[],
  momentMs: number | undefined,
) {
  const position = momentIndex(moments, momentMs) + 1;
  const count = Math.max(1, moments.length);
  return {
    'aria-valuemin': 0,
    'aria-valuemax': count,
    'aria-valuenow': momentMs === undefined ? count : position,
    'aria-valuetext':
      momentMs === undefined ? compareTexts('noMoment') : placeText(strips, id, moments, momentMs),
  };
}

/**
 * Returns one cursor for all strips, moved by pointer, press and keys alike. Each plot, and the time axis for all of them
 * together, is a slider over the moments of results, those of a comparison period included. The role is slider because screen
 * readers leave its arrow keys to the page. Tab stops at one of the sliders.
 */
export function useCompareCursor(
  strips: readonly Strip[],
  frame: Frame | undefined,
  comparisonStrips: ReadonlyMap<string, Strip> = NO_COMPARISON,
) {
  const [cursor, setCursor] = useState(NO_CURSOR);
  const { allMoments, momentsByStrip } = useMemo(() => {
    const withComparison = (strip: Strip) => [strip, comparisonStrips.get(strip.id) ?? []].flat();
    return {
      allMoments: momentsOf(strips.flatMap(withComparison)),
      momentsByStrip: new Map(strips.map((strip) => [strip.id, momentsOf(withComparison(strip))])),
    };
  }, [strips, comparisonStrips]);
  const selectedId = momentsByStrip.has(cursor.selectedId) ? cursor.selectedId : ALL_STRIPS;
  const { momentMs: cursorMs } = cursor;
  const isInWindow =
    frame !== undefined && cursorMs !== undefined && cursorMs >= frame.startMs && cursorMs <= frame.endMs;
  const momentMs = isInWindow ? cursorMs : undefined;
  const momentsFor = (id: string) => (id === ALL_STRIPS ? allMoments : (momentsByStrip.get(id) ?? []));

  /** Moves the focus, and with it the keys, to the slider above or below. */
  function selectStrip(id: string, direction: number, sliders: Element | null) {
    const ids = [ALL_STRIPS, ...strips.map((strip) => strip.id)];
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(id) + direction))] ?? ALL_STRIPS;
    const slider = [...(sliders?.querySelectorAll<HTMLElement>('[role="slider"]') ?? [])];
    slider.find(({ dataset }) => dataset['walks'] === next)?.focus();
    setCursor((current) => ({ ...current, selectedId: next, isAnnounced: true }));
  }

  function onKeyDown(id: string, event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (momentMs === undefined) return;
      event.preventDefault();
      setCursor({ ...NO_CURSOR, selectedId: id });
      return;
    }
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = momentAfterKey(event.key, momentsFor(id), momentMs);
    if (direction === undefined && next === undefined) return;
    event.preventDefault();
    if (direction !== undefined) selectStrip(id, direction, event.currentTarget.closest('[data-strips]'));
    else setCursor({ momentMs: next, selectedId: id, isAnnounced: true });
  }

  function onPointer(id: string, event: PointerEvent<HTMLElement>) {
    if (!frame) return;
    const next = momentAtPointer(event, frame, momentsFor(id), allMoments);
    setCursor((current) => cursorAfterPointer(current, next, event.type === 'pointerdown' ? id : undefined));
  }

  const sliderProps = (id: string, name: string) => ({
    role: 'slider',
    tabIndex: id === selectedId ? 0 : -1,
    'data-walks': id,
    'aria-label': name,
    ...sliderValueProps(strips, id, momentsFor(id), momentMs),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(id, event),
    onPointerDown: (event: PointerEvent<HTMLElement>) => onPointer(id, event),
    onPointerMove: (event: PointerEvent<HTMLElement>) => onPointer(id, event),
  });
  const goTo = (timeMs: number, id: string) =>
    setCursor({ momentMs: timeMs, selectedId: id, isAnnounced: true });
  return { momentMs, selectedId, isAnnounced: cursor.isAnnounced, sliderProps, goTo };
}

export type CompareCursor = ReturnType<typeof useCompareCursor>;
