import { describe, expect, test } from 'vitest';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { observation, ucum } from '../../testing/readRecordFixture.ts';

const SPO2 = loinc('2708-6', '59408-5');
const saturation = (more: object = {}) =>
  observation({ id: 's', code: SPO2, valueQuantity: ucum(92, '%'), ...more });
const part = (code: string, value: object) => ({ code: loinc(code), ...value });
const flow = (value: number) => ({ valueQuantity: ucum(value, 'L/min') });

/** Returns the oxygen of each result by the id of its Observation. */
function oxygenOf(...resources: readonly object[]): Record<string, string | undefined> {
  const sheet = emptyFlowsheet();
  sheet.take(resources);
  const rows = sheet.snapshot().series.flatMap((series) => [...series.rows, ...series.listed]);
  return Object.fromEntries(
    rows.map(({ id, kind, attached }) => [id + kind.component.replace(/.*\|/, ' '), attached?.oxygen]),
  );
}

describe('oxygen stands with the saturation that it belongs to', () => {
  test.each([
    ['flow', [part('3151-8', flow(2))], 'on 2 L/min oxygen'],
    ['share', [part('3150-6', { valueQuantity: ucum(40, '%') })], 'FiO2 40 %'],
    [
      'flow and share',
      [part('3151-8', flow(6)), part('3150-6', { valueQuantity: ucum(45, '%') })],
      'on 6 L/min oxygen, FiO2 45 %',
    ],
    ['room air in words', [part('3151-8', { valueString: 'Room air' })], 'on Room air'],
    [
      'a device',
      [{ code: { text: 'Oxygen delivery device' }, valueCodeableConcept: { text: 'Nasal cannula' } }],
      'Nasal cannula',
    ],
    ['a share by its name', [{ code: { text: 'FiO2' }, valueQuantity: { value: 0.6 } }], 'FiO2 0.6'],
    ['a fraction in UCUM', [part('3150-0', { valueQuantity: ucum(0.4, '1') })], 'FiO2 0.4'],
    ['a fraction in words', [part('3150-0', { valueQuantity: ucum(0.4, '{fraction}') })], 'FiO2 0.4'],
    [
      'a fraction that is called percent',
      [part('3150-0', { valueQuantity: ucum(0.4, '%') })],
      'FiO2 0.4 % (unit in doubt)',
    ],
    ['pure oxygen as a fraction', [part('3150-0', { valueQuantity: ucum(1, '1') })], 'FiO2 1'],
    ['pure oxygen in percent', [part('3150-0', { valueQuantity: ucum(100, '%') })], 'FiO2 100 %'],
  ])('%s as a component', (_, component, words) => {
    expect(oxygenOf(saturation({ component }))['s']).toBe(words);
  });

  test('a component that is no saturation has none', () => {
    const component = [part('8867-4', { valueQuantity: ucum(80, '/min') }), part('3151-8', flow(2))];
    const found = oxygenOf(saturation({ component }));
    expect(found).toMatchObject({ s: 'on 2 L/min oxygen', 's 8867-4': '' });
  });

  const alone = (id: string, code: string, value: object, more: object = {}) =>
    observation({ id, code: loinc(code), ...value, ...more });

  test('as Observations of their own, at the same time in the same encounter, in any order', () => {
    const encounter = { encounter: { reference: 'Encounter/e1' } };
    const all = [
      alone('f', '3151-8', flow(4), encounter),
      saturation(encounter),
      alone('i', '3150-6', { valueQuantity: ucum(36, '%') }, encounter),
    ];
    expect(oxygenOf(...all)['s']).toBe('on 4 L/min oxygen, FiO2 36 %');
    expect(oxygenOf(...all.toReversed())['s']).toBe('on 4 L/min oxygen, FiO2 36 %');
  });

  test.each([
    ['a minute later', { effectiveDateTime: '2026-01-02T18:31:00Z' }],
    ['in another encounter', { encounter: { reference: 'Encounter/e2' } }],
    ['cancelled', { status: 'cancelled' }],
    ['withdrawn', { status: 'entered in error' }],
    ['on a day without a time', { effectiveDateTime: '2026-01-02' }],
  ])('oxygen that was measured %s is not joined', (_, more) => {
    expect(oxygenOf(saturation(), alone('f', '3151-8', flow(4), more))['s']).toBeUndefined();
  });

  test('a newer version of the flow replaces the older one', () => {
    const sent = (versionId: string, value: number) =>
      alone('f', '3151-8', flow(value), { meta: { versionId } });
    expect(oxygenOf(saturation(), sent('1', 4), sent('2', 10))['s']).toBe('on 10 L/min oxygen');
    expect(oxygenOf(saturation(), sent('2', 10), sent('1', 4))['s']).toBe('on 10 L/min oxygen');
  });
});
