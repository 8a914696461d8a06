// @vitest-environment happy-dom
import { queryOptions } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { CareEvent } from '../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../record/events/eventsSnapshot.ts';
import type { OpenEvents } from '../record/events/openEvents.ts';
import { EncounterInContext } from './EncounterInContext.tsx';
import { eventsSnapshot } from '../testing/eventsSnapshotFixture.ts';
import type { EncounterPeriod } from '../parts/timeWindow/windowChoice.ts';
import { InOpenRecord } from '../testing/InOpenRecord.tsx';
import { openedSession } from '../testing/openedSessionFixture.ts';

const START_MS = Date.parse('2026-10-29T13:00:00Z');
const END_MS = START_MS + 25 * 60_000;

const visit = (kind: string, more: Partial<CareEvent> = {}): CareEvent => ({
  type: 'Encounter',
  lane: 'encounter',
  id: 'e1',
  text: 'Office visit',
  status: 'finished',
  encounterClass: kind,
  note: '',
  startMs: START_MS,
  precision: 'instant',
  endMs: END_MS,
  endPrecision: 'instant',
  isOngoing: false,
  ...more,
});

const openedWith = (read: () => Promise<EventsSnapshot>): OpenEvents => ({
  events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read, retry: false }),
  retry: () => undefined,
  refresh: () => undefined,
});

function show(encounter: CareEvent): (visit: EncounterPeriod) => void {
  const opened = openedWith(() => Promise.resolve(eventsSnapshot({ events: [encounter] })));
  const onVisit = vi.fn<(visit: EncounterPeriod) => void>();
  render(
    <InOpenRecord
      session={openedSession({ encounterId: 'e1' }, { openEvents: () => Promise.resolve(opened) })}
    >
      <EncounterInContext isNeeded onEncounter={onVisit} />
    </InOpenRecord>,
  );
  return onVisit;
}

afterEach(cleanup);

test.each([
  ['an office visit is told with its times', visit('AMB'), { endMs: END_MS, isStay: false }],
  [
    'of a call without an end the start is known',
    visit('VR', { endMs: undefined }),
    { endMs: START_MS, isStay: false },
  ],
  ['a stay is told as one', visit('IMP'), { endMs: END_MS, isStay: true }],
  ['a stay without an end lasts', visit('IMP', { endMs: undefined }), { endMs: undefined, isStay: true }],
])('%s', async (_, encounter, told) => {
  const onVisit = show(encounter);
  await vi.waitFor(() => expect(onVisit).toHaveBeenCalledWith({ startMs: START_MS, ...told }));
});

test.each([
  ['another encounter', visit('AMB', { id: 'e2' })],
  ['a visit that did not take place', visit('AMB', { isNotDone: true })],
  ['a visit without a time', visit('AMB', { startMs: Number.NaN })],
])('%s is none to look at', async (_, encounter) => {
  const onVisit = show(encounter);
  await new Promise((resolve) => setTimeout(resolve));
  await Promise.resolve();
  expect(onVisit).not.toHaveBeenCalled();
});
