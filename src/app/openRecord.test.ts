// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openRecord } from './openRecord.ts';
import { rehearseReading } from '../record/flowsheet/rehearseReading.ts';
import type { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';

vi.mock('../record/flowsheet/rehearseReading.ts', () => ({ rehearseReading: vi.fn<() => void>() }));

type PendingRequest = {
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly answer: (body: object, init?: ResponseInit) => void;
};
let pendingRequests: PendingRequest[] = [];
let end: () => void = () => {};

const THREE_SEARCHES = 'patient/Observation.rs?category=vital-signs,laboratory,social-history';

const session = () =>
  ({
    sid: 's1',
    iss: 'https://fhir.general.example/r4',
    patientId: 'p1',
    scope: THREE_SEARCHES,
    requestedScope: THREE_SEARCHES,
    missingGrants: { denied: [], partial: [] },
    site: { vendor: 'epic', extraOrigins: [], identity: false },
    accessToken: () => 'secret',
    stored: () => ({ expiresAtMs: undefined }),
    renew: async () => false,
    end: () => end(),
    onEnd: (listener: (error: LaunchError) => void) => (end = () => listener({} as LaunchError)),
  }) as unknown as Session;

beforeEach(() => {
  pendingRequests = [];
  vi.stubGlobal(
    'fetch',
    (url: URL, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        pendingRequests.push({
          url,
          signal,
          answer: (body, init) => resolve(new Response(JSON.stringify(body), init)),
        });
      }),
  );
});
// A record that stays open would answer the events of the page in the next test.
afterEach(() => {
  end();
  end = () => {};
  vi.unstubAllGlobals();
});

const page = (id: string, next?: string) => ({
  resourceType: 'Bundle',
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
  entry: [{ resource: { resourceType: 'Observation', id, subject: { reference: 'Patient/p1' } } }],
});
const find = (text: string) => pendingRequests.findLast(({ url }) => url.href.includes(text));
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('the end of a session aborts every request, and no result comes back to life', async () => {
  const { client, record } = openRecord(session());
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  find('laboratory')?.answer(page('a', 'Observation?page=2'));
  await vi.waitFor(() => expect(find('page=2')).toBeDefined());
  expect(client.getQueryData(record.queryKey)?.account.received).toBe(1);
  end();
  await settled();
  expect(find('page=2')?.signal.aborted).toBe(true);
  expect(find('vital-signs')?.signal.aborted).toBe(true);
  expect(client.getQueryCache().getAll()).toEqual([]);
  expect(pendingRequests).toHaveLength(5);
});

describe('reading is rehearsed', () => {
  let whenIdle = (): void => {};
  beforeEach(() => vi.stubGlobal('requestIdleCallback', (act: () => void) => (whenIdle = act)));

  test('when the page has nothing to do before the first answer', async () => {
    openRecord(session());
    await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
    expect(rehearseReading).not.toHaveBeenCalled();
    whenIdle();
    expect(rehearseReading).toHaveBeenCalledOnce();
  });

  test('but no more when an answer has come', async () => {
    const { client, record } = openRecord(session());
    await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
    find('laboratory')?.answer(page('a'));
    await vi.waitFor(() => expect(client.getQueryData(record.queryKey)?.account.received).toBe(1));
    whenIdle();
    expect(rehearseReading).not.toHaveBeenCalled();
  });
});

test('leaving the page aborts every request; a page that comes back goes on where it stood', async () => {
  const { client, record } = openRecord(session());
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  find('Patient/p1')?.answer({ resourceType: 'Patient', id: 'p1' });
  find('laboratory')?.answer(page('a', 'Observation?page=2'));
  await vi.waitFor(() => expect(find('page=2')).toBeDefined());
  dispatchEvent(new Event('pagehide'));
  await settled();
  expect([find('page=2'), find('vital-signs')].map((one) => one?.signal.aborted)).toEqual([true, true]);
  const before = pendingRequests.length;
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await vi.waitFor(() => expect(pendingRequests.length).toBe(before + 4));
  find('page=2')?.answer(page('b'));
  find('vital-signs')?.answer(page('c'));
  find('social-history')?.answer(page('d'));
  await vi.waitFor(() =>
    expect(client.getQueryData(record.queryKey)).toMatchObject({ ended: true, account: { received: 4 } }),
  );
});

const lipid = (id: string, year: number) => ({
  resource: {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2093-3' }] },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: `${year}-03-04T08:00:00Z`,
    valueQuantity: { value: 190, unit: 'mg/dL' },
  },
});

test.each([['before'], ['after']])(
  'a result of a time before birth is listed, with the Patient read %s the results',
  async (order) => {
    const { client, record } = openRecord(session());
    await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
    const answerPatient = () =>
      find('Patient/p1')?.answer({ resourceType: 'Patient', id: 'p1', birthDate: '1987-06' });
    if (order === 'before') answerPatient();
    await settled();
    find('laboratory')?.answer({ resourceType: 'Bundle', entry: [lipid('a', 1979), lipid('b', 2021)] });
    for (const other of ['vital-signs', 'social-history'])
      find(other)?.answer({ resourceType: 'Bundle', entry: [] });
    await vi.waitFor(() => expect(client.getQueryData(record.queryKey)).toMatchObject({ ended: true }));
    if (order === 'after') answerPatient();
    await vi.waitFor(() =>
      expect(client.getQueryData(record.queryKey)?.account).toMatchObject({ drawn: 1, listed: 1 }),
    );
  },
);

const EVENT_SCOPES = `patient/Patient.r ${THREE_SEARCHES} patient/Encounter.rs`;
const withEvents = (audience: 'clinician' | 'patient' = 'clinician') => ({
  ...session(),
  requestedScope: EVENT_SCOPES,
  scope: EVENT_SCOPES,
  stored: () => ({ expiresAtMs: undefined, audience }) as ReturnType<Session['stored']>,
});
const encounterBundle = (...ids: readonly string[]) => ({
  resourceType: 'Bundle',
  entry: ids.map((id) => ({
    resource: { resourceType: 'Encounter', id, status: 'finished', subject: { reference: 'Patient/p1' } },
  })),
});

test('nothing but the patient and the results is asked for before somebody wants it', async () => {
  const { openEvents, client } = openRecord(withEvents());
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  await settled();
  expect(pendingRequests).toHaveLength(4);
  const { events: query } = await openEvents();
  await vi.waitFor(() => expect(find('Encounter?')).toBeDefined());
  find('Encounter?')?.answer(encounterBundle('a'));
  await vi.waitFor(() =>
    expect(client.getQueryData(query.queryKey)).toMatchObject({ ended: true, events: [{ id: 'a' }] }),
  );
  expect(await openEvents()).toBe(await openEvents());
  expect(pendingRequests).toHaveLength(5);
});

test.each([
  ['the results have been read', () => {}, true],
  ['the session has ended', () => end(), false],
])('in the view of a patient, nothing but reports is read before %s', async (_, act, isRead) => {
  const { openEvents } = openRecord(withEvents('patient'));
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  await openEvents();
  await settled();
  expect(find('Encounter?')).toBeUndefined();
  act();
  for (const category of ['laboratory', 'vital-signs', 'social-history'])
    find(category)?.answer(page(category));
  await settled();
  await settled();
  expect(find('Encounter?') !== undefined).toBe(isRead);
});

test('who refreshes the record has its events read again, and sees the old ones until then', async () => {
  const { openEvents, client, refresh } = openRecord(withEvents());
  const { events: query } = await openEvents();
  await vi.waitFor(() => expect(find('Encounter?')).toBeDefined());
  find('Encounter?')?.answer(encounterBundle('a', 'b'));
  await vi.waitFor(() => expect(client.getQueryData(query.queryKey)?.ended).toBe(true));
  const first = find('Encounter?');
  refresh();
  await vi.waitFor(() => expect(find('Encounter?')).not.toBe(first));
  expect(client.getQueryData(query.queryKey)).toMatchObject({
    ended: false,
    events: [{ id: 'a' }, { id: 'b' }],
  });
  find('Encounter?')?.answer(encounterBundle('b'));
  await vi.waitFor(() =>
    expect(client.getQueryData(query.queryKey)).toMatchObject({ ended: true, events: [{ id: 'b' }] }),
  );
});

test('who refreshes the record has the patient read again, and a read that fails ends nothing', async () => {
  const { client, patient, refresh } = openRecord(session());
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  const nameOf = () => client.getQueryData(patient.queryKey);
  const answerAs = (name: string) =>
    find('Patient/p1')?.answer({ resourceType: 'Patient', id: 'p1', name: [{ text: name }] });
  answerAs('Edwin Marlowe');
  await vi.waitFor(() => expect(nameOf()?.name).toBe('Edwin Marlowe'));
  const sent = pendingRequests.length;
  refresh();
  await vi.waitFor(() =>
    expect(pendingRequests.slice(sent).map(({ url }) => url.pathname)).toContain('/r4/Patient/p1'),
  );
  answerAs('Edwin Marlow');
  await vi.waitFor(() =>
    expect(nameOf()).toMatchObject({ name: 'Edwin Marlow', firstRead: { name: 'Edwin Marlowe' } }),
  );
  refresh();
  await vi.waitFor(() =>
    expect(pendingRequests.filter(({ url }) => url.pathname === '/r4/Patient/p1')).toHaveLength(3),
  );
  find('Patient/p1')?.answer({}, { status: 400 });
  await vi.waitFor(() => expect(nameOf()).toMatchObject({ name: 'Edwin Marlow', isOutdated: true }));
  expect(client.getQueryState(patient.queryKey)?.error).toBeNull();
});

test('the end of a session leaves no events behind, and none can be asked for after it', async () => {
  const { openEvents, client } = openRecord(withEvents());
  await openEvents();
  await vi.waitFor(() => expect(find('Encounter?')).toBeDefined());
  end();
  expect(find('Encounter?')?.signal.aborted).toBe(true);
  await settled();
  expect(client.getQueryCache().getAll()).toEqual([]);
  const late = openRecord(withEvents());
  await vi.waitFor(() => expect(find('laboratory')?.signal.aborted).toBe(false));
  end();
  await expect(late.openEvents()).rejects.toThrow('Events cannot be read.');
  expect(late.client.getQueryCache().getAll()).toEqual([]);
});

test('a session that ends while the server has an event wait brings no record back', async () => {
  const { openEvents, client, record } = openRecord(withEvents());
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  for (const name of ['laboratory', 'vital-signs', 'social-history']) find(name)?.answer(page(name));
  await vi.waitFor(() => expect(client.getQueryData(record.queryKey)?.ended).toBe(true));
  await openEvents();
  await vi.waitFor(() => expect(find('Encounter?')).toBeDefined());
  find('Encounter?')?.answer({}, { status: 429, headers: { 'retry-after': '60' } });
  await vi.waitFor(() => expect(client.getQueryData(record.queryKey)?.waitCause).toBe('busy'));
  end();
  await settled();
  expect(client.getQueryCache().getAll()).toEqual([]);
});

test('a session that ends while the record is read again leaves nothing of either reading, also when an answer comes late', async () => {
  const { client, record, refresh } = openRecord(session());
  await vi.waitFor(() => expect(pendingRequests).toHaveLength(4));
  for (const name of ['laboratory', 'vital-signs', 'social-history']) find(name)?.answer(page(name));
  await vi.waitFor(() => expect(client.getQueryData(record.queryKey)?.ended).toBe(true));
  const before = pendingRequests.length;
  refresh();
  await vi.waitFor(() => expect(pendingRequests.length).toBeGreaterThan(before));
  const asked = pendingRequests.slice(before);
  end();
  for (const { answer } of asked) answer(page('late', 'Observation?page=2'));
  await settled();
  expect(asked.map(({ signal }) => signal.aborted)).not.toContain(false);
  expect(client.getQueryCache().getAll()).toEqual([]);
  expect(find('page=2')).toBeUndefined();
});
