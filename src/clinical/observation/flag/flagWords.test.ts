import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFlag } from './flag.ts';
import { flagOfWords } from './flagWords.ts';
import { readPotassium } from '../observationFixture.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const kindOf = (...interpretation: readonly unknown[]) => readPotassium({ interpretation }).kind;
const coded = (code: string, text?: string, display?: string) => ({
  coding: [{ system: V3, code, ...(display !== undefined && { display }) }],
  ...(text !== undefined && { text }),
});

describe('a code and words that differ', () => {
  test.each([
    ['H', 'Critical high', 'HH'],
    ['H', 'PANIC VALUE', 'HH'],
    ['L', 'Critically decreased - read back by ward', 'LL'],
    ['L', 'Crit', 'LL'],
    ['N', 'critical', 'AA'],
    ['A', 'life-threatening, low', 'LL'],
    ['N', 'Slightly elevated', 'H'],
  ])('code %s with the words "%s" is %s, the words as sent', (code, text, flag) => {
    expect(kindOf(coded(code, text))).toMatchObject({ flag, flagText: text });
    expect(kindOf(coded(code, undefined, text))).toMatchObject({ flag, flagText: text });
    expect(kindOf(coded(code), { text })).toMatchObject({ flag, flagText: text });
    expect(kindOf({ text }, coded(code))).toMatchObject({ flag, flagText: text });
  });

  test.each([
    ['HH', 'High'],
    ['LL', 'low'],
    ['H', 'Normal'],
    ['AA', 'Abnormal'],
    ['L', 'not critical'],
    ['H', 'High, not critical'],
    ['A', 'Low risk of harm'],
  ])('words never weaken a code: %s with "%s"', (code, text) => {
    expect(kindOf(coded(code, text)).flag).toBe(code);
  });

  test('a word of the laboratory beside a flag is not lost', () => {
    expect(kindOf(coded('POS'), coded('A'))).toMatchObject({ flag: 'A', flagText: 'A, POS' });
  });

  test('of several words without a flag none is lost, and each is shown once', () => {
    expect(kindOf(coded('POS'), coded('R'), coded('POS'))).toMatchObject({
      flag: 'other',
      flagText: 'POS, R',
    });
  });

  test('a stronger flag in any place wins, in any order and with any capitals', () => {
    const weak = [coded('N'), coded('H'), { text: 'high' }, { text: 'see comment' }];
    const strong = [coded('HH'), { text: 'critical high' }, { text: 'Panic high' }, coded('H*')];
    fc.assert(
      fc.property(
        fc.subarray(weak),
        fc.constantFrom(...strong),
        fc.nat(4),
        fc.boolean(),
        (others, worst, at, isUpper) => {
          const all = JSON.stringify(others.toSpliced(at, 0, worst));
          const text = isUpper ? all.replaceAll(/"text":"[^"]*"/g, (one) => one.toUpperCase()) : all;
          const sent: unknown = JSON.parse(text.replaceAll('"TEXT"', '"text"'));
          expect(readPotassium({ interpretation: sent }).kind.flag).toBe('HH');
        },
      ),
    );
  });
});

describe('words without a code', () => {
  test.each([
    ['High', 'H'],
    ['ABNORMAL', 'A'],
    ['Out of reference range', 'A'],
    ['above normal limits', 'H'],
    ['Below low threshold', 'L'],
    ['hh', 'HH'],
    ['LL', 'LL'],
    ['l*', 'LL'],
    ['within normal limits', 'N'],
    ['very high!', 'H'],
  ])('"%s" is %s', (text, flag) => {
    expect(kindOf({ text })).toMatchObject({ flag, flagText: text });
  });

  test.each([
    'high normal',
    'Low risk',
    'no critical high',
    'High titer',
    'CR',
    'not low',
    'increased or decreased',
    'normal, high',
  ])('"%s" has no sure direction and is shown as sent', (text) => {
    expect(kindOf({ text })).toMatchObject({ flag: 'other', flagText: text });
  });

  test('a very long or hidden-direction text is cut and harmless', () => {
    const { flag, flagText } = kindOf({ text: `\u202Ehgih ${'<b>x</b> '.repeat(20_000)}` });
    expect(flag).toBe('other');
    expect(flagText.length).toBeLessThanOrEqual(80);
    expect(flagText).toMatch(/^hgih <b>x<\/b>.*…$/);
  });
});

describe('words alone', () => {
  test.each([
    ['', ''],
    ['!!', ''],
    ['42', ''],
    ['Normal', 'N'],
    ['above', ''],
    ['below', ''],
    ['above range', 'H'],
    ['under the limit', 'L'],
    ['above and below', ''],
    ['within limits', 'N'],
    ['normal, high', ''],
    ['abnormally high', 'H'],
    ['the value', ''],
    ['outside range', 'A'],
    ['High, not critical', 'H'],
    ['Low (not critical)', 'L'],
    ['high; but non-critical', 'H'],
    ['no critical value', ''],
    ['critical high and low', 'AA'],
    ['Low risk', ''],
  ])('"%s" name the flag "%s"', (text, flag) => {
    expect(flagOfWords(text)).toBe(flag);
  });
});

describe('codes of interpretation', () => {
  test.each([
    ['HU', 'H'],
    ['LU', 'L'],
    ['HX', 'H'],
    ['LX', 'L'],
    ['EX', 'A'],
    ['AA', 'AA'],
    [' hh ', 'HH'],
    ['l l', 'LL'],
    ['H*', 'HH'],
    ['L*', 'LL'],
    ['H>', 'H'],
    ['CR', 'AA'],
    ['a', 'A'],
  ])('"%s" is %s', (code, flag) => {
    expect(kindOf(coded(code)).flag).toBe(flag);
  });

  test.each([
    ['>', 'off scale high'],
    ['<', 'off scale low'],
  ])('"%s" is beyond the scale of the instrument, which says nothing of health', (code, flagText) => {
    expect(kindOf(coded(code))).toMatchObject({ flag: 'other', flagText });
  });

  test.each([
    'http://hl7.org/fhir/v2/0078',
    'http://terminology.hl7.org/CodeSystem/v2-0078',
    'http://terminology.hl7.org/CodeSystem/v2-0078/',
    'HTTP://HL7.ORG/FHIR/V3/OBSERVATIONINTERPRETATION',
    'urn:oid:2.16.840.1.113883.5.83',
    'urn:oid:2.16.840.1.113883.12.78',
    'http://hl7.org/fhir/ValueSet/observation-interpretation|4.0.1',
    `${V3}/`,
    ` ${V3} `,
  ])('a code of %s is a flag', (system) => {
    expect(kindOf({ coding: [{ system, code: 'L' }] }).flag).toBe('L');
  });

  test.each(['https://lab.example/flags', 'http://snomed.info/sct', 'urn:oid:1.2.3'])(
    'a code of %s has no direction, and its words may have one',
    (system) => {
      expect(kindOf({ coding: [{ system, code: 'L', display: 'Level' }] }).flag).toBe('other');
      expect(kindOf({ coding: [{ system, code: '17', display: 'Critically low' }] }).flag).toBe('LL');
    },
  );
});

describe('a code of a local system that is a word', () => {
  const flagged = (...coding: object[]) => readFlag([{ coding }]).flag;
  const local = (code: string) => ({ system: 'https://x/52', code });

  test('says more than a high result beside it, with and without words', () => {
    expect(flagged({ system: V3, code: 'H' }, local('CRITICAL'))).toBe('HH');
    expect(flagged({ system: V3, code: 'H', display: 'High' }, local('CRITICAL'))).toBe('HH');
  });

  test('contradicts no standard code beside it by one letter', () => {
    expect(flagged({ system: V3, code: 'H' }, local('L'))).toBe('H');
    expect(flagged({ system: V3, code: 'N' }, local('A'))).toBe('N');
  });

  test.each(
    (
      'LL_210-9 LL-211 HH-3 L-1 H/2 SUB_CRITICAL subCritical NEAR_CRITICAL FORMER_CRITICAL LESS_CRITICAL CRITICAL_NO ' +
      'PANIC_VALUE_NO criticality LOW_CRITICALITY CRITICAL_LOW_RESOLVED OVER_RANGE OverRange UNDER_RANGE'
    ).split(' '),
  )('%s is no flag with a direction', (code) => {
    expect(flagged(local(code))).toMatch(/^(?:|other)$/);
  });

  test.each([
    ['CRIT', 'AA'],
    ['PANIC', 'AA'],
    ['CRITICAL_HIGH', 'HH'],
    ['criticalLow', 'LL'],
    ['HH', 'HH'],
    ['LL', 'LL'],
    ['AA', 'AA'],
    ['h*', 'HH'],
  ])('%s is critical beside any words, and both are shown', (code, flag) => {
    for (const text of ['Abnormal', '*', 'Normal', 'See comment']) {
      const expected = { flag, text: `${text}, ${code}` };
      expect(readFlag([{ coding: [local(code)], text }])).toEqual(expected);
      expect(readFlag([{ coding: [{ ...local(code), display: text }] }])).toEqual(expected);
    }
    expect(flagged({ system: V3, code: 'A' }, local(code))).toBe(flag);
  });

  test.each(['CRITICAL_HIGH', 'PANIC'])('%s is critical in the standard system too', (code) => {
    expect(readFlag([{ coding: [{ system: V3, code }], text: 'Abnormal' }]).flag).toMatch(/^(?:HH|AA)$/);
  });

  test('that is not critical adds nothing to the words beside it', () => {
    for (const code of ['H', 'NOT_CRITICAL', 'SUB_CRITICAL', 'LL-211', 'CRIT_CARE'])
      expect(readFlag([{ coding: [local(code)], text: 'Abnormal' }])).toEqual({
        flag: 'A',
        text: 'Abnormal',
      });
  });

  test.each([
    ['HIGH_NOT_CRITICAL', 'H'],
    ['LOW-NOT-CRITICAL', 'L'],
    ['NON_CRITICAL_HIGH', 'H'],
    ['noncritical', 'other'],
  ])('%s denies that it is critical, and no more', (code, flag) => {
    expect(flagged(local(code))).toBe(flag);
    expect(readFlag([{ text: code.replaceAll('_', ' ') }]).flag).toBe(flag);
  });

  test.each([
    ['BELOW_LIMIT', 'other'],
    ['BELOW_THRESHOLD', 'other'],
    ['BELOW_DETECTION_LIMIT', 'other'],
    ['UNDER_RANGE', 'other'],
    ['BELOW_LOWER_LIMIT', 'L'],
    ['BELOW_NORMAL_LIMIT', 'L'],
    ['BELOW_LIMITS', 'L'],
    ['BELOW_RANGE', 'L'],
    ['ABOVE_LIMIT', 'H'],
  ])('%s is %s: a limit of detection is no low limit', (code, flag) => {
    expect(flagged(local(code))).toBe(flag);
    expect(readFlag([{ text: code.replaceAll('_', ' ') }]).flag).toBe(flag);
  });
});
