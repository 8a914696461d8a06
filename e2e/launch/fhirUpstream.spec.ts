import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, type Servers } from '../../build/serve.ts';
import { stories } from '../../sandbox/patients/stories.ts';
import { appFrame } from '../support/launching.ts';
import { testWithPolicy as test } from '../support/policyTest.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect } from '../support/test.ts';

// `npm start -- --fhir URL`: the people of another server, which knows no sign-in and no SMART, are launched from the same page.

const PEOPLE = ['healthy', 'thyroid'];
const resources = stories.filter(({ id }) => PEOPLE.includes(id)).flatMap((story) => story.resources());

let behind: Server;
let servers: Servers;

/** Answers a read, and a search by `patient` or `_id` alone; every other parameter is ignored, as FHIR allows. */
function answer(address: string): object | undefined {
  const { pathname, searchParams } = new URL(address, 'http://behind');
  const [, , type = '', id] = pathname.split('/');
  if (type === 'metadata') return { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' };
  const ofType = resources.filter(({ resourceType }) => resourceType === type);
  if (id !== undefined) return ofType.find((one) => one.id === id);
  const wanted = searchParams.get('patient') ?? searchParams.get('_id');
  const found = ofType.filter(
    (one) => wanted === null || one.id === wanted || JSON.stringify(one).includes(`"reference":"${wanted}"`),
  );
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    entry: found.map((resource) => ({ resource })),
  };
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  behind = createServer((request, response) => {
    const body = answer(request.url ?? '/');
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/fhir+json' })
      .end(JSON.stringify(body ?? { resourceType: 'OperationOutcome', issue: [] }));
  });
  await new Promise<void>((resolve) => void behind.listen(0, '127.0.0.1', resolve));
  servers = await serve({
    mode: 'production',
    port: 0,
    sandboxPort: 0,
    topUp: undefined,
    outDir: () => 'dist-e2e-upstream',
    fhir: `http://127.0.0.1:${(behind.address() as AddressInfo).port}/fhir`,
  });
});
test.afterAll(async () => {
  await servers.close();
  behind.closeAllConnections();
  behind.close();
});

test('a clinician searches for a patient and opens the chart inside the EHR', async ({ page }) => {
  await page.goto(`${servers.sandbox}/`);
  await page.getByRole('searchbox', { name: 'Name or id of a patient' }).fill('healthy');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('radio', { name: 'Patient/healthy' }).check();
  await page.getByRole('button', { name: 'Launch' }).click();
  const frame = appFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expectMatchesServer(frame, 'healthy');
});

test('a patient signs in alone', async ({ page }) => {
  await page.goto(`${servers.app}/`);
  await page.getByRole('button', { name: /^Sign in to Sandbox before/ }).click();
  await page.getByRole('radio', { name: 'Patient/thyroid' }).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect(patientBanner(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
});
