import { expect, test } from 'vitest';
import { RequestLog } from './requestLog.ts';

test('only the newest 200 exchanges keep their headers, and only the newest 3,000 are kept at all', () => {
  const log = new RequestLog();
  for (let i = 0; i < 3100; i += 1) {
    const note = log.begin('Observation', i);
    note.headers = new Headers({ etag: String(i) });
  }
  expect(log.notes).toHaveLength(3000);
  expect(log.notes[0]?.startedAtMs).toBe(100);
  const kept = log.notes.filter(({ headers }) => headers !== undefined);
  expect(kept).toHaveLength(200);
  expect(kept[0]?.startedAtMs).toBe(2900);
});
