import { expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';

test('a report is dated by what it is about and never by its issue', () => {
  const report = { status: 'final', code: { text: 'Renal ultrasound' }, issued: '2026-03-05T09:00:00Z' };
  expect(careEventFrom('DiagnosticReport', { ...report, effectiveDateTime: '2026-03-03' })).toMatchObject({
    lane: 'report',
    startMs: Date.UTC(2026, 2, 3),
  });
  expect(careEventFrom('DiagnosticReport', report).precision).toBe('none');
});

test('a report that only holds results together says so, one with words does not', () => {
  const panel = {
    status: 'final',
    code: { text: 'Basic metabolic panel' },
    result: [{ reference: 'Observation/1' }],
  };
  expect(careEventFrom('DiagnosticReport', panel).isResultsOnly).toBe(true);
  expect(careEventFrom('DiagnosticReport', { ...panel, conclusion: 'High potassium.' })).not.toHaveProperty(
    'isResultsOnly',
  );
  expect(careEventFrom('DiagnosticReport', { ...panel, result: undefined })).not.toHaveProperty(
    'isResultsOnly',
  );
});

test('a report finds its results by every address that they have on this server, and counts those of other servers', () => {
  const report = (...references: readonly string[]) =>
    careEventFrom('DiagnosticReport', {
      status: 'final',
      code: { text: 'Panel' },
      result: references.map((reference) => ({ reference })),
    });
  expect(
    report(
      'Observation/a',
      'https://ehr.example/r4/Observation/b',
      'https://ehr.example/r4/Observation/c/_history/2',
      'Observation/d/_history/1',
    ),
  ).toMatchObject({ resultIds: ['a', 'b', 'c', 'd'] });
  expect(report('https://other.example/r4/Observation/a', 'urn:uuid:1')).toMatchObject({
    foreignResultCount: 2,
  });
  expect(report('#k', 'Observation/a')).not.toHaveProperty('foreignResultCount');
});

test('what a report says of a result that it names without a reference stands in its words', () => {
  const report = { code: { text: 'Gram stain' }, result: [{ display: 'Gram-positive cocci in clusters' }] };
  expect(careEventFrom('DiagnosticReport', { ...report, status: 'final' })).toMatchObject({
    note: 'Gram-positive cocci in clusters',
  });
  expect(careEventFrom('DiagnosticReport', { ...report, status: 'final' })).not.toHaveProperty(
    'isResultsOnly',
  );
  expect(careEventFrom('DiagnosticReport', { ...report, status: 'cancelled' }).note).toBe('');
});

test('a report with its results inside of it is no mere holder of results, because they have no curves', () => {
  const contained = [
    {
      resourceType: 'Observation',
      id: 'k',
      code: { text: 'Potassium' },
      valueQuantity: { value: 7.2, unit: 'mmol/L' },
    },
  ];
  const report = { status: 'final', code: { text: 'Electrolytes' }, result: [{ reference: '#k' }] };
  expect(careEventFrom('DiagnosticReport', { ...report, contained })).toMatchObject({
    note: 'Potassium: 7.2 mmol/L',
  });
  expect(careEventFrom('DiagnosticReport', { ...report, contained }).isResultsOnly).toBeUndefined();
  expect(careEventFrom('DiagnosticReport', report).isResultsOnly).toBe(true);
});
