/** A result about another being than the patient never stands on the patient's line. */
import { describe, expect, test } from 'vitest';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

const potassium = (id: string, fields: object) =>
  observation({ id, code: loinc('2823-3'), valueQuantity: ucum(4.2, 'mmol/L'), ...fields });
const withText = (text: string) => ({ code: { ...loinc('2823-3'), text } });
const namesOf = (...resources: readonly object[]) => readRecord(resources).series.map(({ name }) => name);

describe('words that name another being or another source', () => {
  test.each([
    ['fetal', withText('Fetal potassium')],
    ['fetal', withText('Potassium (foetus 2)')],
    ['fetal', { code: { coding: [{ ...loinc('2823-3').coding[0], display: 'Potassium, FOETAL scalp' }] } }],
    ['cord', { specimen: { display: 'Umbilical cord blood, venous' } }],
    ['cord', { bodySite: { text: 'Umbilical artery' } }],
    ['newborn', withText('Potassium newborn')],
    ['newborn', withText('Potassium, baby A')],
    ['donor', { specimen: { display: 'Donor serum' } }],
    ['recipient', withText('Recipient potassium')],
    ['maternal', withText('Mother’s potassium')],
    ['maternal', { specimen: { display: 'Maternal blood' } }],
    ['placenta', { bodySite: { text: 'Placenta' } }],
    ['paternal', withText('K, father')],
    ['sibling', withText('K of sibling')],
    ['control', { method: { text: 'Calibrator run' } }],
    ['control', withText('Potassium, blank')],
  ])('%s keeps the result off the patient’s line, with its words and its value', (being, fields) => {
    const record = readRecord([potassium('own', {}), potassium('other', fields)]);
    expect(record.series).toHaveLength(2);
    expect(record.series.map(({ id }) => id)).toContain('k');
    const other = record.series.find(({ id }) => id !== 'k');
    expect(other?.name).toContain(being);
    expect(other?.rows.map(({ value }) => value)).toEqual([4.2]);
  });

  test.each([
    [withText('Potassium QC level 2')],
    [withText('Reagent blank')],
    [withText('Calibrator run')],
    [{ specimen: { display: 'Normal control' } }],
  ])(
    'a sample that is certainly a control is listed with its value, in a series of its own: %j',
    (fields) => {
      const record = readRecord([potassium('own', {}), potassium('other', fields)]);
      const other = record.series.find(({ id }) => id !== 'k');
      expect([other?.name, other?.rows.length]).toEqual(['Potassium, control', 0]);
      expect(other?.listed.map(({ valueText, kind }) => [valueText, kind.reason])).toEqual([
        ['4.2', 'quality-control'],
      ]);
    },
  );

  test('the words of a component keep it off the line too', () => {
    const panel = (id: string, text: string) =>
      observation({
        id,
        code: { text: 'Pulse' },
        component: [{ code: { ...loinc('8867-4'), text }, valueQuantity: ucum(140, '/min') }],
      });
    expect(namesOf(panel('a', 'Heart rate'), panel('b', 'Fetal heart rate'))).toEqual([
      'Heart rate',
      'Heart rate, fetal',
    ]);
  });

  test.each([
    'Glycemic control',
    'Potassium (well controlled)',
    'Potassium after spinal cord injury',
    'Placental growth factor',
    'Fetal haemoglobin',
    'Fetal Hgb',
    'Asthma control test',
    'Potassium beside alpha-fetoprotein',
    'Accordance',
  ])('“%s” is about the patient', (text) => {
    expect(namesOf(potassium('own', {}), potassium('other', withText(text)))).toEqual(['Potassium']);
  });
});
