// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { resultInput } from '../../../testing/recordFixture.ts';
import { drawnScreen, preparePatientScreens } from '../drawnScreenFixture.tsx';
import { RecordStatusLine } from './RecordStatusLine.tsx';

preparePatientScreens();

test('rule 40: where the file of the sheet has not come, a printed screen says the day on which it was read', async () => {
  const page = await drawnScreen(<RecordStatusLine />, [
    resultInput('2823-3', 4.1, 'mmol/L', '2026-11-12T14:10:00Z'),
  ]);
  expect(page.textContent).toContain('read at 2:05');
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(page.textContent).toMatch(/read on November 24, 2026 at 2:05/);
  expect(page.textContent).toContain('All results were read.');
  act(() => void dispatchEvent(new Event('afterprint')));
});
