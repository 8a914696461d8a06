// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textsOf } from '../../words/catalog.ts';
import { currentSpeech, speakEnglish } from '../../words/language.ts';
import { chooseLanguage, localeFor, onLanguage, preferredLanguage, setPageLanguage } from './pageLanguage.ts';

beforeEach(() => localStorage.clear());
afterEach(() => speakEnglish());

test.each([
  [['es-MX', 'en-US'], 'es', 'es-MX'],
  [['fr-FR', 'es'], 'es', 'es'],
  [['en-GB', 'es-ES'], 'en', 'en-GB'],
  [['de-AT'], 'en', 'en-US'],
  [[], 'en', 'en-US'],
  [['ES-ar'], 'es', 'ES-ar'],
  [['en-US@posix'], 'en', 'en-US'],
  [['es-MX.UTF-8'], 'es', 'es-MX'],
  [['C'], 'en', 'en-US'],
] as const)('a device that speaks %o gets %s, with the dates of %s', (locales, language, locale) => {
  expect(preferredLanguage(locales)).toBe(language);
  expect(localeFor(language, locales)).toBe(locale);
});

test('the place of a device is one that dates can be written for', () => {
  for (const locale of ['en-US@posix', 'es-MX.UTF-8', 'en@posix', 'C'])
    expect(() => new Intl.DateTimeFormat(localeFor('en', [locale]))).not.toThrow();
  expect(() => new Intl.DateTimeFormat(localeFor('es', ['es@posix']))).not.toThrow();
});

test('what was chosen in this browser comes before the device, at every site, and holds no word of a person', async () => {
  await chooseLanguage('es');
  expect(preferredLanguage(['en-US'])).toBe('es');
  expect(Object.entries({ ...localStorage })).toEqual([['longview.choice.*.language', 'es']]);
});

test('a word in storage that is no language counts for nothing', () => {
  localStorage.setItem('longview.choice.*.language', '"><script>');
  expect(preferredLanguage(['es'])).toBe('es');
});

test('the page says its language, and those who draw are told', async () => {
  const texts = textsOf({ title: 'My results' }, 'myResults');
  let told = 0;
  const stop = onLanguage(() => (told += 1));
  await setPageLanguage('es');
  expect([texts('title'), document.documentElement.lang, told]).toEqual(['Mis resultados', 'es', 1]);
  await setPageLanguage('en');
  stop();
  await setPageLanguage('en');
  expect([texts('title'), document.documentElement.lang, currentSpeech().language, told]).toEqual([
    'My results',
    'en',
    'en',
    2,
  ]);
});

test('the page says the direction of its language', async () => {
  await setPageLanguage('es');
  expect(document.documentElement.dir).toBe('ltr');
});
