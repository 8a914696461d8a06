import { describe, expect, test } from 'vitest';
import { latestChange } from '../../clinical/series/newest/latest.ts';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { pressurePairsOf } from '../../clinical/series/pairs/pressurePairs.ts';
import {
  ABSENT,
  csvLine,
  inMmolPerL,
  csvLineOf,
  observation,
  potassiumObservation,
  potassiumOnDay,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { observationTexts } from '../../clinical/observation/observation.messages.ts';

test('rule 20: a limit keeps its sign and takes no part in line and change', () => {
  const less = { valueQuantity: { ...ucum(2, 'mmol/L'), comparator: '<' } };
  const series = seriesOf(
    readRecord([potassiumOnDay(1, inMmolPerL(4)), potassiumOnDay(2, less), potassiumOnDay(3, inMmolPerL(5))]),
    'k',
  );
  expect(series.rows.at(1)?.kind).toMatchObject({ comparator: '<', drawing: 'point', outsideRange: '' });
  expect(lineSegments(series)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(latestChange(series)).toMatchObject({ delta: 1 });
});

const stated = (valueCode: string) => ({ extension: [{ url: ABSENT, valueCode }] });

describe('rule 21: a missing value is never 0, and 0 is a value', () => {
  test('0', () => {
    const zero = { code: loinc('1742-6'), valueQuantity: ucum(0, 'U/L') };
    expect(csvLine(zero)).toMatchObject({ value: '0', drawn: 'yes' });
    expect(rowInRecord(zero).value).toBe(0);
  });

  test.each([
    [
      'an element',
      { dataAbsentReason: { coding: [{ code: 'not-performed', display: 'Not Performed' }] } },
      'Not Performed',
    ],
    ['the quantity', { valueQuantity: { unit: 'mmol/L', ...stated('unknown') } }, 'unknown'],
    [
      'its number',
      { valueQuantity: { unit: 'mmol/L', _value: stated('masked') } },
      observationTexts('masked'),
    ],
    ['the text', { _valueString: stated('asked-declined') }, 'asked-declined'],
    [
      'a code of the value',
      {
        valueCodeableConcept: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
              code: 'unknown',
              display: 'Unknown',
            },
          ],
        },
      },
      'Unknown',
    ],
  ])('the reason is told when it is %s', (_, fields, words) => {
    expect(csvLine({ code: loinc('2823-3'), ...fields })).toMatchObject({
      value: '',
      drawn: 'no',
      reason: `no value: ${words}`,
    });
  });

  test('a measurement that failed is told beside its components, a panel without a value is not', () => {
    const flow = { code: loinc('3151-8'), valueQuantity: ucum(2, 'L/min') };
    const dataAbsentReason = { coding: [{ code: 'error' }] };
    const failed = readRecord([observation({ code: loinc('59408-5'), dataAbsentReason, component: [flow] })]);
    expect(failed.lines.map(({ series, reason }) => [series, reason])).toContainEqual([
      'spo2',
      'no value: error',
    ]);
    const panel = readRecord([observation({ code: loinc('85354-9'), dataAbsentReason, component: [flow] })]);
    expect(panel.lines).toHaveLength(1);
  });

  test('a side that is missing leaves the other alone', () => {
    const record = readRecord([
      observation({
        code: loinc('85354-9'),
        component: [{ code: loinc('8480-6'), valueQuantity: ucum(99, 'mm[Hg]') }],
      }),
    ]);
    expect(pressurePairsOf(seriesOf(record, 'bp-sys'), undefined)).toMatchObject([{ diastolic: undefined }]);
  });
});

test('rule 22: method, site, specimen, position and device stand with the result', () => {
  const { kind } = rowInRecord({
    code: { ...loinc('8310-5'), text: 'Temperature Oral' },
    valueQuantity: ucum(37.2, 'Cel'),
    method: { text: 'Infrared' },
    bodySite: { coding: [{ display: 'Mouth' }] },
    specimen: { display: 'None' },
    device: { display: 'Thermometer 3' },
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
        valueCodeableConcept: { text: 'Upright' },
      },
    ],
  });
  expect(kind.context).toBe('Oral, Infrared, Mouth, None, Upright, Thermometer 3');
});

test('rule 23: one id is its newest version, two ids are two rows, and equal ones stand behind one symbol', () => {
  const at = { effectiveDateTime: '2026-01-02T18:30:00Z' };
  const record = readRecord([
    potassiumObservation({ ...at, id: 'a', meta: { versionId: '1' }, ...inMmolPerL(9) }),
    potassiumObservation({ ...at, id: 'a', meta: { versionId: '2' } }),
    potassiumObservation({ ...at, id: 'b', ...inMmolPerL(5) }),
    potassiumObservation({ ...at, id: 'c' }),
  ]);
  const { values, rows } = seriesOf(record, 'k');
  expect([...values].toSorted((a, b) => a - b)).toEqual([4.2, 4.2, 5]);
  expect(record.account).toMatchObject({ received: 4, drawn: 3, duplicate: 1 });
  const [one, other] = rows.filter(({ value: number }) => number === 4.2);
  expect(one?.kind).toBe(other?.kind);
  expect(csvLineOf(record, 'a')?.value).toBe('4.2');
});

test('rule 24: the change is between the last two plotted numbers; others take no part', () => {
  const series = seriesOf(
    readRecord([
      potassiumOnDay(1, inMmolPerL(4)),
      potassiumOnDay(2, inMmolPerL(4.5)),
      potassiumOnDay(3, { valueQuantity: undefined, valueString: 'hemolyzed' }),
      potassiumOnDay(4, { valueQuantity: { ...ucum(9, 'mmol/L'), comparator: '>' } }),
      potassiumOnDay(5, { ...inMmolPerL(6), status: 'preliminary' }),
    ]),
    'k',
  );
  expect(latestChange(series)).toMatchObject({ from: { id: 'k1' }, to: { id: 'k2' }, deltaText: '+0.5' });
  expect(latestChange(seriesOf(readRecord([potassiumOnDay(1)]), 'k'))).toBeUndefined();
});
