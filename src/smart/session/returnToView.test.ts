// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { LaunchError, type ErrorCode } from '../errors/LaunchError.ts';
import { forgetView, isViewInForce, rememberView, restoreView } from './returnToView.ts';
import { useEmptyWindow } from '../../testing/browserWindowFixture.ts';
import { renewableSession } from '../../testing/sessionFixture.ts';
import { hasWindowItem } from './windowStorage.ts';

useEmptyWindow();

/** Ends a session on this view. */
async function ended(code: ErrorCode, view = '#series=k'): Promise<void> {
  const session = renewableSession('p1');
  await rememberView(session);
  history.replaceState(history.state, '', `/${view}`);
  session.end(new LaunchError(code));
  history.replaceState(null, '', '/');
}

test('after a session has run out, the next one of the same patient opens on the view of the last, once', async () => {
  await ended('E13');
  expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/p1|token|general/);
  await restoreView(renewableSession('p1'));
  expect(location.hash).toBe('#series=k');
  history.replaceState(null, '', '/');
  await restoreView(renewableSession('p1'));
  expect(location.hash).toBe('');
});

test('another patient’s session never opens on it, and takes it away', async () => {
  await ended('E13');
  await restoreView(renewableSession('p2'));
  expect(location.hash).toBe('');
  expect(hasWindowItem('view')).toBe(false);
});

test.each<[ErrorCode]>([['E12'], ['E17'], ['E04']])(
  'a session that ended with %s leaves no view',
  async (code) => {
    await ended(code);
    expect(hasWindowItem('view')).toBe(false);
  },
);

test('a view older than 12 h, a broken one, or one where the address names another is not opened', async () => {
  const now = Date.now();
  await ended('E13');
  vi.spyOn(Date, 'now').mockReturnValue(now + 12 * 3_600_000 + 60_000);
  await restoreView(renewableSession('p1'));
  expect(location.hash).toBe('');
  vi.restoreAllMocks();
  await ended('E13');
  history.replaceState(null, '', '/#other');
  await restoreView(renewableSession('p1'));
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
    await restoreView(renewableSession('p1'));
    expect(location.hash).toBe('');
    expect(hasWindowItem('view')).toBe(false);
  }
  sessionStorage.setItem('longview.view', kept);
  await restoreView(renewableSession('p1'));
  expect(location.hash).toBe('#series=k');
});

test('a session that ran out on the overview leaves no view, and one that ended on purpose takes it away', async () => {
  await ended('E13', '');
  expect(hasWindowItem('view')).toBe(false);
  await ended('E13');
  expect(hasWindowItem('view')).toBe(true);
  forgetView();
  expect(hasWindowItem('view')).toBe(false);
});

test('a view is in force for less than 12 h', () => {
  const nowMs = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(nowMs);
  const view = (ageMs: number) => ({ digest: 'd', view: '#series=k', atMs: nowMs - ageMs });
  expect(isViewInForce(view(12 * 3_600_000 - 1))).toBe(true);
  expect(isViewInForce(view(12 * 3_600_000))).toBe(false);
});

test('a browser that blocks its storage keeps no view, and nothing is thrown', async () => {
  const remember = await rememberView(renewableSession('p1'));
  history.replaceState(history.state, '', '/#series=k');
  const setItem = vi.fn<() => void>(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  vi.stubGlobal('sessionStorage', { setItem });
  expect(remember).not.toThrow();
  expect(setItem).toHaveBeenCalledOnce();
});
