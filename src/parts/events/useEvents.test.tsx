// @vitest-environment happy-dom
import { queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import { useEvents } from './useEvents.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';

const snapshot: EventsSnapshot = {
  states: [{ type: 'Encounter', state: 'complete', received: 0 }],
  events: [],
  courses: [],
  leftOut: { strangers: 0, unconfirmed: 0, withdrawn: 0, unreadable: 0 },
  ended: true,
  readAtMs: 0,
};

const openedWith = (read: () => Promise<EventsSnapshot>): OpenEvents => ({
  events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read, retry: false }),
  retry: () => undefined,
  refresh: () => undefined,
});

function EventStates({ isNeeded }: { readonly isNeeded: boolean }) {
  const events = useEvents(isNeeded);
  return (
    <p>
      {events === undefined
        ? 'nothing known'
        : events.states.map(({ type, state }) => `${type} ${state}`).join()}
    </p>
  );
}

const drawn: string[] = [];

/** Notes what it shows each time. */
function EventCount() {
  const count = useEvents(true)?.states.length ?? 'nothing known';
  useLayoutEffect(() => void drawn.push(String(count)));
  return null;
}

function show(openEvents: () => Promise<OpenEvents>, isNeeded: boolean) {
  const session = openedSession({}, { openEvents });
  const page = (needed: boolean) => (
    <InOpenRecord session={session}>
      <EventStates isNeeded={needed} />
    </InOpenRecord>
  );
  const { rerender } = render(page(isNeeded));
  return (needed: boolean) => rerender(page(needed));
}

afterEach(cleanup);

test('nothing is read before it is wanted; then what was read is followed, also when nobody wants more', async () => {
  const events = vi.fn<() => Promise<OpenEvents>>(() =>
    Promise.resolve(openedWith(() => Promise.resolve(snapshot))),
  );
  const want = show(events, false);
  expect(screen.getByText('nothing known')).toBeTruthy();
  expect(events).not.toHaveBeenCalled();
  want(true);
  expect(await screen.findByText('Encounter complete')).toBeTruthy();
  want(false);
  expect(screen.getByText('Encounter complete')).toBeTruthy();
  expect(events).toHaveBeenCalledTimes(1);
});

test('code that cannot be loaded, and a fault of ours, are told as failures of every type and not as an empty record', async () => {
  show(() => Promise.reject(new Error('not loaded')), true);
  expect(await screen.findByText(/Encounter failed/)).toBeTruthy();
  cleanup();
  show(() => Promise.resolve(openedWith(() => Promise.reject(new TypeError('ours')))), true);
  expect(await screen.findByText(/MedicationRequest failed/)).toBeTruthy();
});

test('what was read before is there with the first drawing of whoever needs it next', async () => {
  drawn.length = 0;
  const openEvents = () => Promise.resolve(openedWith(() => Promise.resolve(snapshot)));
  const session = openedSession({}, { openEvents });
  const page = (next: boolean) => (
    <InOpenRecord session={session}>
      <EventStates isNeeded />
      {next && <EventCount />}
    </InOpenRecord>
  );
  const { rerender } = render(page(false));
  await screen.findByText('Encounter complete');
  rerender(page(true));
  expect(new Set(drawn)).toEqual(new Set(['1']));
  rerender(page(false));
});
