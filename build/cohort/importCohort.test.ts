import { describe, expect, test } from 'vitest';
import {
  expectedLines,
  filesOf,
  hashOf,
  importedLines,
  importPopulation,
  outputFolder,
  said,
  THOUSAND_PEOPLE,
  useSandbox,
} from './cohortFixture.ts';

useSandbox(THOUSAND_PEOPLE);

describe('an import of 1,000 people made by a seed', () => {
  test('has the counts and the content that the server has, and nothing else is left in its folder', async () => {
    const result = await importPopulation(['--types', 'Observation,Encounter']);
    expect(result).toBe('whole');
    const lines = importedLines();
    for (const [type, count] of [
      ['Patient', 1000],
      ['Observation', 40_000],
      ['Encounter', 5000],
    ] as const) {
      const expected = expectedLines(THOUSAND_PEOPLE, type);
      expect(expected).toHaveLength(count);
      expect(lines.get(type)).toHaveLength(count);
      expect(hashOf(lines.get(type))).toBe(hashOf(expected));
    }
    expect(said.join('')).toContain('Imported 1,000 people');
    const names = filesOf(outputFolder()).map((path) => path.slice(outputFolder().length));
    expect(
      names.filter(
        (name) =>
          !/^\/(current\.json|import-[^/]+\/(\w+-\d+\.ndjson|people\.ndjson|import\.json))$/.test(name),
      ),
    ).toEqual([]);
  });
});
