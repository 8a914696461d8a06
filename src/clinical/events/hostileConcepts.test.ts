import { expect, test } from 'vitest';
import { conceptName } from './conceptName.ts';

test('a hundred thousand codings of an event are read', () => {
  const many = (coding: object) => Array.from({ length: 130_000 }, () => coding);
  expect(conceptName({ coding: [...many({ code: '1' }), { display: 'Appendectomy' }] })).toBe('Appendectomy');
});
