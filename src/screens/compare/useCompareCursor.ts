import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { momentAfterKey, momentsOf, nearestMoment } from '../../charts/strip/stripReading.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import { ALL_STRIPS } from '../../parts/strips/stripText.ts';
import { countText } from '../../charts/format/format.ts';

type Cursor = {
  readonly momentMs: number | undefined;
  /** The strip whose results the keys walk, or all. */
  readonly chosen: string;
  /** Moved by a key or a press; a passing pointer is not announced. */
  readonly announce: boolean;
};

const START: Cursor = { momentMs: undefined, chosen: ALL_STRIPS, announce: false };

const NONE: ReadonlyMap<string, Strip> = new Map();

const OWN_PX = 8;
const OTHER_PX = 4;

const place = (moments: readonly number[], momentMs: number | undefined) =>
  moments.findLastIndex((timeMs) => momentMs !== undefined && timeMs <= momentMs);

/** The time under the pointer; on a result beside it, if there is one, first of this strip and then of any. */
function momentUnder(
  { currentTarget, clientX }: PointerEvent<HTMLElement>,
  { startMs, endMs, x }: Frame,
  own: readonly number[],
  all: readonly number[],
): number {
  const px = clientX - currentTarget.getBoundingClientRect().left;
  const msPerPx = (endMs - startMs) / (x(endMs) - x(startMs));
  const timeMs = Math.min(endMs, Math.max(startMs, startMs + (px - x(startMs)) * msPerPx));
  return (
    nearestMoment(own, timeMs, OWN_PX * msPerPx) ?? nearestMoment(all, timeMs, OTHER_PX * msPerPx) ?? timeMs
  );
}

/** A press chooses the strip too; a passing pointer only moves the cursor. */
function pointed(now: Cursor, momentMs: number, pressed: string | undefined): Cursor {
  if (pressed !== undefined) return { momentMs, chosen: pressed, announce: true };
  return now.momentMs === momentMs ? now : { momentMs, chosen: now.chosen, announce: false };
}

/** The place among the moments, as a slider says it. */
function valueProps(moments: readonly number[], momentMs: number | undefined) {
  const now = place(moments, momentMs) + 1;
  const count = Math.max(1, moments.length);
  return {
    'aria-valuemin': 0,
    'aria-valuemax': count,
    'aria-valuenow': momentMs === undefined ? count : now,
    'aria-valuetext':
      momentMs === undefined ? 'no moment chosen' : `${countText(now)} of ${countText(moments.length)}`,
  };
}

/**
 * One cursor for all strips, moved by pointer, press and keys alike. Each plot, and the time axis for all of them together,
 * is a slider over results, those of a second period among them: of all roles the one whose arrow keys a screen reader leaves to the page. One is a stop of Tab.
 */
export function useCompareCursor(
  strips: readonly Strip[],
  frame: Frame | undefined,
  seconds: ReadonlyMap<string, Strip> = NONE,
) {
  const [cursor, setCursor] = useState(START);
  const { all, own } = useMemo(() => {
    const both = (strip: Strip) => [strip, seconds.get(strip.id) ?? []].flat();
    return {
      all: momentsOf(strips.flatMap(both)),
      own: new Map(strips.map((strip) => [strip.id, momentsOf(both(strip))])),
    };
  }, [strips, seconds]);
  const chosen = own.has(cursor.chosen) ? cursor.chosen : ALL_STRIPS;
  const { momentMs: setMs } = cursor;
  const isSeen = frame !== undefined && setMs !== undefined && setMs >= frame.startMs && setMs <= frame.endMs;
  const momentMs = isSeen ? setMs : undefined;
  const momentsFor = (id: string) => (id === ALL_STRIPS ? all : (own.get(id) ?? []));

  /** The slider above or below takes the focus, and with it the keys. */
  function choose(id: string, way: number, sliders: Element | null) {
    const ids = [ALL_STRIPS, ...strips.map((strip) => strip.id)];
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(id) + way))] ?? ALL_STRIPS;
    const slider = [...(sliders?.querySelectorAll<HTMLElement>('[role="slider"]') ?? [])];
    slider.find(({ dataset }) => dataset['walks'] === next)?.focus();
    setCursor((now) => ({ ...now, chosen: next, announce: true }));
  }

  function onKeyDown(id: string, event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (momentMs === undefined) return;
      event.preventDefault();
      setCursor({ ...START, chosen: id });
      return;
    }
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = momentAfterKey(event.key, momentsFor(id), momentMs);
    if (way === undefined && next === undefined) return;
    event.preventDefault();
    if (way !== undefined) choose(id, way, event.currentTarget.closest('[data-strips]'));
    else setCursor({ momentMs: next, chosen: id, announce: true });
  }

  function point(id: string, event: PointerEvent<HTMLElement>) {
    if (!frame) return;
    const next = momentUnder(event, frame, momentsFor(id), all);
    setCursor((now) => pointed(now, next, event.type === 'pointerdown' ? id : undefined));
  }

  const sliderProps = (id: string, name: string) => ({
    role: 'slider',
    tabIndex: id === chosen ? 0 : -1,
    'data-walks': id,
    'aria-label': name,
    ...valueProps(momentsFor(id), momentMs),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(id, event),
    onPointerDown: (event: PointerEvent<HTMLElement>) => point(id, event),
    onPointerMove: (event: PointerEvent<HTMLElement>) => point(id, event),
  });
  const goTo = (timeMs: number, id: string) => setCursor({ momentMs: timeMs, chosen: id, announce: true });
  return { momentMs, chosen, announce: cursor.announce, sliderProps, goTo };
}

export type CompareCursor = ReturnType<typeof useCompareCursor>;
