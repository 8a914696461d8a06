import { afterEach, expect, test } from 'vitest';
import { textsOf } from './catalog.ts';
import { speak, speakEnglish } from './language.ts';

const texts = textsOf({ last: 'Last time it was {value}.' }, 'sample');
afterEach(() => speakEnglish());

test('a value keeps together in a sentence that runs from right to left, and only there', () => {
  speak('es', 'es-MX', { sample: { last: ['La vez anterior fue ', ['value'], '.'] } });
  expect(texts('last', { value: '5.8 mmol/L' })).toBe('La vez anterior fue 5.8 mmol/L.');
  speak('he', 'he-IL', { sample: { last: ['שלום ', ['value'], '.'] } });
  expect(texts('last', { value: '5.8 mmol/L' })).toBe('שלום \u20685.8 mmol/L\u2069.');
});
