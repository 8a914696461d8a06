import { describe, expect, test } from 'vitest';
import {
  glossaryEntry,
  glossaryGroupName,
  glossaryPanelName,
  glossaryUnit,
  otherTestEntry,
} from './glossary.ts';
import { englishGlossary } from './englishGlossary.ts';
import { loadGlossary } from './loadGlossary.ts';
import { spanishGlossary } from './spanishGlossary.ts';

describe('a patient reads a plain name and what it is', () => {
  test.each([
    [englishGlossary, 'k', 'Potassium', 'A salt that helps nerves, muscles and the heart work.'],
    [spanishGlossary, 'k', 'Potasio', 'Una sal que ayuda al trabajo de nervios, músculos y corazón.'],
    [
      englishGlossary,
      'egfr',
      'Kidney filter rate (eGFR)',
      'An estimate of how fast the kidneys clean the blood.',
    ],
  ])('%#: of an analyte of the catalog', (glossary, id, name, what) => {
    expect(glossaryEntry(glossary, id)).toEqual({ name, what });
  });

  test.each([
    ['egfr~62238-1', 'egfr'],
    ['glucose~mmol/L', 'glucose'],
    ['a1c~59261-8', 'a1c'],
  ])('a series of its own, %s, has the words of %s', (seriesId, analyteId) => {
    expect(glossaryEntry(englishGlossary, seriesId)).toEqual(glossaryEntry(englishGlossary, analyteId));
    expect(glossaryEntry(englishGlossary, seriesId)).toBeDefined();
  });

  test.each([
    'icp',
    'http://loinc.org|76214-6',
    'http://example.org|ours',
    '',
    'constructor',
    'k.name',
    '~k',
  ])('there are no words for "%s", so that nobody reads those of another test', (id) => {
    expect(glossaryEntry(englishGlossary, id)).toBeUndefined();
    expect(glossaryEntry(spanishGlossary, id)).toBeUndefined();
  });
});

describe('a test that the catalog does not have', () => {
  test('has the words of its code where its name names it too', () => {
    const said = otherTestEntry(englishGlossary, 'http://loinc.org|600-7', 'Blood culture');
    expect(said).toEqual({ name: 'Blood culture', what: 'A search for germs that can grow in the blood.' });
    expect(otherTestEntry(spanishGlossary, 'http://loinc.org|600-7~two', 'Hemocultivo')?.name).toBe(
      'Cultivo de sangre (hemocultivo)',
    );
  });

  test.each([
    ['http://loinc.org|600-7', 'Urine culture'],
    ['http://loinc.org|1514-9', 'Glucose 1 h after 100 g'],
    ['http://loinc.org|92142-9', 'Influenza B, PCR'],
    ['http://loinc.org|99999-9', 'Blood culture'],
    ['http://example.org|600-7', 'Blood culture'],
    ['http://loinc.org|constructor', 'Blood culture'],
    ['600-7', 'Blood culture'],
  ])('has none under the code "%s" and the name "%s"', (id, name) => {
    expect(otherTestEntry(englishGlossary, id, name)).toBeUndefined();
  });
});

describe('units are explained', () => {
  test('in both languages, and a unit of pressure is no unit of blood', () => {
    expect(glossaryUnit(englishGlossary, 'mmol/L')).toEqual({
      name: 'millimoles per liter',
      what: 'How many very small parts of it are in one liter.',
    });
    expect(glossaryUnit(spanishGlossary, 'mm[Hg]')?.name).toBe('milímetros de mercurio');
  });

  test.each(['', 'mmol/l', "[GPL'U]", 'toString'])('a unit without words, "%s", has none', (unit) => {
    expect(glossaryUnit(englishGlossary, unit)).toBeUndefined();
  });
});

test('panels and groups have plain names', () => {
  expect(glossaryPanelName(englishGlossary, 'bmp')).toBe('Body salts, sugar and kidney tests');
  expect(glossaryPanelName(spanishGlossary, 'liver')).toBe('Pruebas del hígado');
  expect(glossaryGroupName(englishGlossary, 'Coagulation')).toBe('Blood clotting');
  expect(glossaryGroupName(spanishGlossary, 'Urine')).toBe('Orina');
  for (const unknown of ['', 'a panel of our own', 'constructor']) {
    expect(glossaryPanelName(englishGlossary, unknown)).toBeUndefined();
    expect(glossaryGroupName(englishGlossary, unknown)).toBeUndefined();
  }
});

test.each([
  ['en', englishGlossary],
  ['es', spanishGlossary],
] as const)('the glossary of "%s" is fetched by its language', async (language, glossary) => {
  expect(await loadGlossary(language)).toBe(glossary);
  expect(glossary.language).toBe(language);
});
