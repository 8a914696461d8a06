import { expect, test } from 'vitest';
import { latest } from '../../clinical/series/newest/latest.ts';
import {
  csvLine,
  potassiumObservation,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';

test.each(['entered-in-error', 'entered-in-error ', 'Entered-In-Error'])(
  'fixtures 27 and 28: "%s" is withdrawn, and its value is nowhere',
  (status) => {
    const { series, account, csv } = readRecord([
      potassiumObservation({ id: 'a' }),
      potassiumObservation({ id: 'b', status, valueQuantity: ucum(66.6, 'mmol/L') }),
    ]);
    expect(account).toMatchObject({ received: 2, drawn: 1, withdrawn: 1 });
    expect(JSON.stringify(series) + csv).not.toContain('66.6');
  },
);

test('fixture 27: a withdrawn result of which the server left no more than its status is withdrawn too', () => {
  const bare = { resourceType: 'Observation', id: 'b', status: 'entered-in-error' };
  expect(readRecord([bare]).account).toMatchObject({ received: 1, withdrawn: 1, excluded: 0 });
  const stranger = { ...bare, subject: { reference: 'Patient/p2' } };
  expect(readRecord([stranger]).excluded).toEqual([{ reason: 'other-patient', count: 1 }]);
});

test('fixture 29: withdrawn on a later page, the result is gone', () => {
  const final = potassiumObservation({ meta: { versionId: '1' }, valueQuantity: ucum(66.6, 'mmol/L') });
  const withdrawn = potassiumObservation({ meta: { versionId: '2' }, status: 'entered-in-error' });
  const { account, csv } = readRecord([final, withdrawn]);
  expect(account).toMatchObject({ received: 2, withdrawn: 1, duplicate: 1, drawn: 0 });
  expect(csv).not.toContain('66.6');
});

test.each(['corrected', 'amended'])('fixture 30: %s is drawn and keeps its word', (status) => {
  const record = readRecord([potassiumObservation({ status })]);
  expect(record.lines[0]).toMatchObject({ status, drawn: 'yes' });
  expect(latest(seriesOf(record, 'k'))?.kind.status).toBe(status);
});

test('fixture 31: a preliminary result is drawn off the line and is never the latest', () => {
  const preliminary = potassiumObservation({
    id: 'b',
    status: 'preliminary',
    effectiveDateTime: '2026-02-01T08:00:00Z',
  });
  const record = readRecord([potassiumObservation({ id: 'a' }), preliminary]);
  expect(record.lines[0]).toMatchObject({ observation_id: 'b', status: 'preliminary', drawn: 'yes' });
  const series = seriesOf(record, 'k');
  expect([series.rows.at(1)?.kind.drawing, latest(series)?.id]).toEqual(['point', 'a']);
});

test.each([
  ['verified', 'status: verified'],
  ['registered', 'status: registered'],
  ['unknown', 'status: unknown'],
  [undefined, 'no status given'],
])('fixture 32: status %s is listed with the word as sent', (status, reason) => {
  const record = readRecord([potassiumObservation({ status })]);
  expect(record.lines[0]).toMatchObject({ status: status ?? '', drawn: 'no', reason, value: '4.2' });
  expect(record.account).toMatchObject({ drawn: 0, listed: 1 });
});

test.each(['cancelled', 'Cancelled ', 'canceled'])(
  'fixture 32: a result that is "%s" is listed, and its value is nowhere',
  (status) => {
    const { lines, series, csv } = readRecord([
      potassiumObservation({ status, valueQuantity: ucum(66.6, 'mmol/L') }),
    ]);
    const word = status.trim().toLowerCase();
    expect(lines[0]).toMatchObject({ series: 'k', drawn: 'no', reason: `status: ${word}`, value: '' });
    expect(JSON.stringify(series) + csv).not.toContain('66.6');
  },
);

test.each([' Final', 'CORRECTED ', 'Amended'])('fixture 28: "%s" is the status of its word', (status) => {
  expect(readRecord([potassiumObservation({ status })]).lines[0]).toMatchObject({
    status: status.trim().toLowerCase(),
    drawn: 'yes',
  });
});

test('fixture 31: with stray spaces too, a preliminary result hides its value where the vendor says so', () => {
  const secret = potassiumObservation({ status: ' Preliminary ', valueQuantity: ucum(66.6, 'mmol/L') });
  const { lines, series, csv } = readRecord([secret], { hidePreliminary: true });
  expect(lines[0]?.reason).toBe(reasonsTexts('preliminaryHidden'));
  expect(JSON.stringify(series) + csv).not.toContain('66.6');
});

test.each([false, true])(
  'fixture 33: a masked result says that the record system hides it (preliminary hidden: %s)',
  (hidePreliminary) => {
    const masked = {
      status: 'preliminary',
      valueQuantity: undefined,
      dataAbsentReason: { coding: [{ code: 'masked', display: 'Masked' }] },
    };
    expect(readRecord([potassiumObservation(masked)], { hidePreliminary }).lines[0]).toMatchObject({
      series: 'k',
      value: '',
      drawn: 'no',
      reason: 'no value: withheld by the health system',
    });
  },
);

test('fixture 67: one id in two versions is one row, the newer', () => {
  const version = (versionId: string, value: number) =>
    potassiumObservation({ meta: { versionId }, valueQuantity: ucum(value, 'mmol/L') });
  const { lines, account } = readRecord([version('2', 4.4), version('1', 4.2)]);
  expect(lines.map(({ value }) => value)).toEqual(['4.4']);
  expect(account).toMatchObject({ received: 2, drawn: 1, duplicate: 1 });
});

test('fixture 68: one entry of another patient is left out and counted, the rest stays', () => {
  const stranger = potassiumObservation({
    id: 'b',
    subject: { reference: 'Patient/p2' },
    valueQuantity: ucum(66.6, 'mmol/L'),
  });
  const { account, excluded, csv } = readRecord([
    potassiumObservation({ id: 'a' }),
    stranger,
    potassiumObservation({ id: 'c' }),
  ]);
  expect(account).toMatchObject({ received: 3, drawn: 2, excluded: 1 });
  expect(excluded).toEqual([{ reason: 'other-patient', count: 1 }]);
  expect(csv).not.toContain('66.6');
});

test.each([
  ['relative', { reference: 'Patient/p1' }, []],
  ['absolute on this server', { reference: 'https://ehr.example/r4/Patient/p1' }, []],
  ['versioned', { reference: 'Patient/p1/_history/3' }, []],
  ['an identifier alone', { identifier: { value: 'p1' } }, [{ reason: 'no-subject', count: 1 }]],
  [
    'absolute on another server',
    { reference: 'https://x.example/Patient/p1' },
    [{ reason: 'other-patient', count: 1 }],
  ],
])('fixture 69: a subject that is %s', (_, subject, excluded) => {
  expect(readRecord([potassiumObservation({ subject })]).excluded).toEqual(excluded);
});

test('fixture 71: what a modifier extension may turn around is not drawn; contained and unknown content is ignored', () => {
  const modifierExtension = [{ url: 'https://x.example/negated', valueBoolean: true }];
  const listed = { drawn: 'no', value: '4.2', reason: reasonsTexts('modifier') };
  const value = { code: { text: 'X' }, valueQuantity: { value: 4.2 } };
  expect(csvLine({ ...value, modifierExtension })).toMatchObject(listed);
  expect(csvLine({ code: { text: 'P' }, component: [{ ...value, modifierExtension }] })).toMatchObject(
    listed,
  );
  const harmless = {
    contained: [{ resourceType: 'Device', id: 'd' }],
    extension: [{ url: 'https://x.example/other', valueString: 'x' }],
  };
  expect(rowInRecord({ ...value, ...harmless }).kind.drawing).toBe('line');
});
