import { expect, test } from 'vitest';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import { parseKeepingNumbers } from '../../fhir/parseKeepingNumbers.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { resourceJson } from './resourceJson.ts';
import { sourceReader } from './sourceReading.ts';

const { signal } = new AbortController();

const version = (versionId: string, value: number, more: object = {}) => ({
  resourceType: 'Observation',
  id: 'o1',
  meta: { versionId },
  status: 'final',
  code: { text: 'Potassium' },
  subject: { reference: 'Patient/p1' },
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
});

type Answers = {
  readonly read?: object | FhirError;
  readonly history?: readonly (readonly unknown[])[] | FhirError;
};

function reading({ read = version('3', 5.8), history = [] }: Answers, vendor = 'generic') {
  const asked: string[] = [];
  const reader = fakeReader(
    ({ from }) => {
      asked.push(from?.address ?? '');
      if (history instanceof FhirError) throw history;
      return history;
    },
    {
      async read(_type, path) {
        asked.push(path);
        if (read instanceof FhirError) throw read;
        return read;
      },
    },
  );
  return { source: sourceReader(readSession({ vendor }), reader), asked };
}

const failed = (failure: FhirFailure, status?: number) => new FhirError(failure, 'Observation', status);

test('rule 12: reads the one result by its id, and gives the JSON as sent', async () => {
  const { source, asked } = reading({});
  const answer = await source.read('o1', signal);
  expect(asked).toEqual(['Observation/o1']);
  expect(answer).toMatchObject({ outcome: 'read', source: { title: 'Potassium' } });
  expect('json' in answer && JSON.parse(answer.json ?? '')).toEqual(version('3', 5.8));
});

test('rule 48: of another patient, or under another id, nothing is given', async () => {
  for (const [read, why] of [
    [version('1', 5.8, { subject: { reference: 'Patient/p2' } }), 'another patient'],
    [version('1', 5.8, { id: 'o2' }), 'another result'],
  ] as const) {
    const answer = await reading({ read }).source.read('o1', signal);
    expect(answer).toMatchObject({ outcome: 'refused', why, json: undefined });
  }
});

test('rules 33 and 34: what is withdrawn or not released comes without value and without JSON', async () => {
  const withdrawn = await reading({ read: version('4', 5.8, { status: 'entered-in-error' }) }).source.read(
    'o1',
    signal,
  );
  expect(withdrawn).toMatchObject({ outcome: 'withdrawn', json: undefined });
  const early = await reading({ read: version('1', 5.8, { status: 'preliminary' }) }, 'oracle').source.read(
    'o1',
    signal,
  );
  expect(early).toMatchObject({ outcome: 'read', json: undefined });
  expect(JSON.stringify([withdrawn, early])).not.toContain('5.8');
});

test('a result that is gone, a refusal and a fault are told apart', async () => {
  const outcomes = [
    await reading({ read: failed('refused', 404) }).source.read('o1', signal),
    await reading({ read: failed('gone', 410) }).source.read('o1', signal),
    await reading({ read: failed('not-allowed', 403) }).source.read('o1', signal),
    await reading({ read: failed('network') }).source.read('o1', signal),
  ];
  expect(outcomes).toEqual([
    { outcome: 'gone' },
    { outcome: 'gone' },
    { outcome: 'failed', failure: 'not-allowed' },
    { outcome: 'failed', failure: 'network' },
  ]);
});

test('an id that would lead to another address is not asked for', async () => {
  const { source, asked } = reading({});
  for (const id of ['', '.', '..']) expect(await source.read(id, signal)).toEqual({ outcome: 'gone' });
  await source.read('../Patient/p2?x=1', signal);
  expect(asked).toEqual(['Observation/..%2FPatient%2Fp2%3Fx%3D1']);
});

test('rule 35: the versions before the one shown, newest first; what was withdrawn between has no value', async () => {
  const { source, asked } = reading({
    history: [
      [version('3', 5.8), undefined],
      [version('1', 4.9), version('2', 5.1, { status: 'entered-in-error' })],
    ],
  });
  const shown = await source.read('o1', signal);
  const answer = await source.earlier('o1', 'version' in shown ? shown.version : 0, signal);
  expect(asked.at(-1)).toBe('Observation/o1/_history');
  expect(answer).toMatchObject({
    outcome: 'versions',
    isCut: false,
    versions: [{ outcome: 'withdrawn' }, { outcome: 'read', source: { version: 'version 1' } }],
  });
  expect(JSON.stringify(answer)).not.toContain('5.1');
});

test('rule 35: a version that was sent after the one shown is no earlier one that it replaced', async () => {
  const { source } = reading({ history: [[version('4', 9.9), version('3', 5.8), version('2', 5.1)]] });
  const shown = await source.read('o1', signal);
  const answer = await source.earlier('o1', 'version' in shown ? shown.version : 0, signal);
  expect(answer).toMatchObject({ versions: [{ source: { version: 'version 2' } }] });
  expect(JSON.stringify(answer)).not.toContain('9.9');
});

test('a server without history, or one that gives none, is no fault', async () => {
  for (const [failure, status] of [
    ['not-allowed', 403],
    ['refused', 404],
    ['refused', 405],
    ['server', 501],
  ] as const)
    expect(await reading({ history: failed(failure, status) }).source.earlier('o1', 0, signal)).toEqual({
      outcome: 'none',
    });
  expect(await reading({ history: failed('server', 500) }).source.earlier('o1', 0, signal)).toEqual({
    outcome: 'failed',
    failure: 'server',
  });
});

test('a history longer than five pages is cut, and says so', async () => {
  const history = Array.from({ length: 7 }, (_, i) => [version(String(90 - i), i)]);
  expect(await reading({ history }).source.earlier('o1', 0, signal)).toMatchObject({
    isCut: true,
    versions: { length: 5 },
  });
});

test('rule 14: raw JSON shows a number as it was spelled, and nothing that was not sent', () => {
  const sent =
    '{\n  "a": [],\n  "valueQuantity": {\n    "value": 7.0,\n    "unit": "\\u00b5mol"\n  },\n  "b": [\n    1\n  ],\n  "c": {}\n}';
  expect(resourceJson(parseKeepingNumbers(sent))).toBe(sent.replace('\\u00b5', 'µ'));
});

test('JSON deeper than any resource does not take the page down', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
  expect(resourceJson(deep)).toContain('…');
});
