import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowStatistics } from '../../clinical/change/windowStatistics.ts';
import { observation, readRecord, seriesOf, ucum } from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { latest, latestChange, tiedWithLatest } from '../../clinical/series/newest/latest.ts';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { arePaired, pressurePairsOf } from '../../clinical/series/pairs/pressurePairs.ts';
import { distinctPairs } from '../../clinical/series/pairs/repeatedPressures.ts';
import type { Series } from '../../clinical/series/series.ts';
import { repeatsOf } from '../../clinical/series/pairs/repeatedResults.ts';

type Fields = Readonly<Record<string, unknown>>;

const T = '2026-01-02T18:30:00Z';
const at = (day: number) => ({ effectiveDateTime: `2026-01-0${day}T08:00:00Z` });
const potassium = (id: string, fields: Fields = {}) =>
  observation({ id, code: loinc('2823-3'), valueQuantity: ucum(4.2, 'mmol/L'), ...fields });
const flagged = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });
const read = (...resources: readonly object[]): Series => seriesOf(readRecord(resources), 'k');

// A day without a time is kept at 9:59 UTC of that day (rule 44).
test('rule 44: a day and the moment at which it is kept are two results, also with one value', () => {
  const series = read(
    potassium('a', { effectiveDateTime: '2026-01-02' }),
    potassium('b', { effectiveDateTime: '2026-01-02T09:59:00Z' }),
  );
  const [first, second] = [...series.rows];
  expect(first!.timeMs).toBe(second!.timeMs);
  expect(repeatsOf(series).size).toBe(0);
});

describe('the same measurement sent twice counts once', () => {
  test.each([
    ['another display', { code: { ...loinc('2823-3'), text: 'K+ (lab)' } }],
    [
      'another coding beside',
      { code: { coding: [...loinc('2823-3').coding, { system: 'urn:x', code: 'K' }] } },
    ],
    ['a flag', flagged('H')],
    ['another spelling of the number', { valueQuantity: ucum(4.2, 'mmol/L', 'mEq/L') }],
    ['a note', { note: [{ text: 'Called to the ward' }] }],
    ['no method beside a method', { method: { text: 'ISE' } }],
    ['a preliminary copy', { status: 'preliminary' }],
    [
      'as a component of a panel',
      {
        code: { text: 'Electrolytes' },
        valueQuantity: undefined,
        component: [{ code: loinc('2823-3'), valueQuantity: ucum(4.2, 'mmol/L') }],
      },
    ],
  ])('with %s', (_, fields) => {
    const series = read(potassium('a'), potassium('b', fields));
    expect(series.rows).toHaveLength(2);
    expect(repeatsOf(series).size).toBe(1);
    expect(tiedWithLatest(series)).toEqual([]);
  });

  test.each([
    ['another value', { valueQuantity: ucum(4.3, 'mmol/L') }],
    ['another time', { effectiveDateTime: '2026-01-02T18:31:00Z' }],
    ['a limit', { valueQuantity: { ...ucum(4.2, 'mmol/L'), comparator: '<' } }],
    ['a day without a time', { effectiveDateTime: '2026-01-02' }],
  ])('but not with %s', (_, fields) => {
    expect(repeatsOf(read(potassium('a'), potassium('b', fields))).size).toBe(0);
  });

  test('two methods at one time are two results', () => {
    const methods = ['ISE direct', 'Flame photometry'].map((text) => ({ method: { text } }));
    expect(repeatsOf(read(potassium('a', methods[0]), potassium('b', methods[1]))).size).toBe(0);
  });

  test('in two units it is one, as far as the coarser one was rounded', () => {
    const weight = (id: string, value: number, unit: string) =>
      observation({ id, code: loinc('29463-7'), valueQuantity: ucum(value, unit) });
    const repeats = (...sent: readonly object[]) => repeatsOf(seriesOf(readRecord(sent), 'weight')).size;
    expect(repeats(weight('a', 70, 'kg'), weight('b', 154, '[lb_av]'))).toBe(1);
    expect(repeats(weight('a', 81.6, 'kg'), weight('b', 180, '[lb_av]'))).toBe(1);
    expect(repeats(weight('a', 70, 'kg'), weight('b', 157, '[lb_av]'))).toBe(0);
  });

  test('the final one is the latest, and the stronger flag is shown', () => {
    const series = read(
      potassium('a', flagged('HH')),
      potassium('b', flagged('H')),
      potassium('c'),
      potassium('d', { status: 'preliminary', ...flagged('HH') }),
    );
    expect(latest(series)?.id).toBe('a');
    expect(repeatsOf(series).size).toBe(3);
  });

  test('a copy that names no method breaks no line, in any order', () => {
    const ise = { method: { text: 'ISE' } };
    const sent = [
      potassium('a', { ...at(1), ...ise }),
      potassium('b', { ...at(2), ...ise }),
      potassium('c', at(2)),
      potassium('d', { ...at(3), ...ise }),
    ];
    for (const all of [sent, sent.toReversed(), sent.map((one, i) => ({ ...one, id: `o${9 - i}` }))]) {
      expect(lineSegments(read(...all))).toEqual([[0, 4]]);
      expect(latestChange(read(...all))).toMatchObject({ deltaText: '0' });
    }
  });

  test('it neither breaks the line nor counts in statistics', () => {
    const values = [4, 4.4, 5].map((value) => ({ valueQuantity: ucum(value, 'mmol/L') }));
    const series = read(
      potassium('a', { ...at(1), ...values[0] }),
      potassium('b', { ...at(2), ...values[1] }),
      potassium('b2', { ...at(2), ...values[1], status: 'preliminary' }),
      potassium('c', { ...at(3), ...values[2] }),
      potassium('c2', { ...at(3), ...values[2], ...flagged('H') }),
    );
    expect(lineSegments(series)).toEqual([[0, 5]]);
    expect(latestChange(series)).toMatchObject({ deltaText: '+0.6' });
    const span = { startMs: 0, endMs: Date.parse('2027-01-01') };
    expect(windowStatistics(series, span, ({ timeMs }) => [timeMs, timeMs])).toMatchObject({
      count: 3,
      medianText: '4.4',
      notCounted: { identical: 2, preliminary: 0 },
    });
  });
});

const side = (code: string, value: number) => ({ code: loinc(code), valueQuantity: ucum(value, 'mm[Hg]') });
const lone = (id: string, code: string, value: number, fields: Fields = {}) =>
  observation({ id, ...side(code, value), ...fields });
const panel = (id: string, systolic: number, diastolic: number) =>
  observation({
    id,
    code: loinc('85354-9'),
    component: [side('8480-6', systolic), side('8462-4', diastolic)],
  });
function readingsOf(...resources: readonly object[]) {
  const record = readRecord(resources);
  const [systolic, diastolic] = [seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia')];
  const pairs = pressurePairsOf(systolic, diastolic);
  return {
    isPaired: arePaired(systolic, diastolic),
    texts: distinctPairs(pairs).map(
      ([pair, count]) =>
        `${pair.systolic?.valueText ?? '–'}/${pair.diastolic?.valueText ?? '–'} ×${count}${pair.isSentApart ? ' apart' : ''}`,
    ),
  };
}

describe('a blood pressure sent as a panel and as two Observations is one reading', () => {
  test.each([
    [
      'a panel and both sides',
      [panel('p', 134, 72), lone('s', '8480-6', 134), lone('d', '8462-4', 72)],
      '134/72 ×2',
    ],
    ['a panel and one side', [panel('p', 134, 72), lone('s', '8480-6', 134)], '134/72 ×2'],
    ['a panel and the other side', [panel('p', 134, 72), lone('d', '8462-4', 72)], '134/72 ×2'],
    ['two panels', [panel('p', 134, 72), panel('q', 134, 72)], '134/72 ×2'],
    ['two sides without an encounter', [lone('s', '8480-6', 134), lone('d', '8462-4', 72)], '134/72 ×1'],
    [
      'one side with an encounter',
      [lone('s', '8480-6', 134, { encounter: { reference: 'Encounter/1' } }), lone('d', '8462-4', 72)],
      '134/72 ×1',
    ],
    [
      'both sides twice',
      [
        lone('s', '8480-6', 134),
        lone('d', '8462-4', 72),
        lone('s2', '8480-6', 134),
        lone('d2', '8462-4', 72),
      ],
      '134/72 ×2',
    ],
  ])('%s', (_, sent, expected) => {
    for (const resources of [sent, sent.toReversed()])
      expect(readingsOf(...resources)).toEqual({ isPaired: true, texts: [expected] });
  });

  test('two values of one side at one instant join with neither, and nothing is called not recorded', () => {
    const { texts } = readingsOf(
      lone('s', '8480-6', 134),
      lone('s2', '8480-6', 150),
      lone('d', '8462-4', 72),
    );
    expect(texts.toSorted()).toEqual(['134/– ×1 apart', '150/– ×1 apart', '–/72 ×1 apart']);
  });
});

test('order and duplication never change what is shown', () => {
  const result = fc.record({
    value: fc.constantFrom(4, 4.2, 5),
    minute: fc.integer({ min: 0, max: 2 }),
    status: fc.constantFrom('final', 'preliminary', 'amended'),
    flag: fc.constantFrom('', 'N', 'H', 'HH'),
    method: fc.constantFrom('', 'ISE', 'ise'),
  });
  const shown = (resources: readonly object[]) => {
    const series = read(...resources);
    const newest = latest(series);
    const repeats = repeatsOf(series);
    return {
      latest: newest && [newest.value, newest.kind.flag],
      distinct: series.rows.length - repeats.size,
      change: latestChange(series)?.deltaText,
    };
  };
  fc.assert(
    fc.property(fc.array(result, { minLength: 1, maxLength: 8 }), fc.nat(), (results, turn) => {
      const resources = results.map(({ value, minute, status, flag, method }, i) =>
        potassium(`o${i}`, {
          status,
          effectiveDateTime: T.replace(':30:', `:3${minute}:`),
          valueQuantity: ucum(value, 'mmol/L'),
          ...(flag && flagged(flag)),
          ...(method && { method: { text: method } }),
        }),
      );
      const first = shown(resources);
      const cut = turn % resources.length;
      expect(shown([...resources.slice(cut), ...resources.slice(0, cut)])).toEqual(first);
      const copies = resources.map((one, i) => ({ ...one, id: `copy${i}` }));
      expect(shown([...copies, ...resources])).toEqual(first);
    }),
    { numRuns: 200 },
  );
});
