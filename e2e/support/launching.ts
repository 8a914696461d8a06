import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { isBackAtStart, keepAtStart, spoilKeptContext } from './keptPage.ts';
import { sandboxApi } from './sandboxApi.ts';
import { originOf } from './servers.ts';

/** These servers belong to the worker. A test may start its own. */
export const sandboxOrigin = (): string => originOf('sandbox');
export const appOrigin = (): string => originOf('app');

export type LaunchRequest = {
  patient?: string;
  kind: 'frame' | 'tab' | 'standalone';
  /** In a standalone launch this says who signs in for the patient. */
  user?: 'self' | 'proxy' | 'clinician';
  vendor?: 'generic' | 'epic' | 'oracle' | 'meditech';
  scopes?: string;
  banner?: boolean | 'absent';
  /** This is the id of the encounter. The latest one is taken by default. */
  encounter?: string | boolean;
  tokenLifeSeconds?: number;
  style?: string;
  intent?: string;
  appContext?: string;
  /** The EHR tells of its chart through a hub. */
  hub?: boolean;
};

const postJson = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Asks the sandbox for a launch and returns the address that its button would open. */
export async function launchAddress(wanted: LaunchRequest, origin = sandboxOrigin()): Promise<string> {
  const response = await sandboxApi('launch', postJson(wanted), origin);
  expect(response.ok, await response.clone().text()).toBe(true);
  const { url } = (await response.json()) as { url: string };
  return url;
}

/**
 * Opens the app on a patient in its own window and waits until the whole record was read, results and events. A kept page that shows
 * this patient comes back to its start instead.
 */
export async function openInTab(
  page: Page,
  patient: string,
  more: Partial<LaunchRequest> = {},
): Promise<void> {
  const wanted = { ...more, patient, kind: 'tab' } as const;
  await openOnce(page, JSON.stringify(wanted), async () => {
    await page.goto(await launchAddress(wanted));
    await waitUntilRead(page);
  });
}

/** Opens a record by these steps. A kept page that shows it since the same launch comes back to its start instead. */
export async function openOnce(page: Page, launch: string, open: () => Promise<void>): Promise<void> {
  if (await isBackAtStart(page, launch)) return;
  await open();
  await keepAtStart(page, launch);
}

/** Opens the app in the same way on a record of which something cannot be read. */
export async function openPartly(page: Page, patient: string): Promise<void> {
  await page.goto(await launchAddress({ patient, kind: 'tab' }));
  await waitUntilRead(page, 'partial');
}

export async function waitUntilRead(
  page: Page,
  state: 'ready' | 'partial' = 'ready',
  timeoutMs?: number,
): Promise<void> {
  await waitForState(page, [state], timeoutMs);
  await expect(page.locator('html')).toHaveAttribute('data-state', state);
}

/**
 * Waits inside the page until the app is in one of these states. An assertion looks only every half second,
 * which most tests would lose half of. It fails nothing by itself: the assertion after it says what is there instead.
 */
export async function waitForState(page: Page, states: readonly string[], timeoutMs = 90_000): Promise<void> {
  await page
    .waitForFunction((wanted) => wanted.includes(document.documentElement.dataset['state'] ?? ''), states, {
      polling: 50,
      timeout: timeoutMs,
    })
    .catch(() => {});
}

export const appFrame = (page: Page): FrameLocator => page.frameLocator('iframe[title="Longview"]');

/** Signs in from Longview's own page to the record, as a patient does. */
export async function signInAs(
  page: Page,
  name: RegExp,
  decision: 'Approve' | 'Decline' = 'Approve',
): Promise<void> {
  const signIn = async (): Promise<void> => {
    await page.goto(`${appOrigin()}/`);
    await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: decision }).click();
  };
  await (decision === 'Approve' ? openOnce(page, `as ${name}`, signIn) : signIn());
}

/** Who signs in alone sees the patient's view. This changes to the screens for clinicians, as a person does. */
export async function showClinicianScreens(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Show the screens for clinicians' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByText('Overview')).toBeVisible();
}

/** Opens the app's own page and goes on to the portal. Both speak the language of the device, so no word of theirs is looked for. */
export async function openSignIn(page: Page): Promise<void> {
  await page.goto(`${appOrigin()}/`);
  await page
    .getByRole('button', { name: /Sandbox General Hospital$/ })
    .first()
    .click();
}

/** Finds a button of the portal by what it answers. */
export const portalButton = (page: Page, decision: 'Approve' | 'Decline'): Locator =>
  page.locator(`main button[value="${decision.toLowerCase()}"]`);

/** Signs in for the record of this patient in the language of the device: as the patient, a relative or a clinician. */
export async function signInFor(
  page: Page,
  patient: string,
  user: 'self' | 'proxy' | 'clinician',
): Promise<void> {
  await launchAddress({ kind: 'standalone', patient, user });
  await openSignIn(page);
  await portalButton(page, 'Approve').click();
}

/** `POST /api/faults` of the sandbox takes these. */
export type Faults = Readonly<Record<string, unknown>>;

export async function setFaults(faults: Faults | undefined): Promise<void> {
  if (faults !== undefined) spoilKeptContext();
  await sandboxApi('faults', faults === undefined ? { method: 'DELETE' } : postJson(faults));
}
