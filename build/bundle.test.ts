import { readdirSync, readFileSync } from 'node:fs';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';
import { COMPILE_HINT } from './compileHint.ts';
import { longviewConfig } from './config.ts';
import { inlineScriptConfig } from './htmlPages.ts';

// Libraries run as published, and files of the app are told by room (docs/decisions/0011). Each part of the build runs here
// with one more plugin behind all others, which sees every module as it goes into the bundle.

type Built = {
  /** This is the text of each module by its path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly chunks: readonly Rolldown.OutputChunk[];
};

const PARTS = ['app', 'index', 'launch'] as const;
const builds = new Map<string, Built>();

const isPlugin = (plugin: unknown): plugin is Plugin =>
  typeof plugin === 'object' && plugin !== null && 'name' in plugin;
/** These write files beside the app; `htmlPages` builds the pages' scripts, which are built by themselves here. */
const WRITERS = ['longview:pages', 'longview:sbom', 'longview:site-files'];
const { plugins: configured = [], ...config } = longviewConfig([]);
const plugins = configured.flat().filter(isPlugin);

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  builds.set(
    'app',
    await built({ ...config, plugins: plugins.filter(({ name }) => !WRITERS.includes(name)) }),
  );
  for (const page of ['index', 'launch'] as const) builds.set(page, await built(inlineScriptConfig(page)));
  vi.unstubAllEnvs();
}, 120_000);

async function built(part: InlineConfig): Promise<Built> {
  const texts = new Map<string, string>();
  const lastPlugin: Plugin = {
    name: 'test:last',
    enforce: 'post',
    transform: { order: 'post', handler: (code, id) => void texts.set(id, code) },
  };
  const result = await build({
    ...part,
    configFile: false,
    logLevel: 'error',
    plugins: [part.plugins, lastPlugin],
    build: { ...part.build, write: false, minify: false },
  });
  const files = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  return { texts, chunks: files.filter((file) => file.type === 'chunk') };
}

const partOf = (name: string): Built => builds.get(name) ?? { texts: new Map(), chunks: [] };
const ofLibraries = ({ texts }: Built): [path: string, text: string][] =>
  [...texts].filter(([id]) => /[\\/]node_modules[\\/]/.test(id) && !id.startsWith('\0'));
/** Returns the name of the package, and for fhirclient the file. */
const librariesOf = (part: Built): string[] => [
  ...new Set(
    ofLibraries(part).map(([id]) =>
      id
        .replaceAll('\\', '/')
        .replace(/^.*\/node_modules\/(fhirclient\/lib\/.+|(?:@[^/]+\/)?[^/]+).*$/, '$1'),
    ),
  ),
];

test.each(PARTS)('%s: every file of a library goes into the bundle as it was published', (name) => {
  const files = ofLibraries(partOf(name));
  expect(files.length).toBeGreaterThan(0);
  const changed = files.filter(([id, text]) => text !== readFileSync(id, 'utf8'));
  expect(changed.map(([id]) => id)).toEqual([]);
});

test('a changed file would be noticed', async () => {
  const changing: Plugin = {
    name: 'test:changing',
    transform: (code, id) => (id.endsWith('fhirclient/lib/smart.js') ? `${code}\n` : null),
  };
  const part = inlineScriptConfig('launch');
  const changed = await built({ ...part, plugins: [part.plugins, changing] });
  const [smart] = ofLibraries(changed).filter(([id]) => id.endsWith('smart.js'));
  expect(smart?.[1]).not.toBe(readFileSync(smart?.[0] ?? '', 'utf8'));
});

test('no plugin of ours has a hook that could change the text of a library or of a chunk', () => {
  const ours = plugins.filter(({ name }) => name.startsWith('longview:'));
  expect(ours.map(({ name }) => name)).toEqual([
    'longview:catalog-table',
    'longview:message-catalogs',
    'longview:replaced-modules',
    'longview:compile-hint',
    ...WRITERS,
  ]);
  const changing = ours.filter(
    ({ transform, renderChunk }) => transform !== undefined || renderChunk !== undefined,
  );
  // The catalogs of texts are files of our own, and nothing else passes the filter.
  expect(changing.map(({ name }) => name)).toEqual(['longview:message-catalogs']);
  expect(changing[0]?.transform).toMatchObject({ filter: { id: /[\\/]src[\\/].+\.messages\.ts$/ } });
});

test('every file of the app is compiled before it runs, and that is said in its first line', () => {
  const { chunks } = partOf('app');
  expect(chunks.length).toBeGreaterThan(20);
  const first = new Set(chunks.map(({ code }) => code.split('\n')[0]));
  expect([...first]).toEqual([COMPILE_HINT]);
});

test('the app is built from the renderer, the query client and the handshake of these libraries', () => {
  expect(librariesOf(partOf('app'))).toEqual(
    expect.arrayContaining(['react', 'react-dom', '@tanstack/query-core', 'jose', 'fhirclient/lib/smart.js']),
  );
});

test.each(['index', 'launch'])(
  '%s: fhirclient brings no network, no log and no FHIR client of its own',
  (name) => {
    const part = partOf(name);
    // The scripts that the pages inline have no room for another library, such as one for schemas (docs/decisions/0030).
    // The page that exchanges the code makes no challenge and signs nothing.
    const security = name === 'launch' ? ['fhirclient/lib/security/browser.js'] : [];
    expect(librariesOf(part).toSorted()).toEqual([
      'fhirclient/lib/lib.js',
      ...security,
      'fhirclient/lib/smart.js',
    ]);
    const [chunk, ...more] = part.chunks;
    expect(more).toEqual([]);
    expect(chunk?.code.match(/XMLHttpRequest|FHIRCLIENT_PURE|console\.(?:log|debug|info)/g)).toBe(null);
  },
);

const chunkNames = (): string[] => partOf('app').chunks.map(({ name }) => name);
/** Returns the chunks that a chunk imports statically, by name. */
const importsOf = (name: string): string[] => {
  const { chunks } = partOf('app');
  const imports = chunks.find((chunk) => chunk.name === name)?.imports ?? ['missing'];
  return imports.map((file) => chunks.find(({ fileName }) => fileName === file)?.name ?? file).toSorted();
};
const SCREENS = readdirSync('src/screens').filter((screen) => screen !== 'overview');

/** The bundler's own helpers are a file by themselves, since React is one. */
const OF_FIRST_CHART: readonly string[] = ['main', 'react', 'rolldown-runtime'];

test('there is a chunk for each screen and none for a single file', () => {
  const byRoom = [
    ...OF_FIRST_CHART,
    'session',
    'entry',
    'openServer',
    'identity',
    'ehrStyle',
    'about',
    'spanish',
    'englishGlossary',
    'spanishGlossary',
    'events',
    'overview',
    'growth',
    'growthReferences',
    'myGrowth',
    'signIn',
    'oneResult',
    'medicinesAndVisits',
    'measurements',
    ...SCREENS,
  ];
  expect(chunkNames().toSorted()).toEqual(byRoom.toSorted());
});

test('no chunk brings along what the page does not need yet', () => {
  const early = ['session', 'entry', 'identity', 'ehrStyle'];
  const beyond = (name: string, allowed: readonly string[]): string[] =>
    importsOf(name)
      .filter((one) => !OF_FIRST_CHART.includes(one) && !allowed.includes(one))
      .map((one) => `${name} -> ${one}`);
  expect(importsOf('main')).toEqual(['react', 'rolldown-runtime']);
  expect(importsOf('react')).toEqual(['rolldown-runtime']);
  // A return from a sign-in and an error need no overview.
  expect(['openServer'].flatMap((name) => beyond(name, early))).toEqual([]);
  expect(['main', ...early, 'signIn'].flatMap((name) => beyond(name, early))).toEqual([]);
  expect(beyond('overview', ['session', 'entry', 'events'])).toEqual([]);
  expect(beyond('events', ['session'])).toEqual([]);
  // A patient's first results need nothing of the overview. The session's file comes with the events in any case.
  expect(beyond('myResults', ['session', 'events'])).toEqual([]);
  expect(SCREENS.flatMap((name) => beyond(name, [...early, 'events', 'overview']))).toEqual([]);
});
