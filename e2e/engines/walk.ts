import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { appOrigin, launchAddress, sandboxOrigin } from '../support/launching.ts';
import { rawObservations } from '../support/rawObservations.ts';
import type { Engine } from './engine.ts';
import { exportAndEnd } from './exportsAndEnd.ts';
import { kidneyQuestions, lactateQuestion } from './questions.ts';
import { byRole, bySelector, readerOf, type Reader } from './reader.ts';

/**
 * This walk runs in engines that the other tests do not run in: both launches, reload, the questions of a clinician,
 * exports and the end of the session. It is written once, and each engine has a file that starts it.
 */

const BANNER = bySelector('[data-patient-banner]', 'MARLOWE, Edwin');

async function launchInTab(reader: Reader, patient: string): Promise<void> {
  await reader.engine.open(await launchAddress({ patient, kind: 'tab' }));
  await reader.waitForState('ready');
}

/** Expects that the page holds every result of the server. */
async function expectAllReceived({ see }: Reader, patient: string): Promise<void> {
  const { data } = await see(bySelector('[data-accounting]'));
  expect(Number(data['received'])).toBe((await rawObservations(patient)).length);
}

const tileIds = ({ run }: Reader): Promise<(string | null)[]> =>
  run(() =>
    [...document.querySelectorAll('main [data-series]')].map((tile) => tile.getAttribute('data-series')),
  );

async function launchInFrame(reader: Reader): Promise<void> {
  await reader.engine.open(sandboxOrigin());
  await reader.click(byRole('radio', /Marlowe/i));
  await reader.click(byRole('button', 'Launch'));
  await reader.see(bySelector('iframe'));
  const frame = reader.inFrame();
  await frame.waitForState('ready');
  await frame.see(BANNER);
  await expectAllReceived(frame, 'kidney');
}

async function launchAndReload(reader: Reader): Promise<void> {
  await launchInTab(reader, 'kidney');
  await reader.see(BANNER);
  expect(await reader.run(() => location.href)).toBe(`${appOrigin()}/index.html`);
  await expectAllReceived(reader, 'kidney');
  const before = await tileIds(reader);
  expect(before.length).toBeGreaterThan(10);
  await reader.engine.reload();
  await reader.waitForState('ready');
  await reader.see(BANNER);
  await expectAllReceived(reader, 'kidney');
  expect(await tileIds(reader)).toEqual(before);
}

async function signInAlone(reader: Reader): Promise<void> {
  await launchAddress({ kind: 'standalone', patient: 'kidney', user: 'self' });
  await reader.engine.open(`${appOrigin()}/`);
  await reader.click(byRole('button', 'Sign in to Sandbox General Hospital'));
  await reader.click(byRole('button', 'Approve'));
  await reader.waitForState('ready');
  await reader.see(byRole('heading', 'My results'));
  await reader.see(BANNER);
  await reader.click(byRole('button', 'Menu'));
  await reader.click(byRole('button', 'Show the screens for clinicians'));
  await expectAllReceived(reader, 'kidney');
}

const STEPS: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  'launched from the EHR, in its frame': launchInFrame,
  'launched from the EHR in a tab; a reload keeps the session': launchAndReload,
  'a patient signs in alone': signInAlone,
  "the clinician's questions about the kidney, and print": async (reader) => {
    await launchInTab(reader, 'kidney');
    await kidneyQuestions(reader);
  },
  'the highest lactate of the stay': async (reader) => {
    await launchInTab(reader, 'icu');
    await lactateQuestion(reader);
  },
  'export as CSV, picture and note, and the end of the session': async (reader) => {
    await launchInTab(reader, 'kidney');
    await exportAndEnd(reader);
  },
};

/** Registers the walk for one engine. `start` is undefined where the engine or a part that it needs is not installed. */
export function registerWalk(name: string, start: (() => Promise<Engine>) | undefined): void {
  if (start === undefined) {
    test(`${name} is not installed here, so the walk in it did not run`, () => {
      console.log(`${name} is not installed: not run.`);
      expect(start).toBeUndefined();
    });
    return;
  }
  test.describe(name, () => {
    let engine: Engine | undefined;
    test.beforeAll(async () => {
      engine = await start();
      console.log(`The walk runs in ${engine.name}.`);
    });
    test.afterAll(() => engine?.close());
    // A picture of the page says more than the line that failed.
    // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructured first argument
    test.afterEach(async ({}, info) => {
      if (info.status === info.expectedStatus || engine === undefined) return;
      const picture = await engine.picture().catch(() => undefined);
      if (picture) writeFileSync(info.outputPath('window.png'), picture);
    });
    for (const [what, step] of Object.entries(STEPS))
      test(`${name}: ${what}`, async () => {
        // Firefox loses the sign-in of a tab that has shown Longview in a frame before (docs/browsers.md).
        await engine!.newWindow();
        await step(readerOf(engine!));
      });
  });
}
