// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { queryClient } from '../../record/flowsheet/queryClient.ts';
import { READ_ONCE } from '../../record/flowsheet/queries.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { failed, listedSeries, overviewRecord, reading, refused } from '../../testing/overviewFixture.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { RecordScreen } from '../RecordScreen.tsx';

afterEach(cleanup);

const optionsOf = <T,>(name: string, read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: read });

function open(record: RecordSnapshot): Promise<HTMLElement> {
  const opened = {
    events: optionsOf('events', async () => eventsSnapshot()),
    retry: () => undefined,
    refresh: () => undefined,
  };
  render(
    <QueryClientProvider client={queryClient()}>
      <RecordScreen
        opened={openedSession({}, { openEvents: () => Promise.resolve(opened) })}
        patientOptions={optionsOf('patient', async () => marlowe)}
        recordOptions={optionsOf('record', async () => record)}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
  return screen.findByRole('region', { name: 'What changed' });
}

const culture = listedSeries('urn:x|culture', 'Blood culture', {
  at: '2026-11-12T14:10:00Z',
  text: 'positive',
  reason: 'text',
});

test.each([
  ['of words alone', overviewRecord([culture])],
  ['of which a search failed', overviewRecord([], failed)],
  ['of which a search was refused', overviewRecord([], refused)],
  ['of words, of which a search failed', overviewRecord([culture], failed)],
])('rule 37: of a record %s, which is read, nothing says that it is still being read', async (_, record) => {
  await open(record);
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'What changed' }).textContent).not.toContain('Still loading'),
  );
});

test('a record that is being read says so', async () => {
  expect((await open(overviewRecord([], reading))).textContent).toContain('Still loading');
});
