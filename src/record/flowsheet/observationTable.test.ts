import { expect, test } from 'vitest';
import { createObservationTable } from './observationTable.ts';
import { resourceVersionOf } from './resourceVersion.ts';

test.each([
  [
    'a number and a date',
    { versionId: '7', lastUpdated: '2026-11-29T08:00:00.750Z' },
    7,
    '2026-11-29T08:00:00Z',
  ],
  ['a number alone', { versionId: '0' }, 0, undefined],
  ['a number that counts nanoseconds', { versionId: '1764403200123456' }, 1_764_403_200_123_456, undefined],
  ['a date alone', { lastUpdated: '2026-11-29T08:00:00.750Z' }, -1, '2026-11-29T08:00:00.750Z'],
  ['a number and a date before 1970', { versionId: '2', lastUpdated: '1900-01-01T00:00:00Z' }, 2, undefined],
  ['neither', {}, -1, undefined],
] as const)('a version with %s is kept as it was read', (_, meta, number, updated) => {
  const table = createObservationTable();
  for (const id of ['before', 'it', 'after'])
    table.add(id, { version: resourceVersionOf(id === 'it' ? { meta } : {}), standing: 1, content: 2 });
  const { version } = table.at(table.numberOf('it')!);
  const updatedMs = updated === undefined ? Number.NEGATIVE_INFINITY : Date.parse(updated);
  expect(version).toEqual({ key: version.key, number, updatedMs });
});
