// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { resultInput } from '../../../testing/recordFixture.ts';
import { drawnScreen } from '../drawnScreenFixture.tsx';
import { ResultsList } from './ResultsList.tsx';

vi.mock('../../../parts/glossary/loadGlossary.ts', () => ({
  loadGlossary: async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    throw new Error('There is no connection.');
  },
}));

test('where the everyday names cannot be had, the results are there with the names that were sent', async () => {
  const page = await drawnScreen(<ResultsList />, [
    resultInput('2823-3', 4.4, 'mmol/L', '2026-11-12T14:10:00Z'),
  ]);
  await vi.waitFor(() => expect(page.textContent).toContain('4.4'), { timeout: 4000 });
});
