import { expect, test, vi } from 'vitest';
import { answersOf, carvedilol, encounter, eventServer, stateOf } from '../../testing/eventServerFixture.ts';
import type { FakePage } from '../../testing/fhirReaderFixture.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';

test('read again from a server that is behind, the newer version stays', async () => {
  let page = [encounter('e1', { meta: { versionId: '2' }, type: [{ text: 'Ward' }] })];
  const server = eventServer(({ type }) => (type === 'Encounter' ? [page] : [[]]));
  await server.run();
  page = [encounter('e1')];
  server.reading.startOver();
  expect((await server.run()).events.map(({ text }) => text)).toEqual(['Ward']);
});

test('read again after a page that failed, it begins at the first page', async () => {
  const server = eventServer(answersOf({ Encounter: [[encounter('e1')], 'server'] }));
  await server.run();
  server.requests.length = 0;
  server.reading.startOver();
  await server.run();
  expect(server.requests.find(({ type }) => type === 'Encounter')).not.toHaveProperty('from');
});

test('rule 40: events are as old as the oldest of them, and what failed on refresh stays as old as it was', async () => {
  const at = (clock: string) => Date.parse(`2026-01-05T${clock}:00Z`);
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:05') });
  let failing = '';
  const server = eventServer(({ type }) => (type === failing ? ['server'] : [[]]));
  expect((await server.run()).readAtMs).toBe(at('14:05'));
  failing = 'Encounter';
  vi.setSystemTime(at('15:05'));
  server.reading.startOver();
  expect((await server.run()).readAtMs).toBe(at('14:05'));
  failing = '';
  vi.setSystemTime(at('16:05'));
  expect((await server.run()).readAtMs).toBe(at('15:05'));
  vi.useRealTimers();
});

test('read again, a change shows at once, and what is gone goes when its type has ended', async () => {
  let pages: readonly FakePage[] = [[encounter('e1'), encounter('e2'), encounter('e3')]];
  const server = eventServer(
    answersOf({
      get Encounter() {
        return pages;
      },
    }),
  );
  await server.run();
  pages = [[encounter('e1', { meta: { versionId: '2' }, status: 'entered-in-error' })], 'server'];
  server.reading.startOver();
  const broken = await server.run();
  expect(broken.events.map(({ id }) => id)).toEqual(['e2', 'e3']);
  expect(stateOf(broken, 'Encounter')).toBe('incomplete');
  pages = [[encounter('e2')]];
  server.reading.startOver();
  const seen: EventsSnapshot[] = [];
  const again = await server.run(seen);
  expect(again.events.map(({ id }) => id)).toEqual(['e2']);
  expect(seen[0]?.events.map(({ id }) => id)).toEqual(['e2', 'e3']);
  expect(stateOf(again, 'Encounter')).toBe('complete');
});

test('a resource of another type in the answer to a search does not count twice', async () => {
  const order = carvedilol('m1');
  const server = eventServer(
    answersOf({ MedicationRequest: [[order]], MedicationStatement: [[order]], Encounter: [[order]] }),
  );
  const { courses, leftOut } = await server.run();
  expect(courses.map(({ steps }) => steps.map(({ id }) => id))).toEqual([['m1']]);
  expect(leftOut.unreadable).toBe(2);
});

test('one id of two types is two events', async () => {
  const server = eventServer(
    answersOf({ MedicationRequest: [[carvedilol('1')]], Encounter: [[encounter('1')]] }),
  );
  const { courses, events } = await server.run();
  expect([courses.length, events.length]).toEqual([1, 1]);
});
