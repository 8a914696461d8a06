import { expect, test } from 'vitest';
import { fleschKincaidGrade, spanishEase } from '../../../testing/readingLevel/readingLevel.ts';
import { startSpanish } from './start.es.messages.ts';
import { startMessages } from './start.messages.ts';

/** These sentences are said as they stand. Names, counts and labels of one or two words have no reading level. */
const SENTENCES = [
  'purpose',
  'signInWhereKept',
  'where',
  'searchHelp',
  'notFound',
  'notListed',
  'someFromChart',
  'wrongPlace',
] as const;
/** The reader came for these. */
const EXCUSED = new Set(['laboratory', 'laboratorio', 'longview', 'clínica']);

test.each(SENTENCES)('%s is read at grade 8 or below, in English and in Spanish', (key) => {
  expect(fleschKincaidGrade(startMessages[key], EXCUSED)).toBeLessThanOrEqual(8);
  expect(spanishEase(startSpanish[key], EXCUSED)).toBeGreaterThanOrEqual(55);
});
