// @vitest-environment happy-dom
import { queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';
import { OtherPatientEventsNotice } from '../events/OtherPatientEventsNotice.tsx';
import { useEvents } from '../events/useEvents.ts';
import { RecordNotices } from './RecordNotices.tsx';

afterEach(cleanup);

const ScreenNotices = () => (
  <>
    <OtherPatientEventsNotice events={useEvents(true)} />
    <RecordNotices />
  </>
);

const openedWith = (read: () => Promise<EventsSnapshot>): OpenEvents => ({
  events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read }),
  retry: () => undefined,
  refresh: () => undefined,
});

/** Shows a record with so many results and events of another patient, and returns its red notices. */
async function noticesFor(results: number, events: number): Promise<readonly string[]> {
  const snapshot = eventsSnapshot({
    leftOut: { strangers: events, unconfirmed: 0, withdrawn: 0, unreadable: 0 },
  });
  const session = openedSession({}, { openEvents: () => Promise.resolve(openedWith(async () => snapshot)) });
  const record = recordOfSeries([], {
    excluded: results === 0 ? [] : [{ reason: 'other-patient', count: results }],
    complete: true,
  });
  const { container } = render(
    <InOpenRecord record={record} session={session}>
      <ScreenNotices />
    </InOpenRecord>,
  );
  if (events > 0) await screen.findAllByText(/events? (?:of another patient|left out)/);
  return [...container.querySelectorAll('[data-notice="wrong-patient"]')].map(
    ({ textContent }) => textContent,
  );
}

test('rule 48: one red notice counts results and events of another patient', async () => {
  const notices = await noticesFor(3, 2);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('results and events of another patient');
  expect(notices[0]).toContain('3 results and 2 events left out');
});

test.each([
  [1, 0, /results of another patient.*1 result left out/],
  [0, 4, /events of another patient.*4 left out/],
])('%d results and %d events have one notice of their own', async (results, events, words) => {
  const notices = await noticesFor(results, events);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatch(words);
});
