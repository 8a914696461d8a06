import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { postJson, setFaults, startTestSandbox } from '../testSandbox.ts';
import type { Sandbox } from '../server.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => setFaults(sandbox));
afterAll(() => sandbox.close());

const current = async (): Promise<unknown> => (await fetch(`${sandbox.origin}/api/faults`)).json();

describe('the faults', () => {
  test('are none at first, are replaced as a whole and are cleared', async () => {
    expect(await current()).toEqual({});
    await setFaults(sandbox, { slowMs: 0, onlyPagesFrom: 2, maxAgeSeconds: 5 });
    await setFaults(sandbox, { token: { set: { patient: 'p2' }, without: ['scope'] }, fhir: { times: 3 } });
    expect(await current()).toEqual({
      token: { set: { patient: 'p2' }, without: ['scope'] },
      fhir: { times: 3 },
    });
    expect((await fetch(`${sandbox.origin}/api/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await current()).toEqual({});
  });

  test.each([
    [{ slow: 1 }, 'slow is not a fault.'],
    [{ slowMs: '1' }, 'slowMs must be a number, zero or more.'],
    [{ onlyPagesFrom: -1 }, 'onlyPagesFrom must be a number, zero or more.'],
    [{ maxAgeSeconds: 0.5 }, 'maxAgeSeconds must be a whole number, 0 or more.'],
    [{ authorize: [] }, 'authorize must be an object.'],
    [{ authorize: { state: 'odd' } }, 'authorize.state must be one of wrong, missing.'],
    [{ authorize: { error: '' } }, 'authorize.error must be text.'],
    [{ authorize: { refuseFrames: 1 } }, 'authorize.refuseFrames must be true or false.'],
    [{ token: { status: 199 } }, 'token.status must be an HTTP status, 200 or more.'],
    [{ token: { without: ['scope', 1] } }, 'token.without must be a list of texts.'],
    [{ token: { set: 'patient' } }, 'token.set must be an object.'],
    [{ token: null }, 'token must be an object.'],
    [{ token: { constructor: true } }, 'token.constructor is not a fault.'],
    [{ discovery: { drop: true } }, 'discovery.drop is not a fault.'],
    [{ jwks: { status: '500' } }, 'jwks.status must be an HTTP status, 200 or more.'],
    [{ revocation: { status: 999 } }, 'revocation.status must be an HTTP status, 200 or more.'],
    [{ fhir: { times: 0 } }, 'fhir.times must be a whole number, 1 or more.'],
    [
      { fhir: { type: 'observation' } },
      'fhir.type must be one of Patient, Observation, Encounter, MedicationRequest, Practitioner.',
    ],
  ])('are refused as %j, and stay as they were', async (faults, error) => {
    await setFaults(sandbox, { slowMs: 0 });
    const response = await postJson(`${sandbox.origin}/api/faults`, faults);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
    expect(await current()).toEqual({ slowMs: 0 });
  });
});
