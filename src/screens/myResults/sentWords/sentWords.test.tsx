// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak, speakEnglish } from '../../../words/language.ts';
import { sentLanguage } from './sentLanguage.ts';
import { WithSentWords } from './SentWords.tsx';

beforeEach(() => speak('es', 'es-US', {}));
afterEach(() => {
  cleanup();
  speakEnglish();
});

const marked = (element: React.ReactElement): readonly (readonly [lang: string, text: string | null])[] =>
  [...render(element).container.querySelectorAll<HTMLElement>('[lang]')].map(
    (one) => [one.lang, one.textContent] as const,
  );

test.each([
  ['Not detected', 'en'],
  ['NEGATIVE', 'en'],
  ['Take 1 tablet by mouth with food', 'en'],
  ['Lisinopril 40 MG Oral Tablet', 'en'],
  ['Office visit', 'en'],
  ['Muestra hemolizada', 'und'],
  ['No detectado', 'und'],
  ['Test de HIV negative', 'und'],
  ['Nicht nachweisbar', 'und'],
  ['Lisinopril', 'und'],
  ['Panel metabólico con check', 'und'],
  ['нет', 'und-Cyrl'],
  ['1:128', undefined],
  ['N', undefined],
])('on a page in Spanish the words "%s" are in the language %s', (words, language) => {
  expect(sentLanguage(words)).toBe(language);
});

test('on a page in English nothing is marked but other scripts', () => {
  speakEnglish();
  expect(['Not detected', 'No detectado', 'нет'].map(sentLanguage)).toEqual([
    undefined,
    undefined,
    'und-Cyrl',
  ]);
});

test('WCAG 3.1.2: words between quotation marks, and a unit in words that nobody here knows, each have their language', () => {
  expect(
    marked(
      <WithSentWords
        text="El laboratorio anotó: “Not detected”. La vez anterior fue 3 spots."
        unit="spots"
      />,
    ),
  ).toEqual([
    ['en', 'Not detected'],
    ['und', 'spots'],
  ]);
  expect(marked(<WithSentWords text="De 3 spots a 5 spots." unit="spots" />)).toHaveLength(2);
  expect(marked(<WithSentWords text="Fue 5.8 mmol/L, y antes 3 semanas." unit="mmol/L" />)).toEqual([]);
});

test.each([
  ['Last time it was 5.4 mmol/L. Now it is higher.', 'mmol/L', ['5.4 mmol/L']],
  ['In the last 7 days: 1 reading, 97 %.', '%', ['97 %']],
  [
    'From 75 to 78 per minute, at least half 77 per minute or lower.',
    'per minute',
    ['78 per minute', '77 per minute'],
  ],
  ['It was 5 grams, not 5 g.', 'g', ['5 g']],
  ['The mmol/L of others', 'mmol/L', []],
  ['No unit: 5.4', '', []],
])('a number stays on one line with its unit: %s', (text, unit, together) => {
  speakEnglish();
  const { container } = render(<WithSentWords text={text} unit={unit} />);
  expect(container.textContent).toBe(text);
  expect([...container.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual(together);
});
