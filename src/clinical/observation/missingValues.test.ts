import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { absentReasonText, absentTextBeside, absentValueText, isAbsentCode } from './dataAbsentReason.ts';
import { PANEL_FLAG_NOTE } from './flag/flag.ts';
import { quantity, read, readRows } from './observationFixture.ts';
import { plainRowKind } from './plainRowKind.ts';
import { reasonText } from './reasons/reasons.ts';
import type { RowKind } from './resultRow.ts';
import { reasonsTexts } from './reasons/reasons.messages.ts';

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const because = (valueCode: string, url = EXTENSION) => ({ extension: [{ url, valueCode }] });
const masked = { coding: [{ code: 'masked', display: 'Masked' }] };

describe('rule 21: why there is no value', () => {
  test.each([
    ['beside the place of the value', { dataAbsentReason: { text: 'Refused' } }, 'Refused'],
    ['in the place of the value', { _valueString: because('asked-unknown') }, 'asked-unknown'],
    ['in the place of a quantity', { valueQuantity: because('error') }, 'error'],
    ['in the place of its number', { valueQuantity: { _value: because('error') } }, 'error'],
    ['behind another extension', { _valueTime: because('x', 'http://x.example') }, ''],
    ['in the place of no value', { _status: because('error') }, ''],
    ['in an element that only ends like one', { some_valueString: because('error') }, ''],
    ['nowhere', {}, ''],
    ['as a masked value', { dataAbsentReason: masked }, 'withheld by the health system'],
    ['as a masked extension', { _valueString: because('masked') }, 'withheld by the health system'],
    [
      'twice: the element counts',
      { dataAbsentReason: { text: 'Refused' }, _valueString: because('error') },
      'Refused',
    ],
  ])('%s', (_, source, words) => {
    expect(absentValueText({ ...source })).toBe(words);
  });

  test.each([
    [
      { valueQuantity: { unit: 'mg/L', extension: [{ url: 'http://x.example', valueString: '<0.01' }] } },
      '<0.01',
    ],
    [
      { _valueString: because('NASK', 'http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor') },
      'NASK',
    ],
    [
      {
        valueQuantity: {
          unit: 'mg/L',
          _value: { extension: [{ url: 'x', valueString: 'below detection' }] },
        },
      },
      'below detection',
    ],
    [
      { _valueString: { extension: [{ url: 'x', valueCode: 'other' }, ...because('error').extension] } },
      'error',
    ],
    [{ _valueString: { extension: [{ url: 'x', valueBoolean: true }] } }, ''],
    [{ _valueString: { extension: [{ url: 'x', extension: [{ url: 'y', valueString: 'deep' }] }] } }, ''],
    [{ valueQuantity: { unit: 'mg/L' } }, ''],
  ])('what another extension says in the place of the value is told: %j', (source, absentReason) => {
    const [row] = readRows(read({ code: loinc('1988-5'), ...source }));
    expect(row?.kind).toMatchObject({ reason: 'no-value', absentReason });
  });

  test.each([
    { valueQuantity: { ...quantity(3, 'mg/L'), extension: [{ url: 'x', valueString: 'rounded' }] } },
    { valueQuantity: quantity(0, 'mg/L'), extension: [{ url: 'x', valueString: 'rounded' }] },
    { valueInteger: 3, _valueInteger: { extension: [{ url: 'x', valueCode: 'exact' }] } },
  ])('but beside a value it is no reason: %j', (source) => {
    const [row] = readRows(read({ code: loinc('1988-5'), ...source }));
    expect(row?.kind.absentReason).toBe('');
  });

  test('a long reason is cut', () => {
    expect(absentReasonText({ text: 'r'.repeat(300) })).toBe(`${'r'.repeat(239)}…`);
  });

  test.each([
    [{ dataAbsentReason: { text: 'Refused' } }, 'Refused'],
    [{ valueQuantity: { value: 1, ...because('error') } }, 'error'],
    [{ valueQuantity: { value: 1 } }, ''],
    [{ valueInteger: 1, _valueInteger: because('error') }, 'error'],
    [{ valueInteger: 1 }, ''],
  ])('beside a value: %j', (source, words) => {
    expect(absentTextBeside({ ...source })).toBe(words);
  });

  test('a code is a reason when its system is that of the reasons', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
    expect(isAbsentCode({ coding: [{ system: 'http://x.example' }, { system }] })).toBe(true);
    expect(isAbsentCode({ coding: [{ system: 'http://x.example', code: 'unknown' }] })).toBe(false);
    expect(isAbsentCode({})).toBe(false);
  });
});

describe('the words for a row that is listed', () => {
  const words = (kind: Partial<RowKind>) => reasonText({ kind: { ...plainRowKind, ...kind } });

  test.each([
    [{}, ''],
    [{ reason: 'no-value' }, 'no value in the record'],
    [{ reason: 'no-value', absentReason: 'Refused' }, 'no value: Refused'],
    [{ reason: 'status', status: '' }, 'no status given'],
    [{ reason: 'status', status: 'registered' }, 'status: registered'],
    [{ reason: 'text', check: 'check value' }, 'text, not a number'],
    [{ reason: 'contradiction' }, reasonsTexts('contradiction')],
    [
      { reason: 'contradiction', check: 'check unit: may be g/L' },
      reasonsTexts('contradictionWith', { check: 'check unit: may be g/L' }),
    ],
  ] as const)('%j: "%s"', (kind, text) => {
    expect(words(kind)).toBe(text);
  });
});

describe('rule 27: the flag and the range of a whole panel', () => {
  const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
  const flagged = (code: string) => ({ interpretation: [{ coding: [{ system: V3, code }] }] });
  const referenceRange = [{ text: 'see report' }];
  const component = [
    { code: loinc('2823-3'), valueQuantity: quantity(4.2, 'mmol/L') },
    { code: loinc('2951-2'), valueQuantity: quantity(140, 'mmol/L'), ...flagged('N') },
  ];
  const shown = (fields: object) =>
    readRows(read({ code: { text: 'Panel' }, component, referenceRange, ...flagged('H'), ...fields })).map(
      ({ kind }) => [kind.flag, kind.flagText, kind.rangeText],
    );

  test('are those of the parts that have none of their own', () => {
    const range = `see report ${PANEL_FLAG_NOTE}`;
    expect(shown({})).toEqual([
      ['A', `H ${PANEL_FLAG_NOTE}`, range],
      ['N', 'N', range],
    ]);
  });

  test('are about the value of the panel where it has one', () => {
    expect(shown({ valueString: 'normal' })).toEqual([
      ['', '', ''],
      ['N', 'N', ''],
      ['H', 'H', 'see report'],
    ]);
  });
});

test('rule 21: a reason that stands as an extension of the Observation or of a component is told', () => {
  const { extension } = because('not-performed');
  const reasonsOf = (fields: object) => readRows(read(fields)).map(({ kind }) => kind.absentReason);
  expect(reasonsOf({ code: loinc('2823-3'), extension })).toEqual(['not-performed']);
  const systolic = { code: loinc('8480-6'), valueQuantity: quantity(120, 'mm[Hg]') };
  const component = [systolic, { code: loinc('8462-4'), extension }];
  expect(reasonsOf({ code: loinc('85354-9'), component })).toEqual(['', 'not-performed']);
  expect(reasonsOf({ code: loinc('2823-3'), extension: [{ url: 'urn:other', valueCode: 'x' }] })).toEqual([
    '',
  ]);
});
