import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PeopleIndex } from './peopleIndex.ts';

test('an index names each resource of each person once, the Patient first, and counts people without a Patient', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-index-'));
  const index = new PeopleIndex();
  for (let row = 0; row < 3000; row += 1)
    index.add(`p${row % 7}`, false, { file: 0, offset: row * 10, length: 9 });
  index.add(undefined, false, { file: 0, offset: 30_000, length: 1 });
  for (let person = 0; person < 6; person += 1)
    index.add(`p${person}`, true, { file: 1, offset: person, length: 5 });
  expect([index.people, index.strangers]).toEqual([6, 1]);
  const path = join(folder, 'people.ndjson');
  await index.write(path, (file) => file === 1);
  const people: { id: string; lines: number[][] }[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(people.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
  for (const [person, { lines }] of people.entries()) {
    const results = lines.filter(([file]) => file === 0).map(([, offset]) => offset);
    expect(results).toEqual(Array.from({ length: results.length }, (_, row) => (row * 7 + person) * 10));
    expect(lines[0]).toEqual(person < 6 ? [1, person, 5] : [0, 60, 9]);
  }
  rmSync(folder, { recursive: true });
});
