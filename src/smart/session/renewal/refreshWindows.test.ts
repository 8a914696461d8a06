import { expect, test, vi } from 'vitest';
import { resumeSession } from '../resumeSession.ts';
import { sessionKey } from '../session.ts';
import { writeWindowItem } from '../windowStorage.ts';
import { enterWindow } from '../../../testing/browserWindowFixture.ts';
import { jsonAnswer, waitUntil } from '../../../testing/tokenServerFixture.ts';
import { loadRefresh, openRenewable, renewedTokens, setUpTokenRefresh } from './tokenRefreshFixture.ts';

const page = setUpTokenRefresh();

test('row 47: two windows with one storage renew once; the second takes what the first has got', async () => {
  const first = openRenewable(page);
  const second = resumeSession([page.site])!;
  expect(await Promise.all([page.refresh(first), page.refresh(second)])).toEqual([true, true]);
  expect(page.server.requests).toHaveLength(1);
  expect(second.accessToken()).toBe('second');
});

test('row 47: what lies in a shared storage is taken only when it is newer', async () => {
  const first = openRenewable(page);
  const second = resumeSession([page.site])!;
  await page.refresh(first);
  second.change({ activeAtMs: Date.now() }); // it writes its older token over the newer one
  page.server.answerWith(jsonAnswer({ ...renewedTokens, access_token: 'third', expires_in: 1200 }));
  expect(await page.refresh(first)).toBe(true);
  expect(first.accessToken()).toBe('third');
});

test.each([
  ['another patient', { patientId: 'p2' }],
  ['another server', { iss: 'https://fhir.other.example/r4' }],
  ['another session', { sid: 'other' }],
])('row 49: a newer token of %s under the key of this session is not taken', async (_, differs) => {
  const session = openRenewable(page);
  const later = { accessToken: 'planted', expiresAtMs: Date.now() + 3_600_000 };
  writeWindowItem(sessionKey(session.sid), { ...session.stored(), ...later, ...differs });
  expect(await page.refresh(session)).toBe(true);
  expect(session.accessToken()).toBe('second');
  expect(page.server.requests).toHaveLength(1);
});

test('row 73: a duplicated tab drops the refresh token from its copy and asks nothing', async () => {
  const session = openRenewable(page);
  await page.refresh(session); // this window owns the session now
  const duplicate = resumeSession([page.site])!;
  const refreshThere = await loadRefresh();
  const outcome = refreshThere(duplicate);
  await waitUntil(() => vi.getTimerCount() > 0);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await outcome).toBe(false);
  expect(page.server.requests).toHaveLength(1);
  expect(duplicate.stored()).toMatchObject({ accessToken: 'second', refreshToken: undefined });
});

test('row 73: after a reload the lock of the page before is given back, and the window renews', async () => {
  const session = openRenewable(page);
  let giveBack = (): void => {};
  void page.locks.request(
    `longview.session.${session.sid}`,
    () => new Promise<void>((done) => (giveBack = done)),
  );
  const outcome = page.refresh(session);
  await vi.advanceTimersByTimeAsync(500);
  giveBack();
  expect(await outcome).toBe(true);
});

test('decision 14: a lock that never comes is waited for 15 s, once, and no token is lost', async () => {
  const session = openRenewable(page);
  void page.locks.request(`longview.refresh.${session.sid}`, () => new Promise(() => {}));
  const outcome = vi.fn<(renewed: boolean) => void>();
  void page.refresh(session).then(outcome);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome).toHaveBeenCalledWith(false);
  expect(page.server.requests).toHaveLength(0);
  expect(session.stored().refreshToken).toBe('r1');
});

test('decision 14: without Web Locks a hidden window does not renew, but does once it is seen again', async () => {
  enterWindow();
  const refresh = await loadRefresh();
  const session = openRenewable(page);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  expect(await refresh(session)).toBe(false);
  expect(page.server.requests).toHaveLength(0);
  expect(session.stored().refreshToken).toBe('r1');
  visibility.mockReturnValue('visible');
  expect(await refresh(session)).toBe(true);
  visibility.mockReturnValue('hidden');
  expect(await refresh(session)).toBe(false);
  expect(page.server.requests).toHaveLength(1);
});
