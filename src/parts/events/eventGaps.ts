/** This file says which events are missing although they were asked for and granted (decision 38). */
import type { EventsSnapshot, EventsState } from '../../record/events/eventsSnapshot.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import { eventsTexts } from './events.messages.ts';
import { capital, eventTypesText, isRetryable } from './eventText.ts';

/** Each gap has the DOM hook of its notice (docs/contract.md, section 4). */
const GAP_KINDS = {
  failed: 'failed',
  incomplete: 'incomplete',
  refused: 'incomplete',
  'not-allowed': 'not-granted',
} as const satisfies Partial<Record<EventsState['state'], string>>;

type GapState = keyof typeof GAP_KINDS;
const GAP_TEXTS: Readonly<Record<GapState, (types: string) => string>> = {
  failed: (types) => eventsTexts('gapFailed', { types: capital(types) }),
  incomplete: (types) => eventsTexts('gapIncomplete', { types }),
  refused: (types) => eventsTexts('gapRefused', { types: capital(types) }),
  'not-allowed': (types) => eventsTexts('gapNotAllowed', { types: capital(types) }),
};
const GAP_STATES: readonly GapState[] = ['failed', 'incomplete', 'refused', 'not-allowed'];

/** These are the types that are missing for one reason. */
export type EventGap = {
  readonly kind: (typeof GAP_KINDS)[GapState];
  /** Reads like "Medication orders and encounters could not be read." */
  readonly text: string;
  readonly canRetry: boolean;
};

/**
 * Returns what is missing, one gap for each reason. What the site did not ask for, and what was not granted, is no gap; the
 * lanes say it.
 */
export function eventGaps(events: EventsSnapshot | undefined): readonly EventGap[] {
  return GAP_STATES.flatMap((state): EventGap[] => {
    const types = (events?.states ?? []).filter((one) => one.state === state).map(({ type }) => type);
    if (types.length === 0) return [];
    const text = GAP_TEXTS[state](listText(types.map(eventTypesText)));
    return [{ kind: GAP_KINDS[state], text, canRetry: isRetryable(state) }];
  });
}

const GAP_LINES: Readonly<Record<EventGap['kind'], 'lineFailed' | 'lineIncomplete' | 'lineNotGranted'>> = {
  failed: 'lineFailed',
  incomplete: 'lineIncomplete',
  'not-granted': 'lineNotGranted',
};

/** Returns the gaps as lines of an export: "Failed: Medication orders could not be read." */
export const eventGapLines = (events: EventsSnapshot | undefined): string[] =>
  eventGaps(events).map(({ kind, text }) => eventsTexts(GAP_LINES[kind], { gap: text }));
