import { describe, expect, test } from 'vitest';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { noteBody, noteRecord, noteOf, notePotassium, potassiumSeries, noteRange } from './noteFixture.ts';

describe('a note in plain words', () => {
  test('says value, unit, flag, range and time with its zone, and what it was before', () => {
    expect(noteOf(noteRecord(potassiumSeries))).toBe(
      [
        'MARLOWE, Edwin, born 14 Mar 1959 (67 y)',
        'General Hospital, loaded 24 Nov 2026, 14:05. Times in CST, UTC−06:00.',
        'Potassium 5.8 mmol/L H (3.5–5.0) 12 Nov 2026 08:10 CST, was 5.4 mmol/L H on 29 Oct 2026',
        '',
      ].join('\n'),
    );
  });

  test('a blood pressure is one line, with the side that was not recorded', () => {
    const pairs = recordOf([
      pressure(136, 74, '2026-11-12T14:10:00Z'),
      pressure(134, 72, '2026-11-24T14:10:00Z'),
    ]);
    expect(noteBody(noteOf(pairs))[0]).toBe(
      'Blood pressure 134/72 mmHg (no reference range) 24 Nov 2026 08:10 CST, was 136/74 mmHg on 12 Nov 2026',
    );
    const lone = recordOf([
      pressure(136, 74, '2026-10-12T14:10:00Z'),
      pressure(134, undefined, '2026-11-24T14:10:00Z'),
    ]);
    expect(noteBody(noteOf(lone))[0]).toBe(
      'Blood pressure 134/– mmHg (no reference range) 24 Nov 2026 08:10 CST, was 136/74 mmHg on 12 Oct 2026, diastolic not recorded',
    );
  });

  test('holds only the kinds of result that were asked for, a blood pressure by either side', () => {
    const record = recordOf([
      resultInput('2823-3', 4.1, 'mmol/L', '2026-11-24T14:10:00Z'),
      resultInput('2951-2', 139, 'mmol/L', '2026-11-24T14:10:00Z'),
      pressure(134, 72, '2026-11-24T14:10:00Z'),
    ]);
    const ids = (...seriesIds: string[]) => noteBody(noteOf(record, 'text', { ids: seriesIds })).length - 1;
    expect([ids('k'), ids('k', 'na'), ids('bp-dia')]).toEqual([1, 2, 1]);
    expect(noteBody(noteOf(record, 'text', { ids: ['ldl'] }))).toEqual([
      'No results of this kind in this record.',
    ]);
  });

  test('rule 17: a value to be checked says so, and a refused one why it is not drawn', () => {
    const record = recordOf([
      resultInput('8867-4', 0, '/min', '2026-11-12T14:10:00Z'),
      resultInput('2951-2', 14, 'mmol/L', '2026-11-12T14:10:00Z'),
    ]);
    const body = noteBody(noteOf(record)).join('\n');
    expect(body).toMatch(/Heart rate 0 .*check value/);
    expect(body).toMatch(/Sodium 14 .*not charted: check value: possible unit error/);
  });

  test('rule 14: the precision that was sent stays, and a range keeps its zeros', () => {
    expect(notePotassium([{ at: '2026-11-12T14:10:00Z', text: '7.0', ...noteRange }])[0]).toContain(
      '7.0 mmol/L (3.5–5.0)',
    );
    expect(notePotassium([{ at: '2026-11-12T14:10:00Z', text: '1234567' }])[0]).toContain('1,234,567 mmol/L');
  });

  test('rules 16 and 19: converted and parsed values have the original beside them', () => {
    const converted = {
      at: '2026-11-12T14:10:00Z',
      text: '152',
      value: 15.2,
      unit: 'g/L',
      isConverted: true,
    };
    expect(notePotassium([converted], { unit: 'g/dL', unitText: 'g/dL' })[0]).toContain(
      '15.2 g/dL (no reference range) 12 Nov 2026 08:10 CST, converted from 152 g/L',
    );
    const parsed = {
      at: '2026-11-12T14:10:00Z',
      text: '5.00 M/mm3',
      value: 5,
      unit: 'M/mm3',
      isParsedFromText: true,
    };
    expect(notePotassium([parsed], { unitText: 'M/mm3' })[0]).toContain(
      '5.00 M/mm3 (no reference range) 12 Nov 2026 08:10 CST, from the text “5.00 M/mm3”',
    );
  });

  test('rule 20: a limit keeps its comparator', () => {
    expect(notePotassium([{ at: '2026-11-12T14:10:00Z', text: '0.01', comparator: '<' }])[0]).toContain(
      'Potassium <0.01 mmol/L',
    );
  });

  test('rule 26: our own mark stands in words and no missing flag is called anything', () => {
    const rows = [{ at: '2026-11-12T14:10:00Z', text: '6.0', outsideRange: 'above' as const, ...noteRange }];
    const [line, foot] = notePotassium(rows);
    expect(line).toBe(
      'Potassium 6.0 mmol/L (3.5–5.0) 12 Nov 2026 08:10 CST, outside its reference range, no lab flag',
    );
    expect(foot).toBe('Flags are from the laboratory. A result without one came without a lab flag.');
    expect(notePotassium([{ at: '2026-11-12T14:10:00Z', text: '4.0', flag: 'N' }])[0]).toContain(
      '4.0 mmol/L N (',
    );
  });

  test('rules 29 and 30: one-sided ranges and ranges sent as text', () => {
    const at = '2026-11-12T14:10:00Z';
    expect(notePotassium([{ at, text: '4.0', rangeHigh: '5.0' }])[0]).toContain('(upper limit 5.0)');
    expect(notePotassium([{ at, text: '4.0', rangeText: 'M 13-17, F 12-15' }])[0]).toContain(
      '(“M 13-17, F 12-15”)',
    );
  });

  test('rule 34: a preliminary result is no latest one and is not left out', () => {
    const early = { at: '2026-11-12T14:10:00Z', text: '5.8' };
    const late = { at: '2026-11-24T15:40:00Z', text: '5.3', status: 'preliminary' };
    expect(notePotassium([early, late])[0]).toBe(
      'Potassium 5.8 mmol/L (no reference range) 12 Nov 2026 08:10 CST, Newer: 5.3 mmol/L preliminary, 24 Nov 2026 09:40 CST',
    );
    expect(notePotassium([late])[0]).toBe(
      'Potassium 5.3 mmol/L (no reference range) 24 Nov 2026 09:40 CST, no final result; preliminary',
    );
    const five = [1, 2, 3, 4, 5].map((day) => ({ ...late, at: `2026-11-2${day}T15:40:00Z` }));
    expect(notePotassium([early, ...five])[0]).toMatch(
      /(?:Newer: 5\.3 mmol\/L preliminary[^;]+; ){3}2 more newer results, not charted$/,
    );
  });

  test('rule 35: corrected is said', () => {
    expect(notePotassium([{ at: '2026-11-12T14:10:00Z', text: '4.9', status: 'corrected' }])[0]).toContain(
      'CST, corrected',
    );
  });

  test('rule 33: a withdrawn result is nowhere in it', () => {
    const withdrawn = resultInput('2823-3', 9.87, 'mmol/L', '2026-11-24T14:10:00Z', {
      status: 'entered-in-error',
    });
    const record = recordOf([resultInput('2823-3', 4.1, 'mmol/L', '2026-11-12T14:10:00Z'), withdrawn]);
    for (const format of ['text', 'markdown', 'html', 'tabs'] as const)
      expect(noteOf(record, format)).not.toContain('9.87');
  });

  test('rules 37 and 39: nothing is compared while the record is not complete, and what is missing is said', () => {
    const searches = [{ name: 'laboratory', state: 'failed' as const, pages: 1, received: 2 }];
    const failed = noteOf({ ...noteRecord(potassiumSeries), complete: false, searches });
    expect(failed.split('\n').slice(2, 5)).toEqual([
      'Incomplete: 0 results loaded, 1 search failed. 0 charted, 0 not charted. Results may be missing.',
      'Failed: laboratory could not be loaded completely.',
      'Potassium 5.8 mmol/L H (3.5–5.0) 12 Nov 2026 08:10 CST, newest that could be loaded',
    ]);
    const reading = noteOf({ ...noteRecord(potassiumSeries), complete: false, ended: false });
    expect(reading).toContain('Incomplete: Loading results.');
    expect(reading).toContain('CST, newest loaded so far');
    expect(failed + reading).not.toContain('was 5.4');
    expect(noteOf({ ...noteRecord(), complete: false })).toContain('No results of this kind loaded.');
  });

  test('rule 40: a record read long ago says so', () => {
    expect(noteOf(noteRecord(potassiumSeries), 'text', { nowMs: READ_AT_MS + 31 * 60_000 })).toContain(
      'Stale: results filed since the record was loaded are not in it.',
    );
  });

  test('rules 41, 42 and 44: each time has the name of its own zone, an offset that was sent is kept, a day has no time', () => {
    expect(notePotassium([{ at: '2026-07-12T14:10:00Z', text: '4.0' }])[0]).toContain(
      '12 Jul 2026 09:10 CDT',
    );
    expect(notePotassium([{ at: '2026-07-12T10:10:00-04:00', text: '4.0' }])[0]).toContain(
      '09:10 CDT, server offset −04:00',
    );
    expect(notePotassium([{ at: '2026-07-12T09:10:00-05:00', text: '4.0' }])[0]).not.toContain('offset');
    const day = { at: '2026-07-12', text: '4.0', precision: 'day' as const };
    expect(notePotassium([day])[0]).toMatch(/12 Jul 2026$/);
  });

  test('two results of one day are told apart by the time', () => {
    const [line] = notePotassium([
      { at: '2026-11-12T12:00:00Z', text: '5.4' },
      { at: '2026-11-12T14:10:00Z', text: '5.8' },
    ]);
    expect(line).toContain('12 Nov 2026 08:10 CST, was 5.4 mmol/L on 12 Nov 2026 06:00 CST');
  });

  test('rule 47: of a deceased person the death stands with the age', () => {
    const text = noteOf(noteRecord(potassiumSeries), 'text', {
      patient: { deceased: 'Died 3 Jan 2024', age: '64 y' },
    });
    expect(text.split('\n')[0]).toBe('MARLOWE, Edwin, born 14 Mar 1959, died 3 Jan 2024 (64 y)');
  });

  test('what no curve can hold is in it as well: text in quotation marks, and why it is listed', () => {
    const record = recordOf([resultInput('20454-5', 'specimen insufficient', '', '2026-11-12T14:10:00Z')]);
    expect(noteBody(noteOf(record))[0]).toContain(
      '“specimen insufficient” (no reference range) 12 Nov 2026 08:10 CST',
    );
    expect(noteBody(noteOf(record))[0]).toContain('not charted: text, not a number');
    const later = madeRow({
      at: '2026-11-20T14:10:00Z',
      text: 'hemolyzed',
      drawing: 'listed',
      reason: 'text',
    });
    expect(notePotassium([{ at: '2026-11-12T14:10:00Z', text: '5.8' }], { listed: [later] })[0]).toContain(
      'CST, Newer, not charted: hemolyzed, 20 Nov 2026 08:10 CST',
    );
  });

  test('rules 34 and 36: what must not be shown has no value here either', () => {
    const row = { at: '2026-11-12T14:10:00Z', text: '6.66', drawing: 'listed' as const };
    const hidden = madeRow({ ...row, reason: 'preliminary-hidden' });
    const [line] = noteBody(noteOf(noteRecord(madeSeries([], { listed: [hidden] }))));
    expect(line).toBe(
      'Potassium – (no reference range) 12 Nov 2026 08:10 CST, not charted: preliminary result, see the EHR',
    );
  });

  test('rule 27: other flags stand in the words that were sent', () => {
    const record = recordOf([
      resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', flagConcept('POS')),
    ]);
    expect(noteBody(noteOf(record))[0]).toContain('5.8 mmol/L flag: POS (');
  });
});

test('a table has a row for each kind of result, with the notices above it', () => {
  const record = { ...noteRecord(potassiumSeries), complete: false };
  expect(noteOf(record, 'markdown')).toBe(
    [
      '**MARLOWE, Edwin, born 14 Mar 1959 (67 y)**  ',
      'General Hospital, loaded 24 Nov 2026, 14:05. Times in CST, UTC−06:00.  ',
      'Incomplete: 0 results loaded. 0 charted, 0 not charted. Results may be missing.',
      '',
      '| Test | Value | Unit | Flag | Reference range | Time | Previous | Remarks |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| Potassium | 5.8 | mmol/L | H | 3.5–5.0 | 12 Nov 2026 08:10 CST |  | newest that could be loaded |',
      '',
    ].join('\n'),
  );
  expect(noteOf(noteRecord(potassiumSeries), 'html')).toContain(
    '<tr><td>Potassium</td><td>5.8</td><td>mmol/L</td><td>H</td><td>3.5–5.0</td><td>12 Nov 2026 08:10 CST</td><td>5.4 mmol/L H on 29 Oct 2026</td><td></td></tr>',
  );
});

const NOW = '2026-11-12T14:10:00Z';
const BEFORE = '2026-10-12T14:10:00Z';
const hematocrit = (value: number, unit: string, at: string) => resultInput('4544-3', value, unit, at);
const weight = (value: number, unit: string, at: string) => resultInput('29463-7', value, unit, at);
const told = (...resources: readonly object[]): string | undefined =>
  noteBody(noteOf(recordOf(resources)))[0];

describe('a number in a note that was converted says what was sent', () => {
  test.each([
    [
      'the one before, a share',
      [hematocrit(40, '%', NOW), hematocrit(0.42, '{fraction}', BEFORE)],
      'was 42.0 % on 12 Oct 2026 (converted from 0.42)',
    ],
    [
      'the one before',
      [weight(70, 'kg', NOW), weight(150, 'lb', BEFORE)],
      'was 68.0 kg on 12 Oct 2026 (converted from 150 lb)',
    ],
    [
      'one of the same time',
      [weight(150, 'lb', NOW), weight(70, 'kg', NOW)],
      'also 68.0 from 150 lb at that time',
    ],
    [
      'one of the same time, beside a share',
      [hematocrit(40, '%', NOW), hematocrit(0.42, '{fraction}', NOW)],
      'converted from 0.42; also 40 at that time',
    ],
  ])('%s', (_, sent, words) => {
    expect(told(...sent)).toContain(words);
  });

  test('one that stands as it was sent says nothing of it', () => {
    expect(told(weight(70, 'kg', NOW), weight(69, 'kg', NOW), weight(68, 'kg', BEFORE))).not.toContain(
      'from',
    );
  });
});
