import { readFile } from 'node:fs/promises';
import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';
import { expect, test } from '@playwright/test';
import { appOrigin } from '../support/launching.ts';
import { buildFolder } from '../support/servers.ts';

type Component = {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly scope: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string };
    readonly expression?: string;
  }[];
};

test('the build lists what it ships, under terms that ask for no more than a notice, and what builds it', async () => {
  const text = await readFile(`${buildFolder()}/sbom.cdx.json`, 'utf8');
  expect(await new JsonStrictValidator(Version.v1dot6).validate(text)).toBeNull();
  const { components } = JSON.parse(text) as {
    components: readonly Component[];
  };
  const shipped = components.filter(({ scope }) => scope === 'required');
  const names = shipped.map(({ name }) => name);
  for (const name of ['react', 'react-dom', 'fhirclient', 'query-core', 'valibot'])
    expect(names).toContain(name);
  for (const name of ['playwright', 'vitest', 'oidc-provider', 'axe-core'])
    expect(components.find((component) => component.name === name)?.scope, name).toBe('excluded');
  for (const { name, licenses = [] } of shipped)
    expect(
      licenses.map(({ license, expression }) => license?.id ?? expression),
      name,
    ).toEqual([
      expect.stringMatching(/^(0BSD|MIT|ISC|Apache-2\.0|BSD-[23]-Clause|MIT AND ISC AND BSD-3-Clause)$/),
    ]);
});

test('the licences of all that is shipped stand in the build with their texts, LOINC and growth tables too', async () => {
  const { components } = JSON.parse(await readFile(`${buildFolder()}/sbom.cdx.json`, 'utf8')) as {
    components: readonly Component[];
  };
  const licences = await readFile(`${buildFolder()}/licences.txt`, 'utf8');
  const heads = [...licences.matchAll(/^(\S+) (\S+)\n\nLicence: (.+)$/gm)].map(
    ([, name, version]) => `${name} ${version}`,
  );
  expect(heads.toSorted()).toEqual(
    components
      .filter(({ scope }) => scope === 'required')
      .map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`)
      .toSorted(),
  );
  for (const content of ['LOINC', 'WHO Child Growth Standards', 'CDC Growth Charts'])
    expect(licences).toContain(content);
});

test('no page asks for the list', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${appOrigin()}/`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  expect(asked.filter((url) => url.includes('sbom'))).toEqual([]);
});
