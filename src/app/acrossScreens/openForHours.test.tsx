// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { act, cleanup, configure, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPatient, type PatientIdentity } from '../../clinical/patient/patient.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';
import { READ_ONCE, patientKey } from '../../record/flowsheet/queries.ts';
import { queryClient } from '../../record/flowsheet/queryClient.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { RecordScreen } from '../RecordScreen.tsx';

// A part that is loaded late may need more than the usual second on a busy machine.
configure({ asyncUtilTimeout: 40_000 });

const ZONE = 'America/Chicago';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: READ_AT_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const potassiumAt = (ms: number) => resultInput('2823-3', 4.1, 'mmol/L', new Date(ms).toISOString());

const optionsOf = <T,>(queryKey: string[], read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey, queryFn: read });

/** Opens a record at READ_AT_MS. */
async function openWith(patient: PatientIdentity, more: readonly object[] = []) {
  const opened = openedSession({}, {}, siteOf({ timeZone: ZONE }));
  const { session } = opened;
  const record = recordOf([potassiumAt(READ_AT_MS), ...more]);
  const { container } = render(
    <QueryClientProvider client={queryClient()}>
      <RecordScreen
        {...{ opened }}
        patientOptions={optionsOf(patientKey(session), async () => patient)}
        recordOptions={optionsOf([session.sid, 'record'], async () => record)}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(container.querySelector('[data-patient-banner]')).not.toBeNull());
  return container;
}

/** Returns a patient as read at READ_AT_MS, with the instant of birth where there is one. */
const bornAt = (birthDate: string, birthTime?: string): PatientIdentity =>
  readPatient(
    {
      resourceType: 'Patient',
      id: 'p1',
      name: [{ family: 'Berg' }],
      birthDate,
      ...(birthTime && {
        _birthDate: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime', valueDateTime: birthTime },
          ],
        },
      }),
    },
    READ_AT_MS,
    [],
    ZONE,
  );

const banner = (container: Element) => container.querySelector('[data-patient-banner]')?.textContent;
const day = (ms: number): string => new Date(ms).toLocaleDateString('sv', { timeZone: ZONE });

const stale = (container: Element) => container.querySelector('[data-notice="stale"]')?.textContent;

describe('rule 40: the age of the record', () => {
  test('is told within a second after a sleep, in which timers stood still', async () => {
    const container = await openWith(bornAt('1959-03-14'));
    vi.setSystemTime(READ_AT_MS + 8 * HOUR_MS);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    await waitFor(() => expect(stale(container)).toMatch(/^Loaded 8 h ago\./));
  });

  test('is not known once the clock of the device was set back, and the record is no new one', async () => {
    const container = await openWith(bornAt('1959-03-14'));
    vi.setSystemTime(READ_AT_MS - 5 * HOUR_MS);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    await waitFor(() =>
      expect(stale(container)).toMatch(/^Loaded before the clock of this device was set back\./),
    );
  });
});

test('rule 13: a clock that is behind is told where it keeps newer results off the curves', async () => {
  const container = await openWith(bornAt('1959-03-14'), [potassiumAt(READ_AT_MS + 5 * HOUR_MS)]);
  await waitFor(() =>
    expect(stale(container)).toMatch(
      /^Check the clock of this device\. By it, 1 result lies up to 5 h ahead and is not charted\./,
    ),
  );
});

describe('rule 47: the age at the top counts on while the view is open', () => {
  test('of a newborn in hours, by which a bilirubin is judged', async () => {
    const bornMs = READ_AT_MS - 20 * HOUR_MS;
    const sent = `${new Date(bornMs - 6 * HOUR_MS).toISOString().slice(0, 19)}-06:00`;
    const container = await openWith(bornAt(sent.slice(0, 10), sent));
    expect(banner(container)).toContain('(20 h)');
    await act(() => vi.advanceTimersByTimeAsync(11 * HOUR_MS));
    await waitFor(() => expect(banner(container)).toContain('(31 h)'));
    await act(() => vi.advanceTimersByTimeAsync(20 * HOUR_MS));
    await waitFor(() => expect(banner(container)).toContain('(2 d)'));
  });

  test('over midnight, in days', async () => {
    const container = await openWith(bornAt(day(READ_AT_MS - 5 * 24 * HOUR_MS)));
    expect(banner(container)).toContain('(5 d)');
    await act(() => vi.advanceTimersByTimeAsync(24 * HOUR_MS));
    await waitFor(() => expect(banner(container)).toContain('(6 d)'));
  });

  test('and not of one who died', async () => {
    const died = {
      ...bornAt('1940-01-01'),
      age: '84 y',
      death: { timeMs: Date.UTC(2024, 0, 3), precision: 'day' },
      deceased: 'Died 3 Jan 2024',
    } as const;
    const container = await openWith(died);
    await act(() => vi.advanceTimersByTimeAsync(24 * HOUR_MS));
    expect(banner(container)).toContain('(84 y)');
  });
});
