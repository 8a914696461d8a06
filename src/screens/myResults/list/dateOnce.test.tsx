// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../testing/recordFixture.ts';
import { potassiumResult } from '../card/cardFixture.ts';
import { drawnScreen, preparePatientScreens, wordsOfScreen } from '../drawnScreenFixture.tsx';
import { VisitSheet } from '../result/VisitSheet.tsx';
import { ResultsList } from './ResultsList.tsx';

preparePatientScreens();

const AT = '2026-11-12T14:00:00Z';
const DATES = { en: 'November 12, 2026', es: '12 de noviembre de 2026' } as const;
const potassium = (more: object) => potassiumResult(4.1, AT, more);

/** Returns how often a date stands among words. */
const countIn = (words: string, date: string): number => words.split(date).length - 1;

describe('a test without a value says its date once, as the heading of its day', () => {
  test.each<readonly [what: string, sent: object, en: string, es: string]>([
    [
      'not final',
      potassium({ status: 'preliminary' }),
      'A test is not final yet.',
      'Una prueba todavía no está lista.',
    ],
    [
      'ordered',
      potassium({ status: 'registered' }),
      'A test is not final yet.',
      'Una prueba todavía no está lista.',
    ],
    ['cancelled', potassium({ status: 'cancelled' }), 'A test was cancelled.', 'Una prueba se canceló.'],
    [
      'final, and without one',
      potassium({ valueQuantity: undefined }),
      'This test has no value in this record.',
      'Esta prueba no tiene un valor en esta historia clínica.',
    ],
    [
      'held back',
      potassium({
        valueQuantity: undefined,
        dataAbsentReason: { coding: [{ code: 'masked' }] },
      }),
      'The health system does not show this value here.',
      'El centro de salud no muestra este valor aquí.',
    ],
  ])('%s', async (_, sent, en, es) => {
    for (const [language, words] of [
      ['en', en],
      ['es', es],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      const said = await wordsOfScreen(<ResultsList />, [sent], { language });
      expect(said).toContain(words);
      expect(countIn(said, DATES[language])).toBe(1);
    }
  });

  test('and on paper it stands once above the words', async () => {
    const sent = [potassium({ status: 'preliminary' })];
    const [series] = recordOf(sent).series;
    const said = await wordsOfScreen(<VisitSheet seriesId={series!.id} />, sent);
    expect(said).toContain('November 12, 2026 at 8:00 AM');
    expect(said).toContain('A test is not final yet.');
    expect(countIn(said.slice(0, said.indexOf('All results')), DATES.en)).toBe(1);
  });
});

describe('the date of a card stays where nothing else says it', () => {
  test('below the value', async () => {
    const container = await drawnScreen(<ResultsList />, [potassium({})]);
    expect(countIn(container.querySelector('article')!.textContent, DATES.en)).toBe(1);
  });

  test('of a test without a value whose date cannot be right, which heads no day', async () => {
    const late = potassiumResult(4.1, '2031-01-01T14:00:00Z', { status: 'preliminary' });
    const said = await wordsOfScreen(<ResultsList />, [late]);
    expect(said).toContain('A test from January 1, 2031 is not final yet.');
    expect(countIn(said, 'January 1, 2031')).toBe(1);
    const none = potassiumResult(4.1, '2031-01-01T14:00:00Z', { valueQuantity: undefined });
    const without = await wordsOfScreen(<ResultsList />, [none]);
    expect(without).toContain('has no value in this record.');
    expect(countIn(without, 'January 1, 2031')).toBe(1);
  });

  test('of a newer test that is announced beside a value', async () => {
    const newer = potassiumResult(4.6, '2026-11-20T14:00:00Z', { status: 'preliminary' });
    const said = await wordsOfScreen(<ResultsList />, [potassium({}), newer]);
    expect(said).toContain('A test from November 20, 2026 is not final yet.');
    expect(said).toContain('The result shown here is from November 12, 2026.');
  });
});
