import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { allDerivedSeries, derivedSeriesOf } from './derived.ts';
import {
  DERIVED_AT,
  derivedOptions,
  type Sent,
  derive,
  derivedValuesOf,
  absentReasonsOf,
  sentSodium,
  sentChloride,
  sentBicarbonate,
  sentPotassium,
} from './derivedFixture.ts';
import { derivedTexts } from './derived.messages.ts';

describe('anion gap', () => {
  const all = [sentSodium(140), sentPotassium(4), sentChloride(104), sentBicarbonate(24)];

  test('without and with potassium are two series', () => {
    expect(derivedValuesOf(derive('agap~calculated', all))).toEqual(['12']);
    expect(derivedValuesOf(derive('agap-k~calculated', all))).toEqual(['16']);
    expect(derive('agap-k~calculated', all)?.inputsAt(0)).toHaveLength(4);
  });

  test.each([
    ['33037-3', 'agap~calculated'],
    ['10466-1', 'agap~calculated'],
    ['1863-0', 'agap-k~calculated'],
  ])('none beside the laboratory’s own %s', (loinc, id) => {
    const sent: Sent = [...all, { at: DERIVED_AT, result: [loinc, 11, 'mmol/L'] }];
    expect(derivedValuesOf(derive(id, sent))).toBeUndefined();
    const other = id === 'agap~calculated' ? 'agap-k~calculated' : 'agap~calculated';
    expect(derivedValuesOf(derive(other, sent))).toHaveLength(1);
  });

  test('inputs of another time do not belong to it', () => {
    const late = derive('agap~calculated', [
      sentSodium(140),
      sentChloride(104),
      sentBicarbonate(24, '2026-03-01T08:01:00Z'),
    ]);
    expect(absentReasonsOf(late)).toEqual(['no usable total CO2 at the same time']);
  });

  test('a bicarbonate that is no total CO2 is not said to be missing', () => {
    const bicarbonate = { at: DERIVED_AT, result: ['1963-8', 23, 'mmol/L'] } as const;
    const gap = derive('agap~calculated', [sentSodium(140), sentChloride(104), bicarbonate]);
    expect(absentReasonsOf(gap)).toEqual(['no total CO2']);
    expect(gap?.rule.formula).toBe('sodium − (chloride + total CO2)');
  });

  test('rule 23: of two different numbers of one time none is taken, of two equal ones it is one value', () => {
    const two = derive('agap~calculated', [
      sentSodium(140),
      sentSodium(150),
      sentChloride(104),
      sentBicarbonate(24),
    ]);
    expect(absentReasonsOf(two)).toEqual(['more than one sodium at the same time']);
    expect(derivedValuesOf(derive('agap~calculated', [...all, sentSodium(140)]))).toEqual(['12']);
    const chlorides = derive('agap~calculated', [...all, sentChloride(90)]);
    expect(absentReasonsOf(chlorides)).toEqual(['more than one chloride at the same time']);
  });

  test('rule 20: no limit and no preliminary result is an input', () => {
    expect(
      absentReasonsOf(
        derive('agap~calculated', [sentSodium('<140'), sentChloride(104), sentBicarbonate(24)]),
      ),
    ).toEqual([derivedTexts('noUsableInput', { name: 'sodium' })]);
    const preliminary = derive('agap~calculated', [
      { ...sentSodium(140), status: 'preliminary' },
      sentChloride(104),
      sentBicarbonate(24),
    ]);
    expect(preliminary?.series).toBeUndefined();
  });
});

test.each([
  ['was hemolyzed', { note: [{ text: 'Specimen hemolyzed' }] }],
  ['was clotted', { interpretation: [{ text: 'clotted specimen' }] }],
  ['was called absent by its server', { dataAbsentReason: { coding: [{ code: 'error' }] } }],
])('a sample that %s enters no calculated value', (_, more) => {
  const sent = [sentSodium(140), sentChloride(104), sentBicarbonate(24)];
  const withPotassium = (one: Sent[number]) => derive('agap-k~calculated', [...sent, one]);
  expect(derivedValuesOf(withPotassium(sentPotassium(6.8)))).toEqual(['19']);
  const marked = withPotassium({ ...sentPotassium(6.8), more });
  expect(marked?.series).toBeUndefined();
  expect(absentReasonsOf(marked)).toEqual(['no final potassium with an exact time that needs no check']);
});

test.each([
  ['no flag', ''],
  ['a flag of its own', 'H'],
])('rule 23: what one copy of a result says of its specimen holds for the other, which has %s', (_, flag) => {
  const sent = [sentSodium(140), sentChloride(104), sentBicarbonate(24)];
  const flagged = flag === '' ? {} : { interpretation: [{ coding: [{ code: flag }] }] };
  const copies: Sent = [
    { ...sentPotassium(6.8), more: flagged },
    { ...sentPotassium(6.8), more: { note: [{ text: 'Specimen hemolyzed' }] } },
  ];
  for (const both of [copies, copies.toReversed()])
    expect(derive('agap-k~calculated', [...sent, ...both])?.series).toBeUndefined();
});

describe('what another result says of a specimen holds for its calculated values too (decision 72)', () => {
  const TUBE = { specimen: { reference: 'Specimen/tube-1' } };
  const others: Sent = [sentSodium(140), sentChloride(104), sentBicarbonate(24)];
  const noted = (more: object): Sent[number] => ({
    id: 'ldh',
    at: DERIVED_AT,
    result: ['2532-0', 610, 'U/L'],
    more: { note: [{ text: 'Specimen hemolyzed' }], ...more },
  });
  const check = {
    code: { text: 'Hemolysis index' },
    valueQuantity: undefined,
    valueString: '3+',
    note: undefined,
  };
  const gapWith = (more: object, other: Sent[number]) =>
    derive('agap-k~calculated', [...others, { ...sentPotassium(6.8), id: 'k', more }, other]);

  test.each([
    ['a result of the same tube', TUBE, TUBE],
    ['its panel', {}, { hasMember: [{ reference: 'Observation/k' }] }],
    ['a check of the same time', {}, check],
  ])('told by %s, its potassium enters none', (_, more, told) => {
    const gap = gapWith(more, noted(told));
    expect(absentReasonsOf(gap)).toEqual(['no final potassium with an exact time that needs no check']);
    expect(gap?.series).toBeUndefined();
  });

  test.each([
    ['another tube', TUBE, { specimen: { reference: 'Specimen/tube-2' } }],
    ['a tube that nobody named', {}, {}],
    ['a tube that was not hemolyzed', TUBE, { ...TUBE, note: [{ text: 'Not hemolyzed' }] }],
  ])('told of %s, it enters one', (_, more, told) => {
    expect(derivedValuesOf(gapWith(more, noted(told)))).toEqual(['19']);
  });

  test('but hemolysis keeps no sodium and no chloride from it, which it hardly moves', () => {
    const ofTube = others.map((one, i) => (i < 2 ? { ...one, more: TUBE } : one));
    expect(derivedValuesOf(derive('agap~calculated', [...ofTube, noted(TUBE)]))).toEqual(['12']);
  });
});

describe('corrected calcium', () => {
  const sent: Sent = [
    { at: DERIVED_AT, result: ['17861-6', 8.2, 'mg/dL'] },
    { at: DERIVED_AT, result: ['1751-7', 28, 'g/L'] },
  ];
  const chosen = { correctedCalcium: true };

  test('is off until somebody chooses it', () => {
    expect(
      allDerivedSeries(seriesOfCodedResults(sent), derivedOptions).map(({ rule }) => rule.catalogEntryId),
    ).not.toContain('ca-corrected');
    expect(derive('ca-corrected~calculated', sent)).toBeUndefined();
    expect(derivedValuesOf(derive('ca-corrected~calculated', sent, chosen))).toEqual(['9.2']);
  });

  test('rule 16: calcium in mmol/L is not mixed in', () => {
    const molar = derive(
      'ca-corrected~calculated',
      [
        { at: DERIVED_AT, result: ['2000-8', 2.05, 'mmol/L'] },
        { at: DERIVED_AT, result: ['1751-7', 2.8, 'g/dL'] },
      ],
      chosen,
    );
    expect(molar?.series).toBeUndefined();
    expect(absentReasonsOf(molar)).toEqual(['calcium is in mmol/L, the formula needs mg/dL']);
  });
});

describe('non-HDL cholesterol', () => {
  const chol = (value: number, unit: string): Sent[number] => ({
    at: DERIVED_AT,
    result: ['2093-3', value, unit],
  });
  const hdl = (value: number, unit: string): Sent[number] => ({
    at: DERIVED_AT,
    result: ['2085-9', value, unit],
  });

  test('is in the unit of both of its inputs, and never of two units', () => {
    expect(absentReasonsOf(derive('nonhdl~calculated', [chol(70, 'mg/dL'), hdl(80, 'mg/dL')]))).toEqual([
      'the inputs contradict each other',
    ]);
    expect(derivedValuesOf(derive('nonhdl~calculated', [chol(200, 'mg/dL'), hdl(50, 'mg/dL')]))).toEqual([
      '150',
    ]);
    const molar = [chol(5.2, 'mmol/L'), hdl(1.3, 'mmol/L')];
    expect(derivedValuesOf(derive('nonhdl~mmol/L~calculated', molar))).toEqual(['3.9']);
    const mixed = seriesOfCodedResults([chol(200, 'mg/dL'), hdl(1.3, 'mmol/L')]);
    const made = allDerivedSeries(mixed, derivedOptions).filter(({ series }) => series);
    expect(made).toEqual([]);
    expect(absentReasonsOf(derivedSeriesOf('nonhdl~calculated', mixed, derivedOptions))).toEqual([
      'HDL cholesterol is in mmol/L, the formula needs mg/dL',
    ]);
  });

  test('none beside the laboratory’s own', () => {
    const own = derive('nonhdl~calculated', [
      chol(200, 'mg/dL'),
      hdl(50, 'mg/dL'),
      { at: DERIVED_AT, result: ['43396-1', 148, 'mg/dL'] },
    ]);
    expect(absentReasonsOf(own)).toEqual([derivedTexts('measured')]);
  });
});
