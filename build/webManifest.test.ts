import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// https://www.w3.org/TR/appmanifest/
const root = new URL('../', import.meta.url);
const manifest: unknown = JSON.parse(readFileSync(new URL('public/app.webmanifest', root), 'utf8'));
const page = readFileSync(new URL('index.html', root), 'utf8');

test('a phone can keep Longview beside its apps: the page names a manifest, and every file that it names is there', () => {
  expect(page).toContain('<link rel="manifest" href="./app.webmanifest" />');
  expect(manifest).toMatchObject({ start_url: './index.html', scope: './', display: 'standalone' });
  const named = [...JSON.stringify(manifest).matchAll(/"src":"\.\/([^"]+)"/g)].map(([, file]) => file);
  expect(named).toContain('icon-512.png');
  const missing = [...named, 'icon-180.png'].filter((file) => !existsSync(new URL(`public/${file}`, root)));
  expect(missing).toEqual([]);
});

test('it has no service worker, which would keep files and answers beyond the window', () => {
  expect(JSON.stringify(manifest)).not.toMatch(/serviceworker/i);
});
