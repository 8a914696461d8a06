import { expect, test } from 'vitest';
import { answersOf, encounter, eventServer, stateOf } from '../../testing/eventServerFixture.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';

// The list of a patient waits for the names of its reports, and for no other resource.

test.each([
  ['is told at once where a list waits for it', 'DiagnosticReport', 'complete'],
  ['waits for its turn elsewhere', undefined, undefined],
] as const)('that a type has been read %s', async (_, awaited, told) => {
  const seen: EventsSnapshot[] = [];
  const answers = answersOf({ Encounter: [[encounter('e1')], [encounter('e2')], [encounter('e3')]] });
  await eventServer(answers, {}, { snapshotEveryMs: 60_000, awaited }).run(seen);
  const early = seen.filter(({ ended }) => !ended).map((one) => stateOf(one, 'DiagnosticReport'));
  expect(early.find((state) => state === 'complete')).toBe(told);
});

test('where a list waits for one type, the others are asked for after that list has been drawn', async () => {
  let show = (): void => {};
  const firstShown = new Promise<void>((resolve) => (show = resolve));
  const server = eventServer(
    answersOf({}),
    {},
    { snapshotEveryMs: 0, awaited: 'DiagnosticReport', firstShown },
  );
  const whole = server.run();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.requests.map(({ type }) => type)).toEqual(['DiagnosticReport']);
  show();
  const { states, ended } = await whole;
  expect(ended).toBe(true);
  expect(states.every(({ state }) => state === 'complete')).toBe(true);
});
