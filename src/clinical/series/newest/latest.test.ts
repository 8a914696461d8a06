import { describe, expect, test } from 'vitest';
import { latest, latestChange, latestIndex, previous, tiedWithLatest } from './latest.ts';
import { onlySeriesOf } from '../../../testing/readSeriesFixture.ts';

const preliminary = { status: 'preliminary' };
describe('latest, previous, change', () => {
  const series = onlySeriesOf(
    { at: 1, value: 5 },
    { at: 2, value: '5.4' },
    { at: 3, value: '5.8' },
    { at: 4, value: 6.3, more: preliminary },
  );

  test('rules 13 and 34: preliminary is neither latest nor previous', () => {
    expect([latest(series)?.valueText, previous(series)?.valueText]).toEqual(['5.8', '5.4']);
  });

  test('rule 24: the last minus the previous plotted number, with the decimals recorded', () => {
    expect(latestChange(series)).toMatchObject({ deltaText: '+0.4' });
    expect(latestChange(onlySeriesOf({ at: 1, value: '5.0' }, { at: 2, value: 4 }))).toMatchObject({
      deltaText: '−1.0',
    });
    // The change is from 11.0 to 9.5.
    expect(latestChange(onlySeriesOf({ at: 1, value: '1.10E+1' }, { at: 2, value: '95e-1' }))).toMatchObject({
      deltaText: '−1.5',
    });
    expect(latestChange(onlySeriesOf({ at: 1, value: '5.0' }, { at: 2, value: 5 }))).toMatchObject({
      delta: 0,
      deltaText: '0',
    });
  });

  test('rules 20 and 24: a limit may be the latest and takes no part in the change', () => {
    const limited = onlySeriesOf({ at: 1, value: 4 }, { at: 2, value: 5 }, { at: 3, value: '<3' });
    expect(latest(limited)?.kind.comparator).toBe('<');
    expect(latestChange(limited)).toMatchObject({ delta: 1, to: { valueText: '5' } });
  });

  test('rules 23 and 24: what was sent twice gives the same value before and the same change in any order', () => {
    const weight = (at: number, value: number, unit: string) => ({
      at,
      value,
      more: {
        code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
        valueQuantity: { value, unit, code: unit, system: 'http://unitsofmeasure.org' },
      },
    });
    const sent = [
      weight(1, 70, 'kg'),
      weight(1, 154, '[lb_av]'),
      weight(2, 72, 'kg'),
      weight(2, 159, '[lb_av]'),
    ];
    for (const all of [sent, sent.toReversed()]) {
      const twice = onlySeriesOf(...all);
      expect([latest(twice)?.valueText, previous(twice)?.valueText]).toEqual(['72', '70']);
      expect(latestChange(twice)).toMatchObject({
        delta: 2,
        to: { valueText: '72' },
        from: { valueText: '70' },
      });
    }
  });

  test('rule 34: a preliminary result between two final ones is not the one before', () => {
    const between = onlySeriesOf(
      { at: 1, value: 5 },
      { at: 2, value: '5.4', more: preliminary },
      { at: 3, value: '5.8' },
    );
    expect([previous(between)?.valueText, latestChange(between)?.delta.toFixed(1)]).toEqual(['5', '0.8']);
    const none = onlySeriesOf({ at: 1, value: 5, more: preliminary });
    expect([latestIndex(none), latest(none), previous(none), latestChange(none)]).toEqual([
      -1,
      undefined,
      undefined,
      undefined,
    ]);
    expect(tiedWithLatest(none)).toEqual([]);
  });

  test('rule 18: between two methods there is no change', () => {
    const by = (text: string) => ({ method: { text } });
    const twoMethods = onlySeriesOf(
      { at: 1, value: 4, more: by('ISE') },
      { at: 2, value: 5, more: by('Flame') },
    );
    expect([previous(twoMethods)?.value, latestChange(twoMethods)]).toEqual([4, undefined]);
  });

  test('rules 23 and 24: another result of the moment of the latest is named once, however often it was sent', () => {
    const tied = onlySeriesOf(
      { at: 1, value: 4 },
      { at: 2, value: 6 },
      { at: 2, value: 6 },
      { at: 2, value: 5, more: preliminary },
      { at: 2, value: 7 },
      { at: 2, value: 7 },
    );
    expect(latest(tied)?.value).toBe(7);
    expect(tiedWithLatest(tied).map(({ value }) => value)).toEqual([6]);
    expect(latestChange(tied)).toBeUndefined();
  });

  test('rule 24: with one number there is no change', () => {
    expect(latestChange(onlySeriesOf({ at: 1, value: 4 }))).toBeUndefined();
  });

  test('rule 23: the same result under another id is not the one before', () => {
    const twins = onlySeriesOf({ at: 1, value: 4 }, { at: 2, value: 5 }, { at: 2, value: 5 });
    expect([previous(twins)?.valueText, latestChange(twins)?.delta]).toEqual(['4', 1]);
  });
});
