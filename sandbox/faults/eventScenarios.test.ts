import { expect, test } from 'vitest';
import { sandbox, setUpSandbox, token } from '../sandboxFixture.ts';
import { fhirGet, setFaults } from '../testSandbox.ts';
import { eventScenarios } from './eventScenarios.ts';

setUpSandbox();

test.each(eventScenarios)('$name leaves the results and the visits as they are', async ({ faults }) => {
  await setFaults(sandbox, faults);
  for (const type of ['Observation', 'Encounter']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the faults count requests
    const answer = await fhirGet(`${sandbox.fhirBase}/${type}?patient=adam`, token);
    expect(answer.status).toBe(200);
  }
});

test('what fails is the kind that the scenario names', async () => {
  const statusOf = async (type: string): Promise<number> =>
    (await fhirGet(`${sandbox.fhirBase}/${type}?patient=adam`, token)).status;
  await setFaults(sandbox, { fhir: { type: 'Condition', status: 403 } });
  expect(await statusOf('Condition')).toBe(403);
  expect(await statusOf('Procedure')).toBe(200);
  await setFaults(sandbox, { fhir: { type: 'Procedure', drop: true } });
  await expect(statusOf('Procedure')).rejects.toThrow('fetch failed');
  expect(await statusOf('Condition')).toBe(200);
});
