import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, expect, test as base, type Page } from '@playwright/test';
import { launchAddress, sandboxOrigin, setFaults, waitUntilRead } from '../support/launching.ts';
import { clinicalWords, tracesIn, type Trace } from '../support/profileTraces.ts';
import { endSession, setFragment } from '../support/recordScreens.ts';
import { overrideSite } from '../support/siteOverride.ts';

// A shared computer keeps the profile of its browser. These tests search all files of a profile, while support/test.ts
// looks at what a page can see. They use no route, since a route switches the cache off.

type Profile = {
  readonly folder: string;
  readonly page: Page;
  /** The server issued these tokens. */
  readonly tokens: readonly string[];
  /** The token response named these ids of patient and encounter. */
  readonly contextIds: readonly string[];
  /** Ends the browser, which then has written all that it will write. */
  close(): Promise<void>;
};

const test = base.extend<{ profile: Profile }>({
  profile: async ({ launchOptions, viewport }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'longview-profile-'));
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions, viewport });
    const tokens: string[] = [];
    const contextIds: string[] = [];
    context.on('response', async (response) => {
      if (!response.url().endsWith('/auth/token')) return;
      const answer = (await response.json().catch(() => ({}))) as Record<string, string | undefined>;
      for (const name of ['access_token', 'refresh_token', 'id_token'])
        if (answer[name] !== undefined) tokens.push(answer[name]);
      contextIds.push(answer['patient'] ?? '', answer['encounter'] ?? '');
    });
    await overrideSite(context, { refresh: 'online', identity: true });
    const page = context.pages()[0] ?? (await context.newPage());
    await use({ folder, page, tokens, contextIds, close: () => context.close() });
    await context.close();
    await setFaults(undefined);
    rmSync(folder, { recursive: true, force: true });
  },
});

const PATIENT = 'kidney';

/** Waits until the browser has written this to one of its folders, so that a search of the profile is a search. */
const untilWritten = ({ folder }: Profile, below: string, word: string): Promise<void> =>
  expect
    .poll(() => tracesIn(join(folder, 'Default', below), [word]).length, { timeout: 30_000 })
    .toBeGreaterThan(0);

async function openRecord({ page }: Profile, cache: string): Promise<void> {
  await setFaults({ cache });
  await page.goto(await launchAddress({ patient: PATIENT, kind: 'tab' }));
  await waitUntilRead(page);
}

async function endOpenSession({ page }: Profile): Promise<void> {
  await endSession(page);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E13');
}

/**
 * Chromium writes sessionStorage to a log on the disk, and what was deleted stays there until the log is rewritten. The
 * session stood there for a reload, with these ids and its tokens (decision 40).
 */
const isOfSession = ({ contextIds }: Profile, { file, word }: Trace): boolean =>
  file.includes('Session Storage') && contextIds.includes(word);

/** Returns each file that holds something clinical, with the first word that was found there. */
async function clinicalTraces(profile: Profile): Promise<Readonly<Record<string, string>>> {
  const traces = tracesIn(profile.folder, await clinicalWords(PATIENT));
  const found = traces.filter((trace) => !isOfSession(profile, trace));
  return Object.fromEntries(found.toReversed().map(({ file, form, word }) => [file, `${form}: ${word}`]));
}

const SCREENS = ['#series=k', '#compare=k,creat', '#results', '#timeline', '#account', '#print', '#inspect'];

for (const cache of ['maxAgeAndLastModified', 'immutable', 'lastModified']) {
  test(`${cache}: after "End session" no file of the profile names the patient or holds a result`, async ({
    profile,
  }) => {
    const { page } = profile;
    await openRecord(profile, cache);
    await page.reload();
    await waitUntilRead(page);
    await page.getByRole('combobox', { name: /^Search/ }).fill('Edwin');
    for (const fragment of SCREENS) {
      await setFragment(page, fragment);
      await expect(page.locator('h1, h2').first()).toBeVisible();
    }
    await untilWritten(profile, 'Sessions', 'index.html#inspect');
    await setFragment(page, '#');
    await endOpenSession(profile);
    await profile.close();
    expect(await clinicalTraces(profile)).toEqual({});
  });
}

test('a note that is copied by hand is not among the texts that the browser restores', async ({
  profile,
}) => {
  const { page } = profile;
  await page.addInitScript(() => {
    // A frame may forbid every way to the clipboard.
    const refuse = () => Promise.reject(new Error('not here'));
    document.execCommand = () => false;
    navigator.clipboard.write = refuse;
    navigator.clipboard.writeText = refuse;
  });
  await openRecord(profile, 'maxAgeAndLastModified');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('group', { name: 'Copy to note' }).getByRole('button', { name: 'All' }).click();
  await expect(page.getByRole('dialog').locator('textarea')).toHaveValue(/MARLOWE, Edwin/);
  await setFragment(page, '#account');
  await untilWritten(profile, 'Sessions', 'index.html#account');
  await endOpenSession(profile);
  await profile.close();
  expect(await clinicalTraces(profile)).toEqual({});
});

test("what the browser's log of sessionStorage still holds of tokens is dead after the end, and stands nowhere else", async ({
  profile,
  request,
}) => {
  const { folder, tokens } = profile;
  await openRecord(profile, 'maxAgeAndLastModified');
  expect(tokens).toHaveLength(3);
  const [accessToken = '', refreshToken = ''] = tokens;
  await untilWritten(profile, 'Session Storage', accessToken);
  await endOpenSession(profile);
  const isActive = async (token: string): Promise<unknown> => {
    const answer = await request.post(`${sandboxOrigin()}/auth/introspect`, {
      form: { token, client_id: 'longview-sandbox' },
    });
    return ((await answer.json()) as { active: unknown }).active;
  };
  await expect.poll(() => isActive(accessToken)).toBe(false);
  expect(await isActive(refreshToken)).toBe(false);
  await profile.close();
  const elsewhere = tracesIn(folder, tokens).filter(({ file }) => !file.includes('Session Storage'));
  expect(elsewhere).toEqual([]);
});

base('the search finds a word in each form in which a browser writes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-planted-'));
  const entry = (body: Buffer): Buffer => {
    const key = Buffer.from('1/0/https://fhir.example/Patient/p1');
    const head = Buffer.alloc(24);
    head.writeUInt32LE(key.length, 12);
    return Buffer.concat([head, key, body, Buffer.from('the headers of the answer')]);
  };
  const text = Buffer.from('{"family":"Marlowe"}');
  const planted = {
    plain: Buffer.concat([Buffer.from([0, 1, 2]), text]),
    utf16: Buffer.from('{"family":"Marlowe"}', 'utf16le'),
    odd: Buffer.concat([Buffer.from([7]), Buffer.from('{"family":"Marlowe"}', 'utf16le')]),
    gzip: entry(gzipSync(text)),
    brotli: entry(brotliCompressSync(text)),
  };
  mkdirSync(join(folder, 'below'));
  for (const [name, bytes] of Object.entries(planted)) writeFileSync(join(folder, 'below', name), bytes);
  writeFileSync(join(folder, 'other'), 'nothing of a person');
  const found = tracesIn(folder, ['Marlowe']).map(({ file }) => file.replace(/^.*[\\/]/, ''));
  rmSync(folder, { recursive: true });
  expect([...new Set(found)].toSorted()).toEqual(Object.keys(planted).toSorted());
});
