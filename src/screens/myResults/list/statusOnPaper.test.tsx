// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resultInput } from '../../../testing/recordFixture.ts';
import { drawnScreen } from '../drawnScreenFixture.tsx';
import { printForVisit } from '../printForVisit.ts';
import { PrintedVisit } from '../PrintedVisit.tsx';
import { RecordStatusLine } from './RecordStatusLine.tsx';

beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(cleanup);

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

// The words of the sheet never come, so that it is not drawn at once. Paper does not wait for them.
vi.mock('../../../parts/glossary/loadGlossary.ts', () => ({
  loadGlossary: () => new Promise(() => undefined),
}));
test('rules 37 and 40: where the sheet still waits for its words, the growth of a child is printed with its day and all notices', async () => {
  const page = await drawnScreen(
    <>
      <PrintedVisit screen={{ name: 'growth' }} />
      <div>
        <RecordStatusLine isNewestFirst={false} />
      </div>
    </>,
    [
      resultInput('8302-2', 107, 'cm', '2026-11-12T14:10:00Z'),
      resultInput('8302-2', 99, 'cm', '2026-11-13T14:10:00Z', {
        subject: { reference: 'Patient/someone-else' },
      }),
    ],
    { record: { complete: false } },
  );
  let printed = '';
  vi.stubGlobal('print', () => {
    dispatchEvent(new Event('beforeprint'));
    printed = page.textContent;
    dispatchEvent(new Event('afterprint'));
  });
  await act(printForVisit);
  expect(printed).not.toContain('Results for a visit');
  expect(printed).toMatch(/read on November 24, 2026 at 2:05/);
  expect(printed).toContain('Some results could not be read');
  expect(printed).toContain('another person');
}, 60_000);
