import { expect, test } from 'vitest';
import { line, loinc, observation, seen, seriesOf, ucum, UCUM, ABSENT, lineOf } from './readingFixture.ts';

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
  expect(line(breaths)).toMatchObject({
    ...LISTED,
    series: 'rr~minutes',
    value: '15',
    unit: 'minutes',
    unit_code: '',
    reason: 'unit does not fit this measurement',
  });
  const record = seen([
    observation(breaths),
    observation({ id: 'b', code: loinc('9279-1'), valueQuantity: ucum(16, '/min') }),
  ]);
  expect([...seriesOf(record, 'rr').values]).toEqual([16]);
});

test('fixture 11: potassium in g/dL stands apart, unconverted and without a range', () => {
  const grams = { code: loinc('2823-3'), valueQuantity: { value: 0.7, unit: 'g/dL' } };
  expect(line(grams)).toMatchObject({
    ...LISTED,
    series: 'k~g/dL',
    value: '0.7',
    unit: 'g/dL',
    range_low: '',
    range_high: '',
    reason: 'unit does not fit this measurement',
  });
});

test('fixture 12: HbA1c without a unit is not among those in %', () => {
  const record = seen([
    observation({ id: 'a', code: loinc('4548-4'), valueQuantity: { value: 5.1 } }),
    observation({ id: 'b', code: loinc('4548-4'), valueQuantity: ucum(6.2, '%') }),
  ]);
  expect([...seriesOf(record, 'a1c').values]).toEqual([6.2]);
  const { listed, unitText, name } = seriesOf(record, 'a1c~no unit');
  expect([listed.length, unitText, name]).toEqual([1, '', 'Hemoglobin A1c, unit not given']);
  expect(lineOf(record, 'a')).toMatchObject({
    ...LISTED,
    value: '5.1',
    unit: '',
    reason: 'unit not given',
  });
});

test('fixture 13: glucose in two units and in none is three groups', () => {
  const glucose = (id: string, valueQuantity: object) =>
    observation({ id, code: loinc('2345-7'), valueQuantity });
  const { series, account } = seen([
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
  expect(line(sent)).toMatchObject({
    series: 'rbc',
    unit: '10*6/µL',
    unit_code: '',
    drawn: 'yes',
    value_converted: '',
  });
  const record = seen([
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

test('fixture 15: K/mm3 is shown as given', () => {
  const cells = { code: loinc('6690-2'), valueQuantity: ucum(7.2, 'K/mm3') };
  expect(line(cells)).toMatchObject({
    series: 'wbc',
    value: '7.2',
    unit: 'K/mm3',
    drawn: 'yes',
    value_converted: '',
  });
  expect(seriesOf(seen([observation(cells)]), 'wbc').unitText).toBe('K/mm3');
});

test.each([
  ['fixture 16: grams', '29463-7', ucum(85_728.958, 'g'), 'weight', '85728.958', 'g', '85.728958', 'kg'],
  ['fixture 17: pounds', '29463-7', ucum(180, '[lb_av]', 'lb'), 'weight', '180', 'lb', '81.6466266', 'kg'],
  ['fixture 18: Fahrenheit', '8310-5', ucum(98.6, '[degF]', '°F'), 'temp', '98.6', '°F', '37', 'Cel'],
])(
  '%s are drawn in the unit of the series and keep what was sent',
  (_, code, valueQuantity, series, value, unit, converted, into) => {
    expect(line({ code: loinc(code), valueQuantity })).toMatchObject({
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
  const record = seen([
    weight('a', ucum(81.5, 'kg')),
    weight('b', ucum(81_600, 'g')),
    weight('c', ucum(180, '[lb_av]')),
  ]);
  const { rows, unitText } = seriesOf(record, 'weight');
  expect(rows.map(({ kind }) => kind.converted)).toEqual([false, true, true]);
  expect(unitText).toBe('kg');
});

test('fixture 18: the temperature in Fahrenheit beside the value is no second point', () => {
  const record = seen([
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
