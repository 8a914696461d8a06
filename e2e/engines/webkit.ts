import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { listenOnLocalhost } from '../../build/freePort.ts';
import { chordOf, findProgram, WINDOW_PX, type Engine } from './engine.ts';
import { readyWhenItAnswersAt, readyWhenItPrints, startProgram, type Program } from './program.ts';

export const findWebKit = (): string | undefined =>
  findProgram(['WebKitWebDriver', '/usr/lib/webkit2gtk-4.1/WebKitWebDriver']);

/** WebKitGTK needs a display. Where the machine has none, Xvfb is one that nobody sees. */
export const findDisplay = (): string | undefined => findProgram(['Xvfb']);

/** Starts a display of its own, so that windows of this machine neither get in the way nor are in the way. */
const startDisplay = (xvfb: string): Promise<Program> =>
  startProgram(
    xvfb,
    ['-displayfd', '3', '-screen', '0', '1500x1000x24', '-nolisten', 'tcp'],
    readyWhenItPrints(/^\s*(\d+)\s/, 3),
  );

async function freePort(): Promise<number> {
  const taken = await listenOnLocalhost(() => {}, 0);
  await taken.close();
  return taken.port;
}

/** Starts WebKitGTK's own browser, MiniBrowser, and drives it by WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function startWebKit(driverPath: string, xvfb: string): Promise<Engine> {
  // MiniBrowser saves downloads in the folder that the user's settings name.
  const home = mkdtempSync(join(tmpdir(), 'longview-webkit-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const display = await startDisplay(xvfb);
  const env = {
    ...process.env,
    DISPLAY: `:${display.said}`,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local'),
  };
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const args = ['--host=127.0.0.1', `--port=${port}`];
  const program = await startProgram(driverPath, args, readyWhenItAnswersAt(`${server}/status`), env);
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(server)
    .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
    .build();
  const capabilities = await driver.getCapabilities();
  const engine = driven(driver, `WebKitGTK ${capabilities.get('browserVersion')}`, downloads);
  return {
    ...engine,
    close: async () => {
      await driver.quit().catch(() => {});
      await program.stop();
      await display.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Makes the window so large that the page in it, without the bars of the browser, has the agreed size. */
async function fitWindow(driver: WebDriver): Promise<void> {
  const inside = () => driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  const { width, height } = WINDOW_PX;
  await driver.manage().window().setRect({ x: 0, y: 0, width, height });
  const [insideWidth, insideHeight] = await inside();
  await driver
    .manage()
    .window()
    .setRect({ x: 0, y: 0, width: 2 * width - insideWidth, height: 2 * height - insideHeight });
}

function driven(driver: WebDriver, name: string, downloads: string): Omit<Engine, 'close'> {
  return {
    name,
    downloads,
    async newWindow() {
      const before = await driver.getWindowHandle();
      await driver.switchTo().newWindow('window');
      const opened = await driver.getWindowHandle();
      await driver.switchTo().window(before);
      await driver.close();
      await driver.switchTo().window(opened);
      await fitWindow(driver);
    },
    open: (address) => driver.get(address),
    reload: () => driver.navigate().refresh(),
    async run(functionText, args, place) {
      if (place === 'frame') await driver.switchTo().frame(0);
      try {
        const script = `return Promise.resolve((${functionText})(...JSON.parse(arguments[0])))`;
        return await driver.executeScript(script, JSON.stringify(args));
      } finally {
        if (place === 'frame') await driver.switchTo().defaultContent();
      }
    },
    async press(...keys) {
      let actions = driver.actions();
      for (const key of keys) {
        const parts = chordOf(key);
        for (const part of parts) actions = actions.keyDown(part);
        for (const part of parts.toReversed()) actions = actions.keyUp(part);
      }
      await actions.perform();
    },
    async clickAt(xPx, yPx) {
      await driver
        .actions()
        .move({ x: Math.round(xPx), y: Math.round(yPx), duration: 0 })
        .press()
        .release()
        .perform();
    },
    picture: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
  };
}
