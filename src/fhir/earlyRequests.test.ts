import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bundle, fhir, fhirJson, readerOf, setUpFhirServer, signal } from '../testing/fhirServerFixture.ts';
import { textField } from '../smart/site/untrustedJson.ts';
import { sendEarly, type EarlyRequests } from './earlyRequests.ts';

setUpFhirServer();

const PATIENT = { resourceType: 'Patient', id: 'p1' };
const SEARCH = 'Observation?patient=p1&_count=1000';
const pageListeners = new Map<string, () => void>();

beforeEach(() => {
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) =>
    pageListeners.set(name, listener),
  );
  fhir.answer = (request, response) =>
    fhirJson(request.url?.includes('Patient') === true ? PATIENT : bundle(['1']))(request, response);
});

const sentAddresses = (): (string | undefined)[] => fhir.requests.map(({ url }) => url);
const until = (isSo: () => boolean): Promise<void> => vi.waitFor(() => expect(isSo()).toBe(true));
const readPatient = (early: EarlyRequests) =>
  readerOf(fhir.session, early).read('Patient', 'Patient/p1', signal);

async function sentIds(early: EarlyRequests, search = 'patient=p1&_count=1000'): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const { entries } of readerOf(fhir.session, early).pages('Observation', search, signal))
    ids.push(...entries.map((entry) => textField(entry, 'id')));
  return ids;
}

describe('requests that are sent before the reader is there', () => {
  test('are read by it and not sent again', async () => {
    const early = sendEarly(fhir.session, ['Patient/p1', SEARCH]);
    await until(() => fhir.requests.length === 2);
    expect(await readPatient(early)).toMatchObject(PATIENT);
    expect(await sentIds(early)).toEqual(['1']);
    expect(sentAddresses()).toEqual(['/fhir/Patient/p1', `/fhir/${SEARCH}`]);
    for (const { headers } of fhir.requests)
      expect(headers).toMatchObject({ authorization: 'Bearer secret', accept: 'application/fhir+json' });
  });

  test('are noted with the time at which they were sent', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1000);
    fhir.expiresAtMs = undefined;
    const early = sendEarly(fhir.session, ['Patient/p1']);
    vi.spyOn(Date, 'now').mockReturnValue(1400);
    const reader = readerOf(fhir.session, early);
    await reader.read('Patient', 'Patient/p1', signal);
    vi.restoreAllMocks();
    expect(reader.log.notes).toMatchObject([{ startedAtMs: 1000, durationMs: 400 }]);
  });

  test('are taken once: who reads again asks again', async () => {
    const early = sendEarly(fhir.session, ['Patient/p1']);
    await readPatient(early);
    await readPatient(early);
    expect(fhir.requests).toHaveLength(2);
  });

  test('another search than the one that was sent is asked for', async () => {
    const early = sendEarly(fhir.session, [SEARCH]);
    await sentIds(early, 'patient=p1');
    expect(sentAddresses()).toContain('/fhir/Observation?patient=p1');
  });

  test('with a token that is no longer the one of the session are asked for again', async () => {
    const early = sendEarly(fhir.session, ['Patient/p1']);
    await until(() => fhir.requests.length === 1);
    fhir.token = 'newer';
    await readPatient(early);
    expect(fhir.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer secret',
      'Bearer newer',
    ]);
  });

  test('that failed are tried again as any other', async () => {
    let tries = 0;
    fhir.answer = (request, response) => fhirJson(PATIENT, (tries += 1) === 1 ? 503 : 200)(request, response);
    const early = sendEarly(fhir.session, ['Patient/p1']);
    expect(await readPatient(early)).toMatchObject(PATIENT);
    expect(tries).toBe(2);
  });

  test('that are refused with 401 get the next token', async () => {
    fhir.renew = () => {
      fhir.token = 'newer';
      return true;
    };
    fhir.answer = (request, response) =>
      fhirJson(PATIENT, request.headers.authorization === 'Bearer newer' ? 200 : 401)(request, response);
    expect(await readPatient(sendEarly(fhir.session, ['Patient/p1']))).toMatchObject(PATIENT);
    expect(fhir.ended).toBeUndefined();
  });

  test('whose answer is over its limit fail by that limit', async () => {
    fhir.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      for (let i = 0; i < 35; i++) response.write(' '.repeat(1_000_000));
      response.end('{}');
    };
    await expect(readPatient(sendEarly(fhir.session, ['Patient/p1']))).rejects.toMatchObject({
      failure: 'limit',
    });
    expect(fhir.requests).toHaveLength(1);
  });

  test('are asked for again when their answer has waited for longer than 30 s, or the clock was set back', async () => {
    for (const pastMs of [30_001, -60_000]) {
      const early = sendEarly(fhir.session, ['Patient/p1']);
      const now = Date.now();
      vi.spyOn(Date, 'now').mockReturnValue(now + pastMs);
      expect(early.take(new URL(`${fhir.origin}/fhir/Patient/p1`), 'secret')).toBeUndefined();
      vi.restoreAllMocks();
    }
  });
});

test('more is sent when it is asked for, and read as what was sent at first', async () => {
  const early = sendEarly(fhir.session, ['Patient/p1']);
  early.sendMore([SEARCH]);
  await until(() => fhir.requests.length === 2);
  expect(await sentIds(early)).toEqual(['1']);
  expect(await readPatient(early)).toMatchObject(PATIENT);
  expect(sentAddresses()).toEqual(['/fhir/Patient/p1', `/fhir/${SEARCH}`]);
});

test('what the reader has asked for itself meanwhile is not sent a second time, which nobody would read', async () => {
  const early = sendEarly(fhir.session, ['Patient/p1']);
  expect(await sentIds(early)).toEqual(['1']);
  early.sendMore([SEARCH, 'Encounter?patient=p1']);
  await until(() => fhir.requests.length === 3);
  expect(sentAddresses()).toEqual(['/fhir/Patient/p1', `/fhir/${SEARCH}`, '/fhir/Encounter?patient=p1']);
});

describe('nothing is sent', () => {
  test.each([
    ['that has expired meanwhile', () => (fhir.expiresAtMs = Date.now() - 1)],
    ['in whose place the session has another by now', () => (fhir.token = 'newer')],
  ])('later with a token %s', (_, change) => {
    const early = sendEarly(fhir.session, []);
    const fetched = vi.fn<() => Promise<Response>>();
    vi.stubGlobal('fetch', fetched);
    change();
    early.sendMore([SEARCH]);
    expect(fetched).not.toHaveBeenCalled();
  });

  test('with a token that has expired', async () => {
    fhir.expiresAtMs = Date.now() - 1;
    sendEarly(fhir.session, ['Patient/p1']);
    fhir.expiresAtMs = undefined;
    await readerOf(fhir.session).read('Patient', 'Patient/p1', signal);
    expect(fhir.requests).toHaveLength(1);
  });

  test.each([
    ['https://elsewhere.example/fhir/Patient/p1'],
    ['//elsewhere.example/Patient/p1'],
    ['http://127.0.0.1:1/Patient/p1'],
  ])('to another origin: %s', (address) => {
    const fetched = vi.fn<() => Promise<Response>>();
    vi.stubGlobal('fetch', fetched);
    sendEarly(fhir.session, [address]);
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('what nobody has taken is broken off', () => {
  test.each([
    ['when the session ends', () => fhir.session.end(undefined as never)],
    ['when the page is left', () => pageListeners.get('pagehide')?.()],
  ])('%s', async (_, leave) => {
    let isClosed = false;
    fhir.answer = (request) => void request.socket.on('close', () => (isClosed = true)); // it never answers
    const early = sendEarly(fhir.session, ['Patient/p1']);
    await until(() => fhir.requests.length === 1);
    leave();
    await until(() => isClosed);
    expect(early.take(new URL(`${fhir.origin}/fhir/Patient/p1`), 'secret')).toBeUndefined();
  });

  test('and so is what the reader stops to wait for', async () => {
    let isClosed = false;
    fhir.answer = (request) => void request.socket.on('close', () => (isClosed = true));
    const stopped = new AbortController();
    const reading = readerOf(fhir.session, sendEarly(fhir.session, ['Patient/p1'])).read(
      'Patient',
      'Patient/p1',
      stopped.signal,
    );
    await until(() => fhir.requests.length === 1);
    stopped.abort();
    await expect(reading).rejects.toMatchObject({ failure: 'aborted' });
    await until(() => isClosed);
  });
});
