import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bundle, endpoint, organization } from '../brands/brandFixture.ts';
import { probeServers } from '../commands/probe.ts';
import {
  PAGE_ORIGIN,
  discoveryDocument,
  goodServer,
  answerWith,
  SETTINGS_REQUEST,
  siteAt,
  STATEMENT,
  closeServersAfterEach,
} from './probeFixture.ts';

closeServersAfterEach();

describe('npm run probe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-probe-'));
  const file = join(folder, 'sites.json');
  afterEach(() => rmSync(file, { force: true }));
  async function run(iss: string, ...more: string[]): Promise<{ code: number; text: string }> {
    writeFileSync(
      file,
      JSON.stringify({ sites: [siteAt(iss, { redirectUri: `${PAGE_ORIGIN}/index.html` })] }),
    );
    let text = '';
    const code = await probeServers(['--site', file, ...more], (printed) => void (text += printed));
    return { code, text };
  }

  test('prints a table, from the origin of the redirect URI', async () => {
    const { iss } = await goodServer({ 'POST /token': answerWith(404, {}) });
    const { code, text } = await run(iss);
    expect(code).toBe(1);
    expect(text).toContain(`General Hospital (${iss}), asked as a page at ${PAGE_ORIGIN}`);
    expect(text).toMatch(/FAILS +token endpoint: answer +answers a request without a code with status 404/);
    expect(text).toContain('→ Is the token_endpoint of the discovery document right?');
  });

  test('prints JSON', async () => {
    const { iss } = await goodServer();
    const { code, text } = await run(iss, '--json', '--origin', PAGE_ORIGIN);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      exitCode: 0,
      sites: [{ id: 'general', origin: PAGE_ORIGIN, lines: expect.any(Array) as object }],
    });
  });

  test('asks the places of a brands bundle, and prints what was taken of it beside the JSON', async () => {
    const { iss } = await goodServer();
    const template = { clientId: 'c', hosts: ['127.0.0.1'], redirectUri: `${PAGE_ORIGIN}/{host}.html` };
    writeFileSync(file, JSON.stringify({ sites: [], brands: template }));
    const brands = join(folder, 'brands.json');
    writeFileSync(brands, JSON.stringify(bundle(endpoint('a', iss), organization('o', 'Care Kids', ['a']))));
    const [printed, beside] = [
      vi.spyOn(console, 'log').mockReturnValue(),
      vi.spyOn(console, 'warn').mockReturnValue(),
    ];
    let text = '';
    await probeServers(['--site', file, '--brands', brands, '--json'], (part) => void (text += part));
    expect(JSON.parse(text)).toMatchObject({ sites: [{ label: 'Care Kids', iss }] });
    expect(printed).not.toHaveBeenCalled();
    expect(beside.mock.calls.join()).toContain('1 places at 1 servers');
    vi.restoreAllMocks();
    // Without the bundle there is nobody to ask, and the advice can be followed.
    await expect(probeServers(['--site', file], () => {})).rejects.toThrow(
      /by --brands for npm run configure and npm run probe/,
    );
  });

  test('nothing of a server moves the cursor of the terminal', async () => {
    const { iss } = await goodServer({
      [SETTINGS_REQUEST]: answerWith(200, {
        ...discoveryDocument('https://x.example'),
        issuer: 'https://a.example/\u001b[2J\u202e',
      }),
      'GET /fhir/metadata': answerWith(200, { ...STATEMENT, fhirVersion: '9\u001b[2J' }),
    });
    const { text } = await run(iss);
    // oxlint-disable-next-line no-control-regex -- these are the characters that must be absent
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  test.each([
    ['no site file', [], '--site is missing'],
    [
      'an origin with a path',
      ['--site', file, '--origin', `${PAGE_ORIGIN}/x`],
      'is no origin; write scheme and host alone',
    ],
    ['an unknown option', ['--sites', file], '--sites is no option of npm run probe'],
  ])('%s is said in one sentence', async (_, args, why) => {
    await expect(probeServers(args, () => {})).rejects.toThrow(why);
  });
});
