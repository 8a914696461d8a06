// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventType } from '../../clinical/events/careEvent.ts';
import { csvText } from '../../parts/export/downloadCsv.ts';
import { exportHeader } from '../../parts/export/exportHeader.ts';
import type { EventsSnapshot, EventsState } from '../../record/events/eventsSnapshot.ts';
import { queryClient } from '../../record/flowsheet/queryClient.ts';
import { READ_ONCE } from '../../record/flowsheet/queries.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { eventsSnapshot, eventStates } from '../../testing/eventsSnapshotFixture.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { READ_AT_MS, recordOf, resultInput, searchOf } from '../../testing/recordFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { RecordScreen } from '../RecordScreen.tsx';

const record = recordOf(
  [4.6, 4.7, 4.9, 5.8].map((value, i) =>
    resultInput('2823-3', value, 'mmol/L', `2026-0${i + 5}-12T14:10:00Z`),
  ),
  { searches: [searchOf('all')] },
);

const optionsOf = <T,>(name: string, read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: read });

function open(events: Promise<EventsSnapshot>, fragment = '', of: RecordSnapshot = record) {
  location.hash = fragment;
  const opened = {
    events: optionsOf('events', () => events),
    retry: () => undefined,
    refresh: () => undefined,
  };
  const session = openedSession(
    {},
    { openEvents: () => Promise.resolve(opened) },
    siteOf({ timeZone: 'America/Chicago' }),
  );
  render(
    <QueryClientProvider client={queryClient()}>
      <RecordScreen
        opened={session}
        patientOptions={optionsOf('patient', async () => marlowe)}
        recordOptions={optionsOf('record', async (): Promise<RecordSnapshot> => of)}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
}

const documentState = () => document.documentElement.dataset['state'];
const eventsWith = (changes: Partial<Record<EventType, EventsState['state']>>) =>
  eventsSnapshot({ states: eventStates(changes) });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: READ_AT_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  location.hash = '';
  delete document.documentElement.dataset['state'];
});

const GAPS = [
  ['MedicationRequest', 'failed', 'Medication orders could not be loaded.', 'failed'],
  ['Encounter', 'refused', 'Encounters not offered by this health system.', 'incomplete'],
  ['DiagnosticReport', 'not-allowed', 'Reports not allowed by this health system.', 'not-granted'],
  ['Immunization', 'incomplete', 'Not all immunizations could be loaded.', 'incomplete'],
  ['MedicationAdministration', 'failed', 'Medication administrations could not be loaded.', 'failed'],
] as const;

describe.each(GAPS)('%s %s', (type, state, text, kind) => {
  const events = eventsWith({ [type]: state });

  test('makes the state partial, and is said once in full, and in short beside the account', async () => {
    open(Promise.resolve(events));
    const notice = await waitFor(() => {
      const found = document.querySelector(`[data-notice="${kind}"]`);
      if (!found) throw new Error('no notice');
      return found;
    });
    expect(notice.textContent).toContain(text);
    await waitFor(() => expect(documentState()).toBe('partial'));
    const account = document.querySelector('main [data-accounting]');
    expect(account?.textContent).toMatch(/All 4 results loaded\..* Events incomplete\./);
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'What changed' }).textContent).toContain('Potassium'),
    );
    expect(document.body.textContent.split(text)).toHaveLength(2);
  });

  test('is said on a screen without an account', async () => {
    open(Promise.resolve(events), '#series=k');
    await waitFor(() => expect(documentState()).toBe('partial'));
    await waitFor(() =>
      expect(document.querySelector(`[data-notice="${kind}"]`)?.textContent).toContain(text),
    );
  });

  test('is said in the head of note, print and CSV', () => {
    const from = {
      record,
      patient: marlowe,
      timeZone: 'America/Chicago',
      nowMs: READ_AT_MS,
      siteLabel: 'A',
    };
    const { notices } = exportHeader({ ...from, events });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(text);
    expect(
      csvText({ record, patient: marlowe, timeZone: 'America/Chicago', events, nowMs: record.readAtMs }),
    ).toContain(`${notices[0]}"\r\n`);
    expect(exportHeader({ ...from, events: eventsSnapshot() }).notices).toEqual([]);
  });
});

test.each([
  ['failed', 'network', 1],
  ['failed', 'limit', 2],
] as const)('where results %s (%s) too, the buttons are %i', async (state, failure, count) => {
  const searches = [searchOf('laboratory', { state, failure })];
  open(
    Promise.resolve(eventsWith({ MedicationRequest: 'failed' })),
    '',
    recordOf([resultInput('2823-3', 4.6, 'mmol/L', '2026-05-12T14:10:00Z')], { searches, complete: false }),
  );
  await waitFor(() => expect(document.querySelectorAll('[data-notice]')).toHaveLength(2));
  expect(document.querySelectorAll('[data-notice] [data-retry]')).toHaveLength(count);
});

test('two types that are missing for one reason are named together', () => {
  const events = eventsWith({ Encounter: 'failed', Procedure: 'failed', Condition: 'refused' });
  expect(
    csvText({ record, patient: marlowe, timeZone: 'UTC', events, nowMs: record.readAtMs }).match(
      /^"# (?:Failed|Incomplete).*"/gm,
    ),
  ).toEqual([
    '"# Failed: Encounters and procedures could not be loaded."',
    '"# Incomplete: Conditions not offered by this health system."',
  ]);
});

test.each([
  ['not granted', { MedicationRequest: 'not-granted', Encounter: 'not-granted' }],
  ['not asked for by the site', { Immunization: 'not-asked', DiagnosticReport: 'not-asked' }],
  ['granted in part', { Condition: 'part' }],
] as const)('what was %s is no error: the record is ready, and no notice stands', async (_, changes) => {
  open(Promise.resolve(eventsWith(changes)));
  await waitFor(() => expect(documentState()).toBe('ready'));
  expect(document.querySelector('[data-notice]')).toBeNull();
  expect(document.querySelector('main [data-accounting]')?.textContent).not.toContain('incomplete');
});

test('while the events are read the record is not ready, whatever screen stands', async () => {
  for (const fragment of ['', '#series=k', '#account']) {
    let send: (events: EventsSnapshot) => void = () => undefined;
    open(new Promise((resolve) => (send = resolve)), fragment);
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await waitFor(() => expect(document.body.textContent).toContain('MARLOWE'));
    expect(documentState()).toBe('loading');
    send(eventsSnapshot());
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await waitFor(() => expect(documentState()).toBe('ready'));
    cleanup();
  }
});

test('results that are missing make the state partial, whatever the events are', async () => {
  const searches = [searchOf('laboratory', { state: 'failed', failure: 'server' })];
  open(Promise.resolve(eventsSnapshot()), '', { ...record, complete: false, searches });
  await waitFor(() => expect(documentState()).toBe('partial'));
});

const SCREENS = {
  overview: '',
  detail: '#series=k',
  compare: '#compare=k',
  results: '#results',
  timeline: '#timeline',
  account: '#account',
} as const;
const withLeftOut = (leftOut: Partial<EventsSnapshot['leftOut']>) =>
  eventsSnapshot({
    leftOut: { strangers: 0, unconfirmed: 0, withdrawn: 0, unreadable: 0, ...leftOut },
    states: eventStates({}).map((one) =>
      leftOut.unconfirmed !== undefined && one.type === 'Encounter'
        ? { ...one, state: 'incomplete', isUnconfirmed: true }
        : one,
    ),
  });

describe.each(Object.entries(SCREENS))('on %s', (_, fragment) => {
  test('rule 48: events of another patient are told once, in red', async () => {
    open(Promise.resolve(withLeftOut({ strangers: 2 })), fragment);
    await waitFor(() => expect(document.querySelector('[data-notice="wrong-patient"]')).not.toBeNull());
    const [notice, ...more] = document.querySelectorAll('[data-notice="wrong-patient"]');
    expect(notice?.textContent).toContain('events of another patient. 2 left out');
    expect(more).toEqual([]);
  });

  test('fixture 69: events that do not say whose they are are told, in a record that was read whole', async () => {
    open(Promise.resolve(withLeftOut({ unconfirmed: 3 })), fragment);
    await waitFor(() => expect(document.querySelector('[data-notice="incomplete"]')).not.toBeNull());
    expect(documentState()).toBe('ready');
    const notice = document.querySelector('[data-notice="incomplete"]');
    expect(notice?.textContent).toBe(
      'Incomplete. 3 events (encounters) came without saying whose, so they are not shown. Events of this patient may be missing.',
    );
  });
});

test('both are told in the head of note, print and CSV', () => {
  const from = { record, patient: marlowe, timeZone: 'America/Chicago', nowMs: READ_AT_MS, siteLabel: 'A' };
  const events = withLeftOut({ strangers: 1, unconfirmed: 1 });
  const lines = [
    'Wrong patient: 1 event of another patient left out.',
    'Incomplete: 1 event (encounters) came without saying whose, so it is not shown. Events of this patient may be missing.',
  ];
  expect(exportHeader({ ...from, events }).notices).toEqual(lines);
  for (const line of lines)
    expect(
      csvText({ record, patient: marlowe, timeZone: 'America/Chicago', events, nowMs: record.readAtMs }),
    ).toContain(line);
});
