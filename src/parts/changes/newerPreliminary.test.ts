import { expect, test } from 'vitest';
import { flagConcept, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { newerChanges } from './newerChanges.ts';

const SINCE_MS = Date.parse('2026-11-20T00:00:00Z');
const preliminary = { status: 'preliminary' };
const at = '2026-11-24T15:40:00Z';
const listed = (resources: readonly unknown[]) =>
  newerChanges(recordOf(resources).series, SINCE_MS, 'UTC').map(({ id, newer }) => [
    id,
    newer.map((one) => one.lead.row.kind.status),
  ]);

test.each([
  [
    'after a final one',
    [
      resultInput('2823-3', 4.9, 'mmol/L', '2026-11-12T14:10:00Z'),
      resultInput('2823-3', 5.3, 'mmol/L', at, preliminary),
    ],
  ],
  ['alone', [resultInput('2823-3', 5.3, 'mmol/L', at, preliminary)]],
  ['as a text', [resultInput('600-7', 'gram-positive cocci', '', at, preliminary)]],
])('what is new since a moment lists a preliminary result %s', (_, resources) => {
  expect(listed(resources).map(([, statuses]) => statuses)).toEqual([['preliminary']]);
});

test('a preliminary result of before is not new', () => {
  expect(listed([resultInput('600-7', 'no growth', '', '2026-11-12T14:10:00Z', preliminary)])).toEqual([]);
});

test('rule 13: of a test without a curve the most severe result comes first, each once', () => {
  const raised = resultInput('2823-3', 'raised', '', at, flagConcept('H'));
  const grossly = resultInput('2823-3', 'grossly raised', '', '', flagConcept('HH'));
  const flagsOf = (resources: readonly unknown[]) =>
    newerChanges(recordOf(resources).series, SINCE_MS, 'UTC').map(({ newer }) =>
      newer.map((one) => one.lead.row.kind.flag),
    );
  expect(flagsOf([raised, grossly])).toEqual([['HH', 'H']]);
  const ahead = resultInput('2823-3', 'grossly raised', '', '2099-07-07T10:00:00Z', flagConcept('HH'));
  expect(flagsOf([ahead])).toEqual([['HH']]);
});

test('a result in another unit is named by its own test alone', () => {
  const text = resultInput('2823-3', 'raised', '', at, flagConcept('H'));
  const drawn = resultInput('2823-3', 21, 'mg/dL', '2026-11-24T16:00:00Z', flagConcept('HH'));
  expect(listed([text, drawn])).toEqual([
    ['k~mg/dL', ['final']],
    ['k', ['final']],
  ]);
});
