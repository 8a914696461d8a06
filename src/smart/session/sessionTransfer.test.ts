// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { resumeSession } from './resumeSession.ts';
import { transferSession } from './sessionTransfer.ts';
import { nonceInAddress, signInInNewWindow } from './signInWindow.ts';
import { useEmptyWindow } from '../../testing/browserWindowFixture.ts';
import { renewableSession, siteOf } from '../../testing/sessionFixture.ts';

const site = siteOf();
const expected = { siteId: site.id, iss: site.iss };

type Said = { readonly nonce?: unknown; readonly record?: unknown; readonly taken?: unknown };
/** Returns a window that only receives messages. */
const otherWindow = () => ({ closed: false, postMessage: vi.fn<(data: Said, origin: string) => void>() });
const message = (data: unknown, source: unknown, origin = location.origin): void => {
  dispatchEvent(Object.assign(new Event('message'), { data, source, origin }));
};

useEmptyWindow();

/** Signs in from a frame; returns the window that it opened, its nonce, and the session that it took. */
function waiting() {
  const popup = otherWindow();
  const open = vi.spyOn(window, 'open').mockReturnValue(popup as unknown as ReturnType<typeof window.open>);
  const taken = vi.fn<(sid: string) => void>();
  expect(signInInNewWindow('https://longview.example/launch.html?iss=x', expected, taken)).toBe(true);
  const nonce = /#hand=([\w-]{43})$/.exec(String(open.mock.calls[0]?.[0]))?.[1] ?? '';
  const record = renewableSession('p1', { transferNonce: nonce }).stored();
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
  message({ nonce, record: 'x'.repeat(1_000_000) }, popup);
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
  const session = renewableSession();
  const outcome = transferSession(session, 'n1');
  expect(frame.postMessage.mock.calls).toEqual([
    [{ nonce: 'n1', record: session.stored() }, location.origin],
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
  const outcome = transferSession(renewableSession(), 'n1');
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
  expect(await transferSession(renewableSession(), 'n1')).toBe(false);
});
