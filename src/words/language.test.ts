import { afterEach, expect, test } from 'vitest';
import { textsOf } from './catalog.ts';
import { currentSpeech, isLanguage, speak, speakEnglish } from './language.ts';

const texts = textsOf(
  {
    hello: 'Hello',
    results: '{count, plural, one {1 result} other {{shown} results}}',
    only: 'English only',
  },
  'sample',
);
const unnamed = textsOf({ hello: 'Hello' });
afterEach(() => speakEnglish());

test('a named catalog is said in the chosen language, and what it lacks stays English', () => {
  speak('es', 'es-MX', { sample: { hello: 'Hola' } });
  expect([texts('hello'), texts('only'), unnamed('hello')]).toEqual(['Hola', 'English only', 'Hello']);
  expect(currentSpeech()).toMatchObject({ language: 'es', locale: 'es-MX' });
  speakEnglish();
  expect(texts('hello')).toBe('Hello');
});

test('plurals follow the rules of the language', () => {
  // Arabic has a form of its own for two.
  speak('ar', 'ar', { sample: { results: [['count', 2, { two: 'two', other: 'more' }]] } });
  expect(texts('results', { count: 2, shown: '2' })).toBe('two');
});

test.each([
  ['es', true],
  ['en', true],
  ['fr', false],
  ['', false],
  ['__proto__', false],
])('"%s" is a language of the app: %s', (text, expected) => {
  expect(isLanguage(text)).toBe(expected);
});
