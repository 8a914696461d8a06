import { actsWhenPressed, saysMore, tooltipTargetAt } from './tooltipTarget.ts';

/** A tooltip comes after a short rest, well below the 200 ms of rule 54. */
const REST_MS = 150;

/** A finger that rests so long asks for the tooltip. A shorter press is a press. */
const HOLD_MS = 500;

/** A finger that moves farther than this scrolls. */
const STILL_PX = 10;

/** These keys lead from one control to the next. A focus that comes otherwise opens nothing. */
const LEADS_ON = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

export type TooltipAsked = {
  readonly target: Element;
  /** This is the element that assistive technology describes: the one with the focus, or the target itself. */
  readonly described: Element;
};

export type TooltipHandlers = {
  readonly onShow: (asked: TooltipAsked) => void;
  readonly onHide: () => void;
  readonly isShown: () => boolean;
  /** Returns whether the pointer may stay here without the tooltip going away. */
  readonly isKeptAt: (x: number, y: number) => boolean;
};

type Asking = {
  /** This is what the pointer rests on or has shown; a press ends it until the pointer leaves. */
  target: Element | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  x: number;
  y: number;
  isLedByKey: boolean;
  /** A finger has opened the tooltip, so the press that ends with it does nothing else. */
  isHeld: boolean;
};

type Actions = {
  readonly hide: () => void;
  readonly show: (target: Element, described?: Element) => void;
  readonly showAfter: (delayMs: number, target: Element, described?: Element) => void;
};

function actionsOf(now: Asking, { onShow, onHide, isShown }: TooltipHandlers): Actions {
  const show = (target: Element, described = target): void => {
    if (target.isConnected && saysMore(target)) onShow({ target, described });
  };
  return {
    show,
    hide: () => {
      clearTimeout(now.timer);
      if (isShown()) onHide();
    },
    showAfter: (delayMs, target, described) => {
      clearTimeout(now.timer);
      now.timer = setTimeout(() => show(target, described), delayMs);
    },
  };
}

const mouseListeners = (now: Asking, { isShown, isKeptAt }: TooltipHandlers, actions: Actions) => ({
  onPointerMove: ({ pointerType, clientX: x, clientY: y, target }: PointerEvent): void => {
    // A page that moves under a resting pointer opens nothing.
    if (pointerType === 'touch' || (x === now.x && y === now.y)) return;
    [now.x, now.y] = [x, y];
    const found = tooltipTargetAt(target);
    if (found === now.target || (isShown() && isKeptAt(x, y))) return;
    actions.hide();
    now.target = found;
    if (found) actions.showAfter(REST_MS, found);
  },
  onPointerDown: ({ target }: PointerEvent): void => {
    actions.hide();
    now.isLedByKey = false;
    now.isHeld = false;
    now.target = tooltipTargetAt(target);
  },
});

const fingerListeners = (now: Asking, actions: Actions) => ({
  onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent): void => {
    const held = now.target;
    if (pointerType !== 'touch' || !held) return;
    [now.x, now.y] = [clientX, clientY];
    clearTimeout(now.timer);
    now.timer = setTimeout(() => {
      now.isHeld = true;
      actions.show(held);
    }, HOLD_MS);
  },
  onPointerMove: ({ pointerType, clientX, clientY }: PointerEvent): void => {
    if (pointerType !== 'touch' || now.isHeld) return;
    if (Math.hypot(clientX - now.x, clientY - now.y) <= STILL_PX) return;
    clearTimeout(now.timer);
    now.target = undefined;
  },
  /** The finger left before its time: what a tap does not act on shows its tooltip. */
  onPointerUp: ({ pointerType, target }: PointerEvent): void => {
    if (pointerType !== 'touch' || now.isHeld) return;
    clearTimeout(now.timer);
    const found = tooltipTargetAt(target);
    if (found && found === now.target && !actsWhenPressed(found)) actions.show(found);
  },
  onPointerCancel: (): void => {
    if (!now.isHeld) clearTimeout(now.timer);
  },
  /** The press that ends with a held finger does not act, and opens no menu of the browser. */
  endHold: (event: Event): void => {
    if (!now.isHeld) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'click') now.isHeld = false;
  },
});

const keyListeners = (now: Asking, { isShown }: TooltipHandlers, actions: Actions) => ({
  onFocusIn: ({ target }: FocusEvent): void => {
    const found = tooltipTargetAt(target);
    if (found && now.isLedByKey && target instanceof Element) actions.showAfter(REST_MS, found, target);
  },
  onKeyDown: (event: KeyboardEvent): void => {
    now.isLedByKey = LEADS_ON.has(event.key);
    if (event.key !== 'Escape' || !isShown()) return;
    // The tooltip alone closes: what lies below would take the key for its own.
    event.preventDefault();
    event.stopImmediatePropagation();
    actions.hide();
  },
});

/** Hears on the whole page when somebody asks for a tooltip: by a resting pointer, by keys, or by a finger that holds. */
export function listenForTooltips(handlers: TooltipHandlers, signal: AbortSignal): void {
  const now: Asking = { target: undefined, timer: undefined, x: -1, y: -1, isLedByKey: false, isHeld: false };
  const actions = actionsOf(now, handlers);
  const mouse = mouseListeners(now, handlers, actions);
  const finger = fingerListeners(now, actions);
  const keys = keyListeners(now, handlers, actions);
  const early = { capture: true, signal } as const;
  for (const pointer of [mouse, finger]) {
    addEventListener('pointermove', pointer.onPointerMove, { passive: true, signal });
    addEventListener('pointerdown', pointer.onPointerDown, early);
  }
  addEventListener('pointerup', finger.onPointerUp, early);
  addEventListener('pointercancel', finger.onPointerCancel, early);
  addEventListener('click', finger.endHold, early);
  addEventListener('contextmenu', finger.endHold, early);
  document.documentElement.addEventListener('pointerleave', actions.hide, { signal });
  addEventListener('focusin', keys.onFocusIn, { signal });
  addEventListener('keydown', keys.onKeyDown, early);
  addEventListener('focusout', actions.hide, { signal });
  addEventListener('scroll', actions.hide, early);
  addEventListener('hashchange', actions.hide, { signal });
  signal.addEventListener('abort', () => clearTimeout(now.timer));
}
