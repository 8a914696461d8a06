import { describe, expect, test } from 'vitest';
import type { LoggedRequest } from '../requestLog.ts';
import { sandbox, setUpSandbox, token } from '../sandboxFixture.ts';
import { fhirGet, setFaults, startTestSandbox, obtainToken } from '../testSandbox.ts';

setUpSandbox();

const SEARCH = '/Observation?patient=adam&_count=100';

const get = (signal?: AbortSignal): Promise<Response> =>
  fetch(sandbox.fhirBase + SEARCH, {
    headers: { Authorization: `Bearer ${token}` },
    ...(signal && { signal }),
  });

/** Returns the pieces of a body as they came, until it ends or breaks. */
async function piecesOf(response: Response): Promise<{ bytes: number[]; broke: boolean }> {
  const bytes: number[] = [];
  try {
    for await (const piece of response.body ?? []) bytes.push(piece.length);
    return { bytes, broke: false };
  } catch {
    return { bytes, broke: true };
  }
}

const total = (bytes: readonly number[]): number => bytes.reduce((sum, one) => sum + one, 0);

async function logged({ origin } = sandbox): Promise<LoggedRequest | undefined> {
  const all: LoggedRequest[] = await (await fetch(`${origin}/api/requests`)).json();
  return all.at(-1);
}

describe('the body of an answer', () => {
  test('comes drop by drop, whole', async () => {
    const whole = await (await fhirGet(sandbox.fhirBase + SEARCH, token)).text();
    await setFaults(sandbox, { fhir: { dripMs: 5 } });
    const { bytes, broke } = await piecesOf(await get());
    expect(broke).toBe(false);
    expect(bytes.length).toBeGreaterThan(5);
    // The `next` link of a page has a new token each time, of the same length.
    expect(total(bytes)).toBe(Buffer.byteLength(whole));
  });

  test('is cut in the middle', async () => {
    await setFaults(sandbox, { fhir: { reset: true } });
    const response = await get();
    const length = Number(response.headers.get('content-length'));
    const { bytes, broke } = await piecesOf(response);
    expect(response.status).toBe(200);
    expect(broke).toBe(true);
    expect(total(bytes)).toBeLessThan(length);
    expect((await logged())?.status).toBe(0);
  });

  test('stops in the middle, until the connection is ended', async () => {
    await setFaults(sandbox, { fhir: { hang: 'body' } });
    const left = new AbortController();
    const response = await get(left.signal);
    expect(response.status).toBe(200);
    setTimeout(() => left.abort(), 100);
    const { bytes, broke } = await piecesOf(response);
    expect(broke).toBe(true);
    expect(total(bytes)).toBeGreaterThan(0);
    expect(total(bytes)).toBeLessThan(Number(response.headers.get('content-length')));
  });
});

describe('an answer', () => {
  test('never comes, until the connection is ended; the next one does', async () => {
    await setFaults(sandbox, { fhir: { hang: 'headers', times: 1 } });
    await expect(get(AbortSignal.timeout(100))).rejects.toThrow(/timeout/);
    expect((await logged())?.status).toBe(0);
    expect((await get()).status).toBe(200);
  });

  test('that hangs does not keep the sandbox open', async () => {
    const other = await startTestSandbox();
    const its = (await obtainToken(other)).access_token;
    await setFaults(other, { fhir: { hang: 'headers' } });
    const broken = fhirGet(other.fhirBase + SEARCH, its).catch((error: Error) => error.message);
    let last: LoggedRequest | undefined;
    // oxlint-disable-next-line no-await-in-loop -- until it is there
    while (last?.status !== 0) last = await logged(other);
    await other.close();
    expect(await broken).toBe('fetch failed');
  });
});
