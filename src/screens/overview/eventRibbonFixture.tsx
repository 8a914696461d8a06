/** This file draws the ribbon of events over a window of twelve years. */
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { EventRibbon } from './EventRibbon.tsx';

export const RIBBON_NOW_MS = Date.parse('2026-11-24T20:05:00Z');
export const ALL = { startMs: Date.parse('2014-10-25T06:00:00Z'), endMs: RIBBON_NOW_MS };
export const YEAR = { startMs: Date.parse('2025-11-25T06:00:00Z'), endMs: RIBBON_NOW_MS };

export const ribbonViewOf = (visible: TimeWindow): ViewWindow => ({ ...viewOfAll, whole: ALL, visible });

export type RibbonOptions = {
  readonly events?: EventsSnapshot | undefined;
  readonly widthPx?: number;
  readonly view?: ViewWindow;
};

export function showRibbon(options: RibbonOptions = {}) {
  const { widthPx = 1366, view = ribbonViewOf(ALL) } = options;
  const events = 'events' in options ? options.events : eventsSnapshot();
  const onRetry = vi.fn<() => void>();
  const { container } = render(
    <InOpenRecord nowMs={RIBBON_NOW_MS} view={view}>
      <main>
        <EventRibbon events={events} widthPx={widthPx} textScale={1} onRetry={onRetry} />
      </main>
    </InOpenRecord>,
  );
  const plotTexts = () => [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  const laneState = (lane: string) => container.querySelector(`[data-events="${lane}"]`)?.textContent;
  return { container, onRetry, plotTexts, laneState, allText: () => container.textContent };
}
