import { describe, expect, test } from 'vitest';
import { fleschKincaidGrade, spanishEase, spanishSyllables } from './readingLevel.ts';

describe('the reading level of an English text', () => {
  test('follows from the words of a sentence and the syllables of a word', () => {
    // The sentence has 11 words and 12 syllables.
    expect(fleschKincaidGrade('The doctor will look at it and write to you soon.')).toBeCloseTo(
      0.39 * 11 + 11.8 * (12 / 11) - 15.59,
    );
  });

  test('is higher for long words, and for one long sentence instead of two', () => {
    const plain = 'The kidneys clean the blood. They make urine.';
    expect(fleschKincaidGrade('Glomerular filtration characterizes renal function.')).toBeGreaterThan(12);
    expect(fleschKincaidGrade(plain)).toBeLessThan(4);
    expect(fleschKincaidGrade(plain.replace('. They', ' and they'))).toBeGreaterThan(
      fleschKincaidGrade(plain),
    );
  });

  test('excuses the name that the reader came for', () => {
    const text = 'How much hemoglobin one red blood cell holds.';
    expect(fleschKincaidGrade(text, new Set(['hemoglobin']))).toBeLessThan(fleschKincaidGrade(text));
  });
});

describe('the reading level of a Spanish text', () => {
  test.each([
    ['sangre', 2],
    ['riñón', 2],
    ['hígado', 3],
    ['corazón', 3],
    ['país', 2],
    ['energía', 4],
    ['aéreo', 4],
    ['quien', 1],
    ['muy', 1],
    ['y', 1],
    ['proteína', 4],
    ['pequeño', 3],
    ['agüita', 3],
    ['ADN', 1],
  ])('%s has %i syllables', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });

  test('is on the scale of INFLESZ: plain words are easy, words of specialists are hard', () => {
    expect(spanishEase('El hígado limpia la sangre.')).toBeGreaterThan(65);
    expect(spanishEase('La filtración glomerular caracteriza la funcionalidad renal.')).toBeLessThan(40);
  });
});
