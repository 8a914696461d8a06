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
