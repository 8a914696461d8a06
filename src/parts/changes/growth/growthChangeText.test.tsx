// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { noFacts } from '../../../clinical/change/patientFacts.ts';
import { childGrowth } from '../../../clinical/growth/childGrowth.ts';
import { girl, tables } from '../../../clinical/growth/growthFixture.ts';
import { readMoment } from '../../../clinical/time/date.ts';
import { resultInput } from '../../../testing/recordFixture.ts';
import { showChanges } from '../changesFixture.tsx';

afterEach(cleanup);

const child = { ...girl, birth: readMoment('2021-05-20') };
const facts = { ...noFacts, birth: child.birth, growth: childGrowth(child, tables) };
const weight = (at: string, kilograms: number) => resultInput('29463-7', kilograms, 'kg', `${at}T15:00:00Z`);
const height = (at: string, centimeters: number) =>
  resultInput('8302-2', centimeters, 'cm', `${at}T15:00:00Z`);

test('a child that leaves its curve is named by z-scores, and one that only grew is not', () => {
  const { links, strip } = showChanges(
    [
      weight('2026-05-12', 18.4),
      weight('2026-11-20', 16.9),
      height('2026-05-12', 107),
      height('2026-11-20', 110.2),
    ],
    { facts },
  );
  expect(links()).toEqual([
    'Body weight 16.9 kilograms on 20 Nov 2026, z-score −0.9 for CDC 2000, was +0.2 on 12 May 2026',
  ]);
  expect(strip.textContent).toContain('z −0.9, was +0.2, 12 May 2026');
  expect(strip.textContent).toContain('z ↓1.1');
});

test('a child without a sex that the references know is not ranked, and the reason is said', () => {
  const unknown = { ...child, sex: 'notKnown' as const };
  const { links, text } = showChanges([weight('2026-05-12', 18.4), weight('2026-11-20', 26.9)], {
    facts: { ...facts, growth: childGrowth(unknown, tables) },
  });
  expect(links()).toEqual([]);
  expect(text()).toContain('no z-score: sex not known');
});
