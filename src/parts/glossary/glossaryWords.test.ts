import { describe, expect, test } from 'vitest';
import { fleschKincaidGrade, spanishEase } from '../../testing/readingLevel/readingLevel.ts';
import { englishGlossary } from './englishGlossary.ts';
import type { Glossary } from './glossary.ts';
import { spanishGlossary } from './spanishGlossary.ts';

const MOST_WORDS = 14;

/** These names have no plainer word. */
const NAMES = new Set([
  'antibodies',
  'hemoglobin',
  'cholesterol',
  'anticuerpos',
  'hemoglobina',
  'colesterol',
]);

const GLOSSARIES = [englishGlossary, spanishGlossary];
const textsOfAll = ({ analytes, otherTests, units, panels, groups }: Glossary): [string, string][] =>
  [analytes, otherTests, units, panels, groups].flatMap(Object.entries<string>);
const sentencesOf = ({ analytes, otherTests, units }: Glossary): [string, string][] =>
  [analytes, otherTests, units].flatMap(Object.entries<string>).filter(([key]) => key.endsWith('.what'));
const namesOf = ({ analytes, otherTests }: Glossary): [string, string][] =>
  [analytes, otherTests].flatMap(Object.entries<string>).filter(([key]) => key.endsWith('.name'));
const thatMatch = (texts: readonly [string, string][], pattern: RegExp): [string, string][] =>
  texts.filter(([, text]) => pattern.test(text));

describe.each(GLOSSARIES)('$language', (glossary) => {
  const sentences = sentencesOf(glossary);

  test(`what it is stands in one sentence of at most ${MOST_WORDS} words`, () => {
    expect(sentences.filter(([, text]) => !/^\p{Lu}[^.!?:;]+\.$/u.test(text))).toEqual([]);
    expect(sentences.filter(([, text]) => text.split(/\s+/).length > MOST_WORDS)).toEqual([]);
  });

  test('names begin with a capital letter and end without a full stop', () => {
    expect(namesOf(glossary).filter(([, text]) => !/^[\p{Lu}\d].*[^.,\s]$/u.test(text))).toEqual([]);
    expect(thatMatch(textsOfAll(glossary), / {2}|^\s|\s$| [,.]/)).toEqual([]);
  });

  test('no sentence holds a number, other than in the name of a substance', () => {
    const withoutNames = sentences.map(([key, text]): [string, string] => [
      key,
      text.replaceAll(/\b(?:A1c|B6|B12|CD[48]|Ig[AGM]4?|T[34])\b/g, ''),
    ]);
    expect(thatMatch(withoutNames, /\d/)).toEqual([]);
  });

  test('texts are said as they stand: none takes a value or holds an element', () => {
    expect(thatMatch(textsOfAll(glossary), /[{}<>#]|''/)).toEqual([]);
  });
});

/** These are words that judge a result, name an illness as its reason, alarm or advise. */
const JUDGING = {
  english:
    /\b(?:high|higher|low|lower than|normal|abnormal|bad|good|danger\w*|risk\w*|harm|fail\w*|attack|damag\w*|diseases?|disorders?|cancers?|tumou?rs?|transplants?|diagnos\w*|screen\w*|should|must|need to|ask|call|doctors?)\b/i,
  spanish:
    /(?<!\p{L})(?:alt[oa]s?|baj[oa]s?|normal(?:es)?|anormal(?:es)?|mal[oa]s?|buen[oa]s?|peligro\w*|riesgos?|daño\w*|falla\w*|enfermedad(?:es)?|trastornos?|cáncer|tumor(?:es|al|ales)?|trasplantes?|diagn\p{L}*|deben?|debería\w*|llame|pregunte|médic[oa]s?)(?!\p{L})/iu,
};
/** These are words that address the reader, who may be the parent of the child whose result it is. */
const ADDRESSING = {
  english: /\b(?:you|your|yours)\b/i,
  spanish: /(?<!\p{L})(?:tú|tus?|te|usted|vos)(?!\p{L})/iu,
};

describe('rule 55: a sentence says what a thing is', () => {
  test.each([
    ['english', englishGlossary],
    ['spanish', spanishGlossary],
  ] as const)('and not what a result means, and it neither alarms nor advises (%s)', (language, glossary) => {
    expect(thatMatch([...sentencesOf(glossary), ...namesOf(glossary)], JUDGING[language])).toEqual([]);
    expect(thatMatch(Object.entries(glossary.groups), JUDGING[language])).toEqual([]);
    expect(thatMatch(textsOfAll(glossary), ADDRESSING[language])).toEqual([]);
  });

  test.each([
    ['english', 'A high result can be a sign of kidney disease.'],
    ['english', 'A salt that should stay within its range.'],
    ['english', 'Ask the care team about this test.'],
    ['spanish', 'Un valor bajo puede ser señal de enfermedad.'],
    ['spanish', 'Llame a su médico.'],
  ] as const)('%s: "%s" would be noticed', (language, text) => {
    expect(text).toMatch(JUDGING[language]);
  });

  test('a sentence that addresses the reader would be noticed', () => {
    expect('How fast your heart beats.').toMatch(ADDRESSING.english);
    expect('Qué tan rápido late tu corazón.').toMatch(ADDRESSING.spanish);
  });
});

describe('the reading level', () => {
  test('of each English sentence is that of grade 8 or below', () => {
    const hard = sentencesOf(englishGlossary).filter(([, text]) => fleschKincaidGrade(text, NAMES) > 8);
    expect(hard).toEqual([]);
  });

  test('of each Spanish sentence is 55 or more on the scale of INFLESZ', () => {
    const hard = sentencesOf(spanishGlossary).filter(([, text]) => spanishEase(text, NAMES) < 55);
    expect(hard).toEqual([]);
  });

  test('of a sentence of specialists would be noticed', () => {
    expect(fleschKincaidGrade('Nonprotein nitrogenous metabolite excreted renally.', NAMES)).toBeGreaterThan(
      8,
    );
    expect(spanishEase('Metabolito nitrogenado eliminado mediante excreción.', NAMES)).toBeLessThan(55);
  });
});

test('Spanish words have their accents', () => {
  const bare =
    /(?<!\p{L})(?:rinon|rinones|higado|corazon|presion|musculos?|proteinas?|globulos?|celulas?|liquidos?|nucleo|acidos?|oxigeno|azucar|numero|pequen[oa]s?|dia|dias|que tan|mas|organos?|glandulas?|medula|oidos?|bebe|rapido|unico|ultimos?)(?!\p{L})/iu;
  expect(thatMatch(textsOfAll(spanishGlossary), bare)).toEqual([]);
  expect(thatMatch(textsOfAll(spanishGlossary), /cion(?!\p{L})/iu)).toEqual([]);
});
