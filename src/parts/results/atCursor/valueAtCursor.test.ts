import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../charts/axis/frame.ts';
import { IMPRECISE_DATE_OFFSET_MS } from '../../../clinical/time/date.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { madeRow, madeSeries } from '../../../testing/seriesFixture.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cursorSource, stopIndex } from './cursorSource.ts';
import { spokenAtCursor } from './spokenAtCursor.ts';
import { cursorMomentText, valueAtCursor } from './valueAtCursor.ts';

const frame = frameOf({
  startMs: Date.parse('2024-11-24T00:00:00Z'),
  endMs: Date.parse('2026-11-24T18:00:00Z'),
  timeZone: 'America/Chicago',
  widthPx: 206,
  heightPx: 38,
});

const at = (when: string, series: Series, { partner, all = [series], isComplete = true }: AtOptions = {}) =>
  valueAtCursor(cursorSource(series.name, [series, partner], all, frame, isComplete), Date.parse(when));
type AtOptions = {
  readonly partner?: Series;
  readonly all?: readonly Series[];
  readonly isComplete?: boolean;
};

const potassium = madeSeries([
  { at: '2026-04-22T14:05:00Z', text: '4.6' },
  { at: '2026-10-29T14:05:00Z', text: '5.40', flag: 'H' },
  { at: '2026-11-12T14:10:00Z', text: '6.8', flag: 'HH' },
]);

describe('the value of a tile at the cursor', () => {
  test('is the result at or last before it, never one between two results', () => {
    for (const [when, value, date] of [
      ['2026-10-29T14:05:00Z', '5.40', '29 Oct 2026'],
      ['2026-11-05T00:00:00Z', '5.40', '29 Oct 2026'],
      ['2026-10-29T14:04:59Z', '4.6', '22 Apr 2026'],
    ] as const)
      expect(at(when, potassium)).toMatchObject({ value, unit: 'mmol/L', when: date });
  });

  test('rule 26: has the flag sent with that result, not the one of the latest', () => {
    expect(at('2026-11-05T00:00:00Z', potassium).flagged?.flag).toBe('H');
    expect(at('2026-05-05T00:00:00Z', potassium).flagged?.flag).toBe('');
  });

  test('rule 13: the latest is still named, with flag and date, and with its unit where no number stands above', () => {
    expect(at('2026-11-05T00:00:00Z', potassium)).toMatchObject({
      note: 'Latest 6.8 HH, 12 Nov 2026',
      noteEnd: '12 Nov 2026',
    });
    expect(at('2026-01-05T00:00:00Z', potassium).note).toBe('Latest 6.8 mmol/L HH, 12 Nov 2026');
    expect(at('2026-11-20T00:00:00Z', potassium).note).toBe('Still the latest');
  });

  test.each([
    ['of a hemolyzed specimen', 6.8, { note: [{ text: 'Specimen hemolyzed' }] }, 'hemolyzed'],
    ['of a hardly possible size', 17.2, {}, 'check value'],
  ])(
    'rules 17 and 22: one %s is seen, spoken and named as the latest with these words',
    (_, value, more, words) => {
      const [series] = recordOf([
        resultInput('2823-3', 4.2, 'mmol/L', '2026-10-01T14:00:00Z'),
        resultInput('2823-3', value, 'mmol/L', '2026-11-01T14:00:00Z', more),
      ]).series;
      const then = at('2026-11-02T00:00:00Z', series!);
      expect(then.when).toBe(`1 Nov 2026, ${words}`);
      expect(then.spoken).toContain(`${value} millimoles per litre, ${words}`);
      expect(at('2026-10-02T00:00:00Z', series!)).toMatchObject({
        note: `Latest ${value}, ${words}, 1 Nov 2026`,
        noteEnd: '1 Nov 2026',
      });
    },
  );

  test('rule 39: while pages are missing nothing is called the latest', () => {
    const { note } = at('2026-11-05T00:00:00Z', potassium, { isComplete: false });
    expect(note).toBe('Newest loaded 6.8 HH, 12 Nov 2026');
  });

  test('rule 13: of two results of one moment neither hides the critical flag of the other', () => {
    const MOMENT = '2026-11-12T14:10:00Z';
    const final = (...texts: readonly [string, 'HH' | ''][]) =>
      madeSeries([
        { at: '2026-04-22T14:05:00Z', text: '4.6' },
        ...texts.map(([text, flag]) => ({ at: MOMENT, text, flag })),
      ]);
    const both = final(['6.8', 'HH'], ['4.1', '']);
    expect(at(MOMENT, both)).toMatchObject({ value: '4.1', when: '12 Nov 2026, also 6.8 HH at that time' });
    expect(at(MOMENT, both).severity).toBe(at(MOMENT, final(['6.8', 'HH'])).severity);
    expect(at('2026-05-05T00:00:00Z', both).note).toBe('Latest 4.1, 12 Nov 2026, also 6.8 HH at that time');
    const preliminary = madeSeries([
      { at: MOMENT, text: '6.8', flag: 'HH', status: 'preliminary' },
      { at: MOMENT, text: '4.1', status: 'preliminary' },
    ]);
    expect(at(MOMENT, preliminary)).toMatchObject({
      note: '6.8 mmol/L preliminary, HH, 12 Nov 2026 and 1 more',
      noteEnd: '12 Nov 2026 and 1 more',
      isNoteCritical: true,
    });
  });

  test('before the first result there is none', () => {
    expect(at('2026-01-01T00:00:00Z', potassium)).toMatchObject({ value: '', when: 'No result yet' });
  });

  test('rule 6: after a gap over which no line goes on there is none, and the last date is named', () => {
    const gappy = madeSeries(
      [
        { at: '2025-01-10T12:00:00Z', text: '3.1', flag: 'LL' },
        { at: '2026-11-01T12:00:00Z', text: '4.0' },
      ],
      { maxGapMs: 90 * 86_400_000 },
    );
    expect(at('2025-04-01T00:00:00Z', gappy)).toMatchObject({ value: '3.1' });
    expect(at('2025-09-01T00:00:00Z', gappy)).toMatchObject({
      value: '',
      when: 'None since 10 Jan 2025',
      severity: 0,
      spoken: '',
    });
  });

  test('rule 34: a preliminary result is said as such and never becomes the value', () => {
    const series = madeSeries([
      { at: '2026-10-29T14:05:00Z', text: '5.4' },
      { at: '2026-11-03T14:05:00Z', text: '7.1', status: 'preliminary', flag: 'HH' },
    ]);
    expect(at('2026-11-04T00:00:00Z', series)).toMatchObject({
      value: '5.4',
      note: '7.1 preliminary, HH, 3 Nov 2026',
      noteEnd: '3 Nov 2026',
      isNoteCritical: true,
    });
    const alone = madeSeries([{ at: '2026-11-03T14:05:00Z', text: '7.1', status: 'preliminary' }]);
    expect(at('2026-11-04T00:00:00Z', alone)).toMatchObject({
      value: '',
      note: '7.1 mmol/L preliminary, 3 Nov 2026',
    });
    expect(at('2026-11-02T00:00:00Z', alone)).toMatchObject({ value: '', note: '', spoken: '' });
  });

  test('rule 17: a result without a point is said as not charted, and only from its time on', () => {
    const listed = [
      madeRow({
        at: '2026-11-03T14:05:00Z',
        text: 'hemolyzed',
        value: NaN,
        drawing: 'listed',
        reason: 'text',
      }),
    ];
    const series = { ...potassium, listed };
    expect(at('2026-11-04T00:00:00Z', series)).toMatchObject({
      value: '5.40',
      note: 'Not charted: hemolyzed, 3 Nov 2026',
    });
    expect(at('2026-11-02T00:00:00Z', series).note).not.toContain('hemolyzed');
  });

  test('rule 10: a result in another unit is said with that unit and never becomes the value', () => {
    const id = { baseId: 'glucose', name: 'Glucose' };
    const mass = madeSeries([{ at: '2026-10-01T12:00:00Z', text: '181', unit: 'mg/dL' }], {
      ...id,
      id: 'glucose',
      unit: 'mg/dL',
      unitText: 'mg/dL',
    });
    const molar = madeSeries([{ at: '2026-10-20T12:00:00Z', text: '10.0' }], {
      ...id,
      id: 'glucose~mmol/L',
    });
    const all = [mass, molar];
    expect(at('2026-10-21T00:00:00Z', mass, { all })).toMatchObject({
      value: '181',
      unit: 'mg/dL',
      note: 'In another unit: 10.0 mmol/L, 20 Oct 2026',
    });
    expect(at('2026-10-19T00:00:00Z', mass, { all }).note).toBe('Still the latest');
  });

  test('rule 7: a blood pressure has both of its sides, and names the one that was not recorded', () => {
    const side = (id: string, texts: readonly (readonly [string, string])[]) =>
      madeSeries(
        texts.map(([when, text]) => ({ at: when, text, unit: 'mmHg' })),
        { id, name: id, unit: 'mmHg', unitText: 'mmHg' },
      );
    const systolic = side('bp-sys', [
      ['2026-09-01T12:00:00Z', '134'],
      ['2026-10-01T12:00:00Z', '148'],
    ]);
    const diastolic = side('bp-dia', [['2026-09-01T12:00:00Z', '72']]);
    const options = { partner: diastolic, all: [systolic, diastolic] };
    expect(at('2026-09-20T00:00:00Z', systolic, options).value).toBe('134/72');
    expect(at('2026-10-02T00:00:00Z', systolic, options)).toMatchObject({
      value: '148/–',
      when: '1 Oct 2026, diastolic not recorded',
    });
  });

  test('rule 44: a date without a time counts from the middle of its day or month, where it is drawn', () => {
    const month = madeSeries([{ at: '2026-03-01T00:00:00Z', text: '4.2', precision: 'month' }]);
    expect(at('2026-03-10T00:00:00Z', month).value).toBe('');
    expect(at('2026-03-20T00:00:00Z', month)).toMatchObject({ value: '4.2', when: 'Mar 2026' });
  });

  test('rules 20 and 35: a limit keeps its sign, and a corrected result its word', () => {
    const troponin = madeSeries([
      { at: '2026-10-01T12:00:00Z', text: '0.01', comparator: '<' },
      { at: '2026-10-11T12:00:00Z', text: '0.40', status: 'corrected' },
    ]);
    expect(at('2026-10-02T00:00:00Z', troponin).value).toBe('<0.01');
    expect(at('2026-10-12T00:00:00Z', troponin).when).toBe('11 Oct 2026, corrected');
  });
});

test('between two stops of a tile its value stays the same, so that a moving cursor writes nothing', () => {
  // A record sorts a date without a time at one time of its first day.
  const monthStart = new Date(Date.parse('2026-03-01T00:00:00Z') + IMPRECISE_DATE_OFFSET_MS).toISOString();
  const listed = [
    madeRow({ at: '2026-11-03T14:05:00Z', text: 'clotted', value: NaN, drawing: 'listed', reason: 'text' }),
  ];
  const series = madeSeries(
    [
      { at: monthStart, text: '4.2', precision: 'month' },
      { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H' },
      { at: '2026-11-12T14:10:00Z', text: '5.8', status: 'preliminary' },
    ],
    { listed, maxGapMs: 60 * 86_400_000 },
  );
  const source = cursorSource('Potassium', [series], [series], frame, true);
  const columns = new Map<number, string>();
  for (let atMs = frame.startMs; atMs <= frame.endMs; atMs += 7_200_000) {
    const { value, when, note, flagged } = valueAtCursor(source, atMs);
    const column = JSON.stringify([value, when, note, flagged?.flag]);
    const stop = stopIndex(source, atMs);
    expect(columns.get(stop) ?? column).toBe(column);
    columns.set(stop, column);
  }
  expect(new Set(columns.values()).size).toBeGreaterThan(4);
});

describe('the sentence at the cursor', () => {
  const named = (name: string, flag: '' | 'H' | 'L' | 'HH', when = '2026-10-29T14:05:00Z') =>
    at('2026-10-29T15:00:00Z', madeSeries([{ at: when, text: '1.0', flag }], { name }));

  const said = (...values: Parameters<typeof spokenAtCursor>[1]) =>
    spokenAtCursor(cursorMomentText(Date.parse('2026-10-29T15:00:00Z'), frame), values);

  test('names at most three, the critical one first, and counts the other flagged ones', () => {
    expect(
      said(
        named('Sodium', ''),
        named('Urea', 'H'),
        named('Albumin', 'L'),
        named('Potassium', 'HH'),
        named('ALT', 'H'),
      ),
    ).toBe(
      'At 29 Oct 2026: Potassium 1.0 millimoles per litre, critically high; Urea 1.0 millimoles per litre, high; Albumin 1.0 millimoles per litre, low; and 1 more flagged.',
    );
  });

  test('names without a flag what was measured that day, and gives an older one its date', () => {
    expect(said(named('Sodium', ''), named('Chloride', '', '2026-09-01T12:00:00Z'))).toBe(
      'At 29 Oct 2026: Sodium 1.0 millimoles per litre.',
    );
    expect(said(named('Chloride', 'L', '2026-09-01T12:00:00Z'))).toBe(
      'At 29 Oct 2026: Chloride 1.0 millimoles per litre, low, 1 Sep 2026.',
    );
  });

  test('is the date alone where nothing was known', () => {
    expect(said(named('Sodium', '', '2026-11-01T12:00:00Z'))).toBe('At 29 Oct 2026');
  });
});
