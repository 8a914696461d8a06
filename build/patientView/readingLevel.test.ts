import { describe, expect, test } from 'vitest';
import { syllable } from 'syllable';
import {
  fleschKincaidGrade,
  spanishEase,
  spanishSyllables,
} from '../../src/testing/readingLevel/readingLevel.ts';
import {
  filledTexts,
  isGlossary,
  patientCatalogs,
  spanishCatalogs,
  type WrittenCatalog,
} from './patientCatalogs.ts';

/** Rule 55: a patient reads sentences of about grade 6 to 8, of which this is the end. */
const HIGHEST_GRADE = 8;
/** From here on a text is "normal" on the scale of INFLESZ. */
const LEAST_EASE = 55;
/** The formulas count syllables per word, which says nothing about one label of two or three words. */
const LEAST_WORDS = 4;
/** So of a label each word counts: one with more syllables than this is hard. */
const MOST_SYLLABLES = { english: 3, spanish: 4 } as const;
/** And all labels of a catalog are measured together, where they have at least so many words. */
const LEAST_WORDS_TOGETHER = 12;

/** These are values as they stand in a text. A value that is not listed is a number. */
const TYPICAL = {
  english: { date: 'November 12, 2026', time: '8:10 AM', server: 'Mercy', name: 'Potassium', label: 'Mercy' },
  spanish: {
    date: '12 de noviembre de 2026',
    time: '8:10 a. m.',
    server: 'Mercy',
    name: 'Potasio',
    label: 'Mercy',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** No plainer word names the same thing, and a reader of this view meets them in each line. */
const EXCUSED = {
  english: new Set(['laboratory', 'laboratories', 'medicine', 'medicines']),
  spanish: new Set(
    'laboratorio laboratorios resultado resultados medicina medicinas medicamento medicamentos historia clínica aplicaciones noviembre'.split(
      ' ',
    ),
  ),
};

/** These words of labels are long, and people say them every day: signs and forms have them. */
const SAID_EVERY_DAY = new Set([
  'emergency',
  'procedimiento',
  'procedimientos',
  'respiraciones',
  'inhalaciones',
]);

/**
 * These texts may be harder, each for its reason, under their path and key: `screens/myResults/myResults title`, or `es …` in Spanish. A text
 * that is no longer harder must leave the list.
 */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'screens/myResults/result/oneResult sheetTitleOne':
    'the name of a test, which the glossary says in plain words',
  'app/session/sessionNotices otherPatient': 'a warning of safety, in the one sentence that clinicians know',
  'smart/errors/error registrationRefused': 'for the person who set the app up; what a reader can do follows',
  'smart/errors/error usuallyOverInAMinute': '"usually" is a word of everyday speech',
  'smart/errors/error patientUnavailable':
    '"available" is a word of everyday speech, and clinicians read it too',
};

type Measured = { readonly place: string; readonly sentence: string; readonly level: number };
type Language = 'english' | 'spanish';

/** A sentence ends before the next one begins, and not within "a. m." or "6.5". */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?…])\s+(?=[\p{Lu}¿¡“"])/u);
const isLongEnough = (sentence: string): boolean => sentence.split(/\s+/).length >= LEAST_WORDS;

const measures = { english: fleschKincaidGrade, spanish: spanishEase };

function measured(language: Language, catalogs: readonly WrittenCatalog[]): readonly Measured[] {
  const values: Readonly<Record<string, string>> = TYPICAL[language];
  const prefix = language === 'spanish' ? 'es ' : '';
  return catalogs
    .filter((catalog) => !isGlossary(catalog))
    .flatMap(({ path, texts }) =>
      [...texts].flatMap(([key, text]) =>
        filledTexts(text, (name) => values[name] ?? '5.8')
          .flatMap(sentencesOf)
          .filter(isLongEnough)
          .map((sentence) => ({
            place: `${prefix}${path} ${key}`,
            sentence,
            level: Math.round(measures[language](sentence, EXCUSED[language]) * 10) / 10,
          })),
      ),
    );
}

type Label = { readonly place: string; readonly path: string; readonly label: string };

/** Returns the texts that are too short to be measured alone, without their values. */
const labelsOf = (catalogs: readonly WrittenCatalog[]): readonly Label[] =>
  catalogs
    .filter((catalog) => !isGlossary(catalog))
    .flatMap(({ path, texts }) =>
      [...texts].flatMap(([key, text]) =>
        filledTexts(text, () => '')
          .flatMap(sentencesOf)
          .filter((sentence) => !isLongEnough(sentence) && /\p{L}{2}/u.test(sentence))
          .map((label) => ({ place: `${path} ${key}`, path, label })),
      ),
    );

const syllablesIn = { english: syllable, spanish: spanishSyllables };

/** Returns each hard word of the labels, with its place. */
const hardWords = (language: Language, labels: readonly Label[]): readonly string[] =>
  labels.flatMap(({ place, label }) =>
    (label.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => !EXCUSED[language].has(word) && !SAID_EVERY_DAY.has(word))
      .filter((word) => syllablesIn[language](word) > MOST_SYLLABLES[language])
      .map((word) => `${place}: ${word}`),
  );

/** Measures the labels of each catalog together, each as a sentence of its own. */
const measuredTogether = (language: Language, labels: readonly Label[]): readonly Measured[] =>
  [...new Set(labels.map(({ path }) => path))].flatMap((place) => {
    const own = labels
      .filter(({ path }) => path === place)
      .map(({ label }) => label.replace(/[.!?…]*\s*$/u, '.'));
    const sentence = own.join(' ');
    if (sentence.split(/\s+/).length < LEAST_WORDS_TOGETHER) return [];
    const excused = new Set([...EXCUSED[language], ...SAID_EVERY_DAY]);
    return [{ place, sentence, level: Math.round(measures[language](sentence, excused) * 10) / 10 }];
  });

const english = measured('english', patientCatalogs()).filter(({ level }) => level > HIGHEST_GRADE);
const spanish = measured('spanish', spanishCatalogs()).filter(({ level }) => level < LEAST_EASE);
const isNoException = ({ place }: Measured): boolean => !Object.hasOwn(EXCEPTIONS, place);

describe('rule 55: patients read what they can understand', () => {
  test('the catalogs of the patient’s view are measured, with hundreds of sentences', () => {
    const paths = patientCatalogs().map(({ path }) => path);
    expect(paths).toContain('screens/myResults/myResults');
    expect(paths).toContain('app/patient/patientMenu');
    expect(measured('english', patientCatalogs()).length).toBeGreaterThan(60);
  });

  test(`each English sentence is of grade ${HIGHEST_GRADE} or below`, () => {
    expect(english.filter(isNoException)).toEqual([]);
  });

  test(`each Spanish sentence is ${LEAST_EASE} or more on the scale of INFLESZ`, () => {
    expect(spanish.filter(isNoException)).toEqual([]);
  });

  test.each([
    ['english', labelsOf(patientCatalogs())],
    ['spanish', labelsOf(spanishCatalogs())],
  ] as const)(
    '%s: a label has no hard word, and the labels of a catalog are easy together',
    (language, labels) => {
      expect(labels.length).toBeGreaterThan(150);
      expect(hardWords(language, labels)).toEqual([]);
      const together = measuredTogether(language, labels);
      expect(together.length).toBeGreaterThan(5);
      expect(
        together.filter(({ level }) => (language === 'english' ? level > HIGHEST_GRADE : level < LEAST_EASE)),
      ).toEqual([]);
    },
  );

  test.each([
    ['english', 'Hyperkalemia noted'],
    ['spanish', 'Hiperpotasemia'],
  ] as const)('%s: the label "%s" would be noticed', (language, text) => {
    const catalog = { path: 'screens/myResults/made', name: 'made', texts: new Map([['made', text]]) };
    expect(hardWords(language, labelsOf([catalog]))).toHaveLength(1);
  });

  test('no word that is said every day is left that no label has', () => {
    const said = [...labelsOf(patientCatalogs()), ...labelsOf(spanishCatalogs())].map(({ label }) =>
      label.toLowerCase(),
    );
    expect(
      [...SAID_EVERY_DAY].filter((word) => !said.some((label) => label.split(/\P{L}+/u).includes(word))),
    ).toEqual([]);
  });

  test('no exception is left that is not needed', () => {
    const needed = new Set([...english, ...spanish].map(({ place }) => place));
    expect(Object.keys(EXCEPTIONS).filter((place) => !needed.has(place))).toEqual([]);
  });

  test.each([
    ['english', 'Your glomerular filtration indicates deteriorating function.'],
    ['english', 'Hyperkalemia necessitates immediate clinical evaluation by {name}.'],
    ['spanish', 'La hiperpotasemia necesita una evaluación clínica inmediata de {name}.'],
  ] as const)('%s: "%s" would be noticed', (language, text) => {
    const catalog = { path: 'screens/myResults/made', name: 'made', texts: new Map([['made', text]]) };
    const [{ level } = { level: Number.NaN }] = measured(language, [catalog]);
    expect(language === 'english' ? level > HIGHEST_GRADE : level < LEAST_EASE).toBe(true);
  });
});
