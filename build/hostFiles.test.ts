import { expect, test } from 'vitest';
import { caddyFile, headersFile, nginxFile } from './hostFiles.ts';
import { CACHE, policyHeaders, TRANSPORT, type Headers } from './policy.ts';
import { sandboxSites } from './siteFile.ts';

const headers = policyHeaders(sandboxSites('http://127.0.0.1:5300'), ['sha256-a+b/c=']);
const onPages = { ...headers, ...TRANSPORT, 'Cache-Control': CACHE.pages };
const onAssets = { ...headers, ...TRANSPORT, 'Cache-Control': CACHE.assets };

test('nginx: each block has every header, since one of its own would drop those outside', () => {
  const blocks = [...nginxFile(headers).matchAll(/^location (\S+) \{\n([\s\S]*?)^\}$/gm)].map(
    ([, path, body = '']) => [
      path,
      Object.fromEntries(
        [...body.matchAll(/^ {4}add_header (\S+) "([^"$\\\n]*)"( always)?;$/gm)].map(([, name, value]) => [
          name,
          value,
        ]),
      ),
    ],
  );
  expect(Object.fromEntries(blocks)).toEqual({ '/': onPages, '/assets/': onAssets });
});

test('nginx: errors carry the policy too, and are not kept', () => {
  const lines = nginxFile(headers)
    .split('\n')
    .filter((line) => line.includes('add_header'));
  expect(lines.filter((line) => !line.endsWith(' always;')).map((line) => line.trim().split(' ')[1])).toEqual(
    ['Cache-Control', 'Cache-Control'],
  );
});

test('Caddy', () => {
  const text = caddyFile(headers);
  const all = Object.fromEntries(
    [...text.matchAll(/^ {4}([A-Z]\S+) "([^"{}\\\n]*)"$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(all).toEqual({ ...headers, ...TRANSPORT });
  expect(text).toContain(`header @longviewAssets Cache-Control "${CACHE.assets}"`);
  expect(text).toContain(`header @longviewPages Cache-Control "${CACHE.pages}"`);
});

/** Reads the file as Netlify and Cloudflare Pages do: all rules that match a path are put together. */
function answered(text: string, path: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let matches = false;
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    if (!line.startsWith(' ')) {
      matches = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : line === path;
      continue;
    }
    const [, name = '', value = ''] = /^ +([\w-]+): (.*)$/.exec(line) ?? [];
    if (matches) (found[name] ??= []).push(value);
  }
  return found;
}
const once = (all: Headers): Record<string, string[]> =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));

test('_headers: every path gets each header once', () => {
  const text = headersFile(headers) ?? '';
  for (const path of ['/', '/index.html', '/launch.html', '/launch'])
    expect(answered(text, path)).toEqual(once(onPages));
  expect(answered(text, '/assets/main-1.js')).toEqual(once(onAssets));
});

test('_headers: a policy longer than a line may be is not written, rather than cut off or skipped', () => {
  const policy = (length: number): Headers => ({ X: 'x'.repeat(length - '  X: '.length) });
  expect(headersFile(policy(2000))).toBeDefined();
  expect(headersFile(policy(2001))).toBeUndefined();
});
