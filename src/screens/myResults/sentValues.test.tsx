// @vitest-environment happy-dom
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { resultInput } from '../../testing/recordFixture.ts';
import { speakEnglish, type Language } from '../../words/language.ts';
import { drawnScreen, preparePatientScreens, wordsOfScreen } from './drawnScreenFixture.tsx';
import { ResultsList } from './list/ResultsList.tsx';
import { ResultScreen } from './result/ResultScreen.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

// A value may be no number: yes or no, a day, or a kind that this app cannot show. A reader is told it in the words of the page.

const AT = '2026-11-20T14:00:00Z';
const answer = (value: object, at = AT, status = 'final') => ({
  ...resultInput('2823-3', 1, '', at),
  status,
  code: { text: 'Sent by the clinic' },
  valueQuantity: undefined,
  ...value,
});
const SERIES_ID = 'text:sent by the clinic';

const said = (screen: ReactNode, resources: readonly unknown[], language: Language = 'en') =>
  wordsOfScreen(screen, resources, { language });

const SCREENS = {
  list: <ResultsList />,
  one: <ResultScreen seriesId={SERIES_ID} />,
  sheet: <VisitSheet seriesId={undefined} />,
  sheetOfOne: <VisitSheet seriesId={SERIES_ID} />,
} as const;

preparePatientScreens();

describe.each(Object.entries(SCREENS))('on "%s"', (_, screen) => {
  test.each([
    [{ valueBoolean: true }, 'Yes', 'Sí'],
    [{ valueBoolean: false }, 'No', 'No'],
    [{ valueDateTime: '2026-10-03' }, 'October 3, 2026', '3 de octubre de 2026'],
    [{ valueDateTime: '2026-10' }, 'October 2026', 'octubre de 2026'],
    [{ valueDateTime: '2026-10-03T14:30:00-05:00' }, 'October 3, 2026 at 2:30 PM', '3 de octubre de 2026'],
    [{ valueDateTime: '2026-10-03T14:30:00Z' }, 'October 3, 2026 at 2:30 PM UTC', '3 de octubre de 2026'],
    [{ valueTime: '14:30:00' }, '2:30 PM', '2:30'],
    [
      { valuePeriod: { start: '2026-10-03', end: '2026-10-05' } },
      'October 3, 2026 to October 5, 2026',
      'del 3 de octubre de 2026 al 5 de octubre de 2026',
    ],
    [
      { valuePeriod: { start: '2026-10', end: '2026-11' } },
      'October 2026 to November 2026',
      'de octubre de 2026 a noviembre de 2026',
    ],
    [
      { valueSampledData: { origin: { value: 0 }, period: 1, dimensions: 1, data: '1 2' } },
      'Longview cannot show this kind of value.',
      'Longview no puede mostrar este tipo de valor.',
    ],
    [
      { valueAttachment: { contentType: 'application/pdf' } },
      'Longview cannot show this kind of value.',
      'Longview no puede mostrar este tipo de valor.',
    ],
  ] as const)('%j is said in the words of the page', async (value, english, spanish) => {
    const text = await said(screen, [answer(value)]);
    expect(text).toContain(english);
    expect(text).not.toMatch(/“(?:true|false|sampled|a value|\d{4}-|\d\d:)/);
    expect(text).not.toMatch(/\d{4}-\d\d|T\d\d:\d\d|\btrue\b|\bfalse\b|sampled data/);
    const inSpanish = await said(screen, [answer(value)], 'es');
    expect(inSpanish).toContain(spanish);
    expect(inSpanish).not.toMatch(/\d{4}-\d\d|\btrue\b|\bfalse\b|sampled data|cannot show/);
  });

  test('what a laboratory wrote in letters stays as it was sent', async () => {
    expect(await said(screen, [answer({ valueString: 'true' })])).toContain('true');
    expect(await said(screen, [answer({ valueString: '2026-10-03' })])).toContain('2026-10-03');
  });
});

test('our own words are in the language of the page, and those that were sent are not', async () => {
  const all = [answer({ valueBoolean: true }), answer({ valueString: 'Positive' }, '2026-11-10T14:00:00Z')];
  const container = await drawnScreen(SCREENS.one, all, { language: 'es' });
  const marked = [...container.querySelectorAll('[lang]')].map(({ textContent }) => textContent);
  expect(container.textContent).toContain('Sí');
  expect(marked).toContain('Positive');
  expect(marked.filter((text) => text.includes('Sí'))).toEqual([]);
});

test('a newer one that cannot be shown is said to be there', async () => {
  const all = [
    answer({ valueQuantity: { value: 4, unit: 'mmol/L' } }, '2026-11-10T14:00:00Z'),
    answer({ valueAttachment: { contentType: 'application/pdf' } }),
  ];
  expect(await said(SCREENS.list, all)).toContain('A newer result cannot be shown here safely.');
});

test('a newer one of these is said in the same words beside a number', async () => {
  const all = [
    answer({ valueQuantity: { value: 4, unit: 'mmol/L' } }, '2026-11-10T14:00:00Z'),
    answer({ valueBoolean: true }),
  ];
  expect(await said(SCREENS.list, all)).toMatch(/A newer result, from November 20, 2026, .*: Yes\./);
});

describe('why there is no value is said in the words of the page where FHIR has a code for it', () => {
  const without = (reason: object) => answer({ dataAbsentReason: reason });
  const coded = (code: string, display?: string) => ({
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
        code,
        ...(display !== undefined && { display }),
      },
    ],
  });

  test.each([
    [coded('not-performed'), 'This test was not done.', 'Esta prueba no se hizo.'],
    [coded('not-performed', 'Not Performed'), 'This test was not done.', 'Esta prueba no se hizo.'],
    [coded('unknown', 'Unknown'), 'The value is not known.', 'No se sabe el valor.'],
    [coded('asked-unknown'), 'The value is not known.', 'No se sabe el valor.'],
    [coded('asked-unknown', 'Asked But Unknown'), 'The value is not known.', 'No se sabe el valor.'],
    [coded('temp-unknown', 'Temporarily Unknown'), 'The value is not known yet.', 'Todavía no se sabe'],
    [coded('not-asked', 'Not Asked'), 'This was not asked.', 'No se preguntó.'],
    [coded('asked-declined'), 'No answer was given.', 'No se dio una respuesta.'],
    [coded('temp-unknown'), 'The value is not known yet.', 'Todavía no se sabe el valor.'],
    [coded('asked-declined', 'Asked But Declined'), 'No answer was given.', 'No se dio una respuesta.'],
    [coded('not-applicable'), 'It does not apply here.', 'No se aplica en este caso.'],
    [coded('error'), 'The value is missing because of an error.', 'Falta el valor por un error.'],
    [
      coded('not-a-number', 'Not a Number (NaN)'),
      'missing because of an error.',
      'Falta el valor por un error.',
    ],
    [coded('positive-infinity', 'Positive Infinity (PINF)'), 'because of an error.', 'Falta el valor por un'],
    [coded('negative-infinity'), 'missing because of an error.', 'Falta el valor por un error.'],
    [coded('unsupported'), 'The health system could not send the value.', 'no pudo enviar el valor.'],
    [coded('as-text', 'As Text'), 'The value is in a text that is not shown here.', 'no se muestra aquí.'],
    [
      coded('not-permitted'),
      'The health system does not show this value here.',
      'El centro de salud no muestra',
    ],
  ] as const)('%j', async (reason, english, spanish) => {
    for (const screen of [SCREENS.list, SCREENS.one, SCREENS.sheet]) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      const text = await said(screen, [without(reason)]);
      expect(text).toContain(english);
      expect(text).not.toContain('“');
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      expect(await said(screen, [without(reason)], 'es')).toContain(spanish);
      speakEnglish();
    }
  });

  test('other words stay as they were sent', async () => {
    expect(await said(SCREENS.list, [without({ text: 'Clotted, new sample please' })])).toContain(
      'The laboratory noted: “Clotted, new sample please”.',
    );
  });
});
