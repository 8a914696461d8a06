// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { queryClient } from '../../record/flowsheet/queryClient.ts';
import { READ_ONCE } from '../../record/flowsheet/queries.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { listedSeries, overviewRecord, potassiumPoints } from '../../testing/overviewFixture.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { READ_AT_MS } from '../../testing/recordFixture.ts';
import { RecordScreen } from '../RecordScreen.tsx';

afterEach(cleanup);

const optionsOf = <T,>(name: string, read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: read });

/** Opens a record in an encounter whose search has no answer. */
function openInEncounter(record: RecordSnapshot): void {
  const opened = {
    events: optionsOf('events', () => new Promise<EventsSnapshot>(() => undefined)),
    retry: () => undefined,
    refresh: () => undefined,
  };
  render(
    <QueryClientProvider client={queryClient()}>
      <RecordScreen
        opened={openedSession({ encounterId: 'e1' }, { openEvents: () => Promise.resolve(opened) })}
        patientOptions={optionsOf('patient', async () => marlowe)}
        recordOptions={optionsOf('record', async () => record)}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
}

const culture = listedSeries('urn:x|culture', 'Blood culture', {
  at: '2026-11-12T14:10:00Z',
  text: 'positive',
  reason: 'text',
});

test('a record without a curve waits for no encounter, because it has no window', async () => {
  openInEncounter(overviewRecord([culture]));
  const heading = await screen.findByRole('heading', { name: 'Results without a chart' });
  expect(within(heading.closest('section')!).getByRole('listitem').textContent).toContain('Blood culture');
  expect(screen.queryByRole('region', { name: 'Further results so far' })).toBeNull();
});

test.each([
  ['is silent', { silence: { sinceMs: READ_AT_MS, isTrickling: false } }],
  ['asks to wait', { waitUntilMs: READ_AT_MS + 60_000, waitCause: 'busy' as const }],
])('a record that has been read is arranged when the server %s about the encounter', async (_, wait) => {
  openInEncounter(overviewRecord([potassiumPoints, culture], wait));
  expect(await screen.findByRole('heading', { name: 'Results without a chart' })).toBeTruthy();
});

test('else the record waits for the encounter, and does not say that results are still being read', async () => {
  openInEncounter(overviewRecord([potassiumPoints, culture]));
  const soFar = await screen.findByRole('region', { name: 'Further results so far' });
  expect(await within(soFar).findByText('Blood culture', undefined, { timeout: 20_000 })).toBeTruthy();
  expect(soFar.textContent).not.toContain('still loading');
  expect(screen.queryByRole('heading', { name: 'Results without a chart' })).toBeNull();
});
