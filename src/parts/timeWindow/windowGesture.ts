/** This file shows a window while a gesture changes it, and makes one step of the history when it rests. */
import type { TimeWindow } from './recordWindow.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { choiceForWindow } from './shiftAndZoom.ts';
import { formatWindowChoice } from './windowChoice.ts';

/** A wheel that stands still for so long has come to rest. */
const REST_MS = 250;

export type WindowGesture = {
  /** Returns the window that the gesture has reached, or undefined while there is no gesture on this element. */
  readonly windowOn: (element: Element) => TimeWindow | undefined;
  /** Shows this window with the next frame of the screen. */
  readonly show: (element: Element, next: TimeWindow) => void;
  /** Chooses the window now. */
  readonly finish: () => void;
  /** Goes back to the window before. */
  readonly cancel: () => void;
};

/** Creates the one gesture of a screen. It lasts until it rests, where nothing says when it ends, or until `finish`. */
export function createWindowGesture(view: () => ViewWindow, endsByItself: boolean): WindowGesture {
  let current:
    | { readonly element: Element; readonly window: TimeWindow; readonly before: string }
    | undefined;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const choiceNow = (): string | undefined => {
    const { whole } = view();
    return whole && current && formatWindowChoice(choiceForWindow(whole, current.window));
  };
  const clear = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    frame = 0;
    current = undefined;
  };
  const cancel = (): void => {
    const isOn = current !== undefined;
    clear();
    if (isOn) view().onPreview?.(undefined);
  };
  const finish = (): void => {
    const choice = choiceNow();
    // A gesture at the limit changes nothing, so it is no step.
    if (choice === undefined || choice === current?.before) {
      cancel();
      return;
    }
    clear();
    view().onChoose(choice);
  };
  const draw = (): void => {
    frame = 0;
    view().onPreview?.(choiceNow());
  };
  const show = (element: Element, window: TimeWindow): void => {
    current = { element, window, before: current?.before ?? view().choice };
    frame ||= requestAnimationFrame(draw);
    clearTimeout(rest);
    if (endsByItself) rest = setTimeout(finish, REST_MS);
  };
  const windowOn = (element: Element) => (current?.element === element ? current.window : undefined);
  return { windowOn, show, finish, cancel };
}
