import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { plainRowKind } from '../plainRowKind.ts';
import { quantity, readRow } from '../observationFixture.ts';
import type { Row, RowKind } from '../resultRow.ts';
import { valueTextOf } from '../value.ts';
import { dependsOnOxygen, isOxygenCode, joinOxygen, oxygenOf, oxygenOfRow } from './oxygen.ts';

const component = (code: object, value: object) => ({ code, ...value });
const words = (code: object, value: object) => oxygenOf([component(code, value)], valueTextOf);
const [FLOW, SHARE] = [loinc('3151-8'), loinc('3150-6')];

describe('which results oxygen belongs to', () => {
  test.each([
    ['59408-5', true],
    ['2708-6', true],
    ['2703-7', true],
    ['3151-8', true],
    ['3150-6', true],
    ['19994-3', true],
    ['2823-3', false],
    ['', false],
  ])('the code %s: %s', (code, isOxygen) => {
    expect(isOxygenCode(code)).toBe(isOxygen);
  });

  test.each([
    ['59408-5', '', true],
    ['2703-7', 'x', true],
    ['99999-9', 'spo2', true],
    ['99999-9', 'sao2-art', true],
    ['99999-9', 'po2~arterial blood', true],
    ['99999-9', 'so2', true],
    ['99999-9', 'pco2-art', false],
    ['99999-9', 'text:spo2', false],
    ['99999-9', 'po2x', false],
    ['3151-8', 'o2flow', false],
  ])('%s of the series "%s" means something else with more oxygen: %s', (code, seriesId, depends) => {
    expect(dependsOnOxygen(code, seriesId)).toBe(depends);
  });
});

describe('rule 22: the oxygen that a component names', () => {
  test.each([
    ['a flow', FLOW, { valueQuantity: quantity(2, 'L/min') }, 'on 2 L/min oxygen'],
    [
      'a flow beyond the meter',
      FLOW,
      { valueQuantity: { ...quantity(15, 'L/min'), comparator: '>=' } },
      'on >=15 L/min oxygen',
    ],
    ['a flow below one', FLOW, { valueString: '.5 L/min' }, 'on .5 L/min oxygen'],
    ['a flow with a blank', FLOW, { valueString: '< 1 L/min' }, 'on < 1 L/min oxygen'],
    ['a flow in words', FLOW, { valueString: 'low flow 2' }, 'low flow 2'],
    ['room air as a flow', FLOW, { valueString: 'Room air' }, 'on Room air'],
    ['room air in two letters', FLOW, { valueString: 'RA' }, 'on room air'],
    ['words that end in these letters', FLOW, { valueString: 'extra' }, 'extra'],
    ['words that begin with them', FLOW, { valueString: 'rationed' }, 'rationed'],
    ['a share', SHARE, { valueQuantity: quantity(28, '%') }, 'FiO2 28 %'],
    ['a share of room air', SHARE, { valueString: 'On room air' }, 'on room air'],
    ['a share set at a ventilator', loinc('19994-3'), { valueQuantity: quantity(40, '%') }, 'FiO2 40 %'],
    ['room air at rest', SHARE, { valueString: 'resting on room air' }, 'on resting on room air'],
    ['nothing', FLOW, {}, ''],
    ['a blank', SHARE, { valueString: ' ' }, ''],
    ['another result', loinc('2823-3'), { valueQuantity: quantity(4, 'mmol/L') }, ''],
  ])('%s', (_, code, value, said) => {
    expect(words(code, value)).toBe(said);
  });

  test.each([
    ['FiO2', { valueQuantity: quantity(40, '%') }, 'FiO2 40 %'],
    ['Inspired oxygen concentration', { valueQuantity: quantity(40, '%') }, 'FiO2 40 %'],
    ['Inhaled oxygen flow rate', { valueQuantity: quantity(3, 'L/min') }, 'on 3 L/min oxygen'],
    ['O2 rate', { valueQuantity: quantity(3, 'L/min') }, 'on 3 L/min oxygen'],
    ['Oxygen delivery device', { valueCodeableConcept: { text: 'Nasal cannula' } }, 'Nasal cannula'],
    ['Oxygen delivery device', { valueString: '2 prongs' }, '2 prongs'],
    ['Pulse', { valueQuantity: quantity(72, '/min') }, ''],
  ])('by the name "%s"', (text, value, said) => {
    expect(words({ text }, value)).toBe(said);
  });

  test('its code is believed before its name', () => {
    expect(words({ ...SHARE, text: 'Oxygen flow' }, { valueQuantity: quantity(28, '%') })).toBe('FiO2 28 %');
    const second = { coding: [{ code: 'x' }, ...FLOW.coding] };
    expect(words(second, { valueQuantity: quantity(2, 'L/min') })).toBe('on 2 L/min oxygen');
  });

  test('the flow stands first, and each only once', () => {
    const all = [
      component(SHARE, { valueQuantity: quantity(28, '%') }),
      component({ text: 'Oxygen device' }, { valueString: 'mask' }),
      component(FLOW, { valueQuantity: quantity(2, 'L/min') }),
      component(FLOW, { valueQuantity: quantity(2, 'L/min') }),
    ];
    expect(oxygenOf(all, valueTextOf)).toBe('on 2 L/min oxygen, FiO2 28 %, mask');
    expect(joinOxygen(['mask on ', 'on 2 L/min oxygen', 'FiO2 28 %'])).toBe(
      'on 2 L/min oxygen, mask on , FiO2 28 %',
    );
    expect(joinOxygen([])).toBe('');
  });

  test('a result of its own is on the saturation as it was sent', () => {
    const row = readRow({ code: { text: 'SpO2' }, component: [component(FLOW, { valueString: '2 L/min' })] });
    expect(row.attached?.oxygen).toBe('on 2 L/min oxygen');
  });
});

describe('the oxygen that a result of its own names', () => {
  const rowOf = (kind: Partial<RowKind>, valueText = '2'): Row => ({
    id: 'o1',
    kind: { ...plainRowKind, code: '3151-8', unit: 'L/min', ...kind },
    timeMs: 0,
    effective: '',
    value: 2,
    valueText,
  });

  test.each([
    ['a number', {}, 'on 2 L/min oxygen'],
    ['a limit', { comparator: '<' }, 'on <2 L/min oxygen'],
    ['a number without a unit', { unit: '', reason: 'no-unit' }, 'on 2 oxygen'],
    ['a number in an odd unit', { reason: 'unit-mismatch' }, 'on 2 L/min oxygen'],
    ['a share', { code: '3150-6', unit: '%' }, 'FiO2 2 %'],
    ['a component', { component: 'http://loinc.org|3151-8' }, ''],
    ['another code', { code: '2823-3' }, ''],
    ['a time that cannot be right', { reason: 'future' }, ''],
    ['a result that is no result', { reason: 'status' }, ''],
  ] as const)('%s', (_, kind, said) => {
    expect(oxygenOfRow(rowOf(kind))).toBe(said);
  });

  test('without a value it names none', () => {
    expect(oxygenOfRow(rowOf({}, ''))).toBe('');
    expect(oxygenOfRow(rowOf({ unit: '', reason: 'text' }, 'room air'))).toBe('on room air');
  });
});
