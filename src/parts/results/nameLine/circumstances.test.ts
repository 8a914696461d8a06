import { expect, test } from 'vitest';
import { shownCircumstances } from '../tileText.ts';

test.each(['over 24 h', 'over 90 min', 'fasting'])(
  'a result of the laboratory says "%s" with its number, and its method on the screen of its own',
  (words) => {
    expect(shownCircumstances({ context: `Jaffe, ${words}`, isVitalSign: false })).toEqual([words]);
  },
);
