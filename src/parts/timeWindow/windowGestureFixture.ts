/** This file shows charts of a period of 400 days in a record of 1,000 days, for tests of gestures on them. */
import { afterEach, beforeEach, vi } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { ViewWindow } from './useTimeWindow.ts';

const WHOLE = { startMs: 0, endMs: 1000 * DAY_MS };
const VISIBLE = { startMs: 400 * DAY_MS, endMs: 800 * DAY_MS };

type Gestures = (view: () => ViewWindow, signal: AbortSignal) => void;

/** Ends the gestures of each test and removes its page. Returns a function that shows a page with gestures on it. */
export function setUpGestures(listen: Gestures) {
  let stop = new AbortController();
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    document.body.replaceChildren();
  });
  return (html: string, more: Partial<ViewWindow> = {}) => {
    const onChoose = vi.fn<(choice: string) => void>();
    const onPreview = vi.fn<(choice: string | undefined) => void>();
    const view = {
      ...viewOfAll,
      whole: WHOLE,
      visible: VISIBLE,
      choice: '400d~200',
      onChoose,
      onPreview,
      ...more,
    };
    document.body.innerHTML = html;
    listen(() => view, stop.signal);
    const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
    return { onChoose, onPreview, find };
  };
}
