/** A grade or a number of hemolysis in a note is a state of the specimen, and a small number is none (rule 22, hazard 281). */
import { describe, expect, test } from 'vitest';
import { readPotassium } from '../observationFixture.ts';

const conditionOf = (text: string): string => readPotassium({ note: [{ text }] }).kind.condition;

test.each([
  ['Hemolysis: 2', 'Hemolysis'],
  ['Hemolysis: 1', 'Hemolysis'],
  ['Hemolysis = 3', 'Hemolysis'],
  ['Hemolysis grade 2', 'Hemolysis'],
  ['Haemolysis grade: 2+', 'Haemolysis'],
  ['Hemolysis score 3', 'Hemolysis'],
  ['Hemolysis level 2 (moderate)', 'Hemolysis'],
  ['Hämolyse Grad 2', 'Hämolyse'],
  ['Hämolyse: 2', 'Hämolyse'],
  ['Hemólisis grado 2', 'Hemólisis'],
  ['Hémolyse ++', 'Hémolyse'],
  ['Hemolyse ++', 'Hemolyse'],
  ['Lipemia grade 3', 'Lipemia'],
  ['Lipemia: 3', 'Lipemia'],
  ['Icterus: 2', 'Icterus'],
  ['hemolysis index 150', 'hemolysis'],
  ['Hemolysis index: 150 mg/dL', 'Hemolysis'],
  ['Hämolyse-Index 150', 'Hämolyse'],
  ['Hemolysis index 60', 'Hemolysis'],
  ['Hemolysis index 250 (severe)', 'Hemolysis'],
  ['Hemolysis index high', 'Hemolysis'],
  ['Hemolysis index: H', 'Hemolysis'],
  ['H-index 150', 'H-index 150'],
  ['H index: 150', 'H index: 150'],
  ['H-index 3+', 'H-index 3+'],
  ['HIL: H=150', 'HIL: H=150'],
  ['Hemolysis index 1200', 'Hemolysis'],
  ['Hemolysis index: 1,200', 'Hemolysis'],
  ['Hemolysis index: >500', 'Hemolysis'],
  ['Hemolysis index is 150', 'Hemolysis'],
  ['Hemolysis index was 1500 mg/dL', 'Hemolysis'],
  ['Hämolyseindex 1500', 'Hämolyse'],
  ['H-index 1200', 'H-index 1200'],
  ['H-index: > 500', 'H-index: > 500'],
  ['HIL: H=1200', 'HIL: H=1200'],
  ['Lipemia index 1500', 'Lipemia'],
  ['Hemolysis grade 2, repeat suggested', 'Hemolysis'],
  ['Hemolysis: 2/4', 'Hemolysis'],
  ['Hemolysis: 3. Please repeat', 'Hemolysis'],
])('"%s" is the mark "%s"', (text, mark) => {
  expect(conditionOf(text)).toBe(mark);
});

test.each(['Artifact', 'Artefact', 'Artefakt', 'Artéfact', 'Artefacto'])(
  '"%s" as an interpretation is a mark',
  (text) => {
    expect(readPotassium({ interpretation: [{ text }] }).kind.condition).toBe(text);
  },
);

describe('no mark', () => {
  test.each([
    'Hemolysis: 0',
    'Hemolysis: none',
    'Hemolysis: negative',
    'Hemolysis: 0+',
    'Hemolysis: no',
    'Hemolysis: 1.2 mg/dL',
    'Hemolysis: 12 mg/dL',
    'Hemolysis: 2 days ago',
    'Hemolysis: 4%',
    'Hemolysis grade 0',
    'Hemolysis grade: none',
    'hemolysis index 2',
    'hemolysis index 2 (not hemolyzed)',
    'Hemolysis index: 5',
    'Hemolysis index 12 (limit 50)',
    'Hemolysis index < 50',
    'Hemolysis index normal',
    'hemolysis index cutoff 50',
    'Not reported if hemolysis index 150 or more',
    'Potassium is not reported if hemolysis index > 150',
    'Results with hemolysis index above 150 are rejected',
    'H-index 2',
    'H index 0',
    'H-index <10',
    'HIL 0/0/0',
    'HIL: H=2',
    'Hemolysis grade 2 or higher is rejected',
    'Hemolysis index higher than 100 will be rejected',
    'Hemolysis index 100 or more is rejected',
    'Hemolysis index >500 is rejected',
    'Hemolysis score: 1-4 scale',
    'Hemolysis: 1-4',
    'Hemolysis = 1:8',
    'Hemolysis: 1/8',
    'Hemolysis level 2.5',
    'No interference up to hemolysis index 1000',
    'No significant interference up to an H-index of 1000',
    'Method not affected by hemolysis index 500',
    'Hemolysis index is normal',
    'Honolulu, HI 96813',
    'Hindex medical center, suite 150',
    'h-index 15',
    'Hematology indices',
    'artifact excluded',
    'no artifact seen',
    'Artifact ruled out',
    'telemetry leads off at discharge',
    'Leads off before transfer',
  ])('beside "%s"', (text) => {
    expect([text, conditionOf(text)]).toEqual([text, '']);
  });
});

test.each(['may be affected by motion artifact', 'leads off during transport'])(
  'a disturbance in the time of the measurement is a mark, although it may not have moved the number: "%s"',
  (text) => {
    expect(conditionOf(text)).not.toBe('');
  },
);
