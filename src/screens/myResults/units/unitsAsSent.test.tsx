// @vitest-environment happy-dom
/** A patient finds the number of the own scale, thermometer or letter again, wherever the view says it (decision 57). */
import { fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { READ_AT_MS, resultInput } from '../../../testing/recordFixture.ts';
import { rangeOf } from '../card/cardFixture.ts';
import { drawnScreen, preparePatientScreens, wordsOfScreen } from '../drawnScreenFixture.tsx';
import { GrowthScreen } from '../growth/GrowthScreen.tsx';
import { ResultsList } from '../list/ResultsList.tsx';
import { Measurements } from '../measurements/Measurements.tsx';
import { ResultScreen } from '../result/ResultScreen.tsx';
import { VisitSheet } from '../result/VisitSheet.tsx';

preparePatientScreens();

const weight = (value: number, unit: 'kg' | '[lb_av]', day: string, more = {}) =>
  resultInput('29463-7', value, unit, `2026-${day}T15:00:00Z`, more);
const IN_POUNDS = [weight(152, '[lb_av]', '09-01'), weight(154, '[lb_av]', '11-20')];
const NEWEST_IN_POUNDS = [weight(69.9, 'kg', '11-01'), weight(156, '[lb_av]', '11-20')];

const SCREENS: Readonly<Record<string, ReactNode>> = {
  measurements: <Measurements />,
  one: <ResultScreen seriesId="weight" />,
  sheet: <VisitSheet seriesId={undefined} />,
  sheetOfOne: <VisitSheet seriesId="weight" />,
};

describe.each(Object.entries(SCREENS))('on "%s"', (_, drawn) => {
  test('a weight that always came in pounds is in pounds alone', async () => {
    const text = await wordsOfScreen(drawn, IN_POUNDS);
    expect(text).toContain('154 pounds');
    expect(text).toContain('152 pounds');
    expect(text).not.toMatch(/\bkg\b|69\.9|sent it as|sent as/);
  });

  test('a weight before that came in kilograms is in pounds too, and says what was sent', async () => {
    const text = await wordsOfScreen(drawn, NEWEST_IN_POUNDS);
    expect(text).toContain('156 pounds');
    expect(text).toContain('154.1 pounds');
    expect(text).toContain('sent as 69.9 kg');
    expect(text).not.toContain('70.8');
  });

  test('it is the same in Spanish, and no number is written in another way', async () => {
    const text = await wordsOfScreen(drawn, NEWEST_IN_POUNDS, { language: 'es' });
    expect(text).toContain('156 libras');
    expect(text).toContain('154.1 libras');
    expect(text).toContain('envió como 69.9 kg');
  });
});

test('a laboratory value, its range, its line and its summary are those of the report', async () => {
  const hemoglobin = (value: number, unit: string, day: string, low: number, high: number) =>
    resultInput('718-7', value, unit, `2026-${day}T15:00:00Z`, rangeOf(low, high));
  const all = [hemoglobin(13.1, 'g/dL', '09-01', 12, 15.5), hemoglobin(119, 'g/L', '11-20', 120, 155)];
  const list = await wordsOfScreen(<ResultsList />, all);
  expect(list).toContain('Hemoglobin November 20, 2026 119 g/L below the range (120 to 155)');
  expect(list).toContain('it was 131 g/L. That was sent as 13.1 g/dL.');
  expect(list).not.toContain('11.9');
  const one = await wordsOfScreen(<ResultScreen seriesId="hgb" />, all);
  expect(one).toContain('Hemoglobin (g/L)');
  expect(one).toContain('131 g/LInside the range: 120 to 155');
});

describe('a value that was converted says what was sent', () => {
  test('beside another one of the same time', async () => {
    const text = await wordsOfScreen(SCREENS['measurements'], [
      weight(150, '[lb_av]', '11-20'),
      weight(70, 'kg', '11-20'),
    ]);
    expect(text).toContain('At the same time there is another reading: 68.0 kg. It was sent as 150 pounds.');
  });

  test('in the sentences of the days, and in their list', async () => {
    const by = (who: string) => ({ performer: [{ reference: who }] });
    await drawnScreen(SCREENS['measurements'], [
      weight(69.9, 'kg', '11-18', by('Practitioner/a')),
      weight(70.2, 'kg', '11-19', by('Practitioner/a')),
      weight(156, '[lb_av]', '11-20', by('Patient/p1')),
    ]);
    const text = (document.body.textContent ?? '').replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      '2 readings, measured by the clinic, from 154.1 to 154.8 pounds. They were sent as 69.9 kg to 70.2 kg.',
    );
    fireEvent(document.querySelector('details')!, new Event('toggle'));
    const details = document.querySelector('details')!;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(screen.getByText('154.1 (sent as 69.9 kg)')).toBeTruthy();
  });

  test('where the chart is read from result to result', async () => {
    await drawnScreen(SCREENS['one'], NEWEST_IN_POUNDS);
    fireEvent.keyDown(screen.getByRole('slider'), { key: 'Home' });
    expect(document.querySelector('[data-reading]')?.textContent).toContain('154.1 pounds');
    expect(document.querySelector('[data-reading]')?.textContent).toContain('It was sent as 69.9 kg.');
  });
});

test('one pound is a pound, and a kilogram beside it is 2.2 pounds', async () => {
  const text = await wordsOfScreen(SCREENS['measurements'], [
    weight(1, 'kg', '11-01'),
    weight(1, '[lb_av]', '11-20'),
  ]);
  expect(text).toContain('1 poundNewest');
  expect(text).toContain('2.2 pounds. That was sent as 1 kg.');
  expect(text).toContain('Weight (pounds)');
});

test('feet and inches are told only where they were sent', async () => {
  const height = (value: number | string, unit: string) =>
    resultInput('8302-2', value, unit, '2026-11-20T15:00:00Z');
  const one = <ResultScreen seriesId="height" />;
  expect(await wordsOfScreen(one, [height('5 ft 4 in', '')])).toContain('“5 ft 4 in”');
  const inches = await wordsOfScreen(one, [height(64, '[in_i]')]);
  expect(inches).toContain('64 inches');
  expect(inches).not.toMatch(/\bft\b|feet|\bcm\b/);
});

test('a child is compared by the same measure, whatever its unit', async () => {
  const patient = readPatient({ id: 'p1', gender: 'female', birthDate: '2021-05-20' }, READ_AT_MS);
  const comparedIn = async (value: number, unit: 'kg' | '[lb_av]') => {
    const container = await drawnScreen(<GrowthScreen />, [weight(value, unit, '11-20')], { patient });
    await screen.findByText(/^Of 100 girls of this age/);
    const text = container.textContent;
    container.remove();
    return text;
  };
  const [inPounds, inKilograms] = [await comparedIn(44, '[lb_av]'), await comparedIn(19.95806428, 'kg')];
  const place = /Of 100 girls of this age, about \d+ weigh less\./;
  expect(place.exec(inPounds)?.[0]).toBe(place.exec(inKilograms)?.[0]);
  expect(inPounds).toContain('44 pounds');
  expect(inPounds).not.toMatch(/\bkg\b/);
});
