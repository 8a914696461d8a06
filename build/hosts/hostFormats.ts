import { headerLines, type Headers } from '../policy.ts';
import type { HeaderTable } from './headerTable.ts';

// Each host is told the same table in its own form (docs/hosting.md). `policyHeaders` refuses a value with a quote, a
// brace, a $, a % or a line break, and one that XML would read as markup, so double quotes are enough in every form.

/** Returns the text of a header file; undefined where the host would not read it. */
type HostFormat = (table: HeaderTable) => string | undefined;

/** nginx reads at most 4,096 characters of one parameter. */
const LONGEST_NGINX_PARAMETER = 4000;

/**
 * Returns a file for `include` in a server block of nginx. Each block repeats every header, since a block with an
 * `add_header` of its own drops the outer ones.
 */
function nginxFile({ everywhere, pages, assets }: HeaderTable): string | undefined {
  const lines = headerLines(everywhere, LONGEST_NGINX_PARAMETER);
  if (lines === undefined) return undefined;
  const block = (path: string, own: Headers, when: '' | ' always'): string =>
    [
      `location ${path} {`,
      ...lines.map(([name, value]) => `    add_header ${name} "${value}" always;`),
      ...Object.entries(own).map(([name, value]) => `    add_header ${name} "${value}"${when};`),
      '}',
    ].join('\n');
  return [
    '# Longview, written by the build. Inside the server block: include longview.nginx.conf;',
    block('/', pages, ' always'),
    '# Not "always": a file that is missing today must not be missing for a year.',
    block('/assets/', assets, ''),
    '',
  ].join('\n');
}

/** Returns a file for `import` in a site block of Caddy that has a `root`. */
const caddyFile: HostFormat = ({ everywhere, pages, assets }) =>
  [
    '# Longview, written by the build. Inside the site block, below "root": import longview.Caddyfile',
    'header {',
    ...Object.entries(everywhere).map(([name, value]) => `    ${name} "${value}"`),
    '}',
    '# Only a file that is there: one that is missing today must not be missing for a year.',
    '@longviewAssets {',
    '    path /assets/*',
    '    file',
    '}',
    '@longviewPages not path /assets/*',
    ...Object.entries(assets).map(([name, value]) => `header @longviewAssets ${name} "${value}"`),
    ...Object.entries(pages).map(([name, value]) => `header @longviewPages ${name} "${value}"`),
    '',
  ].join('\n');

/**
 * Returns a file for Apache 2.4: for `Include` in a virtual host, or to be saved as `.htaccess`. Apache keeps two tables of
 * headers and sends both, so what the server set for found files is taken out first.
 * https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header
 */
function apacheFile({ everywhere, pages, assets }: HeaderTable): string {
  const set = (all: Headers, which: string, condition = ''): string[] =>
    Object.entries(all).flatMap(([name, value]) => [
      ...(which === 'always' ? [`Header unset ${name}${condition}`] : []),
      `Header ${which === 'always' ? 'always set' : 'set'} ${name} "${value}"${condition}`,
    ]);
  return [
    '# Longview, written by the build. Include it in the virtual host, or save it as .htaccess in the folder of the pages.',
    '# It needs mod_headers (a2enmod headers). Without it Apache does not start, rather than serve pages without a policy.',
    'Header unset X-Frame-Options',
    'Header always unset X-Frame-Options',
    ...set(everywhere, 'always'),
    ...set(pages, 'always', ' "expr=%{REQUEST_URI} !~ m#/assets/#"'),
    '# Not "always": a file that is missing today must not be missing for a year.',
    ...set(assets, 'onsuccess', ' "expr=%{REQUEST_URI} =~ m#/assets/#"'),
    '',
  ].join('\n');
}

/** Longer queries than this do not occur; IIS by itself refuses one of more than 2,048 bytes, and codes may be longer. */
const LONGEST_QUERY = 16_384;

/**
 * Returns the `web.config` of IIS 8 or newer. IIS adds `cacheControlCustom` to files that it found, and the custom headers to
 * every answer. https://learn.microsoft.com/iis/configuration/system.webserver/staticcontent/clientcache
 */
function iisFile({ everywhere, pages, assets }: HeaderTable): string {
  const cache = (own: Headers): string =>
    `<clientCache cacheControlMode="NoControl" cacheControlCustom="${own['Cache-Control'] ?? ''}" />`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- Longview, written by the build. IIS reads it from the folder of the pages. -->',
    '<configuration>',
    '  <system.webServer>',
    '    <httpProtocol>',
    '      <customHeaders>',
    '        <remove name="X-Powered-By" />',
    '        <remove name="X-Frame-Options" />',
    ...Object.entries(everywhere).flatMap(([name, value]) => [
      `        <remove name="${name}" />`,
      `        <add name="${name}" value="${value}" />`,
    ]),
    '      </customHeaders>',
    '    </httpProtocol>',
    '    <staticContent>',
    ...['json', 'svg', 'webmanifest'].flatMap((extension) => [
      `      <remove fileExtension=".${extension}" />`,
    ]),
    '      <mimeMap fileExtension=".json" mimeType="application/json" />',
    '      <mimeMap fileExtension=".svg" mimeType="image/svg+xml" />',
    '      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />',
    `      ${cache(pages)}`,
    '    </staticContent>',
    '    <security>',
    '      <requestFiltering>',
    `        <requestLimits maxQueryString="${LONGEST_QUERY}" />`,
    '      </requestFiltering>',
    '    </security>',
    '  </system.webServer>',
    '  <location path="assets">',
    '    <system.webServer>',
    '      <staticContent>',
    `        ${cache(assets)}`,
    '      </staticContent>',
    '    </system.webServer>',
    '  </location>',
    '</configuration>',
    '',
  ].join('\n');
}

const LONGEST_LINE = 2000; // Cloudflare Pages skips a longer line.

/**
 * Returns the `_headers` of Netlify and Cloudflare Pages. Both join the values of a name that stands twice in one rule, or in
 * two rules that match one path, and both redirect between the forms of a page with and without ".html".
 */
function headersFile({ everywhere, pages, pagePaths, assets }: HeaderTable): string | undefined {
  const longestName = Math.max(...Object.keys(everywhere).map((name) => name.length));
  const common = headerLines(everywhere, LONGEST_LINE - longestName - '  : '.length);
  if (common === undefined) return undefined;
  const rule = (path: string, own: readonly (readonly [name: string, value: string])[]): string[] => [
    path,
    ...own.map(([name, value]) => `  ${name}: ${value}`),
  ];
  return [
    '# Longview, written by the build.',
    ...rule('/*', common),
    ...['/', ...pagePaths].flatMap((path) => rule(path, Object.entries(pages))),
    ...rule('/assets/*', Object.entries(assets)),
    '',
  ].join('\n');
}

/** `dist/` has a header file under each of these names. */
export const HOST_FILES: Readonly<Record<string, HostFormat>> = {
  'longview.nginx.conf': nginxFile,
  'longview.Caddyfile': caddyFile,
  'longview.apache.conf': apacheFile,
  'web.config': iisFile,
  _headers: headersFile,
};
