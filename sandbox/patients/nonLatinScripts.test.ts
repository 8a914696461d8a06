import type { PatientStory } from './story.ts';
import { expect, test } from 'vitest';
import { arabic, japanese } from './nonLatinScripts.ts';
import { yearOfBirth } from './yearOfBirth.ts';

const patientOf = (story: PatientStory) =>
  story.resources().find((resource) => resource.resourceType === 'Patient');
const textOf = (story: PatientStory) =>
  JSON.stringify(story.resources().filter((each) => each.resourceType === 'Observation'));

test('a Japanese name is sent in three spellings, the written one first', () => {
  const names = patientOf(japanese)?.name ?? [];
  expect(names.map(({ extension }) => extension?.[0]?.valueCode)).toEqual(['IDE', 'SYL', 'ABC']);
  expect(names[0]).toMatchObject({ family: '架空', given: ['花子'] });
  expect(textOf(japanese)).toContain('ヘモグロビン');
});

test('an Arabic name and its notes are read from the right', () => {
  expect(patientOf(arabic)?.name?.[0]?.family).toMatch(/^\p{Script=Arabic}+$/u);
  expect(textOf(arabic)).toMatch(/"note":\[\{"text":"\p{Script=Arabic}/u);
});

test('every test of both records has a name in its script', () => {
  for (const story of [japanese, arabic]) expect(textOf(story)).not.toContain('"text":""');
});

test('of one birth date only the year is known', () => {
  expect(patientOf(yearOfBirth)?.birthDate).toBe('1947');
});
