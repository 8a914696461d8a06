// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { watchOtherWindows } from './otherWindows.ts';
import type { Session } from './session.ts';
import { useEmptyWindow } from '../../testing/browserWindowFixture.ts';
import { renewableSession } from '../../testing/sessionFixture.ts';

useEmptyWindow();

/** Watches as one window until it is stopped; `last` is what it was told last. */
async function watching(session: Session) {
  const stop = new AbortController();
  const told: boolean[] = [];
  await watchOtherWindows(session, (isOther) => void told.push(isOther), stop.signal);
  return { stop: () => stop.abort(), told, last: () => told.at(-1) ?? false };
}
const heard = (check: () => void): Promise<void> => vi.waitFor(check, { interval: 5 });

test('row 72: two windows of one patient say nothing; one of another patient is told in all', async () => {
  const first = await watching(renewableSession('p1'));
  const second = await watching(renewableSession('p1'));
  await heard(() => expect(second.told.length + first.told.length).toBeGreaterThanOrEqual(2));
  expect([...first.told, ...second.told]).not.toContain(true);
  const other = await watching(renewableSession('p2'));
  await heard(() => expect([first.last(), second.last(), other.last()]).toEqual([true, true, true]));
  other.stop();
  await heard(() => expect([first.last(), second.last()]).toEqual([false, false]));
  first.stop();
  second.stop();
});

test('row 72: the same id at another server is another patient', async () => {
  const first = await watching(renewableSession('p1'));
  const second = await watching(renewableSession('p1', { iss: 'https://fhir.other.example/r4' }));
  await heard(() => expect([first.last(), second.last()]).toEqual([true, true]));
  first.stop();
  second.stop();
});

test('row 75: a page that comes back from the cache warns of those windows alone that are still there', async () => {
  const channel = new BroadcastChannel('longview.windows');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  const say = (data: unknown): void => channel.postMessage(data);
  const first = await watching(renewableSession('p1'));
  const comeBack = () => dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  say({ window: 'w2', patient: 'y', isNew: true });
  await heard(() => expect(first.last()).toBe(true));
  // Nobody says that the other window was closed while this page lay in the cache.
  comeBack();
  expect(first.last()).toBe(false);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data instanceof Object && 'isNew' in data) say({ window: 'w3', patient: 'z' });
  });
  comeBack();
  await heard(() => expect(first.last()).toBe(true));
  first.stop();
  channel.close();
});

test('what windows say to each other names neither patient nor issuer, and what nobody said so is ignored', async () => {
  const channel = new BroadcastChannel('longview.windows');
  const said: unknown[] = [];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  const say = (data: unknown): void => channel.postMessage(data);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => void said.push(data));
  const session = renewableSession('patient-4711');
  const first = await watching(session);
  await heard(() => expect(said).toHaveLength(1));
  expect(JSON.stringify(said)).not.toMatch(/4711|general|token|r1"/);
  for (const data of [
    null,
    'x',
    7,
    {},
    { window: 7 },
    { window: 'w' },
    { window: 'w', patient: 7 },
    { patient: 'x' },
    { window: '', patient: 'y' },
    { window: 'w', patient: 'y', isNew: 'yes' },
    { window: 'w', patient: 'y', isGone: 1 },
    { window: 'x'.repeat(1_000_000), patient: 'y' },
    { window: 'w', patient: 'x'.repeat(1_000_000) },
    JSON.parse('{"__proto__":{"window":"w","patient":"y"}}'),
  ])
    say(data);
  say({ window: 'w2', patient: 'y', isNew: true });
  await heard(() => expect(first.last()).toBe(true));
  say({ window: 'w2', patient: 'y', isGone: true });
  await heard(() => expect(first.last()).toBe(false));
  expect(first.told).toEqual([true, false]);
  first.stop();
  channel.close();
});
