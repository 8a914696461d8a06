import { describe, expect, test } from 'vitest';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { pairFacts, seriesFacts } from './tileFacts.ts';
import { spokenSummary } from './tileText.ts';

const seriesIn = (resources: readonly unknown[], id: string) =>
  recordOf(resources).series.find((one) => one.id === id)!;
const factsOf = (...resources: readonly unknown[]) => seriesFacts(recordOf(resources).series[0]!)!;
const pairOf = (...resources: readonly unknown[]) =>
  pairFacts(seriesIn(resources, 'bp-sys'), seriesIn(resources, 'bp-dia'))!;

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T14:10:00Z`;
const side = (loinc: string, value: number, at: string, more: object = {}) =>
  resultInput(loinc, value, 'mmHg', at, { encounter: { reference: 'Encounter/e1' }, ...more });
const component = (code: string, value: number, unit: string) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit },
});
/** Makes a blood pressure with this diastolic component, however odd it is. */
const odd = (diastolic: object, at: string) => ({
  ...pressure(88, undefined, at),
  component: [component('8480-6', 88, 'mmHg'), diastolic],
});

describe('the change', () => {
  const limit = (value: number, day: number) =>
    resultInput('89579-7', 0, 'ng/L', on(day), {
      valueQuantity: { value, comparator: '<', unit: 'ng/L' },
    });
  const troponin = (value: number, day: number) => resultInput('89579-7', value, 'ng/L', on(day));

  test('rules 20 and 24: no arrow stands beside a result that it was not counted from', () => {
    const facts = factsOf(troponin(12, 10), limit(5, 11), troponin(9, 12));
    expect(facts.values).toEqual(['9']);
    expect(facts.previous?.values).toEqual(['<5']);
    expect(facts.change).toBe('');
  });

  test('rule 24: the limit further back changes nothing', () => {
    const facts = factsOf(limit(5, 10), troponin(12, 11), troponin(9, 12));
    expect([facts.change, facts.previous?.values]).toEqual(['↓3', ['12']]);
  });

  test('rules 23 and 24: a blood pressure that was sent twice is not the one before itself', () => {
    const facts = pairOf(pressure(150, 90, on(10)), pressure(134, 72, on(12)), pressure(134, 72, on(12)));
    expect([facts.change, facts.previous?.values]).toEqual(['↓16/↓18', ['150', '90']]);
  });

  test('rule 18: no arrow over a change of the method of either side of a blood pressure', () => {
    const method = (text: string) => ({ method: { text } });
    const earlier = [side('8480-6', 150, on(10), method('Auscultation')), side('8462-4', 90, on(10))];
    const changed = [side('8480-6', 134, on(12), method('Oscillometry')), side('8462-4', 72, on(12))];
    const same = [side('8480-6', 134, on(12), method('auscultation')), side('8462-4', 72, on(12))];
    expect(pairOf(...earlier, ...changed)).toMatchObject({ change: '', previous: { values: ['150', '90'] } });
    expect(pairOf(...earlier, ...same).change).toBe('↓16/↓18');
  });

  test('rule 20: a limit has no arrow on its side of a blood pressure', () => {
    const beyond = { valueQuantity: { value: 250, comparator: '>', unit: 'mmHg' } };
    const facts = pairOf(
      pressure(150, 90, on(10)),
      side('8480-6', 0, on(12), beyond),
      side('8462-4', 72, on(12)),
    );
    expect([facts.values, facts.change]).toEqual([['>250', '72'], '–/↓18']);
  });

  test('rule 23: of two pressures of one time the one that was sent twice is named once', () => {
    const twice = [pressure(150, 72, on(12)), pressure(150, 72, on(12))];
    expect(pairOf(...twice, pressure(134, 72, on(12))).concurrentText).toBe('also 150/72 at that time');
  });

  test('rule 23: another pressure of the same time is one of its own', () => {
    const earlier = pressure(120, 70, on(10));
    const facts = pairOf(earlier, pressure(150, 72, on(12)), pressure(134, 72, on(12)));
    expect(facts.concurrentText).toBe(`also ${facts.values[0] === '134' ? '150/72' : '134/72'} at that time`);
    expect([facts.previous?.values, facts.change]).toEqual([['120', '70'], '']);
  });
});

describe('rules 23, 24 and 44: results whose order nobody knows', () => {
  const at = (value: number, time: string) => resultInput('2823-3', value, 'mmol/L', time);

  test('two at one moment: one stands first, the other beside it, and no arrow', () => {
    const facts = factsOf(at(5, on(10)), at(6.9, on(12)), at(4.1, on(12)));
    expect(facts.concurrentText).toBe(`also ${facts.values[0] === '4.1' ? '6.9' : '4.1'} at that time`);
    expect([facts.previous?.values, facts.change]).toEqual([['5'], '']);
  });

  test('a day alone, and a moment in it', () => {
    const facts = factsOf(at(5, on(10)), at(6.9, '2026-11-12'), at(4.1, on(12)));
    expect([facts.values, facts.concurrentText, facts.change]).toEqual([
      ['4.1'],
      'also 6.9 at about that time',
      '',
    ]);
  });

  test('the same under another id is one', () => {
    expect(factsOf(at(5, on(10)), at(4.1, on(12)), at(4.1, on(12)))).toMatchObject({
      concurrentText: '',
      change: '↓0.9',
    });
  });
});

describe('rule 7: a side that has no point', () => {
  const before = pressure(134, 72, on(10));

  test('not plausible: it was recorded', () => {
    const facts = pairOf(before, odd(component('8462-4', 400, 'mmHg'), on(12)));
    expect([facts.values, facts.missingSideText]).toEqual([['88', '–'], ', diastolic not charted']);
  });

  test('absent with a reason: it was not', () => {
    const absent = {
      code: { coding: [{ system: 'http://loinc.org', code: '8462-4' }] },
      dataAbsentReason: { coding: [{ code: 'not-performed' }] },
    };
    expect(pairOf(before, odd(absent, on(12))).missingSideText).toBe(', diastolic not recorded');
    expect(pairOf(before, pressure(88, undefined, on(12))).missingSideText).toBe(', diastolic not recorded');
  });

  test('sent apart, at the same time of the same encounter', () => {
    const all = [side('8480-6', 134, on(10)), side('8462-4', 72, on(10))];
    const facts = pairOf(...all, side('8480-6', 88, on(12)), side('8462-4', 400, on(12)));
    expect(facts.missingSideText).toBe(', diastolic not charted');
  });

  test('sent apart, it stands in the row of the side that is drawn', () => {
    const all = [side('8480-6', 88, on(12)), side('8462-4', 400, on(12))];
    const entries = chartEntriesOf(seriesIn(all, 'bp-sys'), seriesIn(all, 'bp-dia'));
    const values = entries.all.map(({ sides }) => [sides?.systolic?.valueText, sides?.diastolic?.valueText]);
    expect(values).toEqual([['88', '400']]);
  });
});

test('rule 20: no voice calls the sign of a limit unchanged', () => {
  const beyond = (at: string) => {
    const sent = pressure(250, 120, at);
    const [systolic, ...others] = sent['component'] as readonly { readonly valueQuantity: object }[];
    const limit = { ...systolic, valueQuantity: { ...systolic?.valueQuantity, comparator: '>=' } };
    return { ...sent, component: [limit, ...others] };
  };
  const facts = pairOf(beyond(on(10)), pressure(240, 120, on(12)));
  const options = { unit: 'mmHg', completeness: 'complete', timeZone: 'UTC', newerText: '' } as const;
  const asSent = { spokenUnit: (unit: string) => unit, spokenComparator: (value: string) => value };
  const words = spokenSummary('Pressure', facts, { ...options, voice: asSent });
  expect(facts.previous?.values).toEqual(['>=250', '120']);
  expect(words).toBe('Pressure 240 over 120 mmHg, 12 Nov 2026, unknown over unchanged from >=250 over 120');
  const now = spokenSummary('Pressure', pairOf(beyond(on(10))), { ...options, voice: asSent });
  expect(now).toContain('Pressure >=250 over 120 mmHg');
});
