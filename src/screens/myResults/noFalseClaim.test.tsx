// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { flagConcept, resultInput } from '../../testing/recordFixture.ts';
import { drawnScreen, preparePatientScreens } from './drawnScreenFixture.tsx';
import { ResultsList } from './list/ResultsList.tsx';
import { Measurements } from './measurements/Measurements.tsx';
import { ResultScreen } from './result/ResultScreen.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

// Nothing is claimed that was not sent: no "now" without a date, no "none" where there was one, no side that is in dispute.

const RANGE = { referenceRange: [{ low: { value: 3.5 }, high: { value: 5 } }] };
const k = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...RANGE, ...more });
const culture = (more: object) => ({
  ...resultInput('600-7', '', '', '2026-11-20T14:00:00Z'),
  valueString: undefined,
  code: { text: 'Blood culture panel' },
  ...more,
});

/** This is everything that a reader or a screen reader gets of a screen, as one line. */
async function said(screen: ReactNode, resources: readonly unknown[]): Promise<string> {
  const container = await drawnScreen(screen, resources);
  const labels = [...container.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'));
  const text = [
    container.innerHTML.replaceAll(/<\/?(?:span|bdi)[^>]*>/g, '').replaceAll(/<[^>]+>/g, ' '),
    ...labels,
  ].join(' ');
  cleanup();
  return text.replaceAll(/\s+/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

preparePatientScreens();

test.each([<ResultsList key="list" />, <ResultScreen key="one" seriesId="k" />])(
  'rule 13: a result without a date is not called the one of now, and nobody is called well for it',
  async (screen) => {
    const text = await said(screen, [k(4.1, '')]);
    expect(text).toContain('This result is inside the range the laboratory uses');
    expect(text).not.toMatch(/\bnow\b|Questions\? Ask/);
    expect(text).toContain('Ask your care team what this means.');
    expect(text).not.toContain('None of the newest results');
  },
);

test('a result without a date that is outside its range says so beside it on top', async () => {
  expect(await said(<ResultsList />, [k(5.9, '')])).toMatch(/Potassium No date 5\.9 mmol\/L above/);
});

describe('on the sheet for a visit', () => {
  const sheet = <VisitSheet seriesId={undefined} />;
  const none = /\bnone\b/;

  test('a single result had none before', async () => {
    expect(await said(sheet, [k(4.1, '2026-11-20')])).toMatch(none);
  });

  test.each([
    ['in words', [k('Not detected', '2026-11-20'), k('Detected', '2025-11-20')]],
    ['not known to be final', [k(4.4, '2026-11-20', { status: 'unknown' }), k('4', '2025-11-20')]],
    ['of one day', [k(4.1, '2026-11-20'), k(4.4, '2026-11-20')]],
  ] as const)('of results %s it is not said that there was none', async (_, all) => {
    expect(await said(sheet, all)).not.toMatch(none);
  });
});

test('no side is claimed of the time before where its range and its mark disagree', async () => {
  const now = k(4.4, '2026-11-20');
  const text = await said(<ResultsList />, [now, k(4.1, '2026-10-20', flagConcept('H'))]);
  expect(text).toContain('it was 4.1 mmol/L.');
  expect(text).not.toMatch(/That was (?:above|inside) the range/);
  expect(await said(<ResultsList />, [now, k(5.4, '2026-10-20', flagConcept('H'))])).toContain(
    'That was above the range.',
  );
});

describe('a critical result is named whatever its form is', () => {
  test('a group of results that was marked as critical, and has no value of its own', async () => {
    const text = await said(<ResultsList />, [
      culture({ ...flagConcept('AA'), hasMember: [{ reference: 'Observation/x1' }] }),
      k(4.1, '2026-11-20'),
    ]);
    expect(text).toContain('Marked as urgent by the laboratory');
    expect(text).toContain('Blood culture panel');
    expect(text).toContain('This names a group of results. See each of them.');
    expect(text).toContain('call your care team now');
  });

  test('a group without a mark is no result', async () => {
    const text = await said(<ResultsList />, [culture({ hasMember: [{ reference: 'Observation/x1' }] })]);
    expect(text).toContain('There are no laboratory results in this record yet.');
  });

  test('a result that cannot be read safely is there, and never the reason to say that there is none', async () => {
    const odd = { modifierExtension: [{ url: 'https://lab.example/negated', valueBoolean: true }] };
    const text = await said(<ResultsList />, [k(4.1, '2026-11-20', odd)]);
    expect(text).not.toContain('There are no laboratory results');
    expect(text).toContain('Potassium');
    expect(text).toContain('Longview cannot read this one safely.');
    expect(text).not.toContain('4.1');
    const urgent = await said(<ResultsList />, [k(6.9, '2026-11-20', { ...odd, ...flagConcept('HH') })]);
    expect(urgent).toContain('call your care team now');
    expect(urgent).not.toContain('6.9');
  });
});

test.each([
  ['<', 0.04, 'This means less than 0.04 mmol/L.'],
  ['>', 9, 'This means more than 9 mmol/L.'],
  ['<=', 2, 'This means 2 mmol/L or less.'],
  ['>=', 9, 'This means 9 mmol/L or more.'],
] as const)('rule 20: the sign %s is said in words', async (comparator, value, sentence) => {
  const limit = k(value, '2026-11-20', { valueQuantity: { value, unit: 'mmol/L', comparator } });
  for (const screen of [<ResultsList key="l" />, <ResultScreen key="o" seriesId="k" />])
    // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
    expect(await said(screen, [limit])).toContain(sentence);
});

describe('measurements of some days', () => {
  const weight = (value: number, unit: string, at: string) => resultInput('29463-7', value, unit, at);

  test('a reading that is known to its month alone is not denied', async () => {
    const text = await said(<Measurements />, [weight(82, 'kg', '2026-11')]);
    expect(text).toContain('Newest: November 2026');
    expect(text).not.toMatch(/In the last 30 days: no readings/);
    const old = await said(<Measurements />, [weight(82, 'kg', '2026-07')]);
    expect(old).toContain('In the last 30 days: no readings.');
    expect(old.match(/July 2026/g)).toHaveLength(1);
  });

  test('readings in two units were not measured in two ways', async () => {
    const text = await said(<Measurements />, [
      weight(182, '[lb_av]', '2026-11-20T14:00:00Z'),
      weight(82, 'kg', '2026-11-19T14:00:00Z'),
    ]);
    expect(text).toContain('They were sent in different units, so they are not compared.');
    expect(text).not.toContain('different ways');
  });
});
