import { describe, expect, test } from 'vitest';
import { SPANISH } from '../../src/app/language/spanish.ts';
import {
  isGlossary,
  needsOf,
  optionsOf,
  patientCatalogs,
  sourceFiles,
  spanishCatalogs,
  type WrittenCatalog,
} from './patientCatalogs.ts';

const english = patientCatalogs();
const spanish = new Map(spanishCatalogs().map((catalog) => [catalog.path, catalog]));
const named = english.filter((catalog) => !isGlossary(catalog));

/** Compares two catalogs text by text. */
const compared = (
  one: WrittenCatalog,
  other: WrittenCatalog | undefined,
  partOf: (text: string) => readonly string[],
) =>
  [...one.texts].flatMap(([key, text]) => {
    const [ours, theirs] = [partOf(text), partOf(other?.texts.get(key) ?? '')];
    return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ key, ours, theirs }];
  });

describe.each(english)('$path', (catalog) => {
  const translation = spanish.get(catalog.path);

  test('has a Spanish catalog beside it with the same keys', () => {
    expect([...(translation?.texts.keys() ?? [])].toSorted()).toEqual([...catalog.texts.keys()].toSorted());
  });

  test('takes the same values, choices and elements in Spanish', () => {
    expect(compared(catalog, translation, needsOf)).toEqual([]);
  });

  test('has the same plural forms and options in Spanish', () => {
    expect(compared(catalog, translation, optionsOf)).toEqual([]);
  });

  test('says no text of two words or more in English when it speaks Spanish', () => {
    const same = [...catalog.texts].filter(
      ([key, text]) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text) && translation?.texts.get(key) === text,
    );
    expect(same).toEqual([]);
  });
});

test('every catalog that patients read has a name of its own, under which it is found in Spanish', () => {
  expect(named.filter(({ name }) => name === '').map(({ path }) => path)).toEqual([]);
  const names = named.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('every catalog with a name is registered in Spanish, and nothing else is', () => {
  expect(Object.keys(SPANISH).toSorted()).toEqual(named.map(({ name }) => name).toSorted());
  for (const { name, texts } of named)
    expect(Object.keys(SPANISH[name] ?? {}).toSorted()).toEqual([...texts.keys()].toSorted());
});

test('each Spanish catalog stands beside an English one', () => {
  const paths = new Set(english.map(({ path }) => path));
  expect([...spanish.keys()].filter((path) => !paths.has(path))).toEqual([]);
});

test('a new catalog of the patient’s view is found by itself', () => {
  const ofView = sourceFiles(
    /^(?:screens\/myResults|app\/patient)\/(?!.*\.es\.messages).*\.messages\.ts$/,
  ).map((file) => file.replace('.messages.ts', ''));
  expect(ofView.length).toBeGreaterThan(1);
  expect(english.map(({ path }) => path)).toEqual(expect.arrayContaining(ofView));
});

test('Spanish readers are addressed as "usted"', () => {
  const familiar =
    /(?<!\p{L})(?:tú|tus?|te|ti|contigo|vos|vuestr\p{L}*|tienes|puedes|eres|quieres|haz|elige|pregunta|llama)(?!\p{L})/iu;
  const found = [...spanish.values()]
    .filter((catalog) => !isGlossary(catalog))
    .flatMap(({ path, texts }) =>
      [...texts].filter(([, text]) => familiar.test(text)).map(([key, text]) => `${path} ${key}: ${text}`),
    );
  expect(found).toEqual([]);
  expect('Pregunta a tu equipo').toMatch(familiar);
});

/** One word for one thing: each of these has another word, which the rest of the view uses. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/expediente/i, 'historia clínica'],
  [/gráficos?(?!\p{L})/iu, 'gráfica'],
  [/sistemas? de salud/i, 'centro de salud'],
  [/equipo de salud/i, 'equipo médico'],
  [/más viej/i, 'más antiguo'],
  [/se avisó que/i, 'se informó que'],
  [/estatura o largo/i, 'estatura o longitud'],
];

test.each(OTHER_WORDS)('no Spanish text says %s, but “%s”', (words) => {
  const found = [...spanish.values()]
    .filter((catalog) => !isGlossary(catalog))
    .flatMap(({ path, texts }) =>
      [...texts].filter(([, text]) => words.test(text)).map(([key, text]) => `${path} ${key}: ${text}`),
    );
  expect(found).toEqual([]);
});
