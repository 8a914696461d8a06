/** This file says which events are missing although they were asked for and granted (decision 38). */
import { countText } from '../../charts/format/numberText.ts';
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
  /** All was read, and some of it was left out, because it does not say whose it is. */
  readonly wasRead?: true;
};

/**
 * Returns what is missing, one gap for each reason. What the site did not ask for, and what was not granted, is no gap; the
 * lanes say it.
 */
export function eventGaps(events: EventsSnapshot | undefined): readonly EventGap[] {
  const states = events?.states ?? [];
  const gaps = GAP_STATES.flatMap((state): EventGap[] => {
    const missing = states.filter((one) => one.state === state && !one.isUnconfirmed);
    if (missing.length === 0) return [];
    const text = GAP_TEXTS[state](typesText(missing));
    return [{ kind: GAP_KINDS[state], text, canRetry: missing.some(isRetryable) }];
  });
  return [...gaps, ...unconfirmedGap(events)];
}

const typesText = (states: readonly EventsState[]): string =>
  listText(states.map(({ type }) => eventTypesText(type)));

/** Events that do not say whose they are may be this patient's (fixture 69). The server would send the same again. */
function unconfirmedGap(events: EventsSnapshot | undefined): EventGap[] {
  const count = events?.leftOut.unconfirmed ?? 0;
  const types = typesText((events?.states ?? []).filter(({ isUnconfirmed }) => isUnconfirmed));
  if (count === 0 || types === '') return [];
  const text = eventsTexts('gapUnconfirmed', { count, shown: countText(count), types });
  return [{ kind: 'incomplete', text, canRetry: false, wasRead: true }];
}

const GAP_LINES: Readonly<Record<EventGap['kind'], 'lineFailed' | 'lineIncomplete' | 'lineNotGranted'>> = {
  failed: 'lineFailed',
  incomplete: 'lineIncomplete',
  'not-granted': 'lineNotGranted',
};

/** Returns the gaps as lines of an export: "Failed: Medication orders could not be read." Events of another patient stand first. */
export function eventGapLines(events: EventsSnapshot | undefined): string[] {
  const count = events?.leftOut.strangers ?? 0;
  return [
    ...(count > 0 ? [eventsTexts('lineWrongPatient', { count, shown: countText(count) })] : []),
    ...eventGaps(events).map(({ kind, text }) => eventsTexts(GAP_LINES[kind], { gap: text })),
  ];
}
