// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import { flagConcept, pressure, pressureWith, resultInput } from '../../testing/recordFixture.ts';
import { drawnScreen, preparePatientScreens } from './drawnScreenFixture.tsx';
import { ResultsList } from './list/ResultsList.tsx';
import { Measurements } from './measurements/Measurements.tsx';
import { ResultScreen } from './result/ResultScreen.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

const RANGE = { referenceRange: [{ low: { value: 3.5 }, high: { value: 5 } }] };
const k = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...RANGE, ...more });
const weight = (value: number, at: string, more: object = {}) =>
  resultInput('29463-7', value, 'kg', at, {
    referenceRange: [{ low: { value: 60, unit: 'kg' }, high: { value: 90, unit: 'kg' } }],
    ...more,
  });

const personOf = (deceasedBoolean: boolean) =>
  readPatient(
    { id: 'p1', name: [{ family: 'Sørensen', given: ['Ana'] }], birthDate: '1950-01-01', deceasedBoolean },
    Date.parse('2026-11-24T20:05:00Z'),
  );
const [DEAD, LIVING] = [personOf(true), personOf(false)];

/** This is everything that a reader or a screen reader gets of a screen. */
async function said(screen: ReactNode, resources: readonly unknown[], patient = LIVING): Promise<string> {
  const container = await drawnScreen(screen, resources, { patient });
  const html = container.innerHTML;
  cleanup();
  return html;
}

const SCREENS = {
  list: <ResultsList />,
  measurements: <Measurements />,
  one: <ResultScreen seriesId="k" />,
  sheet: <VisitSheet seriesId={undefined} />,
  sheetOfOne: <VisitSheet seriesId="k" />,
} as const;

preparePatientScreens();

const CALM = /Questions\? Ask your care team/;
const INSIDE = /inside (?:the|its) range/i;
/** Returns the words of one card, in their order. */
const wordsOf = async (screen: ReactNode, resources: readonly unknown[]): Promise<string> => {
  const html = await said(screen, resources);
  const [, card = ''] =
    /<article[^>]*data-series="(?:k|weight|bp-sys)"[^>]*>(.*?)<\/article>/s.exec(html) ?? [];
  return card
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
};

describe('the record of somebody who has died', () => {
  test('a measurement that was marked as critical tells nobody to call', async () => {
    const marked = weight(190, '2026-11-24T07:00:00Z', flagConcept('HH'));
    const words = await said(SCREENS.measurements, [marked], DEAD);
    expect(words).toContain('Questions about this record?');
    expect(words).toContain('marked as urgent');
    expect(words).not.toMatch(/call|care team/i);
  });

  test.each(Object.keys(SCREENS) as (keyof typeof SCREENS)[])(
    'the screen "%s" tells nobody to call about a result either',
    async (name) => {
      const marked = k(6.9, '2026-11-24T07:00:00Z', flagConcept('HH'));
      expect(await said(SCREENS[name], [marked], DEAD)).not.toMatch(/\bcall\b|care team/i);
    },
  );
});

describe('rule 34: a result that is not final shows its value nowhere', () => {
  const NOTED = { status: 'preliminary', note: [{ text: 'First reading 97.31' }] };
  const secret = /97[.,]3|2145|43\.77|6\.66/;

  test.each(['list', 'measurements', 'one', 'sheet', 'sheetOfOne'] as const)('on "%s"', async (name) => {
    const at = '2026-11-23T13:00:00Z';
    const records = [
      // The unit is converted, and the note repeats the number.
      [
        resultInput('29463-7', 214.5, '[lb_av]', at, NOTED),
        resultInput('29463-7', 82, 'kg', '2026-11-22T13:00:00Z'),
      ],
      [resultInput('29463-7', 2145, 'g', at, NOTED)],
      [resultInput('2823-3', 6.66, 'mmol/L', at, NOTED)],
      [k(4.1, '2026-11-20'), k(6.66, at, NOTED)],
      [k(4.1, '2026-11-20'), k(6.66, at, { status: 'registered' })],
      [k(4.1, '2026-11-20'), k('about 6.66', at, NOTED)],
      [resultInput('8480-6', 6.66, 'mmHg', at, NOTED)],
      [resultInput('2823-3', 6.66, 'mmol/L', at, { status: 'registered' })],
      [{ ...pressure(97.31, 43.77, at), ...NOTED }],
      [pressure(120, 80, '2026-11-22T13:00:00Z'), { ...pressure(97.31, 43.77, at), ...NOTED }],
    ];
    for (const resources of records)
      // oxlint-disable-next-line no-await-in-loop -- one record after another is drawn
      expect(await said(SCREENS[name], resources)).not.toMatch(secret);
  });

  test('the note about a conversion is not there for it', async () => {
    const only = [
      resultInput('29463-7', 214.5, '[lb_av]', '2026-11-23T13:00:00Z', { status: 'preliminary' }),
    ];
    for (const screen of [
      SCREENS.measurements,
      <ResultScreen key="w" seriesId="weight" />,
      <VisitSheet key="s" seriesId="weight" />,
    ])
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      expect(await said(screen, only)).not.toMatch(/214|97\.3/);
  });

  test('it does not stretch the scale of a picture of days', async () => {
    const all = [
      weight(82, '2026-11-22T13:00:00Z'),
      weight(310, '2026-11-23T13:00:00Z', { status: 'preliminary' }),
    ];
    expect(await said(SCREENS.measurements, all)).not.toContain('The scale was made larger');
  });
});

describe('nobody is called well while a newer result is open', () => {
  const inside = k(4.1, '2026-11-12T08:00:00Z');
  const NEWER: readonly (readonly [string, object, RegExp])[] = [
    ['preliminary', k(6.6, '2026-11-13', { status: 'preliminary' }), /is not final yet/],
    ['in words', k('Gross hemolysis', '2026-11-13'), /in words: “Gross hemolysis”/],
    [
      'registered',
      { ...k('', '2026-11-13', { status: 'registered' }), valueString: undefined },
      /is not final yet/,
    ],
    [
      'cancelled',
      { ...k('', '2026-11-13', { status: 'cancelled' }), valueString: undefined },
      /was cancelled/,
    ],
    ['in another unit', resultInput('2823-3', 5.1, 'g/dL', '2026-11-13'), /5\.1 g\/dL/],
    ['without a value', { ...k('', '2026-11-13'), valueString: undefined }, /has no value in this record/],
  ];

  test.each(NEWER)('one that is %s is said first, and nothing calm last', async (_, newer, sentence) => {
    for (const screen of [SCREENS.list]) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      const words = await wordsOf(screen, [inside, newer]);
      expect(words).toMatch(sentence);
      expect(words).not.toMatch(CALM);
      expect(words.search(sentence)).toBeLessThan(words.search(INSIDE));
    }
    const top = await said(SCREENS.list, [inside, newer]);
    expect(top).not.toContain('None of the newest results');
  });

  test('a measurement follows the same rules', async () => {
    const words = await wordsOf(SCREENS.measurements, [
      weight(82, '2026-11-12T08:00:00Z'),
      weight(95, '2026-11-13T08:00:00Z', { status: 'preliminary' }),
    ]);
    expect(words).not.toMatch(CALM);
    expect(words.search(/is not final yet/)).toBeLessThan(words.search(INSIDE));
    expect(words).not.toMatch(/laboratory/);
  });

  test('registered and cancelled tests are announced beside other newer results', async () => {
    const words = await wordsOf(SCREENS.list, [
      inside,
      k('Gross hemolysis', '2026-11-13T08:00:00Z'),
      { ...k('', '2026-11-14T08:00:00Z', { status: 'cancelled' }), valueString: undefined },
      { ...k('', '2026-11-15T08:00:00Z', { status: 'registered' }), valueString: undefined },
    ]);
    expect(words).toContain('A test from November 14, 2026 was cancelled.');
    expect(words).toContain('A test from November 15, 2026 is not final yet.');
  });

  test('two results of one time with different values call nobody well', async () => {
    const words = await wordsOf(SCREENS.list, [inside, k(4.6, '2026-11-12T08:00:00Z')]);
    expect(words).toContain('At the same time there is another result');
    expect(words).not.toMatch(CALM);
  });

  test('of two results of one time the one outside its range counts on top', async () => {
    const html = await said(SCREENS.list, [inside, k(3.1, '2026-11-12T08:00:00Z')]);
    expect(html).toContain('Outside the range the laboratory uses');
  });

  test('of two blood pressures of one time both are said', async () => {
    const limits = [
      [90, 140],
      [60, 90],
    ] as const;
    const at = '2026-11-24T08:00:00Z';
    const words = await wordsOf(SCREENS.measurements, [
      pressureWith([120, 70], limits, at),
      pressureWith([120, 99], limits, at),
    ]);
    expect(words).toMatch(/At the same time there is another reading: 120\/\d+/);
    expect(words).not.toMatch(CALM);
  });

  test('a newer result outside of its range puts the test on top', async () => {
    const newer = resultInput('2823-3', 9.1, 'g/dL', '2026-11-13', flagConcept('H'));
    expect(await said(SCREENS.list, [inside, newer])).toContain('Outside the range the laboratory uses');
  });

  test('a critical flag still says to call while a newer result is open, and the old value is not called urgent', async () => {
    const open = k(6.6, '2026-11-13', { status: 'preliminary' });
    const words = await wordsOf(SCREENS.list, [k(6.9, '2026-11-12', flagConcept('HH')), open]);
    expect(words).toMatch(/marked this result as urgent.*call your care team now/);
    const newer = k('Gross hemolysis', '2026-11-13', flagConcept('AA'));
    const html = await said(SCREENS.list, [inside, newer]);
    expect(html).toMatch(/marked a newer result as urgent/);
    const [, top = ''] = /Marked as urgent by the laboratory(.*?)<\/section>/s.exec(html) ?? [];
    expect(top).not.toContain('4.1');
  });

  test('a result that is inside its range and stands alone is still calm', async () => {
    expect(await wordsOf(SCREENS.list, [inside])).toMatch(CALM);
  });
});

test('rule 23: a measurement counts its readings as the list of all results does', async () => {
  const half = (code: string, value: number, at: string) => ({
    ...pressure(120, undefined, at),
    component: [
      { code: { coding: [{ system: 'http://loinc.org', code }] }, valueQuantity: { value, unit: 'mmHg' } },
    ],
  });
  const all = [
    pressure(120, 80, '2026-11-20T08:00:00Z'),
    half('8480-6', 131, '2026-11-21T08:00:00Z'),
    half('8462-4', 82, '2026-11-22T08:00:00Z'),
  ];
  expect(await said(SCREENS.measurements, all)).toContain('See all 3 readings');
});
