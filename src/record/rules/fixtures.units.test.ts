import { expect, test } from 'vitest';
import {
  csvLine,
  observation,
  readRecord,
  seriesOf,
  ucum,
  ABSENT,
  csvLineOf,
} from '../../testing/readRecordFixture.ts';
import { UCUM, loinc } from '../../testing/codes.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';

const LISTED = { drawn: 'no', value_converted: '', unit_converted: '' };

test('fixture 10: breaths in "minutes" stand apart, and a translation is never read', () => {
  const breaths = {
    code: loinc('9279-1'),
    valueQuantity: {
      value: 15,
      unit: 'minutes',
      system: UCUM,
      _code: { extension: [{ url: ABSENT, valueCode: 'unknown' }] },
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/iso21090-PQ-translation',
          valueQuantity: { value: 900_000, unit: 'msec', code: 'ms' },
        },
      ],
    },
  };
  expect(csvLine(breaths)).toMatchObject({
    ...LISTED,
    series: 'rr~minutes',
    value: '15',
    unit: 'minutes',
    unit_code: '',
    reason: 'unit not recognised for this test',
  });
  const record = readRecord([
    observation(breaths),
    observation({ id: 'b', code: loinc('9279-1'), valueQuantity: ucum(16, '/min') }),
  ]);
  expect([...seriesOf(record, 'rr').values]).toEqual([16]);
});

test('fixture 11: potassium in g/dL stands apart, unconverted and without a range', () => {
  const grams = { code: loinc('2823-3'), valueQuantity: { value: 0.7, unit: 'g/dL' } };
  expect(csvLine(grams)).toMatchObject({
    ...LISTED,
    series: 'k~g/dL',
    value: '0.7',
    unit: 'g/dL',
    range_low: '',
    range_high: '',
    reason: reasonsTexts('unitMismatch'),
  });
});

test('fixture 12: HbA1c without a unit is not among those in %', () => {
  const record = readRecord([
    observation({ id: 'a', code: loinc('4548-4'), valueQuantity: { value: 5.1 } }),
    observation({ id: 'b', code: loinc('4548-4'), valueQuantity: ucum(6.2, '%') }),
  ]);
  expect([...seriesOf(record, 'a1c').values]).toEqual([6.2]);
  const { listed, unitText, name } = seriesOf(record, 'a1c~no unit');
  expect([listed.length, unitText, name]).toEqual([1, '', 'Hemoglobin A1c, unit not given']);
  expect(csvLineOf(record, 'a')).toMatchObject({
    ...LISTED,
    value: '5.1',
    unit: '',
    reason: 'unit not given',
  });
});

test('fixture 13: glucose in two units and in none is three groups', () => {
  const glucose = (id: string, valueQuantity: object) =>
    observation({ id, code: loinc('2345-7'), valueQuantity });
  const { series, account } = readRecord([
    glucose('a', { value: 181, unit: 'mg/dL' }),
    glucose('b', { value: 10, valueText: '10.0', unit: 'mmol/L' }),
    glucose('c', { value: 189 }),
  ]);
  expect(
    series.map(({ id, unitText, values, listed }) => [id, unitText, [...values], listed.length]),
  ).toEqual([
    ['glucose', 'mg/dL', [181], 0],
    ['glucose~mmol/L', 'mmol/L', [10], 0],
    ['glucose~no unit', '', [], 1],
  ]);
  expect(account).toMatchObject({ received: 3, drawn: 2, listed: 1 });
});

test('fixture 14: the micro sign is kept as sent and joins the series by the alias table alone', () => {
  const sent = { code: loinc('789-8'), valueQuantity: { value: 4.5, unit: '10*6/µL' } };
  expect(csvLine(sent)).toMatchObject({
    series: 'rbc',
    unit: '10*6/µL',
    unit_code: '',
    drawn: 'yes',
    value_converted: '',
  });
  const record = readRecord([
    observation({ ...sent, id: 'a' }),
    observation({
      id: 'b',
      code: loinc('789-8'),
      valueQuantity: ucum(4.6, '10*6/uL'),
      effectiveDateTime: '2026-01-01T08:00:00Z',
    }),
  ]);
  const { values, unitText } = seriesOf(record, 'rbc');
  expect([[...values], unitText]).toEqual([[4.6, 4.5], '10*6/µL']);
});

test.each(['\u00b5g/L', '\u03bcg/L', 'ug/L'])(
  'fixture 14: ferritin in %s is one series, however mu is spelled',
  (unit) => {
    const record = readRecord([
      observation({ id: 'a', code: loinc('2276-4'), valueQuantity: ucum(120, 'ng/mL') }),
      observation({ id: 'b', code: loinc('2276-4'), valueQuantity: { value: 130, unit } }),
    ]);
    expect(record.series.map(({ id }) => id)).toEqual(['ferritin']);
    expect(record.lines.map((each) => each['drawn'])).toEqual(['yes', 'yes']);
  },
);

test.each([
  ['2160-0', 88, 'mol/L', 'creat~umol/L'],
  ['2276-4', 120, 'g/L', 'ferritin'],
  ['3016-3', 2.1, 'IU/mL', 'tsh'],
  ['6690-2', 7200, 'L', 'wbc'],
  ['1742-6', 0.5, 'kat/L', 'alt'],
])(
  'fixture 14: %s in micro- %d %s joins %s by the micro sign and by the Greek letter',
  (code, value, rest, series) => {
    for (const micro of ['\u00B5', '\u03BC']) {
      const unit = rest === 'L' ? `/${micro}L` : `${micro}${rest}`;
      expect(csvLine({ code: loinc(code), valueQuantity: { value, unit } })).toMatchObject({
        series,
        unit,
        drawn: 'yes',
      });
    }
  },
);

test('fixture 15: K/mm3 is shown as given', () => {
  const cells = { code: loinc('6690-2'), valueQuantity: ucum(7.2, 'K/mm3') };
  expect(csvLine(cells)).toMatchObject({
    series: 'wbc',
    value: '7.2',
    unit: 'K/mm3',
    drawn: 'yes',
    value_converted: '',
  });
  expect(seriesOf(readRecord([observation(cells)]), 'wbc').unitText).toBe('K/mm3');
});

test.each([
  ['fixture 16: grams', '29463-7', ucum(85_728.958, 'g'), 'weight', '85728.958', 'g', '85.728958', 'kg'],
  ['fixture 17: pounds', '29463-7', ucum(180, '[lb_av]', 'lb'), 'weight', '180', 'lb', '81.6466266', 'kg'],
  ['fixture 18: Fahrenheit', '8310-5', ucum(98.6, '[degF]', '°F'), 'temp', '98.6', '°F', '37', 'Cel'],
  // Nine digits are compared: 66.7 · 5/9, and 16 · 28.349523125 g.
  ['rule 16: Fahrenheit', '8310-5', ucum(98.7, '[degF]', '°F'), 'temp', '98.7', '°F', '37.0555556', 'Cel'],
  ['rule 16: ounces', '29463-7', ucum(112, '[oz_av]', 'oz'), 'weight', '112', 'oz', '3.17514659', 'kg'],
])(
  '%s are drawn in the unit of the series and keep what was sent',
  (_, code, valueQuantity, series, value, unit, converted, into) => {
    expect(csvLine({ code: loinc(code), valueQuantity })).toMatchObject({
      series,
      value,
      unit,
      drawn: 'yes',
      value_converted: converted,
      unit_converted: into,
    });
  },
);

test('fixture 16 and 17: kg, g and lb are one line in kg, and only what was converted says so', () => {
  const weight = (id: string, valueQuantity: object) =>
    observation({ id, code: loinc('29463-7'), valueQuantity });
  const record = readRecord([
    weight('a', ucum(81.5, 'kg')),
    weight('b', ucum(81_600, 'g')),
    weight('c', ucum(180, '[lb_av]')),
  ]);
  const { rows, unitText } = seriesOf(record, 'weight');
  expect(rows.map(({ kind }) => kind.isConverted)).toEqual([false, true, true]);
  expect(unitText).toBe('kg');
});

test('fixture 18: the temperature in Fahrenheit beside the value is no second point', () => {
  const record = readRecord([
    observation({
      code: loinc('8310-5'),
      valueQuantity: ucum(37, 'Cel'),
      extension: [
        {
          url: 'http://open.epic.com/FHIR/StructureDefinition/extension/temperature-in-fahrenheit',
          valueQuantity: ucum(98.6, '[degF]'),
        },
      ],
    }),
  ]);
  expect(record.lines).toHaveLength(1);
  expect([...seriesOf(record, 'temp').values]).toEqual([37]);
});

const hemoglobin = (valueQuantity: object, ...limits: readonly number[]) => ({
  code: loinc('718-7'),
  valueQuantity,
  ...(limits.length > 0 && {
    referenceRange: [
      { low: { ...valueQuantity, value: limits[0] }, high: { ...valueQuantity, value: limits[1] } },
    ],
  }),
});

test.each([
  ['haemoglobin 150 g/dL', hemoglobin(ucum(150, 'g/dL'))],
  ['white cells 7.2 per microlitre', { code: loinc('6690-2'), valueQuantity: ucum(7.2, '/uL') }],
  ['white cells 7200 thousand', { code: loinc('6690-2'), valueQuantity: ucum(7200, '10*3/uL') }],
  ['platelets 250 per microlitre', { code: loinc('777-3'), valueQuantity: ucum(250, '/uL') }],
  ['weight 70 g', { code: loinc('29463-7'), valueQuantity: ucum(70, 'g') }],
  ['height 1.7 cm', { code: loinc('8302-2'), valueQuantity: ucum(1.7, 'cm') }],
])('trap: %s is a mistake of unit: refused with its reason', (_, fields) => {
  expect(csvLine(fields)).toMatchObject({ drawn: 'no', reason: 'check value: possible unit error' });
});

test.each([
  ['glucose 5.5 mg/dL', { code: loinc('2345-7'), valueQuantity: ucum(5.5, 'mg/dL') }],
  ['calcium 2.4 mg/dL', { code: loinc('17861-6'), valueQuantity: ucum(2.4, 'mg/dL') }],
])('trap: %s may be a low value or another unit: drawn with its mark', (_, fields) => {
  expect(csvLine(fields)).toMatchObject({ drawn: 'yes', reason: 'check value: unit may be mmol/L' });
});

test('trap: white cells in 10*3/mL are refused with their reason', () => {
  expect(csvLine({ code: loinc('6690-2'), valueQuantity: ucum(7.2, '10*3/mL') })).toMatchObject({
    ...LISTED,
    reason: reasonsTexts('unitMismatch'),
  });
});

test.each([
  ['albumin 4.2 g/L', { code: loinc('1751-7'), valueQuantity: ucum(4.2, 'g/L') }],
  ['glucose 5.5 mg/dL', { code: loinc('2345-7'), valueQuantity: ucum(5.5, 'mg/dL') }],
  ['calcium 2.4 mg/dL', { code: loinc('17861-6'), valueQuantity: ucum(2.4, 'mg/dL') }],
  ['haemoglobin 15.0 g/L', hemoglobin(ucum(15, 'g/L'))],
  ['haemoglobin 2.1 g/dL', hemoglobin(ucum(2.1, 'g/dL'), 12, 16)],
  ['haemoglobin 150 g/L', hemoglobin(ucum(150, 'g/L'), 120, 160)],
  ['a range of "0-0", which is none', hemoglobin(ucum(13, 'g/dL'), 0, 0)],
  ['white cells 0, which is 0 in every unit', { code: loinc('6690-2'), valueQuantity: ucum(0, '10*3/uL') }],
  ['white cells 0.1 after chemotherapy', { code: loinc('6690-2'), valueQuantity: ucum(0.1, '10*9/L') }],
  ['platelets 1', { code: loinc('777-3'), valueQuantity: ucum(1, '10*3/uL') }],
])('trap: what can be is drawn: %s', (_, fields) => {
  expect(csvLine(fields).drawn).toBe('yes');
});

test('fixture 21: a filtration rate as text is drawn, with the square metre spelled as people do', () => {
  for (const unit of ['mL/min/1.73 m²', 'mL/min/1.73 m2', 'mL/min/1.73m2']) {
    expect(csvLine({ code: loinc('98979-8'), valueString: `52 ${unit}` })).toMatchObject({
      series: 'egfr',
      value: `52 ${unit}`,
      drawn: 'yes',
      value_converted: '52',
    });
  }
});
