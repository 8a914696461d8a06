import { expect, test } from 'vitest';
import { checkedSites, sandboxSites } from './siteFile.ts';

const SITE = { id: 'a', label: 'A', iss: 'https://fhir.a.example/r4', clientId: 'a' };

test('the sandbox is a site for each vendor, and patients sign in themselves at the first alone', () => {
  const sites = sandboxSites('http://127.0.0.1:5300');
  expect(sites.map(({ vendor }) => vendor)).toEqual(['generic', 'epic', 'oracle', 'meditech']);
  expect(sites.filter(({ launch }) => launch.includes('standalone')).map(({ label }) => label)).toEqual([
    'Sandbox General Hospital',
  ]);
  expect(new Set(sites.map(({ iss }) => iss)).size).toBe(4);
});

test('what a real site must list is listed for the sandbox, so that what was given is asked for', () => {
  const usual = checkedSites({ sites: [SITE] }, 'sites.json')[0]?.resources ?? [];
  for (const { resources } of sandboxSites('http://127.0.0.1:5300')) {
    expect(resources).toEqual(expect.arrayContaining([...usual]));
    expect(resources.filter((type) => !usual.includes(type))).toEqual([
      'MedicationStatement',
      'MedicationAdministration',
      'MedicationDispense',
      'Medication',
    ]);
  }
});

test('http and the loopback host are fine for the sandbox', () => {
  expect(sandboxSites('http://127.0.0.1:5300')[0]?.iss).toBe('http://127.0.0.1:5300/fhir/r4');
});

test('the sandbox has one authorization server, so its sites share a redirect URI', () => {
  expect(new Set(sandboxSites('http://127.0.0.1:5300').map(({ redirectUri }) => redirectUri))).toEqual(
    new Set(['']),
  );
});
