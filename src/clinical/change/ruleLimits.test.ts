import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { madeRow, seriesOfRows } from '../../testing/seriesFixture.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import type { PatientFacts } from './patientFacts.ts';

const NEW_MS = Date.parse('2026-11-12T08:00:00Z');
const SINCE = '2026-11-12T07:59:59Z';

/** Makes a result so many hours before the new one. */
const ago = (hours: number, text: string, kind: Partial<RowKind> = {}): Row => ({
  ...madeRow({ at: new Date(NEW_MS - hours * HOUR_MS).toISOString(), text, ...kind }),
  id: `${hours} ${text}`,
});

const measure = (analyteId: string, unit: string) => {
  const series: Partial<Series> = { id: analyteId, analyteId, unit, unitText: unit };
  return (
    earlier: readonly Row[],
    text: string,
    facts: Partial<PatientFacts> = {},
    kind: Partial<RowKind> = {},
  ) => changeSince(seriesOfRows([...earlier, ago(0, text, kind)], series), SINCE, facts).rule;
};

describe('creatinine', () => {
  const creatinine = measure('creat', 'mg/dL');

  test('0.3 mg/dL counts at 48 h and no longer, and 0.29 never', () => {
    expect(creatinine([ago(48, '0.9')], '1.2')?.quote).toBe('KDIGO lists 0.3 mg/dL in 48 h');
    expect(creatinine([ago(48.1, '0.9')], '1.2')).toBeUndefined();
    expect(creatinine([ago(47, '0.9')], '1.19')).toBeUndefined();
  });

  test('1.5 times counts at 7 days and no longer, and less never', () => {
    expect(creatinine([ago(168, '0.4')], '0.6')?.quote).toBe('KDIGO lists 1.5 times in 7 days');
    expect(creatinine([ago(168.1, '0.4')], '0.6')).toBeUndefined();
    expect(creatinine([ago(100, '0.4')], '0.59')).toBeUndefined();
    expect(creatinine([ago(100, '0')], '0.6')).toBeUndefined();
  });

  test('in another unit only the multiple is known', () => {
    const inGrams = measure('creat', 'mg/L');
    expect(inGrams([ago(24, '9')], '13')).toBeUndefined();
    expect(inGrams([ago(24, '9')], '13.5')?.quote).toBe('KDIGO lists 1.5 times in 7 days');
  });

  test('a fasting result is as good a reference as any other', () => {
    expect(creatinine([ago(24, '0.9', { context: 'fasting' })], '1.2')?.referenceValue).toBe(0.9);
  });

  test('rules 20 and 34: a limit and a preliminary result are no reference, and a new limit meets no rule', () => {
    expect(creatinine([ago(24, '0.9', { comparator: '<' })], '1.4')).toBeUndefined();
    expect(creatinine([ago(24, '0.9', { status: 'preliminary' })], '1.4')).toBeUndefined();
    expect(creatinine([ago(24, '0.9')], '1.4', {}, { comparator: '>' })).toBeUndefined();
  });

  test('rule 44: a result of the same day or the same moment is no earlier one', () => {
    expect(creatinine([ago(8, '0.9', { precision: 'day' })], '1.4')).toBeUndefined();
    expect(creatinine([ago(0, '0.9')], '1.4')).toBeUndefined();
    expect(creatinine([ago(36, '0.9', { precision: 'day' })], '1.4')?.referenceValue).toBe(0.9);
  });
});

describe('eGFR and albumin in urine are judged from the median', () => {
  const egfr = measure('egfr', 'mL/min/{1.73_m2}');
  const albumin = measure('uacr', 'mg/g');
  const month = 30 * 24;

  test('by more than 20 % up or down, and by twice or more', () => {
    const earlier = [ago(month, '60')];
    expect(['48', '47', '72', '73'].map((text) => egfr(earlier, text)?.referenceValue)).toEqual([
      undefined,
      60,
      undefined,
      60,
    ]);
    expect(['119', '120'].map((text) => albumin(earlier, text)?.referenceValue)).toEqual([undefined, 60]);
  });

  test('never from a median of zero, and never without one', () => {
    expect([egfr([ago(month, '0')], '60'), albumin([ago(month, '0')], '60')]).toEqual([undefined, undefined]);
    expect([egfr([], '60'), albumin([], '60')]).toEqual([undefined, undefined]);
  });
});

describe('troponin', () => {
  const troponin = measure('tnt-hs', 'ng/L');
  const band = { low: undefined, high: 14, isFromText: false };

  test.each([
    ['flagged high', '60', { flag: 'H' }, true],
    ['flagged critically high', '60', { flag: 'HH' }, true],
    ['above the range sent with it', '60', { outsideRange: 'above' }, true],
    ['above its band', '15', { band }, true],
    ['at the limit of its band', '14', { band }, false],
    ['of a band without an upper limit', '60', { band: { ...band, high: undefined } }, false],
    ['flagged low', '60', { flag: 'L' }, false],
    ['below the range sent with it', '60', { outsideRange: 'below' }, false],
    ['of which nothing is said', '60', {}, false],
  ] as const)('counts after a value %s', (_, text, kind, expected) => {
    expect(troponin([ago(3, text, kind)], '99') !== undefined).toBe(expected);
  });

  test('counts by more than 20 %, within a day, from the last value before', () => {
    const quoteOf = (...input: Parameters<typeof troponin>) => troponin(...input)?.quote;
    const raised = (hours: number, text = '60') => ago(hours, text, { flag: 'H' });
    expect(quoteOf([raised(3)], '73')).toBe('ESC lists more than 20 % from a raised value');
    expect(['47', '48', '60', '72'].map((text) => quoteOf([raised(3)], text) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([quoteOf([raised(24)], '73'), quoteOf([raised(24.1)], '73')]).toEqual([
      expect.any(String),
      undefined,
    ]);
    expect(quoteOf([raised(6, '30'), raised(3)], '61')).toBeUndefined();
    expect(quoteOf([raised(3, '0')], '73')).toBeUndefined();
  });
});

describe('platelets', () => {
  const platelets = measure('plt', '10*3/uL');

  test('a fall of 30 % counts, because the lower step of the score begins there', () => {
    const month = [ago(720, '260')];
    expect(['183', '182', '118'].map((text) => platelets(month, text)?.referenceValue)).toEqual([
      undefined,
      260,
      260,
    ]);
    expect(platelets([ago(960, '100'), ago(720, '100'), ago(24, '260')], '182')?.referenceValue).toBe(260);
  });

  test('the highest of ten days counts, and none before', () => {
    const earlier = (hours: number) => [ago(900, '150'), ago(899, '150'), ago(hours, '260'), ago(20, '150')];
    expect(platelets(earlier(240), '150')?.reference?.valueText).toBe('260');
    expect(platelets(earlier(240.1), '150')).toBeUndefined();
    expect(platelets([], '150')).toBeUndefined();
    expect(platelets([ago(24, '0')], '0')).toBeUndefined();
  });
});

describe('hemoglobin', () => {
  const hemoglobin = measure('hgb', 'g/dL');

  test.each([
    ['g/dL', '13.4', '11.4', '11.5'],
    ['g/L', '134', '114', '115'],
    ['mmol/L', '8.3', '7.06', '7.07'],
  ])('in %s a fall from %s to %s counts, and one to %s does not', (unit, before, low, less) => {
    const inUnit = measure('hgb', unit);
    expect(inUnit([ago(720, before)], low)?.referenceValue).toBe(Number(before));
    expect(inUnit([ago(720, before)], less)).toBeUndefined();
    expect(measure('hgb', 'mg/dL')([ago(720, before)], low)).toBeUndefined();
  });

  test('the highest of a day counts, and none before', () => {
    expect(hemoglobin([ago(720, '11.0'), ago(719, '11.0'), ago(24, '13.2')], '11.1')?.referenceValue).toBe(
      13.2,
    );
    expect(hemoglobin([ago(720, '11.0'), ago(719, '11.0'), ago(24.1, '13.2')], '11.1')).toBeUndefined();
    expect(hemoglobin([ago(720, '11.0'), ago(24, '13.0')], '11.1')).toBeUndefined();
  });
});

describe('weight', () => {
  const weight = measure('weight', 'kg');
  const earlier = [ago(48, '98.0')];

  test('more than 2 kg in 3 days counts, exactly 2 kg or a loss does not', () => {
    expect(weight(earlier, '100.1')).toMatchObject({
      referenceValue: 98,
      quote: 'ESC lists more than 2 kg in 3 days in heart failure',
    });
    expect(['100.0', '98.5', '95.0'].map((text) => weight(earlier, text))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(weight([ago(72, '98.0')], '100.1')).toBeDefined();
    expect(weight([ago(72.1, '98.0')], '100.1')).toBeUndefined();
    expect(weight([], '100.1')).toBeUndefined();
  });

  test('the lowest of the 3 days counts', () => {
    expect(weight([ago(60, '99.5'), ago(40, '97.0'), ago(20, '99.0')], '100.1')?.referenceValue).toBe(97);
  });

  test('in another unit nothing is known', () => {
    expect(measure('weight', '[lb_av]')(earlier, '100.1')).toBeUndefined();
  });

  test('from the first to the last moment of a pregnancy it says nothing', () => {
    const pregnant = (fromDays: number, toDays: number) =>
      weight(earlier, '100.1', {
        pregnancies: [{ startMs: NEW_MS + fromDays * DAY_MS, endMs: NEW_MS + toDays * DAY_MS }],
      });
    expect([pregnant(0, 280), pregnant(-280, 0), pregnant(-100, 100)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([pregnant(1, 280), pregnant(-280, -1)]).toEqual([expect.anything(), expect.anything()]);
  });

  test('it is a rule for adults', () => {
    const born = (year: number) => ({
      birth: { timeMs: Date.UTC(year, 10, 12, 8), precision: 'instant' } as const,
    });
    expect(weight(earlier, '100.1', born(2009))).toBeUndefined();
    expect(weight(earlier, '100.1', born(2008))).toBeDefined();
  });
});

test('a measure without a published rule meets none', () => {
  expect(measure('k', 'mmol/L')([ago(24, '4.0')], '8.0')).toBeUndefined();
});
