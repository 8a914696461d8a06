import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED_AT = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** Returns CHROMIUM_PATH, else an installed Chromium or Chrome, else Playwright's own; undefined when there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return [...INSTALLED_AT, chromium.executablePath()].find((path) => existsSync(path));
}

/** Debian packs Chromium without windows of its own by itself. It draws the same pages with a fifth less work. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** Returns Chromium's headless shell where it is installed and nobody has named a browser, else the same as `findBrowser`. */
export function findHeadlessShell(): string | undefined {
  const isNamed = (process.env['CHROMIUM_PATH'] ?? '') !== '';
  return !isNamed && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : findBrowser();
}

type Command = readonly [command: string, args: readonly string[]];

const PLAYWRIGHT_INSTALL: Command = ['npx', ['playwright', 'install', 'chromium']];
const APT_INSTALL: Command = [
  'sh',
  [
    '-c',
    'apt-get update && apt-get install -y --no-install-recommends chromium && apt-get install -y --no-install-recommends chromium-headless-shell',
  ],
];

/** Makes sure that the end-to-end tests find a Chromium: installs one where there is none, or ends with a clear word. */
export function provideBrowser(): void {
  if (findBrowser() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  for (const [command, args] of isRoot ? [PLAYWRIGHT_INSTALL, APT_INSTALL] : [PLAYWRIGHT_INSTALL]) {
    console.log(`No Chromium found. Trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 });
    if (findBrowser() !== undefined) return;
  }
  console.error(
    'The end-to-end tests need Chromium and none could be got. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
  process.exit(1);
}
