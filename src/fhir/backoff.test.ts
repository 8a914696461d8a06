import type { ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { allPages, bundle, fhir, fhirJson, setUpFhirServer, signal } from '../testing/fhirServerFixture.ts';
import { createBackoff } from './backoff.ts';
import { LIMITS } from './limits.ts';

setUpFhirServer();

test('a wait that the server asks for is told, and its end', async () => {
  const waits: (number | undefined)[] = [];
  fhir.reader.onWait((untilMs) => waits.push(untilMs));
  fhir.answer = (request, response) =>
    (fhir.requests.length === 1 ? fhirJson({}, 429, { 'retry-after': '0' }) : fhirJson(bundle(['a'])))(
      request,
      response,
    );
  await allPages();
  expect(waits.map((until) => typeof until)).toEqual(['number', 'undefined']);
});

const failsOnce = (fail: typeof fhir.answer): void => {
  fhir.answer = (request, response) =>
    (fhir.requests.length === 1 ? fail : fhirJson(bundle(['a'])))(request, response);
};

test.each([500, 502, 504, 507])(
  'an error %i of the server is said with its status while it is tried again, and then no more',
  async (status) => {
    const waits: unknown[] = [];
    fhir.reader.onWait((untilMs, cause, sent) => waits.push([typeof untilMs, cause, sent]));
    failsOnce(fhirJson({}, status));
    expect(await allPages()).toHaveLength(1);
    expect(waits).toEqual([
      ['number', 'error', status],
      ['undefined', undefined, undefined],
    ]);
  },
);

test('the first answer that is lost is said while it is asked for again', async () => {
  const causes: unknown[] = [];
  fhir.reader.onWait((_, cause) => causes.push(cause));
  failsOnce((request) => void request.socket.destroy());
  expect(await allPages()).toHaveLength(1);
  expect(causes).toEqual(['no-answer', undefined]);
});

test('an error that stands is not tried again, so no wait is said', async () => {
  const waits: unknown[] = [];
  fhir.reader.onWait((untilMs) => waits.push(untilMs));
  fhir.answer = fhirJson({}, 501);
  await expect(allPages()).rejects.toMatchObject({ failure: 'refused' });
  expect(waits).toEqual([]);
});

test('429 with Retry-After is waited for and asked again', async () => {
  fhir.answer = (request, response) =>
    (fhir.requests.length === 1 ? fhirJson({}, 429, { 'retry-after': '0' }) : fhirJson(bundle(['a'])))(
      request,
      response,
    );
  expect(await allPages()).toHaveLength(1);
  expect(fhir.requests).toHaveLength(2);
});

test('a server that stays busy is asked four times, then said to be busy', async () => {
  fhir.answer = fhirJson({}, 503, { 'retry-after': '0' });
  await expect(allPages()).rejects.toMatchObject({ failure: 'busy', status: 503 });
  expect(fhir.requests).toHaveLength(4);
});

test('fixture 80: a Retry-After in the form of a date is waited for too', async () => {
  const date = new Date(Date.now() + 1500);
  fhir.answer = (request, response) =>
    (fhir.requests.length === 1
      ? fhirJson({}, 503, { 'retry-after': date.toUTCString() })
      : fhirJson(bundle(['a'])))(request, response);
  let until = 0;
  fhir.reader.onWait((untilMs) => (until ||= untilMs ?? 0));
  await allPages();
  expect(until).toBeGreaterThanOrEqual(Math.floor(date.getTime() / 1000) * 1000);
});

test('fixture 80: a server that wants a longer wait than anybody sits through is not asked again', async () => {
  fhir.answer = fhirJson({}, 429, { 'retry-after': '3600' });
  await expect(allPages()).rejects.toMatchObject({ failure: 'busy' });
  expect(fhir.requests).toHaveLength(1);
});

test('fixture 80: while one search is told to wait, the others do not ask either', async () => {
  const times: string[] = [];
  fhir.answer = (request, response) => {
    times.push(request.url ?? '');
    (times.length === 1 ? fhirJson({}, 429, { 'retry-after': '1' }) : fhirJson(bundle(['a'])))(
      request,
      response,
    );
  };
  const waiting = new Promise<void>((resolve) => fhir.reader.onWait((untilMs) => untilMs && resolve()));
  const first = allPages('category=laboratory');
  await waiting;
  const second = allPages('category=vital-signs');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(times).toHaveLength(1);
  await Promise.all([first, second]);
  expect(times).toHaveLength(3);
});

test('a server that stays busy is given up for all: no search begins another round', async () => {
  // The last answer names a wait that outlasts this test, however slow the machine is.
  fhir.answer = (request, response) =>
    fhirJson({}, 429, fhir.requests.length < 12 ? {} : { 'retry-after': '3600' })(request, response);
  const searches = await Promise.allSettled([allPages('a'), allPages('b'), allPages('c'), allPages('d')]);
  expect(searches.every(({ status }) => status === 'rejected')).toBe(true);
  const before = fhir.requests.length;
  expect(before).toBeLessThanOrEqual(16);
  await expect(allPages('e')).rejects.toMatchObject({ failure: 'busy' });
  expect(fhir.requests).toHaveLength(before);
  fhir.answer = fhirJson(bundle(['a']));
  fhir.reader.onWait(() => {}); // a person tries again
  expect(await allPages('e')).toHaveLength(1);
});

test('one search that always fails does not take down the others', async () => {
  fhir.answer = (request, response) =>
    (request.url?.includes('bad') ? fhirJson({}, 503) : fhirJson(bundle(['a'])))(request, response);
  const [bad, ...others] = await Promise.allSettled([allPages('bad'), allPages('a'), allPages('b')]);
  expect(bad?.status).toBe('rejected');
  expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

test('a connection that is reset is tried again; one that stays so is said', async () => {
  fhir.answer = (request, response) =>
    fhir.requests.length < 3 ? void request.socket.destroy() : fhirJson(bundle(['a']))(request, response);
  expect(await allPages()).toHaveLength(1);
  fhir.answer = (request) => void request.socket.destroy();
  await expect(allPages()).rejects.toMatchObject({ failure: 'network' });
});

test('an answer that breaks off half way is asked for again', async () => {
  fhir.answer = (request, response) => {
    if (fhir.requests.length > 1) return fhirJson(bundle(['a']))(request, response);
    response.writeHead(200, { 'content-length': '5000' }).write('{"resourceType":"Bun');
    setTimeout(() => request.socket.destroy(), 10);
  };
  expect(await allPages()).toHaveLength(1);
});

test('without network a search waits, says so, and goes on when it is back', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  fhir.answer = fhirJson(bundle(['a']));
  const causes: unknown[] = [];
  fhir.reader.onWait((untilMs, cause) => {
    causes.push(cause);
    if (untilMs !== undefined) vi.stubGlobal('navigator', { onLine: true });
  });
  expect(await allPages()).toHaveLength(1);
  expect(causes).toEqual(['connection', undefined]);
});

test('a network that stays away is waited for only so long, and not by a single read', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  fhir.answer = fhirJson({ resourceType: 'Patient' });
  await expect(Promise.all([allPages('a'), allPages('b')])).rejects.toMatchObject({ failure: 'network' });
  await expect(allPages('c')).rejects.toMatchObject({ failure: 'network' });
  expect(fhir.requests).toHaveLength(0);
  await fhir.reader.read('Patient', 'Patient/p1', signal);
});

test('without network the read of the Patient waits as a search does', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  fhir.answer = fhirJson({ resourceType: 'Patient' });
  const causes: unknown[] = [];
  fhir.reader.onWait((untilMs, cause) => {
    causes.push(cause);
    if (untilMs !== undefined) vi.stubGlobal('navigator', { onLine: true });
  });
  await fhir.reader.read('Patient', 'Patient/p1', signal, 'essential');
  expect(causes).toEqual(['connection', undefined]);
});

test('after a silence no search is sent, but the source of one result, and that is waited for', async () => {
  fhir.answer = () => {};
  await expect(allPages()).rejects.toMatchObject({ failure: 'network' });
  fhir.requests.length = 0;
  await expect(allPages()).rejects.toMatchObject({ failure: 'network' });
  expect(fhir.requests).toHaveLength(0);
  const source = { resourceType: 'Observation', id: 'a' };
  fhir.answer = (request, response) => void setTimeout(() => fhirJson(source)(request, response), 150);
  expect(await fhir.reader.read('Observation', 'Observation/a', signal)).toEqual(source);
  expect(await allPages().catch(({ failure }: { failure: string }) => failure)).toBe('unreadable');
});

test('a server that said that it is busy, and then nothing, is said to be busy to those that come after', async () => {
  const beforeAnother = async (cause: 'busy' | undefined): Promise<void> => {
    const backoff = createBackoff(() => {}, LIMITS);
    for (let i = 1; i < LIMITS.tries; i++)
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      await backoff.wait(1, { signal, isNeeded: () => true, cause });
    backoff.giveUp('network', 60_000);
    await backoff.beforeRequest('Observation', signal, true);
  };
  await expect(beforeAnother('busy')).rejects.toMatchObject({ failure: 'busy' });
  await expect(beforeAnother(undefined)).rejects.toMatchObject({ failure: 'network' });
});

test.each([
  ['never begins', 2, () => {}],
  ['hangs half way', 2, (_: unknown, response: ServerResponse) => void response.writeHead(200).write('{')],
  [
    'drips without end',
    1,
    (_: unknown, response: ServerResponse) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
])('an answer that %s is cut off, and asked for %i times in all', async (_, requests, how) => {
  fhir.answer = how;
  await expect(allPages()).rejects.toMatchObject({ failure: 'network' });
  expect(fhir.requests).toHaveLength(requests);
});

test('whoever leaves stops everything: the answer that hangs, and the wait', async () => {
  const leaving = new AbortController();
  fhir.answer = () => leaving.abort();
  const pages = fhir.reader.pages('Observation', 'a', leaving.signal);
  await expect(pages.next()).rejects.toMatchObject({ failure: 'aborted' });
  const waiting = new AbortController();
  fhir.answer = fhirJson({}, 429, { 'retry-after': '60' });
  fhir.reader.onWait((untilMs) => untilMs !== undefined && waiting.abort());
  await expect(fhir.reader.pages('Observation', 'b', waiting.signal).next()).rejects.toMatchObject({
    failure: 'aborted',
  });
  expect(fhir.requests).toHaveLength(2);
});
