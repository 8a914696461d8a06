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

const madeEncounter = (encounterClass: string, more: Partial<CareEvent> = {}): CareEvent => ({
  type: 'Encounter',
  lane: 'encounter',
  id: 'e1',
  text: 'Office visit',
  status: 'finished',
  encounterClass,
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

function show(encounter: CareEvent): (encounter: EncounterPeriod | undefined) => void {
  const opened = openedWith(() => Promise.resolve(eventsSnapshot({ events: [encounter] })));
  const onEncounter = vi.fn<(encounter: EncounterPeriod | undefined) => void>();
  render(
    <InOpenRecord
      session={openedSession({ encounterId: 'e1' }, { openEvents: () => Promise.resolve(opened) })}
    >
      <EncounterInContext isNeeded onEncounter={onEncounter} />
    </InOpenRecord>,
  );
  return onEncounter;
}

afterEach(cleanup);

test.each([
  ['an office visit has its start and its end', madeEncounter('AMB'), { endMs: END_MS, isStay: false }],
  [
    'a call without an end has a known start',
    madeEncounter('VR', { endMs: undefined }),
    { endMs: START_MS, isStay: false },
  ],
  ['a hospital stay is marked as one', madeEncounter('IMP'), { endMs: END_MS, isStay: true }],
  [
    'a stay without an end lasts',
    madeEncounter('IMP', { endMs: undefined }),
    { endMs: undefined, isStay: true },
  ],
])('%s', async (_, encounter, expected) => {
  const onEncounter = show(encounter);
  await vi.waitFor(() => expect(onEncounter).toHaveBeenCalledWith({ startMs: START_MS, ...expected }));
});

const day = (text: string) => ({ startMs: Date.parse(text), precision: 'day' as const });
const until = (text: string) => ({ endMs: Date.parse(text), endPrecision: 'day' as const });

test.each([
  ['one day', 'IMP', { ...day('2026-10-29'), ...until('2026-10-29') }, '10-29T05:00', '10-30T04:59:59.999'],
  ['two days', 'IMP', { ...day('2026-10-29'), ...until('2026-10-30') }, '10-29T05:00', '10-31T04:59:59.999'],
  [
    'a day of a visit',
    'AMB',
    { ...day('2026-10-29'), endMs: undefined },
    '10-29T05:00',
    '10-30T04:59:59.999',
  ],
])(
  '%s without times lasts whole days on the clock of the record',
  async (_, encounterClass, time, from, to) => {
    const onEncounter = show(madeEncounter(encounterClass, time));
    await vi.waitFor(() =>
      expect(onEncounter).toHaveBeenCalledWith(
        expect.objectContaining({ startMs: Date.parse(`2026-${from}Z`), endMs: Date.parse(`2026-${to}Z`) }),
      ),
    );
  },
);

test.each([
  ['another encounter', madeEncounter('AMB', { id: 'e2' })],
  ['a visit that did not take place', madeEncounter('AMB', { isNotDone: true })],
  ['a visit without a time', madeEncounter('AMB', { startMs: Number.NaN })],
])('%s has no period', async (_, encounter) => {
  const onEncounter = show(encounter);
  await new Promise((resolve) => setTimeout(resolve));
  await Promise.resolve();
  expect(onEncounter).not.toHaveBeenCalled();
});
