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

// https://www.w3.org/TR/appmanifest/#icon-masks: a phone may cut everything outside of the middle 80 %, seen as a circle.
test('a phone can cut its icon to a shape without cutting the curve', () => {
  const [maskable = ''] = JSON.stringify(manifest).match(/\{[^{}]*"purpose":"maskable"[^{}]*\}/) ?? [];
  const { src }: { readonly src: string } = JSON.parse(maskable);
  const icon = readFileSync(new URL(`public/${src.replace('./', '')}`, root), 'utf8');
  const [, left = 0, top = 0, size = 0] =
    /viewBox="(-?\d+) (-?\d+) (\d+) \d+"/.exec(icon)?.map((one) => Number.parseInt(one, 10)) ?? [];
  expect(icon).toContain(`<rect x="${left}" y="${top}" width="${size}" height="${size}" fill=`);
  const [, x = 0, y = 0, r = 0] =
    /<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/.exec(icon)?.map(Number) ?? [];
  // The point at the end of the curve is what lies farthest from the middle.
  expect(r).toBeGreaterThan(0);
  expect(Math.hypot(x - left - size / 2, y - top - size / 2) + r).toBeLessThan(0.4 * size);
});

test('it has no service worker, which would keep files and answers beyond the window', () => {
  expect(JSON.stringify(manifest)).not.toMatch(/serviceworker/i);
});
