/** When a fact of the measurement changes on one line, the line says so and nothing is compared across (rules 6 and 18). */
import { describe, expect, test } from 'vitest';
import { changeBetween, lineChangeText } from '../../clinical/series/comparability.ts';
import { latestChange } from '../../clinical/series/newest/latest.ts';
import { observation, readRecord, seriesOf, ucum } from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

type Fields = Readonly<Record<string, unknown>>;

const potassium = (id: string, fields: Fields) =>
  observation({ id, code: loinc('2823-3'), valueQuantity: ucum(5, 'mmol/L'), ...fields });
const displayed = (display: string) => ({ display });
const specimen = (display: string) => ({ specimen: displayed(display) });
const text = (words: string) => ({ text: words });

describe('where a fact changes on one line', () => {
  const on = (day: number, fields: Fields) =>
    potassium(`k${day}`, { effectiveDateTime: `2026-01-0${day}T08:00:00Z`, ...fields });
  const kindsOf = (...fields: readonly Fields[]) =>
    seriesOf(readRecord(fields.map((one, i) => on(i + 1, one))), 'k').rows.map(({ kind }) => kind);

  test.each([
    [{ method: text('Jaffe') }, { method: text('Enzymatic') }, 'method changed: Jaffe to Enzymatic'],
    [{ method: text('ISE, direct') }, {}, 'method changed: ISE, direct to not given'],
    [specimen('Buffy coat'), specimen('Red cells'), 'specimen changed: Buffy coat to Red cells'],
    [
      { device: displayed('Cobas') },
      { device: displayed('Architect') },
      'method changed: Cobas to Architect',
    ],
  ])('the mark says from what to what', (from, to, words) => {
    const [a, b] = kindsOf(from, to);
    expect(lineChangeText(a!, b!)).toBe(words);
  });

  test('another spelling of a method, a case or a number of a tube is no change', () => {
    const [a, ...others] = kindsOf(
      { method: text('ISE (direct)') },
      { method: text('ise direct') },
      {
        method: text(
          'Direct  ISE method'
            .split(' ')
            .toReversed()
            .join(' ')
            .replace('method ISE  Direct', 'ISE - Direct'),
        ),
      },
      { method: text('ISE, direct assay'), specimen: displayed('Tube 4712') },
    );
    expect(others.map((kind) => changeBetween(a!, kind))).toEqual(['', '', '']);
  });

  test('there is no arrow across a change of method', () => {
    const record = readRecord([
      on(1, { method: text('Jaffe') }),
      on(2, { method: text('Enzymatic'), valueQuantity: ucum(6, 'mmol/L') }),
    ]);
    expect(latestChange(seriesOf(record, 'k'))).toBeUndefined();
  });
});
