import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { appOrigin } from '../support/launching.ts';
import { buildFolder } from '../support/servers.ts';

test('every file of the build is served as it is: hashed files for good, pages never from a cache', async () => {
  const folder = buildFolder();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(html|js|css|svg|json|webmanifest)$/.test(name) && statSync(`${folder}/${name}`).isFile(),
  );
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other says where it broke
    const response = await fetch(`${appOrigin()}/${name}`);
    expect(response.headers.get('cache-control'), name).toBe(
      name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    );
    // oxlint-disable-next-line no-await-in-loop -- the same
    const body = Buffer.from(await response.arrayBuffer());
    expect(body.equals(readFileSync(`${folder}/${name}`)), name).toBe(true);
  }
});
