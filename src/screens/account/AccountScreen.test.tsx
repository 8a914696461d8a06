// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AccountScreen } from './AccountScreen.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { accountOf } from '../../testing/accountFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';

const READ = Date.parse('2026-11-24T20:05:00Z');

afterEach(() => {
  cleanup();
  location.hash = '';
});

const text = listedRow('2026-01-14T14:20:00Z', 'specimen insufficient', { reason: 'text' });
const cancelled = listedRow('2026-02-14T14:20:00Z', '', { reason: 'status', status: 'cancelled' });
const potassium = trendSeries([trendRow('2026-10-29T13:05:00Z', '5.4')], [text, cancelled]);
const pressure = trendRow('2026-10-29T13:05:00Z', '134');
const pulse = {
  ...listedRow('2026-10-29T13:05:00Z', 'weak', { reason: 'coded', unit: '' }),
  id: pressure.id,
};
const others = [
  trendSeries([pressure], [], { id: 'bp-sys', name: 'Systolic blood pressure', unitText: 'mmHg' }),
  trendSeries([], [pulse], { id: 'pulse', name: 'Pulse quality', unitText: '' }),
];

const recordOf = (more: Partial<RecordSnapshot> = {}): RecordSnapshot => ({
  ...recordOfSeries([potassium, ...others]),
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
    { id: text.id, count: 2 },
    { id: 'w1', count: 1 },
  ],
  searches: [
    { name: 'vital-signs', state: 'complete', pages: 2, received: 1100, notices: ['short'], counted: 1204 },
    { name: 'laboratory', state: 'failed', pages: 1, received: 138, failure: 'network' },
    { name: 'survey', state: 'not-allowed', pages: 0, received: 0 },
  ],
  complete: false,
  readAtMs: READ,
  ...more,
});

function show(list: string, more: Partial<RecordSnapshot> = {}, nowMs = READ) {
  const onOpenSource = vi.fn<(id: string) => void>();
  const onRetry = vi.fn<() => void>();
  const { container } = render(
    <InOpenRecord
      patient={undefined}
      record={recordOf(more)}
      nowMs={nowMs}
      actions={{ openSource: onOpenSource, retryReading: onRetry }}
    >
      <AccountScreen list={list} />
    </InOpenRecord>,
  );
  const rowsUnder = (heading: string) => {
    const section = screen.getByRole('heading', { name: heading }).closest('section')!;
    return within(section)
      .getAllByRole('row')
      .slice(1)
      .map((line) => [...line.children].map(({ textContent }) => textContent));
  };
  return { container, onOpenSource, onRetry, rowsUnder, words: () => container.textContent ?? '' };
}

test('rule 17: the five numbers add up to what was received, and each leads to its list', () => {
  const { words, container } = show('');
  expect(words()).toContain(
    '1,238 received = 1,204 drawn + 2 listed + 2 withdrawn + 27 excluded + 3 older versions',
  );
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  for (const part of ['drawn', 'listed', 'withdrawn', 'excluded', 'duplicate'])
    expect(links).toContain(`#account=${part}`);
  expect(container.querySelector<HTMLElement>('[data-accounting]')?.dataset).toMatchObject({
    received: '1238',
    duplicate: '3',
  });
});

test('drawn: every chart with its count, as a link', () => {
  const { rowsUnder } = show('drawn');
  expect(rowsUnder('Drawn')).toEqual([
    ['Potassium', 'mmol/L', '1'],
    ['Systolic blood pressure', 'mmHg', '1'],
  ]);
  expect(screen.getByRole('link', { name: 'Potassium' }).getAttribute('href')).toBe('#series=k');
});

test('listed: what, when, as sent and why; a cancelled one without value; a part of a drawn result says so', () => {
  const { rowsUnder, onOpenSource, words } = show('listed');
  expect(rowsUnder('Listed')).toEqual([
    ['Potassium', '14 Jan 2026, 08:20', '“specimen insufficient”', 'text, not a number', 'Source'],
    ['Potassium', '14 Feb 2026, 08:20', '–', 'status: cancelled', 'Source'],
    [
      'Pulse quality',
      '29 Oct 2026, 08:05',
      'weak',
      'coded, not a number; another part of this result is drawn',
      'Source',
    ],
  ]);
  expect(words()).toContain('1 more row is a part of results of which another part is drawn.');
  fireEvent.click(screen.getByRole('button', { name: /14 Jan 2026/ }));
  expect(onOpenSource).toHaveBeenCalledExactlyOnceWith(text.id);
});

test('rule 33: withdrawn results stand with what and when, never with a value or a way to it', () => {
  const { rowsUnder, words } = show('withdrawn');
  expect(rowsUnder('Withdrawn')).toEqual([
    ['Creatinine', '1 Mar 2026'],
    ['not said', 'no date'],
  ]);
  expect(words()).toContain('2 results, entered in error');
  expect(screen.queryByRole('button', { name: /Source/ })).toBeNull();
});

test('rule 48: of another patient a count and a reason, and nothing else', () => {
  const { words } = show('excluded');
  expect(words()).toContain('26 results. Belongs to another patient.');
  expect(words()).toContain('1 result. Does not say, in a form that can be trusted, whose result it is.');
});

test('rule 23: older versions are named, and lead to the newest', () => {
  const { rowsUnder, onOpenSource } = show('duplicate');
  expect(rowsUnder('Older versions')).toEqual([
    ['Potassium', '14 Jan 2026, 08:20', '2', 'Source'],
    ['withdrawn or excluded since', '–', '1', ''],
  ]);
  fireEvent.click(screen.getByRole('button', { name: /Source of the newest version, Potassium/ }));
  expect(onOpenSource).toHaveBeenCalledExactlyOnceWith(text.id);
});

test('every search stands with its state and what it brought, and can be tried again', () => {
  const { rowsUnder, onRetry, container } = show('');
  expect(rowsUnder('Searches')).toEqual([
    ['vital signs', 'read to the end; the server counts 1,204 and sent 1,100', '2', '1,100'],
    ['laboratory', 'not read to the end: General Hospital did not answer.', '1', '138'],
    ['survey', 'not allowed', '0', '0'],
  ]);
  fireEvent.click(container.querySelector('main [data-retry]')!);
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a list of 7,500 is in the page 200 at a time, and says how much of it is shown', () => {
  const rows = Array.from({ length: 7500 }, (_, i) =>
    listedRow(new Date(READ - i * 60_000).toISOString(), 'clotted', { reason: 'text' }),
  );
  const many: readonly Series[] = [trendSeries([], rows)];
  const { container, words } = show('listed', {
    series: many,
    account: accountOf({ drawn: 1204, listed: 7500 }),
  });
  // By selector: roles of thousands of elements take seconds to work out.
  const shown = () => container.querySelectorAll('[aria-rowcount="7501"] tbody tr').length;
  expect(shown()).toBe(200);
  expect(words()).toContain('200 of 7,500 shown.');
  fireEvent.click(screen.getByText('Show 200 more'));
  expect(shown()).toBe(400);
}, 30_000);

test('an unknown list is the account alone, and Escape leads back to the overview', () => {
  location.hash = '#account=anything';
  const { words } = show('anything');
  expect(words()).toContain('Account of all results');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('rule 40: data older than half an hour says how old it is', async () => {
  const { container } = show('', { complete: true, excluded: [] }, READ + 42 * 60_000);
  const notice = await screen.findByText(/42 min ago/);
  expect(notice.closest('[data-notice]')?.getAttribute('data-notice')).toBe('stale');
  cleanup();
  show('', { complete: true, excluded: [] }, READ + 29 * 60_000);
  expect(container.querySelector('[data-notice="stale"]')).toBeNull();
});
