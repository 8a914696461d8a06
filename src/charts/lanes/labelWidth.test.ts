import { expect, test } from 'vitest';
import { labelText, textWidthPx } from './labelWidth.ts';

test('a hostile name is one line and ends with an ellipsis', () => {
  expect(labelText(`a\n\n${'b'.repeat(5000)}`)).toMatch(/^a b{33}…$/);
  expect(textWidthPx('ㅁ', 1)).toBeGreaterThan(11);
});
