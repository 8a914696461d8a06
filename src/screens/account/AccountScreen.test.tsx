// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { accountTexts } from './account.messages.ts';
import { AccountScreen } from './AccountScreen.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { accountOf } from '../../testing/accountFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';

const READ_AT_MS = Date.parse('2026-11-24T20:05:00Z');

afterEach(() => {
  cleanup();
  location.hash = '';
});

const textRow = listedRow('2026-01-14T14:20:00Z', 'specimen insufficient', { reason: 'text' });
const cancelledRow = listedRow('2026-02-14T14:20:00Z', '', { reason: 'status', status: 'cancelled' });
const potassium = trendSeries([trendRow('2026-10-29T13:05:00Z', '5.4')], [textRow, cancelledRow]);
const systolicRow = trendRow('2026-10-29T13:05:00Z', '134');
const pulseRow = {
  ...listedRow('2026-10-29T13:05:00Z', 'weak', { reason: 'coded', unit: '' }),
  id: systolicRow.id,
};
const otherSeries = [
  trendSeries([systolicRow], [], { id: 'bp-sys', name: 'Systolic blood pressure', unitText: 'mmHg' }),
  trendSeries([], [pulseRow], { id: 'pulse', name: 'Pulse quality', unitText: '' }),
];

const recordWith = (fields: Partial<RecordSnapshot> = {}): RecordSnapshot => ({
  ...recordOfSeries([potassium, ...otherSeries]),
  account: accountOf({ drawn: 1204, listed: 2, withdrawn: 2, excluded: 27, duplicate: 3 }),
  excluded: [
    { reason: 'other-patient', count: 26 },
    { reason: 'no-subject', count: 1 },
  ],
  withdrawn: [
    { id: 'w1', text: 'Creatinine', effective: '2026-03-01' },
    { id: 'w2', text: '', effective: '' },
  ],
  older: [
    { id: textRow.id, count: 2 },
    { id: 'w1', count: 1 },
  ],
  searches: [
    { name: 'vital-signs', state: 'complete', pages: 2, received: 1100, notices: ['short'], counted: 1204 },
    { name: 'laboratory', state: 'failed', pages: 1, received: 138, failure: 'network' },
    { name: 'survey', state: 'not-allowed', pages: 0, received: 0 },
  ],
  complete: false,
  readAtMs: READ_AT_MS,
  ...fields,
});

function showAccount(partName: string, fields: Partial<RecordSnapshot> = {}, nowMs = READ_AT_MS) {
  const onOpenSource = vi.fn<(id: string) => void>();
  const onRetry = vi.fn<() => void>();
  const { container } = render(
    <InOpenRecord
      patient={undefined}
      record={recordWith(fields)}
      nowMs={nowMs}
      actions={{ openSource: onOpenSource, retryReading: onRetry }}
    >
      <AccountScreen partName={partName} />
    </InOpenRecord>,
  );
  const rowsUnder = (heading: string) => {
    const section = screen.getByRole('heading', { name: heading }).closest('section')!;
    return within(section)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent));
  };
  return { container, onOpenSource, onRetry, rowsUnder, allText: () => container.textContent ?? '' };
}

test('rule 17: the five numbers add up to the received results, and each links to its list', () => {
  const { allText, container } = showAccount('');
  expect(allText()).toContain(
    '1,238 received = 1,204 charted + 2 not charted + 2 retracted + 27 excluded + 3 earlier versions',
  );
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  for (const part of ['drawn', 'listed', 'withdrawn', 'excluded', 'duplicate'])
    expect(links).toContain(`#account=${part}`);
  expect(container.querySelector<HTMLElement>('[data-accounting]')?.dataset).toMatchObject({
    received: '1238',
    duplicate: '3',
  });
});

test('the drawn results are counted for each chart, with a link to it', () => {
  const { rowsUnder } = showAccount('drawn');
  expect(rowsUnder(accountTexts('drawn'))).toEqual([
    ['Potassium', 'mmol/L', '1'],
    ['Systolic blood pressure', 'mmHg', '1'],
  ]);
  expect(screen.getByRole('link', { name: 'Potassium' }).getAttribute('href')).toBe('#series=k');
});

test('listed results have name, time, value as sent and reason, a cancelled one has no value, and parts of drawn results say so', () => {
  const { rowsUnder, onOpenSource, allText } = showAccount('listed');
  expect(rowsUnder(accountTexts('listed'))).toEqual([
    ['Potassium', '14 Jan 2026, 08:20', '“specimen insufficient”', 'text, not a number', 'Source'],
    ['Potassium', '14 Feb 2026, 08:20', '–', 'status: cancelled', 'Source'],
    [
      'Pulse quality',
      '29 Oct 2026, 08:05',
      'weak',
      'coded, not a number; another part of this result is charted',
      'Source',
    ],
  ]);
  expect(allText()).toContain(accountTexts('listedParts', { count: 1, shown: '1' }));
  fireEvent.click(screen.getByRole('button', { name: /14 Jan 2026/ }));
  expect(onOpenSource).toHaveBeenCalledExactlyOnceWith(textRow.id);
});

test('rule 33: withdrawn results have name and time, and never a value or a link to it', () => {
  const { rowsUnder, allText } = showAccount('withdrawn');
  expect(rowsUnder(accountTexts('withdrawn'))).toEqual([
    ['Creatinine', '1 Mar 2026'],
    [accountTexts('noName'), 'no date'],
  ]);
  expect(allText()).toContain('2 results, entered in error');
  expect(screen.queryByRole('button', { name: /Source/ })).toBeNull();
});

test('rule 48: results of another patient have a count and a reason, and nothing else', () => {
  const { allText } = showAccount('excluded');
  expect(allText()).toContain('26 results of another patient. Left out; nothing is shown or kept.');
  expect(allText()).toContain('1 result without a patient who can be confirmed. Left out.');
});

test('rule 23: older versions are named, and link to the newest', () => {
  const { rowsUnder, onOpenSource } = showAccount('duplicate');
  expect(rowsUnder(accountTexts('olderVersions'))).toEqual([
    ['Potassium', '14 Jan 2026, 08:20', '2', 'Source'],
    [accountTexts('newestVersionGone'), '–', '1', ''],
  ]);
  fireEvent.click(screen.getByRole('button', { name: /Source of the newest version, Potassium/ }));
  expect(onOpenSource).toHaveBeenCalledExactlyOnceWith(textRow.id);
});

test('every search is listed with its state and count, and can be retried', () => {
  const { rowsUnder, onRetry, container } = showAccount('');
  expect(rowsUnder('Searches')).toEqual([
    ['vital signs', 'complete; the health system reports 1,204, but only 1,100 loaded', '2', '1,100'],
    ['laboratory', 'incomplete: General Hospital did not answer.', '1', '138'],
    ['survey', 'not allowed', '0', '0'],
  ]);
  fireEvent.click(container.querySelector('main [data-retry]')!);
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a list of 7,500 is in the page 200 at a time, and says how much of it is shown', () => {
  const rows = Array.from({ length: 7500 }, (_, i) =>
    listedRow(new Date(READ_AT_MS - i * 60_000).toISOString(), 'clotted', { reason: 'text' }),
  );
  const many: readonly Series[] = [trendSeries([], rows)];
  const { container, allText } = showAccount('listed', {
    series: many,
    account: accountOf({ drawn: 1204, listed: 7500 }),
  });
  // A selector is used here, because the roles of thousands of elements take seconds to compute.
  const rowCount = () => container.querySelectorAll('[aria-rowcount="7501"] tbody tr').length;
  expect(rowCount()).toBe(200);
  expect(allText()).toContain('200 of 7,500 shown.');
  fireEvent.click(screen.getByText('Show 200 more'));
  expect(rowCount()).toBe(400);
}, 30_000);

test('an unknown part shows the account alone, and Escape returns to the overview', () => {
  location.hash = '#account=anything';
  const { allText } = showAccount('anything');
  expect(allText()).toContain(accountTexts('heading'));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('rule 40: data older than half an hour says how old it is', async () => {
  const { container } = showAccount('', { complete: true, excluded: [] }, READ_AT_MS + 42 * 60_000);
  const notice = await screen.findByText(/42 min ago/);
  expect(notice.closest('[data-notice]')?.getAttribute('data-notice')).toBe('stale');
  cleanup();
  showAccount('', { complete: true, excluded: [] }, READ_AT_MS + 29 * 60_000);
  expect(container.querySelector('[data-notice="stale"]')).toBeNull();
});
