import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Docker is not needed to build or test Longview, so what its file says is read here. docs/hosting.md says what was not run.

type Instruction = { readonly name: string; readonly rest: string };

const text = readFileSync('Dockerfile', 'utf8');
const instructions: readonly Instruction[] = text
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [, name = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (name === '') throw new Error(`Docker would not read: ${line}`);
    return { name, rest };
  });
/** Returns the instructions of each stage. */
const stages = instructions.reduce<Instruction[][]>((all, one) => {
  if (one.name === 'FROM') all.push([]);
  all.at(-1)?.push(one);
  return all;
}, []);
const of = (stage: readonly Instruction[] | undefined, name: string): string[] =>
  (stage ?? []).filter((one) => one.name === name).map(({ rest }) => rest);
const [build, serve] = stages;

test('one stage builds with Node 20 from the lock file, another serves with nginx', () => {
  expect(stages).toHaveLength(2);
  expect(of(build, 'FROM').join()).toMatch(/^node:20\.\d+-[\w-]+ AS build$/);
  expect(of(build, 'RUN').some((one) => one.startsWith('npm ci'))).toBe(true);
  expect(of(build, 'RUN')).toContain('npm run build');
  expect(of(build, 'ARG')).toContain('LONGVIEW_SITES');
  expect(of(serve, 'FROM').join()).toMatch(/^nginxinc\/nginx-unprivileged:\d+\.\d+-[\w-]+$/);
  expect(of(serve, 'COPY').filter((one) => one.startsWith('--from=build'))).toEqual([
    '--from=build /longview/dist pages/',
  ]);
});

test('each image is named with its version', () => {
  for (const image of stages.flatMap((stage) => of(stage, 'FROM'))) {
    expect(image).toMatch(/^\S+:\d/);
    expect(image).not.toContain('latest');
  }
});

test('it serves as somebody who is not root, on a port above 1024, and says whether it does', () => {
  expect(of(serve, 'USER').at(-1)).toMatch(/^[1-9]\d*$/);
  expect(of(serve, 'EXPOSE')).toEqual(['8080']);
  expect(readFileSync('docker/listen.conf', 'utf8')).toMatch(/^listen 8080;$/m);
  const [check = ''] = of(serve, 'HEALTHCHECK');
  expect(check).toMatch(/--interval=\d+s --timeout=\d+s/);
  expect(check).toContain('http://127.0.0.1:8080/launch.html');
  expect(of(serve, 'CMD').join()).toContain('daemon off;');
});

test('no secret is asked for, and none can be copied in', () => {
  expect(text).not.toMatch(/secret=|password|token|_KEY/i);
  expect(instructions.some(({ name }) => name === 'ADD')).toBe(false);
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  for (const name of ['.git', '.env', '.env.*', '**/*.local', '**/*.pem', '**/*.key', 'node_modules', 'dist'])
    expect(ignored).toContain(name);
});

test('nginx writes below run/ alone, which may be in memory, and logs no query', () => {
  const conf = readFileSync('docker/nginx.conf', 'utf8').replaceAll(/^\s*#.*\n/gm, '');
  const paths = [...conf.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);$/gm)].map(([, path]) => path);
  expect(paths).toHaveLength(6);
  for (const path of paths) expect(path).toMatch(/^run\//);
  expect(conf).toContain('error_log stderr');
  const [, format = ''] = /log_format withoutQuery '([^']*)'/.exec(conf) ?? [];
  expect(format).toContain('$uri');
  expect(format).not.toMatch(/\$(?:request|request_uri|args|query_string|http_referer)\b/);
  expect(conf).toContain('access_log off;');
  expect(readFileSync('docker/listen.conf', 'utf8')).toMatch(/^access_log \S+ withoutQuery;$/m);
  expect(conf).toContain('include pages/longview.nginx.conf;');
  expect(of(serve, 'RUN').join()).toContain('ln -s /tmp run');
});
