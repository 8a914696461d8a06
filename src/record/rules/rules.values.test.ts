import { describe, expect, test } from 'vitest';
import { changeBetween } from '../../clinical/series/comparability.ts';
import { latest, previous } from '../../clinical/series/newest/latest.ts';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { parseKeepingNumbers } from '../../fhir/parseKeepingNumbers.ts';
import {
  csvLine,
  inMmolPerL,
  observation,
  potassiumOnDay,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';

/*
 * The display rules that the reading of resources decides are tested in `rules.*.test.ts`, as `rule 14: …`.
 * docs/display-rules.md names the tests of the others. Rule 25 needs none here, because no score is computed anywhere.
 */

test('rule 13: latest and previous are final results of the past, each with unit and time', () => {
  const record = readRecord([
    potassiumOnDay(1, inMmolPerL(4.1)),
    potassiumOnDay(2, inMmolPerL(4.2)),
    potassiumOnDay(3, { ...inMmolPerL(4.3), status: 'preliminary' }),
    potassiumOnDay(4, { ...inMmolPerL(4.4), status: 'entered-in-error' }),
    potassiumOnDay(5, { ...inMmolPerL(4.5), effectiveDateTime: '2099-01-01T08:00:00Z' }),
  ]);
  const series = seriesOf(record, 'k');
  expect(latest(series)).toMatchObject({ id: 'k2', valueText: '4.2', kind: { unit: 'mmol/L' } });
  expect(previous(series)).toMatchObject({ id: 'k1', effective: '2026-01-01T08:00:00Z' });
});

test.each(['7.0', '0.50', '5.1', '7', '1234567', '-4.50', '1.10'])(
  'rule 14: %s is shown as it was recorded, nothing added and nothing taken',
  (sent) => {
    const parsed = parseKeepingNumbers(`{"valueQuantity":{"value":${sent},"unit":"x"}}`);
    expect(csvLine({ code: { text: 'X' }, ...Object(parsed) }).value).toBe(sent);
  },
);

test.each(['1e400', '-1.0e400'])(
  'rule 14: %s, beyond every number that a page can hold, is listed as it was sent',
  (sent) => {
    const parsed = parseKeepingNumbers(`{"valueQuantity":{"value":${sent},"unit":"x"}}`);
    const { value: shown = '', drawn, reason } = csvLine({ code: { text: 'X' }, ...Object(parsed) });
    expect([shown.replace(/^'/, ''), drawn, reason]).toEqual([sent, 'no', 'not a single number']);
  },
);

test.each(['mcg/L', 'µg/L', 'U/L', 'IU/L', '10*6/µL', 'K/mm3'])(
  'rule 15: the unit "%s" is kept as sent',
  (unit) => {
    const record = readRecord([observation({ code: { text: 'X' }, valueQuantity: { value: 5, unit } })]);
    expect(record.lines[0]?.unit).toBe(unit);
    expect(record.series[0]?.unitText).toBe(unit);
  },
);

test('rule 16: an exact factor converts and says so; mass and molar stay apart', () => {
  const creatinine = (id: string, valueQuantity: object) =>
    observation({ id, code: loinc('2160-0'), valueQuantity });
  const { series, lines } = readRecord([
    creatinine('a', ucum(1.1, 'mg/dL')),
    creatinine('b', ucum(88, 'umol/L', 'µmol/L')),
  ]);
  expect(series.map(({ id, values }) => [id, ...values])).toEqual([
    ['creat', 1.1],
    ['creat~umol/L', 88],
  ]);
  expect(lines.map(({ value_converted }) => value_converted)).toEqual(['', '']);
  const grams = rowInRecord({ code: loinc('29463-7'), valueQuantity: ucum(85_728.958, 'g') });
  expect(grams).toMatchObject({
    valueText: '85728.958',
    value: 85.728958,
    kind: { isConverted: true, unit: 'g' },
  });
});

describe('rule 17: a unit that does not fit is refused with its reason', () => {
  test.each([
    ['wrong dimension', '2823-3', ucum(0.7, 'g/dL'), reasonsTexts('unitMismatch')],
    ['impossible', '9279-1', { value: 15, unit: 'minutes' }, reasonsTexts('unitMismatch')],
    ['none', '4548-4', { value: 5.1 }, 'unit not given'],
    ['not listed for the analyte', '6690-2', ucum(7.2, '10*3/mL'), reasonsTexts('unitMismatch')],
    [
      'one thing by its code and another by its name',
      '29463-7',
      ucum(72, '[lb_av]', 'kg'),
      reasonsTexts('unitMismatch'),
    ],
    ['out of all bounds', '718-7', ucum(152, 'g/dL'), reasonsTexts('implausible')],
  ])('%s', (_, code, valueQuantity, reason) => {
    expect(csvLine({ code: loinc(code), valueQuantity })).toMatchObject({
      drawn: 'no',
      reason,
      value_converted: '',
    });
  });

  test('two names of one unit are no contradiction', () => {
    const both = { code: loinc('2823-3'), valueQuantity: ucum(4.1, 'mmol/L', 'mEq/L') };
    expect(csvLine(both)).toMatchObject({ series: 'k', unit: 'mEq/L', drawn: 'yes', value_converted: '' });
    const cells = { code: loinc('6690-2'), valueQuantity: ucum(7.2, '10*9/L', 'K/uL') };
    expect(csvLine(cells)).toMatchObject({ series: 'wbc', drawn: 'yes', value_converted: '' });
  });

  test('and the sum of all is the number of results', () => {
    const { account } = readRecord([
      potassiumOnDay(1),
      potassiumOnDay(2, { valueQuantity: { value: 4 } }),
      potassiumOnDay(3, { valueQuantity: undefined, valueString: 'hemolyzed' }),
      potassiumOnDay(4, { valueQuantity: ucum(42, 'mmol/L') }),
    ]);
    expect(account).toMatchObject({ received: 4, drawn: 1, listed: 3 });
  });
});

test('rule 18: formulas and methods are never one line, and words alone merge nothing', () => {
  const egfr = (id: string, code: string) =>
    observation({ id, code: { ...loinc(code), text: 'eGFR' }, valueQuantity: ucum(61, 'mL/min/{1.73_m2}') });
  const formulas = readRecord([egfr('a', '62238-1'), egfr('b', '98979-8')]);
  expect(formulas.series.map(({ id, name }) => [id, name])).toEqual([
    ['egfr', 'eGFR'],
    ['egfr~62238-1', 'eGFR, CKD-EPI 2009'],
  ]);
  const named = (id: string, code: string) =>
    observation({
      id,
      code: { coding: [{ system: 'urn:x', code }], text: 'Ratio' },
      valueQuantity: { value: 1 },
    });
  expect(readRecord([named('a', '1'), named('b', '2')]).series).toHaveLength(2);
  const methods = readRecord([
    potassiumOnDay(1),
    potassiumOnDay(2, { method: { text: 'ISE' } }),
    potassiumOnDay(3, { method: { text: 'ISE' } }),
  ]);
  expect(lineSegments(seriesOf(methods, 'k'))).toEqual([
    [0, 1],
    [1, 3],
  ]);
});

test('rule 18: a line does not go on in another specimen, but does in the next tube of the same', () => {
  const segmentsOf = (...specimens: readonly object[]) =>
    lineSegments(seriesOf(readRecord(specimens.map((fields, i) => potassiumOnDay(i + 1, fields))), 'k'));
  const sent = (display: string) => ({ specimen: { display } });
  expect(segmentsOf(sent('Red cells'), sent('red  cells'), sent('Buffy coat'))).toEqual([
    [0, 2],
    [2, 3],
  ]);
  expect(segmentsOf(sent('Tube 4711'), sent('Tube 4712'))).toEqual([[0, 2]]);
  const contained = (text: string) => ({
    contained: [{ resourceType: 'Specimen', id: 's', type: { text } }],
    specimen: { reference: '#s' },
  });
  expect(segmentsOf(contained('Serum'), contained('Plasma'), sent('Venous blood'), {})).toEqual([[0, 4]]);
  expect(rowInRecord({ code: loinc('2823-3'), ...contained('Serum') }).kind.context).toBe('Serum');
});

test('rule 18: the break says whether the method or the specimen changed', () => {
  const [cells, coat] = ['Red cells', 'Buffy coat'].map((display) => ({
    specimen: { display },
  }));
  const method = { text: 'ISE' };
  const { rows } = seriesOf(
    readRecord([
      potassiumOnDay(1, { ...cells }),
      potassiumOnDay(2, { ...coat }),
      potassiumOnDay(3, { ...coat, method }),
      potassiumOnDay(4, { method }),
    ]),
    'k',
  );
  const [a, b, c, d] = rows.map(({ kind }) => kind);
  expect([changeBetween(a!, b!), changeBetween(b!, c!), changeBetween(c!, d!)]).toEqual([
    'specimen',
    'method',
    'specimen',
  ]);
});

test.each([
  ['26453-1', '5.00 M/mm3', 'yes', ''],
  ['718-7', '15.0 g/dL', 'yes', ''],
  ['85354-9', '120/80', 'no', 'text, not a number'],
  ['718-7', 'hemolyzed', 'no', 'text, not a number'],
  ['718-7', '15.0 gm/L', 'no', reasonsTexts('implausible')],
  ['718-7', '152 g/dL', 'no', reasonsTexts('implausible')],
  ['718-7', '15.0', 'no', 'unit not given'],
  ['718-7', '15.0 g/dL?', 'no', 'text, not a number'],
  ['20454-5', '1+', 'no', 'text, not a number'],
  ['20454-5', '2+', 'no', 'text, not a number'],
  ['20454-5', 'trace', 'no', 'text, not a number'],
  ['25428-4', '100 mg/dL', 'no', 'text, not a number'],
  ['5778-6', '4.0', 'no', 'text, not a number'],
])(
  'rule 19: %s sent as the text "%s": drawn %s, as sent in the table',
  (code, valueString, drawn, reason) => {
    const text = csvLine({ code: loinc(code), valueString });
    expect(text).toMatchObject({ value: valueString, drawn, reason });
    expect(rowInRecord({ code: loinc(code), valueString }).kind.isParsedFromText).toBe(drawn === 'yes');
  },
);

test.each([
  ['2823-3', 'no', 'unit not given'],
  ['9269-2', 'yes', ''],
  ['99999-9', 'yes', ''],
])(
  'rule 17: a whole number has no unit, and %s needs none or it is listed: drawn %s',
  (code, drawn, reason) => {
    expect(csvLine({ code: loinc(code), valueInteger: 5 })).toMatchObject({
      value: '5',
      unit: '',
      drawn,
      reason,
    });
  },
);
