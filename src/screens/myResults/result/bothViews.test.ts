import { expect, test } from 'vitest';
import { chartEntriesOf } from '../../../charts/reading/chartEntries.ts';
import { entryUnit, entryValue, isTextResult } from '../../../charts/reading/readingText.ts';
import { pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf, resultCountOf } from '../card/cards.ts';
import { patientUnit } from '../units/patientUnits.ts';
import { recordAsSent } from '../units/recordAsSent.ts';
import { entryWords } from './entryWords.ts';

const k = (value: number | string, at: string, more: Readonly<Record<string, unknown>> = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, more);
const RECORD = recordOf([
  k(4.1, '2026-01-01T08:00:00Z'),
  k('4.20 mmol/L', '2026-01-02T08:00:00Z'),
  k('3+ hemolysis', '2026-01-03T08:00:00Z'),
  k('15.0 gm/L', '2026-01-04T08:00:00Z'),
  k(4.4, '', {}),
  k(5, '2026-01-05T08:00:00Z', { valueQuantity: { value: 5, unit: 'mmol/L', comparator: '>' } }),
  k(12_345, '2026-01-06T08:00:00Z'),
  k(4.6, '2099-01-01T08:00:00Z'),
  k(4.7, '2026-01-07', { status: 'unknown' }),
  resultInput('29463-7', 182, '[lb_av]', '2026-01-01T08:00:00Z'),
  resultInput('29463-7', 83.5, 'kg', '2026-02-01T08:00:00Z'),
  resultInput('8302-2', 165, 'cm', '2026-01-01T08:00:00Z'),
  resultInput('8302-2', 65, '[in_i]', '2026-02-01T08:00:00Z'),
  resultInput('5196-1', 'Not detected', '', '2026-01-01T08:00:00Z'),
  pressure(134, 72, '2026-01-01T08:00:00Z'),
  pressure(141, undefined, '2026-01-02T08:00:00Z'),
]);

test('the patient’s and the clinician’s table have the same results, values and units', () => {
  const cards = cardsOf(recordAsSent(RECORD).series);
  expect(cards.length).toBeGreaterThanOrEqual(4);
  for (const card of cards) {
    const { all } = chartEntriesOf(card.series, card.diastolic);
    expect(all.length).toBe(resultCountOf(card));
    for (const entry of all) {
      const { value, unit } = entryWords(entry, card);
      const clinicians = entryValue(entry, card.series);
      expect(value).toBe(isTextResult(entry) ? `“${clinicians}”` : clinicians);
      expect(unit).toBe(patientUnit(entryUnit(entry, card.series)));
    }
  }
});
