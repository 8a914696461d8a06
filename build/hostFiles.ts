import type { Plugin } from 'vite';
import type { Site } from '../src/smart/site/site.ts';
import { CACHE, policyHeaders, scriptHashes, TRANSPORT, type Headers } from './policy.ts';

// Each host is told the same headers in its own form (docs/hosting.md). `policyHeaders` refuses a value with a quote, a
// brace, a $ or a line break, so double quotes are enough.

/**
 * Returns a file for `include` in a server block of nginx. Each block repeats every header, since a block with an
 * `add_header` of its own drops the outer ones.
 */
export function nginxFile(headers: Headers): string {
  const block = (path: string, cache: string): string =>
    [
      `location ${path} {`,
      ...Object.entries({ ...headers, ...TRANSPORT }).map(
        ([name, value]) => `    add_header ${name} "${value}" always;`,
      ),
      `    add_header Cache-Control "${cache}";`,
      '}',
    ].join('\n');
  return [
    '# Longview, written by the build. Inside the server block: include longview.nginx.conf;',
    block('/', CACHE.pages),
    '# Not "always": a file that is missing today must not be missing for a year.',
    block('/assets/', CACHE.assets),
    '',
  ].join('\n');
}

/** Returns a file for `import` in a site block of Caddy that has a `root`. */
export const caddyFile = (headers: Headers): string =>
  [
    '# Longview, written by the build. Inside the site block, below "root": import longview.Caddyfile',
    'header {',
    ...Object.entries({ ...headers, ...TRANSPORT }).map(([name, value]) => `    ${name} "${value}"`),
    '}',
    '# Only a file that is there: one that is missing today must not be missing for a year.',
    '@longviewAssets {',
    '    path /assets/*',
    '    file',
    '}',
    '@longviewPages not path /assets/*',
    `header @longviewAssets Cache-Control "${CACHE.assets}"`,
    `header @longviewPages Cache-Control "${CACHE.pages}"`,
    '',
  ].join('\n');

const LONGEST_LINE = 2000; // Cloudflare Pages skips a longer line.
// Both hosts redirect between the forms with and without ".html". Two rules that match one path would be joined.
const PAGES = ['/', '/index.html', '/index', '/launch.html', '/launch'];

/** Returns the `_headers` of Netlify and Cloudflare Pages, or undefined when a line would be too long. */
export function headersFile(headers: Headers): string | undefined {
  const rule = (path: string, own: Headers): string[] => [
    path,
    ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`),
  ];
  const lines = [
    '# Longview, written by the build.',
    ...rule('/*', { ...headers, ...TRANSPORT }),
    ...PAGES.flatMap((path) => rule(path, { 'Cache-Control': CACHE.pages })),
    ...rule('/assets/*', { 'Cache-Control': CACHE.assets }),
  ];
  return lines.every((line) => line.length <= LONGEST_LINE) ? `${lines.join('\n')}\n` : undefined;
}

/** Writes the header files of the hosts. It runs after `htmlPages`, since the policy names the pages' inline scripts. */
export const hostFiles = (sites: readonly Site[]): Plugin => ({
  name: 'longview:host-files',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const hashes = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.html') ? scriptHashes(String(file.source)) : [],
      );
      const headers = policyHeaders(sites, hashes);
      const write = (fileName: string, source: string): void =>
        void this.emitFile({ type: 'asset', fileName, source });
      write('longview.nginx.conf', nginxFile(headers));
      write('longview.Caddyfile', caddyFile(headers));
      const file = headersFile(headers);
      if (file === undefined)
        this.warn(
          `No _headers written: the policy of ${sites.length} sites is longer than the ${LONGEST_LINE} characters that Cloudflare Pages reads of a line.`,
        );
      else write('_headers', file);
    },
  },
});
