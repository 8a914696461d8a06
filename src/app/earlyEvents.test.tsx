// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { queryClient } from '../record/flowsheet/queryClient.ts';
import { READ_ONCE } from '../record/flowsheet/queries.ts';
import { openedSession } from '../testing/openedSessionFixture.ts';
import { marlowe } from '../testing/patientFixture.ts';
import { recordOf, resultInput } from '../testing/recordFixture.ts';
import { siteOf } from '../testing/sessionFixture.ts';
import { RecordScreen } from './RecordScreen.tsx';
import type { RecordSnapshot, SearchState } from '../record/flowsheet/recordSnapshot.ts';

afterEach(() => {
  cleanup();
  performance.clearMarks();
});

const potassium = resultInput('2823-3', 4.6, 'mmol/L', '2026-05-12T14:10:00Z');
const isFirstChartDrawn = (): boolean => performance.getEntriesByName('longview:first-chart').length > 0;

type Opening = {
  readonly vendor: 'generic' | 'epic' | 'oracle' | 'meditech';
  readonly kind?: 'ehr' | 'standalone';
  readonly searches?: RecordSnapshot['searches'];
};

/** Shows a record of which a curve has come, and returns what counts how often the events are asked for. */
function showGrowing({ vendor, kind = 'ehr', searches = [] }: Opening) {
  const openEvents = vi.fn<() => Promise<never>>().mockRejectedValue(new Error('not read'));
  const record = recordOf([potassium], { ended: false, complete: false, searches });
  const optionsOf = <T,>(name: string, data: T) =>
    queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: async () => data });
  render(
    <QueryClientProvider client={queryClient()}>
      <RecordScreen
        opened={openedSession({ kind }, { openEvents }, siteOf({ vendor, timeZone: 'America/Chicago' }))}
        patientOptions={optionsOf('patient', marlowe)}
        recordOptions={optionsOf('record', record)}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
  return openEvents;
}

/** Only time shows that nothing is asked for. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

test.each([
  ['generic', 1],
  ['epic', 0],
  ['oracle', 0],
  ['meditech', 0],
] as const)(
  '%s: while results are still being read, the events are asked for %i times after the first chart',
  async (vendor, times) => {
    const openEvents = showGrowing({ vendor });
    expect(openEvents).not.toHaveBeenCalled();
    await waitFor(() => expect(isFirstChartDrawn()).toBe(true));
    // The mark comes before the screen knows of it.
    if (times === 0) await aMoment();
    await waitFor(() => expect(openEvents).toHaveBeenCalledTimes(times));
  },
);

const laboratory = (pages: number): SearchState => ({
  name: 'laboratory',
  state: 'reading',
  pages,
  received: pages,
});

test.each([
  ['has not come, nothing else is asked for', 0, 0],
  ['has come, the events are', 1, 1],
] as const)(
  'a list of patients waits for the newest page of the laboratory: while it %s',
  async (_, pages, times) => {
    const openEvents = showGrowing({ vendor: 'generic', kind: 'standalone', searches: [laboratory(pages)] });
    await aMoment();
    await waitFor(() => expect(openEvents).toHaveBeenCalledTimes(times));
    expect(isFirstChartDrawn()).toBe(times > 0);
  },
);
