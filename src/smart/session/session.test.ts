// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LaunchError } from '../errors/LaunchError.ts';
import { resumeSession } from './resumeSession.ts';
import { openSession } from './session.ts';
import { sweepStorage } from './sweepStorage.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';

const site = siteOf();
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof LaunchError ? error.code : 'a fault';
  }
};

// No test here reaches a server, and none is asked to revoke a token.
vi.stubGlobal('fetch', async () => new Response());

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  history.replaceState(null, '');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a reload finds the session of this window again', () => {
  openSession(site, granted('p1'));
  const session = resumeSession([site]);
  expect(session?.patientId).toBe('p1');
  expect(session?.accessToken()).toBe('token of p1');
});

test('row 72: where windows share storage, each keeps its own patient', () => {
  openSession(site, granted('p1'));
  const first: unknown = history.state;
  openSession(site, granted('p2'));
  const second: unknown = history.state;
  history.replaceState(first, '');
  expect(resumeSession([site])?.patientId).toBe('p1');
  history.replaceState(second, '');
  expect(resumeSession([site])?.patientId).toBe('p2');
});

test('a window that names no session has none, whatever lies in the storage', () => {
  openSession(site, granted('p1'));
  history.replaceState(null, '');
  expect(resumeSession([site])).toBeUndefined();
});

test('a window whose record is lost, broken or of an unknown site ends (E13) and does not guess', () => {
  openSession(site, granted('p1'));
  const [key = ''] = Object.keys(sessionStorage);
  const record = sessionStorage.getItem(key) ?? '';
  expect(codeOf(() => resumeSession([]))).toBe('E13');
  for (const broken of [
    '{',
    'null',
    '7',
    record.replace('"p1"', '""'),
    record.replace('"token of p1"', 'null'),
    record.replace(/"endpoints":\{[^}]*\}/, '"endpoints":null'),
  ]) {
    sessionStorage.setItem(key, broken);
    expect(codeOf(() => resumeSession([site]))).toBe('E13');
  }
  sessionStorage.clear();
  expect(codeOf(() => resumeSession([site]))).toBe('E13');
});

test('a record with a field of another type, or without one that it needs, ends (E13)', () => {
  const { sid } = openSession(site, {
    ...granted('p1'),
    encounterId: 'e1',
    intent: 'i',
    tenant: 't',
    styleUrl: 'https://fhir.general.example/style',
    nonce: 'n',
    transferNonce: 'h',
    refreshToken: 'r1',
    idToken: 'id',
  });
  const key = `longview.session.${sid}`;
  const record = JSON.parse(sessionStorage.getItem(key) ?? '') as Record<string, unknown>;
  expect(Object.keys(record)).toHaveLength(27);
  const codeWith = (changed: object): string => {
    sessionStorage.setItem(key, JSON.stringify({ ...record, ...changed }));
    return codeOf(() => resumeSession([site]));
  };
  expect(codeWith({})).toBe('none');
  const wrong = [null, {}, [7]];
  for (const name of Object.keys(record))
    for (const value of wrong)
      expect([name, value, codeWith({ [name]: value })]).toEqual([name, value, 'E13']);
  const optional =
    /^(encounterId|intent|tenant|styleUrl|nonce|transferNonce|refreshToken|idToken|expiresAtMs|renewAtMs)$/;
  for (const name of Object.keys(record))
    expect([name, codeWith({ [name]: undefined })]).toEqual([name, optional.test(name) ? 'none' : 'E13']);
});

test('of a record that somebody else wrote, nothing comes from a prototype, and what is no field of ours changes nothing', () => {
  const { sid } = openSession(site, granted('p1'));
  const key = `longview.session.${sid}`;
  const text = sessionStorage.getItem(key) ?? '';
  sessionStorage.setItem(key, `{"__proto__":${text},"constructor":${text}}`);
  expect(codeOf(() => resumeSession([site]))).toBe('E13');
  sessionStorage.setItem(key, 'x'.repeat(1_000_000));
  expect(codeOf(() => resumeSession([site]))).toBe('E13');
  const padding = { padding: 'x'.repeat(1_000_000), toString: 'x' };
  sessionStorage.setItem(
    key,
    JSON.stringify({ ...JSON.parse(text), ...padding }).replace('{', '{"__proto__":{"nonce":"evil"},'),
  );
  const session = resumeSession([site]);
  // A reload gives the record another page and another time.
  const { page: _page, seenAtMs: _seenAtMs, ...kept } = JSON.parse(text) as Record<string, unknown>;
  expect(session?.stored()).toMatchObject(kept);
  expect([session?.nonce, session?.stored().nonce, session?.accessToken()]).toEqual([
    undefined,
    undefined,
    'token of p1',
  ]);
});

test('an expired session is not resumed, and its record is swept', async () => {
  openSession(site, granted('p1', 1000));
  vi.setSystemTime(Date.now() + 2000);
  expect(codeOf(() => resumeSession([site]))).toBe('E13');
  await sweepStorage([site]);
  expect(sessionStorage).toHaveLength(0);
});

test('an expired session with a refresh token is resumed: the first request gets the next token', () => {
  openSession(site, { ...granted('p1', 1000), refreshToken: 'r1' });
  vi.setSystemTime(Date.now() + 2000);
  expect(resumeSession([site])?.patientId).toBe('p1');
});

test('a session that nobody used for the site’s minutes is not resumed, and its record is swept', async () => {
  openSession(site, granted('p1'));
  vi.setSystemTime(Date.now() + 15 * 60_000);
  expect(codeOf(() => resumeSession([site]))).toBe('E13');
  await sweepStorage([site]);
  expect(sessionStorage).toHaveLength(0);
});

test('at its end the session tells once, gives no token any more and leaves nothing behind', () => {
  const told: string[] = [];
  const session = openSession(site, { ...granted('p1'), refreshToken: 'r1' });
  session.onEnd(({ code }) => told.push(code));
  session.end(new LaunchError('E13'));
  session.end(new LaunchError('E12'));
  session.change({ accessToken: 'late' });
  expect(told).toEqual(['E13']);
  expect(codeOf(() => session.accessToken())).toBe('E13');
  expect(session.stored()).toMatchObject({ accessToken: '', refreshToken: undefined });
  expect(sessionStorage).toHaveLength(0);
});

test('every listener hears of the end, also where one before it fails', () => {
  const told: string[] = [];
  const session = openSession(site, granted('p1'));
  session.onEnd(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  session.onEnd(() => told.push('the server and the duplicates'));
  session.onEnd(() => told.push('the results'));
  expect(() => session.end(new LaunchError('E13'))).toThrow('insecure'); // the fault is not hidden either
  expect(told).toEqual(['the server and the duplicates', 'the results']);
});

test('a renewal runs once for all who need it; whoever used an older token has the newer one at once', async () => {
  const session = openSession(site, granted('p1'));
  let renewals = 0;
  session.renewWith(async (one) => {
    renewals += 1;
    one.change({ accessToken: 'second' });
    return true;
  });
  expect(await Promise.all([session.renew('token of p1'), session.renew('token of p1')])).toEqual([
    true,
    true,
  ]);
  expect(await session.renew('token of p1')).toBe(true);
  expect(renewals).toBe(1);
  expect(resumeSession([site])?.accessToken()).toBe('second');
});

test('a link to a fragment keeps the session of the window', () => {
  openSession(site, granted('p1'));
  history.pushState(null, '', '#series=k');
  dispatchEvent(new Event('hashchange'));
  expect(resumeSession([site])?.patientId).toBe('p1');
});

test('row 69: blocked storage is said (E14)', () => {
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  expect(codeOf(() => openSession(site, granted('p1')))).toBe('E14');
  history.replaceState({ sid: 'x' }, '');
  expect(codeOf(() => resumeSession([site]))).toBe('E14');
});
