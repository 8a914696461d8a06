// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { transferSession } from './sessionTransfer.ts';
import { LaunchError, type ErrorCode } from '../errors/LaunchError.ts';
import { watchOtherWindows } from './otherWindows.ts';
import { rememberView, restoreView } from './returnToView.ts';
import { resumeSession } from './resumeSession.ts';
import { openSession, type Session } from './session.ts';
import { nonceInAddress, signInInNewWindow } from './signInWindow.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { hasWindowRecord } from './windowRecord.ts';

const site = siteOf();
const expected = { siteId: site.id, iss: site.iss };
const opened = (patientId = 'p1', more: object = {}): Session =>
  openSession(site, { ...granted(patientId), refreshToken: 'r1', ...more });

type Said = { readonly nonce?: unknown; readonly record?: unknown; readonly taken?: unknown };
/** A window that only takes messages. */
const otherWindow = () => ({ closed: false, postMessage: vi.fn<(data: Said, origin: string) => void>() });
const message = (data: unknown, source: unknown, origin = location.origin): void => {
  dispatchEvent(Object.assign(new Event('message'), { data, source, origin }));
};

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The frame's half: the window that it opened, its nonce, and what it took. */
function waiting() {
  const popup = otherWindow();
  const open = vi.spyOn(window, 'open').mockReturnValue(popup as unknown as ReturnType<typeof window.open>);
  const taken = vi.fn<(sid: string) => void>();
  expect(signInInNewWindow('https://longview.example/launch.html?iss=x', expected, taken)).toBe(true);
  const nonce = /#hand=([\w-]{43})$/.exec(String(open.mock.calls[0]?.[0]))?.[1] ?? '';
  const record = opened('p1', { transferNonce: nonce }).record();
  sessionStorage.clear();
  return { popup, nonce, record, taken };
}

test('row 69: the frame takes the session that its own window signed in for, once', () => {
  const { popup, nonce, record, taken } = waiting();
  message({ nonce, record }, popup);
  message({ nonce, record }, popup);
  expect(taken.mock.calls).toEqual([[record.sid]]);
  expect(popup.postMessage.mock.calls).toEqual([[{ nonce, taken: true }, location.origin]]);
  history.replaceState({ sid: record.sid }, '');
  const resumed = resumeSession([site]);
  expect([resumed?.patientId, resumed?.transferNonce]).toEqual(['p1', undefined]);
});

test('row 70: a message of another origin, window, nonce or site, or without a whole session, is not heard', () => {
  const { popup, nonce, record, taken } = waiting();
  message({ nonce, record }, popup, 'https://evil.example');
  message({ nonce, record }, popup, 'null');
  message({ nonce, record }, otherWindow());
  message({ nonce, record }, null);
  message({ nonce: 'n'.repeat(43), record }, popup);
  message({ record }, popup);
  message({ nonce, record: { ...record, siteId: 'other' } }, popup);
  message({ nonce, record: { ...record, iss: 'https://evil.example/r4' } }, popup);
  message({ nonce, record: { ...record, patientId: '' } }, popup);
  message({ nonce, record: { ...record, accessToken: undefined } }, popup);
  message({ nonce, record: { ...record, endpoints: null } }, popup);
  for (const data of [{ nonce }, { nonce, record: null }, { nonce, record: 'x' }, null, 'x', 7])
    message(data, popup);
  message(JSON.parse(JSON.stringify({ nonce, record }).replace('"record"', '"__proto__"')), popup);
  message({ nonce, record: { ...record, sid: undefined, constructor: record } }, popup);
  message({ nonce: 'x'.repeat(1_000_000), record }, popup);
  message('x'.repeat(1_000_000), popup);
  expect(taken).not.toHaveBeenCalled();
  expect(popup.postMessage).not.toHaveBeenCalled();
  expect(sessionStorage).toHaveLength(0);
});

test('E09: a window that the browser blocks is said', () => {
  vi.spyOn(window, 'open').mockReturnValue(null);
  expect(signInInNewWindow('https://longview.example/launch.html', expected, () => {})).toBe(false);
});

test.each([
  [`#hand=${'n'.repeat(43)}`, 'n'.repeat(43)],
  ['#hand=short', undefined],
  [`#hand=${'n'.repeat(44)}`, undefined],
  ['', undefined],
])('the nonce in the address %s is %s', (hash, nonce) => {
  history.replaceState(null, '', `/launch.html${hash}`);
  expect(nonceInAddress()).toBe(nonce);
});

test('row 69: the window hands its session to the frame, to this origin alone, and keeps nothing for a reload', async () => {
  const frame = otherWindow();
  vi.spyOn(window, 'opener', 'get').mockReturnValue(frame);
  const session = opened();
  const outcome = transferSession(session, 'n1');
  expect(frame.postMessage.mock.calls).toEqual([
    [{ nonce: 'n1', record: session.record() }, location.origin],
  ]);
  message({ nonce: 'n1', taken: true }, frame);
  expect(await outcome).toBe(true);
  expect(sessionStorage).toHaveLength(0);
  expect(resumeSession([site])).toBeUndefined();
});

test('row 70: when nobody took it, or somebody else says so, the session goes on here', async () => {
  vi.useFakeTimers();
  const frame = otherWindow();
  vi.spyOn(window, 'opener', 'get').mockReturnValue(frame);
  const outcome = transferSession(opened(), 'n1');
  message({ nonce: 'n1', taken: true }, frame, 'https://evil.example');
  message({ nonce: 'n1', taken: true }, otherWindow());
  message({ nonce: 'n2', taken: true }, frame);
  message({ nonce: 'n1', taken: 'yes' }, frame);
  message({ nonce: ['n1'], taken: true }, frame);
  message({ nonce: 'x'.repeat(1_000_000), taken: true }, frame);
  for (const data of [null, 'taken', 7, [], {}, JSON.parse('{"__proto__":{"nonce":"n1","taken":true}}')])
    message(data, frame);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await outcome).toBe(false);
  expect(resumeSession([site])?.patientId).toBe('p1');
});

test.each([
  ['no', null],
  ['a closed', { closed: true, postMessage: () => {} }],
  ['a strange', 7],
])('with %s window behind it the session goes on here at once', async (_, opener) => {
  vi.spyOn(window, 'opener', 'get').mockReturnValue(opener);
  expect(await transferSession(opened(), 'n1')).toBe(false);
});

/** Watches as one window, until stopped; what it was told last. */
async function watching(session: Session) {
  const stop = new AbortController();
  const told: boolean[] = [];
  await watchOtherWindows(session, (isOther) => void told.push(isOther), stop.signal);
  return { stop: () => stop.abort(), told, last: () => told.at(-1) ?? false };
}
const heard = (check: () => void): Promise<void> => vi.waitFor(check, { interval: 5 });

test('row 72: two windows of one patient say nothing; one of another patient is told in all', async () => {
  const first = await watching(opened('p1'));
  const second = await watching(opened('p1'));
  await heard(() => expect(second.told.length + first.told.length).toBeGreaterThanOrEqual(2));
  expect([...first.told, ...second.told]).not.toContain(true);
  const other = await watching(opened('p2'));
  await heard(() => expect([first.last(), second.last(), other.last()]).toEqual([true, true, true]));
  other.stop();
  await heard(() => expect([first.last(), second.last()]).toEqual([false, false]));
  first.stop();
  second.stop();
});

test('row 72: the same id at another server is another patient', async () => {
  const first = await watching(opened('p1'));
  const second = await watching(opened('p1', { iss: 'https://fhir.other.example/r4' }));
  await heard(() => expect([first.last(), second.last()]).toEqual([true, true]));
  first.stop();
  second.stop();
});

test('what windows say to each other names neither patient nor issuer, and what nobody said so is ignored', async () => {
  const channel = new BroadcastChannel('longview.windows');
  const said: unknown[] = [];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  const say = (data: unknown): void => channel.postMessage(data);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => void said.push(data));
  const session = opened('patient-4711');
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

async function ended(code: ErrorCode, view = '#series=k'): Promise<void> {
  const session = opened('p1');
  await rememberView(session);
  history.replaceState(history.state, '', `/${view}`);
  session.end(new LaunchError(code));
  history.replaceState(null, '', '/');
}

test('after a session has run out, the next one of the same patient opens on the view of the last, once', async () => {
  await ended('E13');
  expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/p1|token|general/);
  await restoreView(opened('p1'));
  expect(location.hash).toBe('#series=k');
  history.replaceState(null, '', '/');
  await restoreView(opened('p1'));
  expect(location.hash).toBe('');
});

test('another patient’s session never opens on it, and takes it away', async () => {
  await ended('E13');
  await restoreView(opened('p2'));
  expect(location.hash).toBe('');
  expect(hasWindowRecord('view')).toBe(false);
});

test.each<[ErrorCode]>([['E12'], ['E17'], ['E04']])(
  'a session that ended with %s leaves no view',
  async (code) => {
    await ended(code);
    expect(hasWindowRecord('view')).toBe(false);
  },
);

test('a view older than 12 h, a broken one, or one where the address names another is not opened', async () => {
  const now = Date.now();
  await ended('E13');
  vi.spyOn(Date, 'now').mockReturnValue(now + 12 * 3_600_000 + 60_000);
  await restoreView(opened('p1'));
  expect(location.hash).toBe('');
  vi.restoreAllMocks();
  await ended('E13');
  history.replaceState(null, '', '/#other');
  await restoreView(opened('p1'));
  expect(location.hash).toBe('#other');
  history.replaceState(null, '', '/');
  const kept = await (async () => {
    await ended('E13');
    return sessionStorage.getItem('longview.view') ?? '';
  })();
  for (const text of [
    '{',
    'null',
    '{"view":"#x"}',
    '{"view":"https://evil.example","atMs":1}',
    kept.replace('"#series=k"', '"https://evil.example/"'),
    kept.replace('"#series=k"', '["#series=k"]'),
    kept.replace('"#series=k"', `"#${'x'.repeat(1_000_000)}"`),
    kept.replace(/"atMs":\d+/, `"atMs":"${Date.now()}"`),
    kept.replace(/"atMs":\d+/, '"atMs":null'),
    `{"__proto__":${kept}}`,
    'x'.repeat(1_000_000),
  ]) {
    sessionStorage.setItem('longview.view', text);
    await restoreView(opened('p1'));
    expect(location.hash).toBe('');
    expect(hasWindowRecord('view')).toBe(false);
  }
  sessionStorage.setItem('longview.view', kept);
  await restoreView(opened('p1'));
  expect(location.hash).toBe('#series=k');
});
