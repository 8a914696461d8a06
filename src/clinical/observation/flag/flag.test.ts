import { describe, expect, test } from 'vitest';
import { PANEL_FLAG_NOTE, flagSeverity, isCriticalFlag, panelFlagOf, readFlag } from './flag.ts';
import { quantity, readPotassium } from '../observationFixture.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const flagOf = (...interpretation: readonly unknown[]) => readPotassium({ interpretation }).kind;

const v3 = (...codes: readonly string[]) => ({ coding: codes.map((code) => ({ system: V3, code })) });

describe('flag', () => {
  test.each([
    ['41: A alone', [v3('A')], 'A', 'A'],
    ['42: "(NONE)"', [{ text: '(NONE)' }], '', ''],
    [
      '43: the standard code after a proprietary one',
      [{ coding: [{ system: 'https://x/codeSet/52', code: '211' }, ...v3('L').coding], text: 'LOW' }],
      'L',
      'LOW',
    ],
    ['44: the most severe', [v3('H', 'HH')], 'HH', 'HH'],
    ['44: the most severe of several concepts', [v3('N'), v3('LL')], 'LL', 'LL'],
    ['a code without a direction', [v3('POS')], 'other', 'POS'],
    [
      'a proprietary code alone has its words and no direction',
      [{ coding: [{ system: 'https://x/52', code: 'H', display: 'Above' }] }],
      'other',
      'Above',
    ],
  ])('%s', (_, interpretation, flag, flagText) => {
    expect(flagOf(...interpretation)).toMatchObject({ flag, flagText });
  });

  const referenceRange = [{ low: quantity(3.5, 'mmol/L'), high: quantity(5.1, 'mmol/L') }];
  const six = { valueQuantity: quantity(6, 'mmol/L') };

  test('rule 26: outside the one range sent and no flag sent: a mark of ours, never a letter', () => {
    expect(readPotassium({ ...six, referenceRange }).kind).toMatchObject({ flag: '', outsideRange: 'above' });
    expect(readPotassium({ ...six, referenceRange: [{ text: '<6' }] }).kind.outsideRange).toBe('above');
    expect(readPotassium({ ...six, referenceRange: [{ text: '<=6' }] }).kind.outsideRange).toBe('');
  });

  test('rule 26: the laboratory says N: no mark of ours', () => {
    expect(readPotassium({ ...six, referenceRange, interpretation: [v3('N')] }).kind).toMatchObject({
      flag: 'N',
      outsideRange: '',
    });
  });

  test('rule 26: two ranges that apply: no mark', () => {
    expect(
      readPotassium({ ...six, referenceRange: [...referenceRange, ...referenceRange] }).kind.outsideRange,
    ).toBe('');
  });
});

const coded = (code: string, more: object = {}) => ({ coding: [{ system: V3, code }], ...more });

describe('how severe a flag is', () => {
  test.each([
    ['', 0, false],
    ['N', 0, false],
    ['other', 0, false],
    ['A', 3, false],
    ['H', 4, false],
    ['L', 4, false],
    ['AA', 5, true],
    ['HH', 6, true],
    ['LL', 6, true],
  ] as const)('"%s" has severity %d and is critical: %s', (flag, severity, isCritical) => {
    expect([flagSeverity(flag), isCriticalFlag(flag)]).toEqual([severity, isCritical]);
  });

  test('of two flags as severe as each other the first counts', () => {
    expect(readFlag([coded('POS'), coded('R')])).toEqual({ flag: 'other', text: 'POS, R' });
    expect(readFlag([coded('LL'), coded('L'), coded('H')]).flag).toBe('LL');
  });

  test.each([
    [[coded('H'), coded('L')], 'A', 'H, L'],
    [[coded('LL'), coded('HH')], 'AA', 'LL, HH'],
    [[{ text: 'High' }, { text: 'Low' }], 'A', 'H, High, L, Low'],
    [[{ ...coded('H'), text: 'Below reference range' }], 'A', 'H, Below reference range, L'],
  ])('two opposite directions %j leave open which one is meant', (sent, flag, text) => {
    expect(readFlag(sent)).toEqual({ flag, text });
  });

  test.each([['HH'], [['HH']], [[null, 'HH']]])('a flag that was sent as the mere text %j is one', (sent) => {
    expect(readFlag(sent)).toEqual({ flag: 'HH', text: 'HH' });
  });

  test.each([
    [[{ system: V3, code: 'HH' }]],
    [{ code: 'HH' }],
    [[{ code: 'urgent', display: 'Critical high' }]],
    [[{ coding: null, code: 'HH' }]],
  ])('a flag that was sent as a mere coding %j is one', (sent) => {
    expect(readFlag(sent).flag).toBe('HH');
  });

  test('"critical" has the direction of the letter beside it, and none between two directions', () => {
    const critical = { text: 'critical' };
    expect(readFlag([critical, coded('H')]).flag).toBe('HH');
    expect(readFlag([coded('L'), critical]).flag).toBe('LL');
    expect(readFlag([coded('L'), critical, coded('H')]).flag).toBe('AA');
    expect(readFlag([critical, coded('N')]).flag).toBe('AA');
  });
});

describe('the words of a flag', () => {
  test('words that are no flag stand behind one, each once', () => {
    const sent = [coded('POS'), coded('H', { text: 'High' }), coded('POS'), coded('R')];
    expect(readFlag(sent)).toEqual({ flag: 'H', text: 'High, POS, R' });
    expect(readFlag([coded('H', { text: 'High' })])).toEqual({ flag: 'H', text: 'High' });
  });

  test('the text of an interpretation comes before the words and the letter of its code', () => {
    const coding = [{ system: V3, code: 'POS', display: 'Positive' }];
    expect(readFlag([{ coding, text: 'Found' }]).text).toBe('Found');
    expect(readFlag([{ coding }]).text).toBe('Positive');
    expect(readFlag([coded('POS')]).text).toBe('POS');
    expect(readFlag([{ coding: [{ system: V3, code: 'H', display: 'High' }] }]).text).toBe('H');
  });

  test.each(['(NONE)', 'none', 'None)', '(none', ' '])('"%s" is no flag', (text) => {
    expect(readFlag([{ text }])).toEqual({ flag: '', text: '' });
  });

  test.each(['none seen', 'see none', 'nonesuch'])('"%s" are words', (text) => {
    expect(readFlag([{ text }])).toEqual({ flag: 'other', text });
  });

  test.each([[{}], [{ coding: [{ system: V3 }] }], [{ coding: [{ system: V3, code: ' ' }] }]])(
    '%j says nothing',
    (concept) => {
      expect(readFlag([concept])).toEqual({ flag: '', text: '' });
    },
  );
});

describe('letters without a code', () => {
  test.each([
    ['H', 'H'],
    ['h*', 'HH'],
    ['A', 'A'],
    ['a*', 'AA'],
    ['N', 'N'],
    ['hu', 'H'],
    ['LU', 'L'],
    ['hi', 'H'],
    ['Lo', 'L'],
    ['aa', 'AA'],
  ])('"%s" is %s', (text, flag) => {
    expect(readFlag([{ text }])).toEqual({ flag, text });
  });

  test.each(['CU', 'AN', 'HB', 'XL', 'N*', 'BHI', 'HLA', 'EX', 'ABN'])(
    '"%s" may mean something else and has no direction',
    (text) => {
      expect(readFlag([{ text }])).toEqual({ flag: 'other', text });
    },
  );
});

describe('rule 27: the flag of a whole panel', () => {
  test.each([
    ['H', 'A'],
    ['L', 'A'],
    ['HH', 'AA'],
    ['LL', 'AA'],
    ['A', 'A'],
    ['AA', 'AA'],
    ['N', 'N'],
    ['POS', 'other'],
  ])('%s is %s for each part, because it does not say which part is high or low', (code, flag) => {
    expect(panelFlagOf([coded(code)])).toEqual({ flag, text: `${code} ${PANEL_FLAG_NOTE}` });
  });

  test.each([[undefined], [[]], [[{ text: '(NONE)' }]]])('%j is none', (sent) => {
    expect(panelFlagOf(sent)).toEqual({ flag: '', text: '' });
  });
});

describe('codes of the standard system', () => {
  const sent = (system: string | undefined, code: string, display?: string) =>
    readFlag([{ coding: [{ system, code, display }] }]);

  test.each([
    [undefined],
    [V3],
    [`${V3}|2018-08-12`],
    [`${V3}/`],
    ['http://hl7.org/fhir/v3/ObservationInterpretation'],
    ['http://terminology.hl7.org/CodeSystem/v2-0078'],
    ['http://hl7.org/fhir/v2/0078'],
    ['http://hl7.org/fhir/observation-interpretation'],
    ['urn:oid:2.16.840.1.113883.5.83'],
    ['2.16.840.1.113883.5.83'],
    ['urn:oid:2.16.840.1.113883.12.78'],
  ])('stand in %s', (system) => {
    // Other words stand beside the code, so that the letter is not read as words either.
    expect(sent(system, 'L', 'Below').flag).toBe('L');
  });

  test.each([
    ['urn:oid:1.2.16.840.1.113883.5.83'],
    ['urn:oid:2.16.840.1.113883.5.831'],
    [`${V3}s`],
    ['http://terminology.hl7.org/CodeSystem/v2-0080'],
  ])('do not stand in %s', (system) => {
    expect(sent(system, 'L', 'Below')).toEqual({ flag: 'other', text: 'Below' });
  });

  test.each([
    ['HU', 'H'],
    ['H>', 'H'],
    ['HX', 'H'],
    ['HI', 'H'],
    ['LU', 'L'],
    ['L<', 'L'],
    ['LX', 'L'],
    ['LO', 'L'],
    ['EX', 'A'],
    ['ABN', 'A'],
    ['H*', 'HH'],
    ['L*', 'LL'],
    ['A*', 'AA'],
    ['CR', 'AA'],
    ['CRIT', 'AA'],
  ])('%s is %s', (code, flag) => {
    expect(sent(V3, code)).toEqual({ flag, text: code });
  });

  test('are read without blanks and in any case', () => {
    expect(sent(V3, ' h h ', 'Far above').flag).toBe('HH');
  });

  test('of another system say nothing, but the words beside them do', () => {
    const coding = [{ system: 'https://x/52', code: '211', display: 'High' }];
    expect(readFlag([{ coding, text: 'see note' }]).flag).toBe('H');
  });

  test('of another system without any words are read as a word', () => {
    const flagged = (code: string) => readFlag([{ coding: [{ system: 'https://x/52', code }] }]);
    expect(flagged('H')).toEqual({ flag: 'H', text: 'H' });
    expect(flagged('HH')).toEqual({ flag: 'HH', text: 'HH' });
    expect(flagged('211')).toEqual({ flag: 'other', text: '211' });
    expect(flagged('CR')).toEqual({ flag: 'other', text: 'CR' });
  });

  test.each([V3, 'https://x/52', ''])('of the system "%s" that are a word alone are read as it', (system) => {
    const flagged = (code: string) => readFlag([{ coding: [{ system, code }] }]);
    expect(flagged('PANIC')).toEqual({ flag: 'AA', text: 'PANIC' });
    expect(flagged('critical')).toEqual({ flag: 'AA', text: 'critical' });
    expect(flagged('CRITICAL_HIGH')).toEqual({ flag: 'HH', text: 'CRITICAL_HIGH' });
    expect(flagged('criticalLow')).toEqual({ flag: 'LL', text: 'criticalLow' });
    expect(flagged('HIGH').flag).toBe('H');
    expect(flagged('ABNORMAL').flag).toBe('A');
    expect(flagged('NOT_CRITICAL').flag).toBe('other');
    expect(flagged('SUSCEPTIBLE')).toEqual({ flag: 'other', text: 'SUSCEPTIBLE' });
  });

  test('any of several codes without words may be the word, and words beside them stand in their place', () => {
    const coding = [
      { system: 'https://x/52', code: '211' },
      { system: 'https://x/53', code: 'PANIC' },
    ];
    expect(readFlag([{ coding }])).toEqual({ flag: 'AA', text: 'PANIC' });
    const high = [{ system: 'https://x/53', code: 'HIGH' }];
    expect(readFlag([{ coding: high, text: 'Resistant' }])).toEqual({ flag: 'other', text: 'Resistant' });
    // Only a critical one is never lost.
    expect(readFlag([{ coding, text: 'Resistant' }])).toEqual({ flag: 'AA', text: 'Resistant, PANIC' });
    expect(readFlag([{ coding: [{ system: 'https://x/52', display: 'PANIC_LOW' }] }]).flag).toBe('LL');
  });

  test('off the scale of the instrument has words and no direction', () => {
    expect(sent(V3, '>')).toEqual({ flag: 'other', text: 'off scale high' });
    expect(sent(V3, '<')).toEqual({ flag: 'other', text: 'off scale low' });
  });
});

describe('a critical result in words', () => {
  test.each([
    ['Critical value based on age', 'AA'],
    ['Critical change from baseline', 'AA'],
    ['Critical; lavender tube', 'AA'],
    ['Kritischer Wert, Rückruf erhalten', 'AA'],
    ['Kritisch erhöht', 'HH'],
    ['Kritisch niedrig', 'LL'],
    ['Crítico alto', 'HH'],
    ['Valeur critique basse', 'LL'],
    ['Kein Alarmwert', ''],
    ['não crítico', ''],
    ['ej kritisk', ''],
  ])('%s has the flag "%s"', (text, flag) => {
    expect(readFlag([{ text }]).flag.replace('other', '')).toBe(flag);
  });
});
