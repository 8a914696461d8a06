// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../testing/recordFixture.ts';
import { potassiumResult } from '../card/cardFixture.ts';
import { cardsOf } from '../card/cards.ts';
import { drawnScreen, preparePatientScreens, wordsOfScreen } from '../drawnScreenFixture.tsx';
import { ResultScreen } from '../result/ResultScreen.tsx';
import { shareText } from '../result/shareText.ts';
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

describe('the date of a test without a value stands once wherever it is told', () => {
  const none = { valueQuantity: undefined };
  const masked = { ...none, dataAbsentReason: { coding: [{ code: 'masked' }] } };
  const sent: readonly (readonly [what: string, more: object, en: string, es: string])[] = [
    ['not final', { status: 'preliminary' }, 'A test is not final yet.', 'Una prueba todavía no está lista.'],
    ['cancelled', { status: 'cancelled' }, 'A test was cancelled.', 'Una prueba se canceló.'],
    ['without one', none, 'This test has no value', 'Esta prueba no tiene un valor'],
    ['held back', masked, 'This test has no value', 'Esta prueba no tiene un valor'],
    [
      'with a modifier',
      { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] },
      'cannot read this one safely',
      'no puede leer este resultado con seguridad',
    ],
  ];
  const idOf = (result: object) => recordOf([result]).series[0]!.id;

  test.each(sent)('on the page of the result: %s', async (_, more, en, es) => {
    const result = potassium(more);
    for (const [language, words, date, time] of [
      ['en', en, DATES.en, ' at 8:00 AM'],
      ['es', es, DATES.es, ' a las 8:00 a.m.'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      const said = await wordsOfScreen(<ResultScreen seriesId={idOf(result)} />, [result], { language });
      const newest = said.slice(0, said.indexOf(words) + words.length);
      expect(newest.replaceAll(/\s/g, ' ')).toContain(`${date}${time}`);
      expect(countIn(newest, date)).toBe(1);
    }
  });

  test.each(sent)('in the table of all results on paper: %s', async (_, more, en) => {
    const said = await wordsOfScreen(<VisitSheet seriesId={undefined} />, [potassium(more)]);
    expect(said).toContain(en);
    expect([countIn(said, 'Nov 12, 2026'), countIn(said, DATES.en)]).toEqual([1, 0]);
  });

  test.each(sent)('in the text to share: %s', (_, more) => {
    const [card] = cardsOf(recordOf([potassium(more)]).series);
    const text = shareText({
      card: card!,
      name: 'Potassium',
      server: 'General Hospital',
      readAtMs: Date.parse('2026-11-24T20:05:00Z'),
      timeZone: 'America/Chicago',
      gaps: [],
      recordState: '',
    });
    expect(countIn(text, DATES.en)).toBe(1);
  });

  test('and one without a date says so', async () => {
    const result = potassium({ effectiveDateTime: undefined, status: 'preliminary' });
    for (const screen of [
      <ResultScreen key="page" seriesId={idOf(result)} />,
      <VisitSheet key="sheet" seriesId={idOf(result)} />,
      <VisitSheet key="table" seriesId={undefined} />,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      const said = await wordsOfScreen(screen, [result]);
      expect(said).toContain('A test is not final yet.');
      expect(said).toContain('No date');
    }
  });

  test('and one that cannot be right is doubted', async () => {
    const late = potassiumResult(4.1, '2031-01-01T14:00:00Z', { status: 'preliminary' });
    for (const screen of [
      <ResultsList key="list" />,
      <ResultScreen key="page" seriesId={idOf(late)} />,
      <VisitSheet key="sheet" seriesId={idOf(late)} />,
      <VisitSheet key="table" seriesId={undefined} />,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      expect(await wordsOfScreen(screen, [late])).toContain('The date of this result cannot be right.');
    }
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
