import { expect, test } from 'vitest';
import { labelText, textWidthPx } from './labelWidth.ts';

test('a hostile name is one line and ends with an ellipsis', () => {
  expect(labelText(`a\n\n${'b'.repeat(5000)}`)).toMatch(/^a b{33}…$/);
  expect(textWidthPx('ㅁ', 1)).toBeGreaterThan(11);
});

test.each([
  ['+ Carvedilol Take by mouth please 100 mg', '+ Carvedilol Take by mouth please…'],
  ['+ Carvedilol Take by mouth, pls 12.5 mg', '+ Carvedilol Take by mouth, pls…'],
  ['+ Carvedilol Take by the mouth 1,000 mg', '+ Carvedilol Take by the mouth…'],
  ['+ Carvedilol Take it by mouth 1000 to 2', '+ Carvedilol Take it by mouth 1000…'],
])('"%s" is not cut inside a number', (text, label) => {
  expect(labelText(text)).toBe(label);
});
