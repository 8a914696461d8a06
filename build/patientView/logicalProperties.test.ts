import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './patientCatalogs.ts';

/** These properties name a side of the window instead of the beginning or the end of a line. */
const SIDES =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right)(?:-[a-z]+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/;

const files = sourceFiles(/^(?:screens\/myResults|app\/patient)\/.*\.css$/);

/** A shorthand of four values names the sides too, if those of left and right differ. */
function hasUnevenSides(line: string): boolean {
  const [, values = ''] =
    /(?:margin|padding|inset|border-width|border-radius)\s*:\s*([^;]+);/.exec(line) ?? [];
  const [, right, , left] = values.trim().split(/\s+(?![^(]*\))/);
  return left !== undefined && right !== left;
}

test('the patient’s view turns with the direction of its language: its CSS names no left and no right', () => {
  expect(files.length).toBeGreaterThan(3);
  const found = files.flatMap((file) =>
    readFileSync(join('src', file), 'utf8')
      .split('\n')
      .filter((line) => SIDES.test(line) || hasUnevenSides(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['  margin-left: 4px;', true],
  ['  text-align: right;', true],
  ['  left: 0;', true],
  ['  padding: 1px 2px 3px 4px;', true],
  ['  margin-inline-start: 4px;', false],
  ['  padding: 1px 2px 3px 2px;', false],
  ['  text-align: start;', false],
])('“%s” is found: %s', (line, expected) => {
  expect(SIDES.test(line) || hasUnevenSides(line)).toBe(expected);
});
