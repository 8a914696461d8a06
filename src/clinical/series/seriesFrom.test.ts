import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { onlySeriesOf, seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { DAY_MS } from '../time/durations.ts';
import { seriesTexts } from './series.messages.ts';

const local = (text: string | undefined, more: object = {}) => ({
  code: { coding: [{ system: 'urn:lab', code: 'x7' }], ...(text !== undefined && { text }) },
  ...more,
});
const words = (valueString: string) => ({ valueQuantity: undefined, valueString });
const weighed = (at: number, value: number, unit: string, spelling = unit): SentResult => ({
  at,
  value: 0,
  more: {
    code: loinc('29463-7'),
    valueQuantity: { value, unit: spelling, code: unit, system: 'http://unitsofmeasure.org' },
  },
});
const byId = (results: readonly SentResult[]) =>
  Object.fromEntries(seriesOfResults(results).map((series) => [series.id, series]));

describe('a measure of the catalog', () => {
  test('has its name, place, y range, decimals and longest gap from there', () => {
    expect(onlySeriesOf({ at: 1, value: '4.125' })).toMatchObject({
      id: 'k',
      baseId: 'k',
      analyteId: 'k',
      name: 'Potassium',
      shortName: 'K',
      longName: '',
      group: 'Kidney and electrolytes',
      unit: 'mmol/L',
      decimals: 1,
      axis: [3, 6.5],
      maxGapMs: 400 * DAY_MS,
      account: { received: 1, drawn: 1, listed: 0, withdrawn: 0, excluded: 0, duplicate: 0 },
    });
  });

  test('rule 18: says the formula of a variant, which stands behind the plain one', () => {
    const egfr = (code: string): SentResult => ({
      at: 1,
      value: 0,
      more: { code: loinc(code), valueQuantity: { value: 60, unit: 'mL/min/{1.73_m2}' } },
    });
    const all = byId([egfr('98979-8'), egfr('62238-1')]);
    const [plain, variant] = [all['egfr'], all['egfr~62238-1']];
    expect([plain?.name, plain?.longName]).toEqual(['eGFR', 'eGFR (creatinine)']);
    expect([variant?.name, variant?.shortName]).toEqual(['eGFR, CKD-EPI 2009', 'eGFR, CKD-EPI 2009']);
    expect(variant!.order - plain!.order).toBe(1);
  });

  test('rule 17: results in a unit that does not fit, or without one, say so in their name and stand behind', () => {
    const all = byId([
      { at: 1, value: 4 },
      { at: 2, value: 4, more: { valueQuantity: { value: 4, unit: 'ug' } } },
      { at: 3, value: 4, more: { valueQuantity: { value: 4 } } },
    ]);
    expect(all['k~ug']).toMatchObject({ name: 'Potassium, in µg', shortName: 'K, in µg', analyteId: 'k' });
    expect(all['k~no unit']).toMatchObject({ name: 'Potassium, unit not given', unit: '', unitText: '' });
    expect(Object.values(all).map(({ order }) => order - all['k']!.order)).toEqual([0, 5, 5]);
    expect(all['k~ug']?.account).toMatchObject({ received: 1, drawn: 0, listed: 1 });
  });
});

describe('a code that the catalog does not know', () => {
  test('is called as its newest result calls it', () => {
    expect(
      onlySeriesOf(
        { at: 2, value: 4, more: local('Zonulin new') },
        { at: 1, value: 4, more: local('Zonulin') },
      ),
    ).toMatchObject({ name: 'Zonulin new', shortName: 'Zonulin new', longName: '', analyteId: '' });
    expect(
      onlySeriesOf(
        { at: 1, value: 0, more: local('old words', words('clotted')) },
        { at: 2, value: 0, more: local('new words', words('clotted')) },
      ).name,
    ).toBe('new words');
    // A drawn result names the series although a listed one is newer.
    expect(
      onlySeriesOf(
        { at: 1, value: 4, more: local('drawn') },
        { at: 2, value: 0, more: local('listed', words('clotted')) },
      ).name,
    ).toBe('drawn');
  });

  test('is called by its code where no words were sent, and never by nothing', () => {
    expect(onlySeriesOf({ at: 1, value: 4, more: local(undefined) }).name).toBe('x7');
    expect(onlySeriesOf({ at: 1, value: 4, more: { code: {} } }).name).toBe(seriesTexts('resultWithoutName'));
  });

  test('says its specimen, unless its own words do, in capital letters or not', () => {
    const urine = { specimen: { display: 'Urine' } };
    expect(onlySeriesOf({ at: 1, value: 4, more: local('Zonulin', urine) }).name).toBe('Zonulin, urine');
    expect(onlySeriesOf({ at: 1, value: 4, more: local('Zonulin in URINE', urine) }).name).toBe(
      'Zonulin in URINE',
    );
  });

  test.each([
    ['a number', {}],
    ['a text', words('present')],
  ])('stands with the vital signs when %s of it was sent as one, else with other results', (_, more) => {
    const category = [{ coding: [{ code: 'vital-signs' }] }];
    const groupOf = (...sent: readonly object[]) =>
      onlySeriesOf(...sent.map((one, at) => ({ at, value: 4, more: local('Zonulin', { ...more, ...one }) })))
        .group;
    expect(groupOf({})).toBe('Other results');
    expect(groupOf({ category }, {})).toBe('Circulation and body');
    expect(groupOf({}, { category })).toBe('Circulation and body');
  });

  test('a measure of the catalog stays in its group, whatever category it was sent in', () => {
    const category = [{ coding: [{ code: 'vital-signs' }] }];
    expect(onlySeriesOf({ at: 1, value: 4, more: { category } }).group).toBe('Kidney and electrolytes');
  });

  test.each([
    ['the most of any', ['4', '4.25', '4.1'], 2],
    ['six at most', ['4.123456789'], 6],
    ['six of six', ['4.123456'], 6],
    ['none of whole numbers', ['4', '5'], 0],
    ['those of the newest twenty', ['4.25', ...Array.from({ length: 20 }, () => '4.1')], 1],
    ['the twentieth newest too', ['4.25', ...Array.from({ length: 19 }, () => '4.1')], 2],
  ])('rule 14: has as many decimals as were sent: %s', (_, values, decimals) => {
    const sent = values.map((value, at) => ({ at, value, more: local('Zonulin') }));
    expect(onlySeriesOf(...sent).decimals).toBe(decimals);
  });

  test('has no fixed y range, and the ordinary longest gap', () => {
    const { axis, maxGapMs } = onlySeriesOf({ at: 1, value: 4, more: local('Zonulin') });
    expect([axis, maxGapMs]).toEqual([undefined, 400 * DAY_MS]);
  });
});

describe('rule 15: the unit is spelled as the newest result in it spelled it', () => {
  test('and not as an older or a converted one', () => {
    expect(onlySeriesOf(weighed(1, 82, 'kg'), weighed(2, 83, 'kg', 'kilogram')).unitText).toBe('kilogram');
    expect(onlySeriesOf(weighed(1, 82, 'kg', 'kilogram'), weighed(2, 83_000, 'g')).unitText).toBe('kilogram');
  });

  test('or as people write it, when all results were converted', () => {
    expect(onlySeriesOf(weighed(1, 82_000, 'g')).unitText).toBe('kg');
    // A listed result does not name the unit of a curve.
    const { more } = weighed(2, 82, 'kg', 'kilogram');
    const refused = { at: 2, value: 0, more: { ...more, modifierExtension: [{ url: 'urn:x' }] } };
    expect(onlySeriesOf(weighed(1, 82_000, 'g'), refused).unitText).toBe('kg');
  });

  test('or as a listed result spelled it, where nothing is drawn', () => {
    const more = { modifierExtension: [{ url: 'urn:x' }] };
    const listed = weighed(1, 82, 'kg', 'kilogram');
    expect(onlySeriesOf({ ...listed, more: { ...listed.more, ...more } }).unitText).toBe('kilogram');
    expect(onlySeriesOf({ at: 1, value: 0, more: words('clotted') }).unitText).toBe('mmol/L');
  });

  test('or by its code where no words were sent', () => {
    const more = { valueQuantity: { value: 4, code: 'mmol/L', system: 'http://unitsofmeasure.org' } };
    expect(onlySeriesOf({ at: 1, value: 0, more }).unitText).toBe('mmol/L');
  });
});
