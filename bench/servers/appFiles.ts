import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { longviewConfig } from '../../build/config.ts';
import { CACHE } from '../../build/hosts/headerTable.ts';
import { sentHeaders, scriptHashes } from '../../build/policy.ts';
import type { Site } from '../../src/smart/site/site.ts';
import type { Handler } from './secureServer.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

type File = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

/** Builds the app for these sites and returns a server of its files, as a host sends them: compressed, with the headers. */
export async function builtApp(sites: readonly Site[], outDir: string): Promise<Handler> {
  // Vite bundles the development form of React where the environment says anything else.
  process.env['NODE_ENV'] = 'production';
  const config = longviewConfig(sites);
  await build({
    ...config,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: { ...config.build, outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  const pages = ['index.html', 'launch.html'].map((name) => readFileSync(join(outDir, name), 'utf8'));
  const policy = sentHeaders(sites, pages.flatMap(scriptHashes));
  const files = new Map(
    readdirSync(outDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(outDir, name)).isFile())
      .map((name) => {
        const path = `/${relative('.', name).split(sep).join('/')}`;
        return [path, fileAt(join(outDir, name), path, policy)] as const;
      }),
  );
  return (request, response) => {
    const path = new URL(request.url, 'https://app.test').pathname;
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, file.headers);
    response.end(file.body);
  };
}

function fileAt(name: string, path: string, policy: Readonly<Record<string, string>>): File {
  const headers = {
    ...Object.fromEntries(Object.entries(policy).map(([key, value]) => [key.toLowerCase(), value])),
    'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
    'cache-control': path.startsWith('/assets/') ? CACHE.assets : CACHE.pages,
    'content-encoding': 'gzip',
  };
  const body = gzipSync(readFileSync(name), { level: 9 });
  return { headers: { ...headers, 'content-length': String(body.length) }, body };
}
