import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { chartEntriesOf } from './chartEntries.ts';
import { entryValue } from './readingText.ts';
import { entryBefore, entryChangeText } from './spokenReading.ts';

type Fields = Readonly<Record<string, unknown>>;

const on = (day: number, clock = '14:10') => `2026-11-${String(day).padStart(2, '0')}T${clock}:00Z`;
const potassium = (value: number, at: string, more: Fields = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, more);
const side = (code: string, value: number, at: string, more: Fields = {}) =>
  resultInput(code, value, 'mmHg', at, more);
const method = (text: string) => ({ method: { text } });
const limit = (value: number) => ({ valueQuantity: { value, comparator: '<', unit: 'mmol/L' } });

/** Returns "5.4: up 0.5 from 4.9" of each result, oldest first, and "5.4: " of one without a change. */
function changesOf(...resources: readonly unknown[]): readonly string[] {
  const { series } = recordOf(resources);
  const [first] = series.filter(({ id }) => id !== 'bp-dia');
  const { drawn } = chartEntriesOf(
    first!,
    series.find(({ id }) => id === 'bp-dia'),
  );
  return drawn.map((entry) => `${entryValue(entry, first!)}: ${entryChangeText(entry, drawn, first!)}`);
}

/** Returns the result before each, oldest first; '' of one without any. */
function valuesBefore(...resources: readonly unknown[]): readonly string[] {
  const { series } = recordOf(resources);
  const { drawn } = chartEntriesOf(
    series[0]!,
    series.find(({ id }) => id === 'bp-dia'),
  );
  return drawn.map((entry) => {
    const before = entryBefore(drawn, entry);
    return before ? entryValue(before, series[0]!) : '';
  });
}

describe('rules 13 and 24: the result before was certainly measured before', () => {
  test('a pressure that was sent as a panel and as two results is not the one before itself', () => {
    const sent = [
      pressure(112, 62, on(22)),
      pressure(104, 58, on(23)),
      side('8480-6', 104, on(23)),
      side('8462-4', 58, on(23)),
    ];
    expect(new Set(valuesBefore(...sent))).toEqual(new Set(['', '112/62']));
    expect(new Set(changesOf(...sent))).toEqual(
      new Set(['112/62: ', '104/58: systolic down 8, diastolic down 4 from 112/62']),
    );
  });

  test('nor is a result that was sent again in other words', () => {
    const sent = [
      potassium(4.5, on(22)),
      potassium(4.2, on(23)),
      potassium(4.2, on(23), { code: { ...potassium(0, '')['code']!, text: 'K+ (lab)' } }),
    ];
    expect(new Set(changesOf(...sent))).toEqual(new Set(['4.5: ', '4.2: down 0.3 from 4.5']));
  });

  test('a copy that names no method stands behind one that does, and hides no change', () => {
    const cuff = method('Automated cuff');
    const sent = [
      { ...pressure(112, 62, on(22)), ...cuff },
      { ...pressure(104, 58, on(23)), ...cuff },
      side('8480-6', 104, on(23)),
      side('8462-4', 58, on(23)),
    ];
    for (const all of [sent, sent.toReversed()])
      expect(changesOf(...all)).toEqual([
        '112/62: ',
        '104/58: systolic down 8, diastolic down 4 from 112/62',
      ]);
    const ise = method('ISE');
    const single = [potassium(4.5, on(22), ise), potassium(4.2, on(23), ise), potassium(4.2, on(23))];
    for (const all of [single, single.toReversed()])
      expect(changesOf(...all)).toEqual(['4.5: ', '4.2: down 0.3 from 4.5']);
  });

  test('of two results of one moment neither is the one before the other, and no change is said of either', () => {
    const sent = [potassium(4.9, on(22)), potassium(5.6, on(23)), potassium(5, on(23))];
    expect(valuesBefore(...sent)).toEqual(['', '4.9', '4.9']);
    expect(changesOf(...sent).toSorted()).toEqual(['4.9: ', '5.6: ', '5: ']);
  });

  test('the same holds of two pressures of one moment', () => {
    const sent = [pressure(120, 70, on(22)), pressure(150, 72, on(23)), pressure(134, 72, on(23))];
    expect(valuesBefore(...sent)).toEqual(['', '120/70', '120/70']);
    expect(changesOf(...sent).toSorted()).toEqual(['120/70: ', '134/72: ', '150/72: ']);
  });

  test('a day without a time is not before a moment that may lie in it', () => {
    const sent = [potassium(4.9, on(20)), potassium(5.6, '2026-11-23'), potassium(5.1, on(23))];
    expect(valuesBefore(...sent).at(-1)).toBe('4.9');
    expect(changesOf(...sent).at(-1)).toBe('5.1: ');
  });

  test('nor is a day before the last of several moments in it', () => {
    const sent = [potassium(5.6, '2026-11-23'), potassium(5.1, on(23)), potassium(5, on(23, '15:10'))];
    expect(valuesBefore(...sent).at(-1)).toBe('5.1');
    expect(changesOf(...sent)).toEqual(['5.6: ', '5.1: ', '5: ']);
  });

  test('the results after two of one moment have a change again', () => {
    const sent = [
      potassium(4.9, on(22)),
      potassium(5.6, on(23)),
      potassium(5.2, on(23)),
      potassium(5.2, on(24)),
    ];
    expect(changesOf(...sent).at(-1)).toMatch(/^5\.2: (?:unchanged from 5\.2|down 0\.4 from 5\.6)$/);
  });
});

describe('rule 18: no change is counted over a break of the line', () => {
  test.each([
    ['another method', [potassium(4.9, on(22), method('ISE')), potassium(5.4, on(23), method('Flame'))]],
    [
      'another mark of the code',
      [resultInput('6690-2', 6, '10*3/uL', on(22)), resultInput('804-5', 7, '10*3/uL', on(23))],
    ],
    [
      'another unit',
      [resultInput('29463-7', 80, 'kg', on(22)), resultInput('29463-7', 178, '[lb_av]', on(23))],
    ],
    [
      'another method of one side of a pressure',
      [
        side('8480-6', 134, on(22), method('Auscultation')),
        side('8462-4', 80, on(22)),
        side('8480-6', 120, on(23), method('Oscillometry')),
        side('8462-4', 70, on(23)),
      ],
    ],
  ])('%s', (_, sent) => {
    expect(valuesBefore(...sent).at(-1)).not.toBe('');
    expect(changesOf(...sent).at(-1)).toMatch(/^[\d./]+: $/);
  });

  test('another spelling of the method is no break', () => {
    const sent = [potassium(4.9, on(22), method('ISE')), potassium(5.4, on(23), method('ise'))];
    expect(changesOf(...sent).at(-1)).toBe('5.4: up 0.5 from 4.9');
  });

  test('rule 20: a limit has no change, and the one after it has the change from the number before', () => {
    const sent = [potassium(4.9, on(22)), potassium(0, on(23), limit(2)), potassium(5.4, on(24))];
    expect(changesOf(...sent)).toEqual(['4.9: ', '<2: ', '5.4: up 0.5 from 4.9']);
  });
});

test('a copy of any results, in any order, changes nothing that is said', () => {
  const result = fc.record({
    value: fc.constantFrom(4, 4.5, 5),
    minute: fc.integer({ min: 0, max: 3 }),
    method: fc.constantFrom('', 'ISE', 'Flame'),
  });
  fc.assert(
    fc.property(fc.array(result, { minLength: 1, maxLength: 6 }), fc.nat(), (results, turn) => {
      const resources = results.map((one, i) =>
        potassium(one.value, on(23, `14:1${one.minute}`), {
          id: `o${i}`,
          ...(one.method && method(one.method)),
        }),
      );
      const cut = turn % resources.length;
      const copies = [...resources.slice(cut), ...resources.slice(0, cut)].map((one) => ({
        ...one,
        id: `copy-${String(one['id'])}`,
      }));
      const said = (all: readonly unknown[]) => new Set(changesOf(...all));
      fc.pre(new Set(results.map(({ minute, value }) => `${minute} ${value}`)).size === results.length);
      expect(said([...resources, ...copies])).toEqual(said(resources));
    }),
    { numRuns: 100 },
  );
});
