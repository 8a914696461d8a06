// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { closeServer, openOn, type HangingServer } from '../testing/hangingServerFixture.ts';

afterEach(closeServer);

const EARLY = { vendor: 'generic', isEarly: true } as const;

const typesAsked = ({ asked }: HangingServer): readonly string[] =>
  asked.map(({ path }) => path.replace(/[/?].*/, ''));
const events = (server: HangingServer): readonly string[] =>
  typesAsked(server).filter((type) => type !== 'Patient' && type !== 'Observation');

test('a generic server is asked for the events when the first results are shown, and for each address once', async () => {
  const server = openOn((path) => (path.startsWith('Patient') ? 'never begins' : 'answers'), EARLY);
  await server.pass(50);
  expect(events(server)).toEqual(['Encounter', 'Procedure']);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
  await server.pass(500);
  expect(server.results()).toMatchObject({ ended: true, complete: true });
  const paths = server.asked.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('the events of a clinician leave too when only the first part of a long page has been shown', async () => {
  const server = openOn((path) => (path.includes('vital') ? { potassiumResults: 3000 } : 'never begins'), {
    ...EARLY,
    audience: 'clinician',
  });
  await vi.waitFor(() => expect(events(server)).toEqual(['Encounter', 'Procedure']));
});

test('the searches that the first curve does not wait for leave with the first results too', async () => {
  const server = openOn((path) => (/vital|Patient/.test(path) ? 'answers' : 'never begins'), EARLY);
  await server.pass(1);
  expect(typesAsked(server).filter((type) => type === 'Observation')).toHaveLength(5);
});

test.each([
  ['the list of a patient waits for reports, so these', 'patient', ['DiagnosticReport']],
  ['the chart of a clinician waits for no event, so none', 'clinician', []],
] as const)('%s leave with the first results', async (_, audience, asked) => {
  const server = openOn((path) => (/vital|Patient/.test(path) ? 'answers' : 'never begins'), {
    ...EARLY,
    audience,
    scope: 'patient/DiagnosticReport.rs',
  });
  await server.pass(1);
  expect(events(server)).toEqual(asked);
  await server.pass(4_000);
  await server.eventStates();
  await server.pass(1);
  const paths = server.asked.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => path.startsWith('DiagnosticReport'))).toHaveLength(1);
});

test('no event is asked for while no results have come', async () => {
  const server = openOn((path) => (path.startsWith('Patient') ? 'answers' : 'never begins'), EARLY);
  await server.pass(5_000);
  expect(events(server)).toEqual([]);
});

test.each(['epic', 'oracle', 'meditech'] as const)(
  '%s is asked for the events when somebody wants them, and not before',
  async (vendor) => {
    const server = openOn(() => 'answers', { vendor, isEarly: true });
    await server.pass(50);
    expect(events(server)).toEqual([]);
    await server.eventStates();
    await server.pass(500);
    expect(events(server)).toEqual(['Encounter', 'Procedure']);
  },
);

test('events that a busy server refused ahead are asked for again when they are read', async () => {
  let refusals = 0;
  const server = openOn(
    (path) => (path.startsWith('Encounter') && (refusals += 1) === 1 ? { status: 503 } : 'answers'),
    EARLY,
  );
  await server.pass(50);
  await server.eventStates();
  await server.pass(20_000);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
  expect(events(server)).toEqual(['Encounter', 'Procedure', 'Encounter']);
});

test('an answer that nobody has read for half a minute is asked for again', async () => {
  const server = openOn(() => 'answers', EARLY);
  await server.pass(31_000);
  await server.eventStates();
  await server.pass(500);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
  expect(events(server)).toEqual(['Encounter', 'Procedure', 'Encounter', 'Procedure']);
});

test('a page that is left ends what was asked for ahead', async () => {
  const server = openOn((path) => (/^(?:Enc|Proc)/.test(path) ? 'never begins' : 'answers'), EARLY);
  await server.pass(50);
  dispatchEvent(new Event('pagehide'));
  const ended = server.asked.filter(({ path }) => /^(?:Enc|Proc)/.test(path));
  expect(ended.map(({ signal }) => signal.aborted)).toEqual([true, true]);
});

test('without early requests everything is asked for when it is read', async () => {
  const server = openOn(() => 'answers', { vendor: 'generic' });
  await server.pass(500);
  expect(events(server)).toEqual([]);
  expect(server.results()).toMatchObject({ ended: true, complete: true });
  await server.eventStates();
  await server.pass(500);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
});
