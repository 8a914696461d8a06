import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { axeViolations } from './accessibility.ts';
import { appFrame, appOrigin, launchAddress, setFaults, signInAs, type Faults } from './launching.ts';
import { overrideSite } from './siteOverride.ts';

export type PageOrFrame = Page | FrameLocator;

export type ErrorCase = {
  readonly name: string;
  readonly code: string;
  readonly heading: string | RegExp;
  /** This is the label of the only button beside that of another language. It is undefined if a text leads back to the chart instead. */
  readonly button: string | undefined;
  readonly state?: 'ended';
  /** Causes the error and returns the page or frame that shows it. */
  readonly cause: (page: Page, context: BrowserContext) => Promise<PageOrFrame | void>;
};

const RETRY = 'Try again';
const START = 'Go to the start page';
const AGAIN = 'Sign in again';
const LABEL = 'Sandbox General Hospital';

const launchFromChart = async (page: Page, faults: Faults = {}, more: object = {}): Promise<void> => {
  await setFaults(faults);
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab', ...more }));
};
const signInWithFaults = async (page: Page, faults: Faults): Promise<void> => {
  await setFaults(faults);
  await signInAs(page, /Brandt/i);
};

export const ERROR_CASES: readonly ErrorCase[] = [
  {
    name: 'E01: no chart in the link',
    code: 'E01',
    heading: 'Longview was opened without a patient chart',
    button: START,
    cause: async (page) => void (await page.goto(`${appOrigin()}/launch.html`)),
  },
  {
    name: 'E02: an unknown health system',
    code: 'E02',
    heading: 'This health system is not set up for Longview',
    button: START,
    cause: async (page) =>
      void (await page.goto(`${appOrigin()}/launch.html?iss=https://evil.example&launch=x`)),
  },
  {
    name: 'E03: settings without S256',
    code: 'E03',
    heading: `${LABEL} has no sign-in settings that Longview can use`,
    button: RETRY,
    cause: (page) => launchFromChart(page, { discovery: { without: ['code_challenge_methods_supported'] } }),
  },
  {
    name: 'E03: an endpoint elsewhere',
    code: 'E03',
    heading: `${LABEL} has no sign-in settings that Longview can use`,
    button: RETRY,
    cause: (page) =>
      launchFromChart(page, { discovery: { set: { token_endpoint: 'https://evil.example/token' } } }),
  },
  {
    name: 'E04: no answer within eight seconds',
    code: 'E04',
    heading: `${LABEL} did not answer`,
    button: RETRY,
    cause: (page) => launchFromChart(page, { discovery: { slowMs: 10_000 } }),
  },
  {
    name: 'E04: a token answer that is lost on its way',
    code: 'E04',
    heading: `${LABEL} did not answer`,
    button: undefined,
    cause: (page) => launchFromChart(page, { token: { drop: true } }),
  },
  {
    name: 'E04: the read of the Patient is redirected',
    code: 'E04',
    heading: `${LABEL} sent something that Longview cannot read`,
    button: RETRY,
    cause: (page) => launchFromChart(page, { fhir: { type: 'Patient', status: 302 } }),
  },
  {
    name: 'E05: declined, alone',
    code: 'E05',
    heading: 'The record was not shared',
    button: AGAIN,
    cause: (page) => signInAs(page, /Brandt/i, 'Decline'),
  },
  {
    name: 'E05: declined, from the chart',
    code: 'E05',
    heading: 'Access was declined',
    button: undefined,
    cause: (page) => launchFromChart(page, { authorize: { error: 'access_denied', description: 'No.' } }),
  },
  {
    name: 'E06: the registration is not accepted',
    code: 'E06',
    heading: `${LABEL} does not accept Longview’s registration`,
    button: undefined,
    cause: (page) =>
      launchFromChart(page, { authorize: { error: 'unauthorized_client', description: 'Not allowed.' } }),
  },
  {
    name: 'E06: a launch that was used before',
    code: 'E06',
    heading: `${LABEL} refused this launch from the chart`,
    button: undefined,
    cause: async (page) => {
      const address = await launchAddress({ patient: 'healthy', kind: 'tab' });
      await page.goto(address);
      await page.waitForURL(/index\.html/);
      await page.goto(address);
    },
  },
  {
    name: 'E06: invalid_client at the token endpoint, alone',
    code: 'E06',
    heading: `You cannot sign in at ${LABEL} right now`,
    button: AGAIN,
    cause: (page) => signInWithFaults(page, { token: { error: 'invalid_client', description: 'Unknown.' } }),
  },
  {
    name: 'E07: the sign-in is busy',
    code: 'E07',
    heading: `${LABEL} is too busy to sign you in`,
    button: undefined,
    cause: (page) => launchFromChart(page, { token: { status: 503 } }),
  },
  {
    name: 'E07: nobody is signed in, from the chart',
    code: 'E07',
    heading: `${LABEL} needs you to sign in first`,
    button: undefined,
    cause: (page) => launchFromChart(page, { authorize: { error: 'login_required' } }),
  },
  {
    name: 'E07: a consent is missing, alone',
    code: 'E07',
    heading: `You need to sign in at ${LABEL} first`,
    button: AGAIN,
    cause: async (page) => {
      await setFaults({ authorize: { error: 'consent_required' } });
      await page.goto(`${appOrigin()}/`);
      await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
    },
  },
  {
    name: 'E08: a state that is not ours',
    code: 'E08',
    heading: 'This sign-in has expired or was not started here',
    button: START,
    cause: (page) => launchFromChart(page, { authorize: { state: 'wrong' } }),
  },
  {
    name: 'E09: the sign-in page refuses the frame',
    code: 'E09',
    heading: 'The sign-in page cannot open inside this window',
    button: 'Open sign-in window',
    cause: async (page, context) => {
      await overrideSite(context, { signIn: 'window' });
      await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
      return appFrame(page);
    },
  },
  {
    name: 'E10: no patient, from the chart',
    code: 'E10',
    heading: 'No patient was selected',
    button: undefined,
    cause: (page) => launchFromChart(page, { token: { without: ['patient'] } }),
  },
  {
    name: 'E10: no patient, alone',
    code: 'E10',
    heading: 'No record was chosen',
    button: AGAIN,
    cause: (page) => signInWithFaults(page, { token: { without: ['patient'] } }),
  },
  {
    name: 'E11: results were not allowed',
    code: 'E11',
    heading: `${LABEL} did not allow reading results`,
    button: undefined,
    cause: (page) => launchFromChart(page, {}, { scopes: 'launch patient/Patient.r' }),
  },
  {
    name: 'E12: the server answers with another patient',
    code: 'E12',
    heading: 'Patient changed. This view was closed',
    button: 'Close this view',
    cause: (page) => launchFromChart(page, { fhir: { type: 'Patient', patientId: 'somebody-else' } }),
  },
  {
    name: 'E13: the token ran out, from the chart',
    code: 'E13',
    heading: /^Your session ended at \d\d:\d\d$/,
    button: undefined,
    state: 'ended',
    cause: (page) => launchFromChart(page, {}, { tokenLifeSeconds: 3 }),
  },
  {
    name: 'E13: the token is refused, alone',
    code: 'E13',
    heading: /^You were signed out at \d{1,2}:\d\d\s[AP]M$/,
    button: AGAIN,
    state: 'ended',
    cause: (page) => signInWithFaults(page, { fhir: { status: 401 } }),
  },
  {
    name: 'E14: storage is blocked',
    code: 'E14',
    heading: 'The browser blocked storage that Longview needs',
    button: RETRY,
    cause: async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'sessionStorage', {
          get() {
            throw new DOMException('Access is denied.', 'SecurityError');
          },
        });
      });
      await launchFromChart(page);
    },
  },
  {
    name: 'E15: the page is loaded again during the exchange',
    code: 'E15',
    heading: 'Sign-in was not completed',
    button: undefined,
    cause: async (page) => {
      await setFaults({ token: { slowMs: 5000 } });
      const asked = page.waitForRequest(/\/auth\/token$/);
      await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }), { waitUntil: 'commit' });
      await asked;
      await page.reload();
    },
  },
  {
    name: 'E15: the code is too old',
    code: 'E15',
    heading: 'The sign-in code was refused',
    button: undefined,
    cause: (page) => launchFromChart(page, { token: { error: 'invalid_grant', description: 'Expired.' } }),
  },
  {
    name: 'E17: the record is gone',
    code: 'E17',
    heading: 'This patient record is not available',
    button: undefined,
    cause: (page) => launchFromChart(page, { fhir: { type: 'Patient', status: 410 } }),
  },
];

/** Expects the error screen with this code. */
export const expectErrorCode = (page: Page, code: string): Promise<void> =>
  expect(page.getByRole('alert')).toHaveAttribute('data-error', code, { timeout: 15_000 });

/**
 * Expects what every error owes to people: a heading with the focus, at most one button, details to copy, and
 * no secret in any of them.
 */
export async function expectErrorScreen(
  page: Page,
  place: PageOrFrame,
  wanted: ErrorCase,
  secrets: readonly string[],
): Promise<void> {
  const alert = place.getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', wanted.code, { timeout: 20_000 });
  await expect(place.locator('html')).toHaveAttribute('data-state', wanted.state ?? 'error');
  const heading = alert.getByRole('heading', { level: 1, name: wanted.heading });
  // The browser decides whether the page of the EHR or its frame has the focus of the window. In either case the heading is what
  // has the focus in the frame.
  if (place === page) await expect(heading).toBeFocused();
  else await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect(place.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
  const details = alert.getByText(`Details for support: ${wanted.code}`);
  const ownButtons = alert.locator('button:not([lang])');
  await expect(ownButtons.and(alert.getByRole('button'))).toHaveText(
    wanted.button === undefined ? [] : [wanted.button],
  );
  if (wanted.button === undefined) await expect(alert).toContainText('open Longview');
  await details.click();
  await expect(
    alert.getByText(/^Code E\d\d, \d{4}-\d\d-\d\dT[\d:.]+Z, correlation id [0-9a-f]{8}$/),
  ).toBeVisible();
  const copied = await copyDetails(page, place);
  expect(copied).toMatch(/^Code E\d\d, .+, correlation id [0-9a-f]{8}/);
  const text = `${await alert.innerText()}\n${copied}`;
  for (const secret of [
    ...secrets,
    'BRANDT',
    'Brandt',
    '1992',
    'Patient/',
    'healthy',
    'code=',
    'state=',
    '?iss=',
  ])
    expect(text.includes(secret), `the text holds ${secret.slice(0, 12)}`).toBe(false);
}

async function copyDetails(page: Page, place: PageOrFrame): Promise<string> {
  await place.getByRole('alert').getByRole('button', { name: 'Copy details' }).click();
  if (place !== page) {
    // The frame of an EHR may not use the clipboard, so it shows the lines to select.
    await expect(place.getByText('The browser did not allow copying. Select the text')).toBeVisible();
    return place.getByText(/^Code E/).innerText();
  }
  await expect(page.getByText('Copied.', { exact: true })).toBeVisible();
  const letter = await page.context().newPage(); // The policy of the app lets nobody read the clipboard, so the text is pasted into another page.
  await letter.setContent('<textarea></textarea>');
  await letter.locator('textarea').focus();
  await letter.keyboard.press('Control+V');
  const text = await letter.locator('textarea').inputValue();
  await letter.close();
  return text;
}

export async function expectNoViolation(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
}
