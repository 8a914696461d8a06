// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { READ_AT_MS, resultInput } from '../../testing/recordFixture.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';
import { preparePatientScreens, wordsOfScreen } from './drawnScreenFixture.tsx';
import { ResultsList } from './list/ResultsList.tsx';
import { Measurements } from './measurements/Measurements.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

preparePatientScreens();

const at = (hours: number): string => new Date(READ_AT_MS + hours * HOUR_MS).toISOString();
const potassium = (value: number, hours: number) => resultInput('2823-3', value, 'mmol/L', at(hours));

test('rule 13: a clock that is behind is told to a patient on each list and on the sheet', async () => {
  const sent = [potassium(4.1, -48), potassium(6.2, 5)];
  for (const screen of [<ResultsList key="list" />, <Measurements key="measurements" />]) {
    const text = await wordsOfScreen(screen, sent);
    expect(text).toContain('Please check the date and time of this device.');
    expect(text).toContain('1 result has a date and time that is still to come by the clock of this device.');
    expect(text).toContain('Then load this page again.');
  }
  expect(await wordsOfScreen(<VisitSheet seriesId={undefined} />, sent)).toContain(
    'If the clock is wrong, a newer result may be missing',
  );
  expect(await wordsOfScreen(<ResultsList />, sent, { language: 'es' })).toContain(
    'Por favor, revise la fecha y la hora de este aparato.',
  );
});

test('the result that lies ahead is told beside the one that is shown, and not called newer', async () => {
  const text = await wordsOfScreen(<ResultsList />, [potassium(4.1, -48), potassium(6.2, 5)]);
  expect(text).toContain('Another result has a date that cannot be right, November 24, 2026: 6.2 mmol/L.');
  expect(text).not.toContain('None of the newest');
});

test('a date of another year says nothing of the clock', async () => {
  const text = await wordsOfScreen(<ResultsList />, [potassium(4.1, -48), potassium(6.2, 9000)]);
  expect(text).not.toContain('this device');
});
