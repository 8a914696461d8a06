import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { allDerivedSeries, derivedSeriesOf } from './derived.ts';
import {
  T,
  options,
  type Sent,
  derive,
  texts,
  why,
  sentSodium,
  sentChloride,
  sentBicarbonate,
  sentPotassium,
} from './derivedFixture.ts';
import { derivedTexts } from './derived.messages.ts';

describe('anion gap', () => {
  const all = [sentSodium(140), sentPotassium(4), sentChloride(104), sentBicarbonate(24)];

  test('without and with potassium are two series', () => {
    expect(texts(derive('agap~calculated', all))).toEqual(['12']);
    expect(texts(derive('agap-k~calculated', all))).toEqual(['16']);
    expect(derive('agap-k~calculated', all)?.inputsAt(0)).toHaveLength(4);
  });

  test.each([
    ['33037-3', 'agap~calculated'],
    ['10466-1', 'agap~calculated'],
    ['1863-0', 'agap-k~calculated'],
  ])('none beside the laboratory’s own %s', (loinc, id) => {
    const sent: Sent = [...all, { at: T, result: [loinc, 11, 'mmol/L'] }];
    expect(texts(derive(id, sent))).toBeUndefined();
    const other = id === 'agap~calculated' ? 'agap-k~calculated' : 'agap~calculated';
    expect(texts(derive(other, sent))).toHaveLength(1);
  });

  test('inputs of another time do not belong to it', () => {
    const late = derive('agap~calculated', [
      sentSodium(140),
      sentChloride(104),
      sentBicarbonate(24, '2026-03-01T08:01:00Z'),
    ]);
    expect(why(late)).toEqual(['no bicarbonate at the same time']);
  });

  test('rule 23: of two different numbers of one time none is taken, of two equal ones it is one value', () => {
    const two = derive('agap~calculated', [
      sentSodium(140),
      sentSodium(150),
      sentChloride(104),
      sentBicarbonate(24),
    ]);
    expect(why(two)).toEqual(['more than one sodium at the same time']);
    expect(texts(derive('agap~calculated', [...all, sentSodium(140)]))).toEqual(['12']);
    const chlorides = derive('agap~calculated', [...all, sentChloride(90)]);
    expect(why(chlorides)).toEqual(['more than one chloride at the same time']);
  });

  test('rule 20: no limit and no preliminary result is an input', () => {
    expect(
      why(derive('agap~calculated', [sentSodium('<140'), sentChloride(104), sentBicarbonate(24)])),
    ).toEqual([derivedTexts('noUsableInput', { name: 'sodium' })]);
    const preliminary = derive('agap~calculated', [
      { ...sentSodium(140), status: 'preliminary' },
      sentChloride(104),
      sentBicarbonate(24),
    ]);
    expect(preliminary?.series).toBeUndefined();
  });
});

describe('corrected calcium', () => {
  const sent: Sent = [
    { at: T, result: ['17861-6', 8.2, 'mg/dL'] },
    { at: T, result: ['1751-7', 28, 'g/L'] },
  ];
  const chosen = { correctedCalcium: true };

  test('is off until somebody chooses it', () => {
    expect(
      allDerivedSeries(seriesOfCodedResults(sent), options).map(({ rule }) => rule.catalogEntryId),
    ).not.toContain('ca-corrected');
    expect(derive('ca-corrected~calculated', sent)).toBeUndefined();
    expect(texts(derive('ca-corrected~calculated', sent, chosen))).toEqual(['9.2']);
  });

  test('rule 16: calcium in mmol/L is not mixed in', () => {
    const molar = derive(
      'ca-corrected~calculated',
      [
        { at: T, result: ['2000-8', 2.05, 'mmol/L'] },
        { at: T, result: ['1751-7', 2.8, 'g/dL'] },
      ],
      chosen,
    );
    expect(molar?.series).toBeUndefined();
    expect(why(molar)).toEqual(['calcium is in mmol/L, the formula needs mg/dL']);
  });
});

describe('non-HDL cholesterol', () => {
  const chol = (value: number, unit: string): Sent[number] => ({ at: T, result: ['2093-3', value, unit] });
  const hdl = (value: number, unit: string): Sent[number] => ({ at: T, result: ['2085-9', value, unit] });

  test('is in the unit of both of its inputs, and never of two units', () => {
    expect(texts(derive('nonhdl~calculated', [chol(200, 'mg/dL'), hdl(50, 'mg/dL')]))).toEqual(['150']);
    const molar = [chol(5.2, 'mmol/L'), hdl(1.3, 'mmol/L')];
    expect(texts(derive('nonhdl~mmol/L~calculated', molar))).toEqual(['3.9']);
    const mixed = seriesOfCodedResults([chol(200, 'mg/dL'), hdl(1.3, 'mmol/L')]);
    const made = allDerivedSeries(mixed, options).filter(({ series }) => series);
    expect(made).toEqual([]);
    expect(why(derivedSeriesOf('nonhdl~calculated', mixed, options))).toEqual([
      'HDL cholesterol is in mmol/L, the formula needs mg/dL',
    ]);
  });

  test('none beside the laboratory’s own', () => {
    const own = derive('nonhdl~calculated', [
      chol(200, 'mg/dL'),
      hdl(50, 'mg/dL'),
      { at: T, result: ['43396-1', 148, 'mg/dL'] },
    ]);
    expect(why(own)).toEqual([derivedTexts('measured')]);
  });
});
