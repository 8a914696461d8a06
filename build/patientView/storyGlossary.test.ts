import { expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { englishGlossary } from '../../src/parts/glossary/englishGlossary.ts';
import { spanishGlossary } from '../../src/parts/glossary/spanishGlossary.ts';
import { cardsOf } from '../../src/screens/myResults/card/cards.ts';
import { plainNames } from '../../src/screens/myResults/plainNames.ts';
import { seriesFromResources } from '../../src/testing/twoViewsFixture.tsx';

// Each test that a story shows to a patient has a plain name and a line on what it is, in both languages.

/** Catheters of intensive care have no words on purpose (glossaryCoverage.test.ts). */
const INTENSIVE_CARE = ['Systolic blood pressure, invasive', 'Mean arterial pressure, invasive'];
/** The story of odd data names tests that nobody has: without a code, under an invented one, or against their code. */
const ODD_DATA = 'odd';

/** The test of a result is told by none of these: they say which result it is and when it was made. */
const OF_ONE_RESULT = new Set([
  'id',
  'versionId',
  'lastUpdated',
  'effectiveDateTime',
  'start',
  'end',
  'issued',
  'reference',
]);
const withoutNumbers = (resource: object): string =>
  JSON.stringify(resource, (name, value: unknown) =>
    typeof value === 'number' || OF_ONE_RESULT.has(name) ? undefined : value,
  );

/** Returns one of all results that are alike but for their times and numbers: the longest story has 100,000 results of 24 tests. */
const oneOfEachKind = (resources: readonly object[]): readonly object[] => [
  ...new Map(resources.map((one) => [withoutNumbers(one), one])).values(),
];

const idsWithoutWords = (id: string): readonly string[] => {
  const observations = stories
    .find((story) => story.id === id)!
    .resources()
    .filter(({ resourceType }) => resourceType === 'Observation');
  const all = seriesFromResources(oneOfEachKind(observations), id);
  const names = [englishGlossary, spanishGlossary].map((glossary) => plainNames(glossary, all));
  return cardsOf(all)
    .filter(({ series }) => names.some(({ whatOf }) => whatOf(series) === ''))
    .map(({ series }) => series.name)
    .filter((name) => !INTENSIVE_CARE.includes(name));
};

test.each(stories.map(({ id }) => id).filter((id) => id !== ODD_DATA))(
  'every test of the story "%s" has a line in both languages',
  (id) => expect(idsWithoutWords(id)).toEqual([]),
  120_000,
);

test('a test without words would be noticed', () =>
  expect(idsWithoutWords(ODD_DATA)).toContain('Falls in the last year'));
