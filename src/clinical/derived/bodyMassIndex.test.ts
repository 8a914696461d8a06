import { describe, expect, test } from 'vitest';
import { readMoment } from '../time/date.ts';
import {
  DERIVED_AT,
  derive,
  derivedValuesOf,
  absentReasonsOf,
  sentWeight,
  sentHeight,
} from './derivedFixture.ts';
import { derivedTexts } from './derived.messages.ts';

describe('body mass index', () => {
  test('of an adult: the last height of the 365 days before', () => {
    const bmi = derive('bmi~calculated', [
      sentHeight(180, '2024-01-01T08:00:00Z'),
      sentHeight(1.8, '2025-04-01T08:00:00Z', 'm'),
      sentHeight(170, '2026-03-02T08:00:00Z'),
      sentWeight(81),
    ]);
    expect(derivedValuesOf(bmi)).toEqual(['25.0']);
    expect(bmi?.inputsAt(0).map(({ row }) => [row.valueText, row.kind.unit, row.effective])).toEqual([
      ['81', 'kg', DERIVED_AT],
      ['1.8', 'm', '2025-04-01T08:00:00Z'],
    ]);
  });

  test('rule 23: of a weight that was sent twice it is one value, also in two units', () => {
    const twice = [
      sentWeight(81),
      sentWeight(81),
      sentHeight(180, '2026-03-02T08:00:00Z'),
      sentHeight(180, '2025-06-01T08:00:00Z'),
    ];
    expect(derivedValuesOf(derive('bmi~calculated', twice))).toEqual(['25.0']);
    const inPounds = [
      sentWeight(70),
      sentWeight(154, DERIVED_AT, '[lb_av]'),
      sentHeight(180, '2025-06-01T08:00:00Z'),
    ];
    expect(derivedValuesOf(derive('bmi~calculated', inPounds))).toEqual(['21.6']);
  });

  test('a height of the same time counts, one of 366 days before does not', () => {
    expect(derivedValuesOf(derive('bmi~calculated', [sentWeight(81), sentHeight(180, DERIVED_AT)]))).toEqual([
      '25.0',
    ]);
    const old = derive('bmi~calculated', [sentWeight(81), sentHeight(180, '2025-02-28T08:00:00Z')]);
    expect(old?.series).toBeUndefined();
    expect(absentReasonsOf(old)).toEqual(['no usable height in the 365 days before']);
  });

  test('pounds and inches by their exact factors; each input as it was sent', () => {
    const bmi = derive('bmi~calculated', [
      sentWeight(178.6, DERIVED_AT, '[lb_av]'),
      sentHeight(70.9, DERIVED_AT, '[in_i]'),
    ]);
    expect(derivedValuesOf(bmi)).toEqual(['25.0']);
    expect(bmi?.inputsAt(0).map(({ row }) => row.kind.unit)).toEqual(['[lb_av]', '[in_i]']);
  });

  test('of a child: a height of the same day only, before or after', () => {
    const child = { birth: readMoment('2018-05-01') };
    const sent = [
      sentWeight(20),
      sentHeight(120, '2026-03-01T15:00:00Z'),
      sentHeight(119, '2026-02-28T08:00:00Z'),
    ];
    expect(derivedValuesOf(derive('bmi~calculated', sent, child))).toEqual(['13.9']);
    const yesterday = derive(
      'bmi~calculated',
      [sentWeight(20), sentHeight(119, '2026-02-28T08:00:00Z')],
      child,
    );
    expect(absentReasonsOf(yesterday)).toEqual(['no usable height on the same day (younger than 20 years)']);
  });

  test('twenty is counted to the day, and an inexact birth date only when it is sure', () => {
    const sent = [sentWeight(60), sentHeight(170, '2026-02-20T08:00:00Z')];
    const at = (birth: string) =>
      derivedValuesOf(derive('bmi~calculated', sent, { birth: readMoment(birth) }));
    expect(at('2006-03-01')).toEqual(['20.8']);
    expect(at('2006-03-02')).toBeUndefined();
    expect(at('2006')).toBeUndefined();
    expect(at('2005')).toEqual(['20.8']);
  });

  test('without a birth date none, and it is said', () => {
    const unknown = derive('bmi~calculated', [sentWeight(81), sentHeight(180, DERIVED_AT)], {
      birth: readMoment(''),
    });
    expect(unknown?.series).toBeUndefined();
    expect(absentReasonsOf(unknown)).toEqual([derivedTexts('birthNotKnown')]);
  });

  test('rule 25: the missing input is named', () => {
    expect(absentReasonsOf(derive('bmi~calculated', [sentWeight(81)]))).toEqual(['no height']);
    expect(absentReasonsOf(derive('bmi~calculated', []))).toEqual(['no weight', 'no height']);
  });

  test.each(['Stated', 'Patient reported', 'Estimated'])('what is %s by its method is no input', (text) => {
    const more = { method: { text } };
    const weight = [{ ...sentWeight(81), more }, sentHeight(180, DERIVED_AT)];
    expect(absentReasonsOf(derive('bmi~calculated', weight))).toEqual(['no weight']);
    const height = [sentWeight(81), { ...sentHeight(180, DERIVED_AT), more }];
    expect(absentReasonsOf(derive('bmi~calculated', height))).toEqual(['no height']);
  });

  test('a length measured lying is no height', () => {
    const lying = derive('bmi~calculated', [sentWeight(4), { at: DERIVED_AT, result: ['8306-3', 52, 'cm'] }]);
    expect(absentReasonsOf(lying)).toEqual(['no height']);
  });
});
