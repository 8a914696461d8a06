import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './patientView/patientCatalogs.ts';

/**
 * With one of these a browser finds the styles of the whole page anew for each element that comes or goes: the root that
 * depends on what it contains, what contains something without a property, which every new element is, and what has no property in
 * something that is chosen by what it contains. A row of a table
 * that came under the pointer cost 150 ms. `ui/useRootAttribute.ts` marks the root in their place.
 * @see https://developer.mozilla.org/en-US/docs/Web/CSS/:has#performance_considerations
 */
const COSTLY =
  /(?:^|[\s,}(])(?::root|html|body)(?:\[[^\]]*\])?:has\(|:has\((?:[^()]|\([^()]*\))*:not\(|:has\([^{]*\)\s[^{,]*:not\(/;

const costlyLines = (css: string): readonly string[] => css.split('\n').filter((line) => COSTLY.test(line));

test('no style of the whole page depends on each element that comes or goes', () => {
  // Nothing comes or goes in the gallery while it is looked at.
  const files = sourceFiles(/^(?!gallery\/).*\.css$/);
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    costlyLines(readFileSync(join('src', file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test.each([
  [':root:has(.drawer) main {', true],
  ["html[data-state='loading']:has(.room) {", true],
  [".compare:has([data-bar]:not([data-bar='0'])) {", true],
  ['.window:has(> .date) [data-window] > :not([data-end]) {', true],
  ['.account a:not(:has(b)) {', false],
  ["html[data-state='loading'] .room:has(> [data-notice]) > section {", false],
  [':root[data-source-beside] main {', false],
])('“%s” is found: %s', (line, expected) => {
  expect(costlyLines(line).length > 0).toBe(expected);
});
