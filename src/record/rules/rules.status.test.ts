import { expect, test } from 'vitest';
import { latestChange, latest } from '../../clinical/series/newest/latest.ts';
import {
  csvLine,
  csvLineOf,
  observation,
  potassiumObservation,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

const secret = { valueQuantity: ucum(66.6, 'mmol/L') };
const everywhere = ({ series, csv }: ReturnType<typeof readRecord>) => JSON.stringify(series) + csv;

test.each(['entered-in-error', ' Entered-In-Error '])(
  'rule 33: "%s" is counted as withdrawn and is no data',
  (status) => {
    const record = readRecord([
      potassiumObservation({ id: 'a' }),
      potassiumObservation({ ...secret, id: 'b', status }),
    ]);
    expect(record.account).toMatchObject({ drawn: 1, listed: 0, withdrawn: 1 });
    expect(latest(seriesOf(record, 'k'))?.id).toBe('a');
    expect(everywhere(record)).not.toContain('66.6');
  },
);

test('rule 33: components of a withdrawn Observation are withdrawn with it', () => {
  const component = [{ code: loinc('8480-6'), valueQuantity: ucum(66.6, 'mm[Hg]') }];
  const record = readRecord([observation({ code: loinc('85354-9'), status: 'entered-in-error', component })]);
  expect(record).toMatchObject({ series: [], account: { received: 1, withdrawn: 1 } });
});

test('rule 34: a preliminary result is off the line, never the latest, and takes no part in the change', () => {
  const on = (day: number, more: object) =>
    potassiumObservation({ id: `${day}`, effectiveDateTime: `2026-01-0${day}T08:00:00Z`, ...more });
  const record = readRecord([
    on(1, {}),
    on(2, { valueQuantity: ucum(4.5, 'mmol/L') }),
    on(3, { ...secret, valueQuantity: ucum(5, 'mmol/L'), status: 'preliminary' }),
  ]);
  const series = seriesOf(record, 'k');
  expect(series.rows.at(2)?.kind).toMatchObject({ status: 'preliminary', drawing: 'point' });
  expect([latest(series)?.id, latestChange(series)?.deltaText]).toEqual(['2', '+0.3']);
});

test.each([
  ['number', secret],
  ['text', { valueQuantity: undefined, valueString: '66.6 mmol/L' }],
  ['code', { valueQuantity: undefined, valueCodeableConcept: { text: '66.6' } }],
  ['component', { valueQuantity: undefined, component: [{ code: loinc('2951-2'), ...secret }] }],
])('rule 34: where the vendor says so the %s of a preliminary result is nowhere', (_, value) => {
  const interpretation = [{ text: 'HH' }];
  const record = readRecord([potassiumObservation({ ...value, interpretation, status: 'preliminary' })], {
    hidePreliminary: true,
  });
  expect(record.lines).toMatchObject([
    { value: '', flag: '', drawn: 'no', reason: 'preliminary result, see the EHR' },
  ]);
  expect(everywhere(record)).not.toContain('66.6');
});

test('rule 34: there, corrected and amended results are shown as everywhere', () => {
  const record = readRecord(
    [
      potassiumObservation({ id: 'a', status: 'corrected' }),
      potassiumObservation({ id: 'b', status: 'amended' }),
    ],
    {
      hidePreliminary: true,
    },
  );
  expect(record.lines.map(({ drawn }) => drawn)).toEqual(['yes', 'yes']);
});

test('rule 35: a corrected result is the newer version, and keeps its word', () => {
  const first = potassiumObservation({ meta: { versionId: '1' }, ...secret });
  const corrected = potassiumObservation({ meta: { versionId: '2' }, status: 'corrected' });
  const record = readRecord([first, corrected]);
  expect(csvLineOf(record, 'o1')).toMatchObject({ status: 'corrected', value: '4.2', drawn: 'yes' });
  expect(everywhere(record)).not.toContain('66.6');
});

test.each(['registered', 'unknown', 'verified', 'cancelled'])(
  'rule 36: status "%s" is listed with its word, neither drawn nor the latest',
  (status) => {
    const record = readRecord([
      potassiumObservation({ id: 'a', status }),
      potassiumObservation({ id: 'b', effectiveDateTime: '2025-01-01T08:00:00Z' }),
    ]);
    expect(csvLineOf(record, 'a')).toMatchObject({ drawn: 'no', status, reason: `status: ${status}` });
    expect(record.account).toMatchObject({ received: 2, drawn: 1, listed: 1 });
    expect(latest(seriesOf(record, 'k'))?.id).toBe('b');
  },
);

test('rule 36: without a status it says so; a cancelled result has no value and no flag', () => {
  expect(csvLine({ code: loinc('2823-3'), ...secret, status: undefined }).reason).toBe('no status given');
  const cancelled = rowInRecord({
    code: loinc('2823-3'),
    ...secret,
    status: 'cancelled',
    interpretation: [{ text: 'HH' }],
  });
  expect(cancelled).toMatchObject({ valueText: '', value: Number.NaN, kind: { flag: '', flagText: '' } });
});
