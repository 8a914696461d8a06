import { expect, test, vi } from 'vitest';
import * as flowsheets from './flowsheet.ts';
import { potassium, recordAfter } from './potassiumPagesFixture.ts';
import { rehearseReading } from './rehearseReading.ts';

vi.mock('./flowsheet.ts', { spy: true });

test('the rehearsal changes nothing in what is read after it, and reads results that would be drawn', () => {
  const page = [potassium('a', 4.1), potassium('b', 5.9), potassium('2000', 6)];
  const before = recordAfter(page);
  const created = vi.mocked(flowsheets.createFlowsheet);
  created.mockClear();
  rehearseReading();
  const rehearsed: flowsheets.Flowsheet = created.mock.results[0]!.value;
  const { series, account } = rehearsed.snapshot();
  expect(account).toMatchObject({ received: 20, excluded: 0, duplicate: 0 });
  expect(series.flatMap(({ rows }) => [...rows]).length).toBeGreaterThan(0);
  expect(recordAfter(page)).toEqual(before);
});
