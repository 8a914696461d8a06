/**
 * This file holds the days of the history's entries, whose addresses count from the newest result: each entry knows from which one. It
 * knows no date, only by how much the newest result has moved since the session was opened.
 */
import { DAY_MS } from '../clinical/time/durations.ts';
import { withParameter } from '../parts/navigation/urlFragment.ts';
import { daysText } from '../parts/screenUrls/compareUrl.ts';
import { formatWindowChoice, MAX_DAYS, parseWindowChoice } from '../parts/timeWindow/windowChoice.ts';

const MOVED = 'newestMovedMs';
const WINDOW = 'window';
const MOMENT = 'moment';

/** Returns by how much the newest result had moved when the current entry was written, in ms; undefined where it does not say. */
export function movedInEntry(): number | undefined {
  const movedMs: unknown = Object(history.state)[MOVED];
  return typeof movedMs === 'number' && Math.abs(movedMs) <= MAX_DAYS * DAY_MS ? movedMs : undefined;
}

/** Returns a window with the days that it has had, after the newest result has moved by so much. */
function heldWindow(text: string, byMs: number): string {
  const choice = parseWindowChoice(text);
  // One that ends with the newest result follows it (rule 11).
  if (choice === undefined || choice.backDays === 0) return text;
  return formatWindowChoice({ ...choice, backDays: Math.max(0, choice.backDays + byMs / DAY_MS) });
}

/** Returns the time of Compare's before and after likewise. It is whole to the millisecond, as Compare itself writes it. */
function heldMoment(text: string, byMs: number): string {
  if (!/^\d{1,5}(?:\.\d{1,8})?d$/.test(text)) return text;
  return daysText(Math.max(0, Math.round(Number(text.slice(0, -1)) * DAY_MS) + byMs) / DAY_MS);
}

function heldFragment(fragment: string, byMs: number): string {
  const parameters = new URLSearchParams(fragment.slice(1));
  let held = fragment;
  for (const [name, hold] of [
    [WINDOW, heldWindow],
    [MOMENT, heldMoment],
  ] as const) {
    const text = parameters.get(name) ?? '';
    const next = hold(text, byMs);
    if (next !== text) held = withParameter(held, name, next);
  }
  return held;
}

/** Returns the steps of the window (`zoomHistory.ts`) with their days. */
function heldSteps(state: object, byMs: number): object {
  const zoom: unknown = Object(state)['zoom'];
  const before: unknown = Object(zoom)['before'];
  if (!Array.isArray(before)) return {};
  const held = before.map((one: unknown) => (typeof one === 'string' ? heldWindow(one, byMs) : one));
  return { zoom: { ...Object(zoom), before: held } };
}

/**
 * Writes the current entry of the history anew, if the newest result has moved since that was written, so that it shows the days which it
 * has shown. `movedMs` is by how much it has moved since the session was opened. A new entry counts from where it is now.
 */
export function holdEntry(sid: string, movedMs: number): void {
  const state: object = Object(history.state);
  const owner: unknown = Reflect.get(state, 'sid');
  const fromMs = movedInEntry();
  if (fromMs === movedMs || (owner !== undefined && owner !== sid)) return;
  const byMs = movedMs - (fromMs ?? movedMs);
  const next = { ...state, ...heldSteps(state, byMs), [MOVED]: movedMs };
  try {
    history.replaceState(next, '', heldFragment(location.hash, byMs) || location.pathname);
  } catch {
    return; // a browser refuses more than some hundred changes in half a minute; the screen says which days it shows
  }
  if (byMs !== 0) dispatchEvent(new HashChangeEvent('hashchange')); // a replaced address does not send this event by itself
}
