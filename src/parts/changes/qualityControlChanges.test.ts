import { expect, test } from 'vitest';
import { flagConcept, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { newestResult } from '../../clinical/series/newest/newerUncharted.ts';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { isUrgent } from '../results/criticalFirst.ts';
import { tileEntriesOf } from '../results/tileLayout.ts';
import { changesSince } from './changesList.ts';
import { newerChanges } from './newerChanges.ts';

const AT = '2026-11-24T15:40:00Z';
const SINCE_MS = Date.parse('2026-11-20T00:00:00Z');
const own = resultInput('2345-7', 95, 'mg/dL', '2026-11-12T14:10:00Z');
const at = (code: string, more: object) => ({
  ...resultInput(code, 560, 'mg/dL', AT, flagConcept('HH')),
  ...more,
});

const CONTROLS = [
  ['by its words', at('2345-7', { code: { text: 'Glucose, quality control level 2' } })],
  ['by its specimen', at('2345-7', { specimen: { display: 'QC level 2' } })],
] as const;

test.each(CONTROLS)(
  'a quality control, %s, never counts as critical, new or changed, and keeps its series',
  (_, sent) => {
    for (const resources of [[own, sent], [sent]]) {
      const { series } = recordOf(resources);
      expect(newerChanges(series, SINCE_MS, 'UTC')).toEqual([]);
      expect(tileEntriesOf(series, []).some(isUrgent)).toBe(false);
      const { items } = changesSince(series, SINCE_MS, 'UTC', noFacts);
      expect(items.filter(({ change }) => change.critical)).toEqual([]);
      const kept = series.filter(({ listed }) => listed.length > 0);
      expect(kept).toHaveLength(1);
      expect(newestResult(kept[0]!)?.valueText).toBe('560');
    }
  },
);

test('a critical result about a fetus stays in sight under its own name, because somebody has to act on it', () => {
  const { series } = recordOf([own, at('2345-7', { focus: [{ reference: 'Patient/fetus' }] })]);
  const changes = newerChanges(series, SINCE_MS, 'UTC');
  expect(changes.map(({ name }) => name)).toEqual(['Glucose, about another subject']);
});
