import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as bidi from 'selenium-webdriver/bidi/index.js';
import { chordOf, findProgram, WINDOW_PX, type Engine, type Place } from './engine.ts';
import { readyWhenItPrints, startProgram } from './program.ts';

/** The module is one class, which its types call by a name that it does not export. */
const { default: BidiConnection } = bidi as unknown as { default: typeof bidi.Index };

export const findFirefox = (): string | undefined =>
  findProgram([
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`,
  ]);

/** These settings keep Firefox from asking questions, looking for updates and opening pages of its own. */
const PREFERENCES = {
  'app.update.disabledForTesting': true,
  // The panel of downloads would take the next key.
  'browser.download.alwaysOpenPanel': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

type Answer<T> = { readonly type: string; readonly message?: string; readonly result: T };
type Context = { readonly context: string; readonly children: readonly Context[] };
type Evaluated = {
  readonly type: string;
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
};

/** Starts Firefox and drives it by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks itself. */
export async function startFirefox(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'longview-firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const program = await startProgram(path, args, readyWhenItPrints(/WebDriver BiDi listening on (ws:\S+)/));
  const connection = new BidiConnection(`${program.said}/session`);
  const send = async <T>(method: string, params: Record<string, unknown>): Promise<T> => {
    const answer = (await connection.send({ method, params })) as Answer<T>;
    if (answer.type !== 'success') throw new Error(`Firefox, ${method}: ${answer.message}`);
    return answer.result;
  };
  const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  await send('browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder: profile },
  });
  const engine = await driver(send, `Firefox ${capabilities.browserVersion}`, profile);
  return {
    ...engine,
    close: async () => {
      await connection.close();
      await program.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Send = <T>(method: string, params: Record<string, unknown>) => Promise<T>;

async function driver(send: Send, name: string, downloads: string): Promise<Omit<Engine, 'close'>> {
  const tree = (): Promise<{ contexts: readonly Context[] }> => send('browsingContext.getTree', {});
  let context = (await tree()).contexts[0]!.context;
  const contextOf = async (place: Place): Promise<string> => {
    if (place === 'page') return context;
    const frame = (await tree()).contexts.find((one) => one.context === context)?.children[0];
    if (frame === undefined) throw new Error('the page has no frame');
    return frame.context;
  };
  return {
    name,
    downloads,
    async newWindow() {
      const before = context;
      ({ context } = await send<Context>('browsingContext.create', { type: 'tab' }));
      await send('browsingContext.close', { context: before });
      await send('browsingContext.setViewport', { context, viewport: WINDOW_PX });
    },
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => send('browsingContext.reload', { context, wait: 'complete' }),
    async run(functionText, args, place) {
      // The answer travels as JSON, because the protocol has a form of its own for values.
      const expression = `Promise.resolve((${functionText})(...${JSON.stringify(args)})).then((value) => JSON.stringify(value))`;
      const target = { context: await contextOf(place) };
      const { result, exceptionDetails } = await send<Evaluated>('script.evaluate', {
        expression,
        target,
        awaitPromise: true,
        userActivation: false,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value === undefined ? undefined : JSON.parse(result.value);
    },
    async press(...keys) {
      const actions = keys.flatMap((key) => {
        const parts = chordOf(key);
        return [
          ...parts.map((value) => ({ type: 'keyDown', value })),
          ...parts.toReversed().map((value) => ({ type: 'keyUp', value })),
        ];
      });
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async clickAt(xPx, yPx) {
      const actions = [
        { type: 'pointerMove', x: Math.round(xPx), y: Math.round(yPx) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    async picture() {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
  };
}
