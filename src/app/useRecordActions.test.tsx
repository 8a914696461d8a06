// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { closeServer, openOn, type HangingServer } from '../testing/hangingServerFixture.ts';
import { openedSession } from '../testing/openedSessionFixture.ts';
import { useRecordActions } from './useRecordActions.ts';

beforeAll(() => import('../record/events/openEvents.ts'));
afterEach(() => {
  cleanup();
  closeServer();
});

const SOURCE = { openSource: () => {}, followSource: () => {}, shownRecord: { current: undefined } };

/** Returns the press on "Try again". */
function retryOf({ client, patient, record, session, openEvents }: HangingServer): () => void {
  const opened = { ...openedSession({}, { openEvents }), session };
  const { result } = renderHook(() => useRecordActions(opened, patient, record, 'UTC', SOURCE), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  return () => result.current.retryReading();
}

const waitingAt = ({ asked }: HangingServer, path: string) =>
  asked
    .filter((one) => one.path.startsWith(path))
    .map(({ signal }) => (signal.aborted ? 'stopped' : 'waits'));

test('trying again stops the read of the Patient and all searches, and sends each anew', async () => {
  const server = openOn(() => 'never begins');
  const retry = retryOf(server);
  await server.pass(12_000);
  expect(waitingAt(server, 'Patient/p1')).toEqual(['waits']);
  server.behave(() => 'answers');
  retry();
  await server.pass(100);
  expect(waitingAt(server, 'Patient/p1')).toEqual(['stopped', 'waits']);
  expect(waitingAt(server, 'Observation?')).toEqual([...Array(3).fill('stopped'), ...Array(5).fill('waits')]);
  expect(server.patientState()).toBe('known');
  expect(server.results()).toMatchObject({ ended: true, complete: true });
});

test('trying again keeps a Patient that was read, and does not read it twice', async () => {
  const server = openOn((path) => (path === 'Patient/p1' ? 'answers' : 'never begins'));
  const retry = retryOf(server);
  await server.pass(12_000);
  retry();
  retry();
  await server.pass(100);
  expect(server.patientState()).toBe('known');
  expect(waitingAt(server, 'Patient/p1')).toHaveLength(1);
});

test('trying again while events hang stops them and asks anew, and no result twice', async () => {
  const server = openOn((path) => (/^(?:Encounter|Procedure)/.test(path) ? 'never begins' : 'answers'));
  const retry = retryOf(server);
  await server.pass(500);
  await server.eventStates();
  await server.pass(12_000);
  server.behave(() => 'answers');
  retry();
  await server.pass(100);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
  expect(waitingAt(server, 'Observation?')).toHaveLength(5);
  expect(waitingAt(server, 'Encounter')).toEqual(['stopped', 'waits']);
});

test('after events were given up, one press asks for them again', async () => {
  const server = openOn((path) => (/^(?:Encounter|Procedure)/.test(path) ? 'never begins' : 'answers'));
  await server.pass(500);
  await server.eventStates();
  await server.pass(44_000);
  expect(await server.eventStates()).toEqual(['failed', 'failed']);
  server.behave(() => 'answers');
  (await server.openEvents()).retry();
  await server.pass(100);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
});
