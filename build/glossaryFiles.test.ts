import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { CHUNKS } from './chunks.ts';
import { messageCatalogs } from './messageCatalogs.ts';

/** Returns the chunks of a page that begins with this file, told by room as in the app. */
async function chunksOf(path: string): Promise<readonly Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [messageCatalogs()],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: path,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: { groups: CHUNKS } },
      },
    },
  });
  const files = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  return files.filter((file) => file.type === 'chunk');
}

test('the glossary of each language is a file of its own, which brings nothing along', async () => {
  const chunks = await chunksOf('src/parts/glossary/loadGlossary.ts');
  const languages = chunks.filter(({ name }) => name.endsWith('Glossary') && !name.startsWith('load'));
  expect(languages.map(({ name }) => name).toSorted()).toEqual(['englishGlossary', 'spanishGlossary']);
  for (const { imports, code } of languages) {
    expect(imports).toEqual([]);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(18_000);
  }
  const [english, spanish] = ['englishGlossary', 'spanishGlossary'].map(
    (wanted) => languages.find(({ name }) => name === wanted)?.code ?? '',
  );
  expect(english).toContain('A waste product of muscles');
  expect(english).not.toContain('Un desecho de los músculos');
  expect(spanish).toContain('Un desecho de los músculos');
  expect(spanish).not.toContain('A waste product of muscles');
  const others = chunks.filter((chunk) => !languages.includes(chunk));
  expect(others.some(({ code }) => code.includes('Potas'))).toBe(false);
});

test('the second language is one file, so that a patient who reads it waits for no screen of others', async () => {
  const chunks = await chunksOf('src/app/language/pageLanguage.ts');
  const spanish = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith('.es.messages.ts')));
  expect(spanish.map(({ name }) => name)).toEqual(['spanish']);
  const entry = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  const page = chunks.filter(({ name }) => name === 'main').map(({ fileName }) => fileName);
  expect(spanish[0]?.imports.filter((file) => !entry.includes(file) && !page.includes(file))).toEqual([]);
});
