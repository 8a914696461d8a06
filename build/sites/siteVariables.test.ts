import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnv } from 'vite';
import { expect, test } from 'vitest';
import { readAllSites } from '../brands/readAllSites.ts';
import { readTransportSecurity } from '../hosts/headerTable.ts';
import { checkedSites, readSites } from './siteFile.ts';

test('the variables describe one site without JSON', () => {
  const [one] = readSites({
    LONGVIEW_ISS: 'https://fhir.general.example/r4',
    LONGVIEW_CLIENT_ID: 'longview-general',
    LONGVIEW_LABEL: 'General Hospital',
    LONGVIEW_FRAME_ANCESTORS: 'https://a.example https://b.example',
  });
  expect(one).toMatchObject({
    label: 'General Hospital',
    clientId: 'longview-general',
    frameAncestors: ['https://a.example', 'https://b.example'],
  });
});

test('the example file is a right file', () => {
  expect(readSites({ LONGVIEW_SITES: 'sites.example.json' })).toHaveLength(1);
});

const exampleText = readFileSync('.env.example', 'utf8');
/** The example is read as Vite reads `.env`. */
const exampleVariables = (): Record<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-env-'));
  try {
    writeFileSync(join(folder, '.env'), exampleText);
    return loadEnv('production', folder, 'LONGVIEW_');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('the example of the variables is one right site', () => {
  expect(readSites(exampleVariables())).toEqual(
    checkedSites(
      {
        sites: [
          {
            id: 'site',
            label: 'General Hospital',
            iss: 'https://fhir.general.example/r4',
            clientId: 'longview-general',
            vendor: 'generic',
            frameAncestors: ['https://ehr.general.example'],
            timeZone: 'America/Chicago',
          },
        ],
      },
      'expected',
    ),
  );
});

test('the example of the variables names each variable that the build reads, and no other', async () => {
  const readNames = new Set<string>();
  const watched = (env: Record<string, string>) =>
    new Proxy(env, {
      get(variables, name) {
        if (String(name).startsWith('LONGVIEW_')) readNames.add(String(name));
        return variables[String(name)];
      },
    });
  await readAllSites(watched(exampleVariables()));
  readTransportSecurity(watched(exampleVariables()));
  const named = exampleText.match(/\bLONGVIEW_[A-Z_]+(?==)/g);
  expect(new Set(named)).toEqual(readNames);
});

test('a field of the variables that is wrong is named, as in a site file', () => {
  const variables = exampleVariables();
  expect(() => readSites({ ...variables, LONGVIEW_VENDOR: 'acme' })).toThrow('/sites/0/vendor must be equal');
  expect(() => readSites({ ...variables, LONGVIEW_CLIENT_ID: '' })).toThrow('clientId');
});

const SITE = { LONGVIEW_ISS: 'https://fhir.general.example/r4', LONGVIEW_CLIENT_ID: 'longview' };

test.each([
  ['a misspelled name', { ...SITE, LONGVIEW_VENDER: 'epic' }, 'LONGVIEW_VENDER'],
  ['a field that has no variable', { ...SITE, LONGVIEW_PKCE: 'always' }, 'LONGVIEW_PKCE'],
  ['a site without its address', { LONGVIEW_CLIENT_ID: 'longview' }, 'LONGVIEW_ISS'],
  ['a misspelled address', { LONGVIEW_ISSUER: 'https://a.example', LONGVIEW_LABEL: 'A' }, 'LONGVIEW_ISS'],
  ['a misspelled address alone', { LONGVIEW_ISSUER: 'https://a.example' }, 'LONGVIEW_ISSUER'],
  ['a misspelled site file', { LONGVIEW_SITE: 'sites.json' }, 'LONGVIEW_SITE describes no site'],
])('%s among the variables stops the build and is never left out', (_, variables, name) => {
  expect(() => readSites(variables)).toThrow(name);
});

test('variables that describe no site leave the sites of the sandbox', () => {
  const others = { LONGVIEW_HSTS: 'off', LONGVIEW_COMMIT: 'abc', LONGVIEW_ISS: '', LONGVIEW_LABEL: '' };
  expect(readSites(others)[0]?.id).toBe('sandbox');
});

test('what is wrong with a variable is said under its name', () => {
  expect(() => readSites({ ...SITE, LONGVIEW_VENDOR: 'acme' })).toThrow(
    'LONGVIEW_VENDOR: /sites/0/vendor must',
  );
  expect(() => readSites({ LONGVIEW_ISS: SITE.LONGVIEW_ISS })).toThrow(
    'LONGVIEW_CLIENT_ID: /sites/0 must have',
  );
  const list = { ...SITE, LONGVIEW_FRAME_ANCESTORS: 'https://a.example http://b.example' };
  expect(() => readSites(list)).toThrow('LONGVIEW_FRAME_ANCESTORS: /sites/0/frameAncestors/1 must be https');
});

test('a site file that begins with a byte order mark, as some editors write it, is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-sites-'));
  try {
    const path = join(folder, 'sites.json');
    writeFileSync(path, `\uFEFF${readFileSync('sites.example.json', 'utf8')}`);
    expect(readSites({ LONGVIEW_SITES: path })).toEqual(readSites({ LONGVIEW_SITES: 'sites.example.json' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
