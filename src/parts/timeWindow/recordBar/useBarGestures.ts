import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Frame } from '../../../charts/axis/frame.ts';
import type { TimeWindow } from '../recordWindow.ts';
import type { ViewWindow } from '../useTimeWindow.ts';
import { createWindowGesture, type WindowGesture } from '../windowGesture.ts';
import {
  isBarHandle,
  periodAfterKey,
  periodMovedBy,
  type BarWindows,
  type BarHandle,
} from './movedPeriod.ts';

type Drag = {
  readonly held: BarHandle;
  readonly fromX: number;
  /** These are the windows when the pointer went down. */
  readonly windows: BarWindows;
  readonly escape: AbortController;
};

type Gestures = { readonly drag: WindowGesture; readonly keys: WindowGesture };

/** A drag ends with its pointer. Keys that follow each other are one step, which ends where they rest. */
function useGestures(view: ViewWindow) {
  const now = useRef(view);
  useEffect(() => {
    now.current = view;
  });
  const gestures = useRef<Gestures>(undefined);
  useEffect(() => {
    const drag = createWindowGesture(() => now.current, false);
    const keys = createWindowGesture(() => now.current, true);
    const cancel = (): void => {
      drag.cancel();
      keys.cancel();
    };
    gestures.current = { drag, keys };
    // Keys that were pressed before do not change what Back or a link opens.
    addEventListener('popstate', cancel);
    return () => {
      removeEventListener('popstate', cancel);
      cancel();
    };
  }, []);
  return gestures;
}

const timePerPx = ({ startMs, endMs, x }: Frame): number => (endMs - startMs) / (x(endMs) - x(startMs));

/** Calls `cancel` for Escape before the screen hears it, because there the key means to leave. */
function listenForEscape(cancel: () => void): AbortController {
  const listening = new AbortController();
  const press = (event: globalThis.KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  addEventListener('keydown', press, { capture: true, signal: listening.signal });
  return listening;
}

/** Moves the period and its ends by pointer and by keys. A press beside the period brings its middle there. */
export function useBarGestures(view: ViewWindow, windows: BarWindows, frame: Frame) {
  const gestures = useGestures(view);
  const drag = useRef<Drag>(undefined);
  const stop = (): void => {
    drag.current?.escape.abort();
    drag.current = undefined;
  };
  const cancel = (): void => {
    stop();
    gestures.current?.drag.cancel();
  };
  const moveTo = (bar: Element, { held, fromX, windows: before }: Drag, clientX: number): void =>
    gestures.current?.drag.show(bar, periodMovedBy(before, held, (clientX - fromX) * timePerPx(frame)));
  const pointer = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const { currentTarget: bar, target, clientX } = event;
      cancel();
      if (event.button !== 0 || !event.isPrimary || !(target instanceof HTMLElement)) return;
      gestures.current?.keys.finish();
      bar.setPointerCapture(event.pointerId);
      const held = target.dataset['held'];
      const middlePx = frame.x((windows.visible.startMs + windows.visible.endMs) / 2);
      const escape = listenForEscape(cancel);
      drag.current = isBarHandle(held)
        ? { held, fromX: clientX, windows, escape }
        : { held: 'period', fromX: bar.getBoundingClientRect().left + middlePx, windows, escape };
      if (!isBarHandle(held)) moveTo(bar, drag.current, clientX);
    },
    onPointerMove({ currentTarget, clientX, buttons }: PointerEvent<HTMLElement>) {
      if (!drag.current) return;
      // A button that is released outside the page sends no event.
      if (buttons === 0) cancel();
      else moveTo(currentTarget, drag.current, clientX);
    },
    onPointerUp() {
      if (!drag.current) return;
      stop();
      gestures.current?.drag.finish();
    },
    onPointerCancel: cancel,
  };
  const keysOf = (held: BarHandle) => ({
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const { currentTarget, key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (ctrlKey || metaKey || altKey || shiftKey) return;
      // The next key may come before the screen has drawn what the last one did.
      const visible: TimeWindow = gestures.current?.keys.windowOn(currentTarget) ?? windows.visible;
      const next = periodAfterKey({ whole: windows.whole, visible }, held, key);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      gestures.current?.keys.show(currentTarget, next);
    },
    onBlur: () => gestures.current?.keys.finish(),
  });
  return { pointer, keysOf };
}
