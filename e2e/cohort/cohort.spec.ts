import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { REAL_CLOCK } from '../../build/cohort/waiting.ts';
import { importByArguments } from '../../build/commands/cohort.ts';
import { appFrame, sandboxOrigin } from '../support/launching.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { buildFolder, cohortFolder } from '../support/servers.ts';
import { expect, test } from '../support/test.ts';

// `npm run cohort` imports 1,000 people from the sandbox's own export; then they are launched like the invented ones.

const PERSON = 'person-00321';
let keys = '';

test.beforeAll(async () => {
  keys = mkdtempSync(join(tmpdir(), 'longview-e2e-keys-'));
  const key = join(keys, 'cohort.key.json');
  const parts = { screen: { isTerminal: false, write: () => {} }, clock: REAL_CLOCK };
  await importByArguments(['--new-key', key], parts);
  const jwks: unknown = JSON.parse(readFileSync(join(keys, 'cohort.key.jwks.json'), 'utf8'));
  await sandboxApi('backend-clients', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: 'e2e', jwks }),
  });
  const server = ['--server', `${sandboxOrigin()}/fhir/r4`, '--client-id', 'e2e', '--key', key];
  await importByArguments([...server, '--group', 'population', '--out', cohortFolder()], parts);
});

test.afterAll(() => {
  rmSync(keys, { recursive: true });
  for (const name of readdirSync(cohortFolder())) rmSync(join(cohortFolder(), name), { recursive: true });
});

async function nameOf(id: string): Promise<string> {
  const resources: { resourceType: string; name?: { family: string }[] }[] = await (
    await sandboxApi(`raw/${id}`)
  ).json();
  return resources.find(({ resourceType }) => resourceType === 'Patient')?.name?.[0]?.family ?? '';
}

/** Finds the imported person on the launch page and chooses how to launch. */
async function choose(page: Page, kind: RegExp): Promise<void> {
  await page.goto(`${sandboxOrigin()}/`);
  const imported = page.getByRole('group', { name: 'Imported people (1000)' });
  await expect(imported.getByRole('radio')).toHaveCount(20);
  await imported.getByRole('link', { name: 'More imported people' }).click();
  await expect(imported.getByRole('radio')).toHaveCount(20);
  await page.getByRole('searchbox', { name: /imported person/ }).fill(PERSON);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('radio', { name: /Imported from/ }).check();
  await page.getByRole('radio', { name: kind }).check();
  await page.getByRole('button', { name: 'Launch' }).click();
}

test('an imported person is opened inside the EHR with each result that was exported', async ({ page }) => {
  await choose(page, /Inside the EHR/);
  const frame = appFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect(patientBanner(frame)).toContainText(await nameOf(PERSON), { ignoreCase: true });
  await expectMatchesServer(frame, PERSON);
  await expect(page.getByRole('button', { name: await nameOf(PERSON) })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('an imported person signs in alone', async ({ page }) => {
  const opening = page.context().waitForEvent('page');
  await choose(page, /Patient standalone/);
  const app = await opening;
  await app.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
  await app.getByRole('radio', { name: new RegExp(await nameOf(PERSON)) }).check();
  await app.getByRole('button', { name: 'Approve' }).click();
  await expect(app.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect(app.getByRole('heading', { name: 'My results' })).toBeVisible();
});

test('nothing of the imported people is in the built pages', async () => {
  const name = await nameOf(PERSON);
  const built = readdirSync(buildFolder(), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(built.length).toBeGreaterThan(20);
  for (const { parentPath, name: file } of built) {
    const text = readFileSync(join(parentPath, file), 'latin1');
    for (const word of [name, PERSON, 'cohort-data', 'respond-async']) expect(text, file).not.toContain(word);
  }
});
