// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord, type OpenRecordOptions } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { recordOfSeries, searchOf } from '../../testing/recordFixture.ts';
import { Notices } from './Notices.tsx';
import { RecordNotices } from './RecordNotices.tsx';

const NOW_MS = Date.parse('2026-11-24T20:05:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const silence = { sinceMs: NOW_MS - 10_000, isTrickling: false };
const reading = (more: Partial<RecordSnapshot> = {}): RecordSnapshot =>
  recordOfSeries([], {
    searches: [
      searchOf('laboratory', { state: 'reading', pages: 0 }),
      searchOf('vital-signs', { state: 'reading', pages: 0 }),
    ],
    ended: false,
    complete: false,
    ...more,
  });

function show(options: OpenRecordOptions) {
  const onRetry = vi.fn<() => void>();
  const { container } = render(
    <InOpenRecord nowMs={NOW_MS} {...options} actions={{ retryReading: onRetry }}>
      <RecordNotices />
    </InOpenRecord>,
  );
  return { onRetry, notices: [...container.querySelectorAll<HTMLElement>('[data-notice]')] };
}
const textOf = (options: OpenRecordOptions) => show(options).notices.map(({ textContent }) => textContent);

test('a server that has not answered is named with the seconds, what is missing and a button', () => {
  const { notices, onRetry } = show({ record: reading({ silence }) });
  expect(notices).toHaveLength(1);
  expect(notices[0]?.dataset['notice']).toBe('incomplete');
  expect(notices[0]?.querySelector('p')?.textContent).toBe(
    'General Hospital has not answered for 10 s. Not loaded yet: laboratory and vital signs.',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('the seconds count on, and are not read aloud each time', () => {
  const { notices } = show({ record: reading({ silence }) });
  act(() => void vi.advanceTimersByTime(4000));
  expect(notices[0]?.textContent).toContain('for 14 s.');
  expect(notices[0]?.querySelector('[aria-live="off"]')?.textContent).toBe('14 s');
});

test('a server whose answer drips in is slow, and is not said to be silent', () => {
  expect(textOf({ record: reading({ silence: { ...silence, isTrickling: true } }) })[0]).toMatch(
    /^General Hospital is answering slowly\. Not loaded yet: laboratory and vital signs\./,
  );
});

test('without the patient’s name the screen says so, whether results came or not', () => {
  for (const wait of [{ silence }, { waitUntilMs: NOW_MS + 5000, waitCause: 'busy' as const }]) {
    const [text] = textOf({ patient: undefined, record: undefined, wait });
    expect(text).toMatch(/General Hospital (?:has not answered|is busy)/);
    expect(text).toContain('Waiting for the patient’s name; nothing is shown without it.');
    cleanup();
  }
});

test('while the record is read again, the time of what stands is said', () => {
  const again = { refresh: { state: 'reading', received: 0 }, readAtMs: NOW_MS - 600_000, silence } as const;
  const text = textOf({ record: recordOfSeries([], { ...again, searches: [searchOf('all')] }) }).join(' ');
  expect(text).toContain(
    'General Hospital has not answered for 10 s. This screen shows the record loaded at 13:55 CST',
  );
});

test('a read that nobody sees missing has no notice', () => {
  expect(
    textOf({ record: recordOfSeries([], { searches: [searchOf('all')], silence, readAtMs: NOW_MS }) }),
  ).toEqual([]);
});

test.each([429, 503])('a busy server is said with the status %i that it answered', (waitStatus) => {
  const wait = { waitUntilMs: NOW_MS + 4000, waitCause: 'busy' as const, waitStatus };
  expect(textOf({ record: reading(wait) })[0]).toMatch(
    new RegExp(`^General Hospital is busy \\(${waitStatus}\\)\\. Trying again in 4 s`),
  );
});

test.each([
  ['error', 502, /^General Hospital had an error \(502\)\. Trying again in 4 s\. 0 results loaded so far/],
  ['error', undefined, /^General Hospital had an error\. Trying again in 4 s/],
  ['no-answer', undefined, /^General Hospital did not answer\. Trying again in 4 s/],
  ['connection', undefined, /^No connection\. Waiting/],
] as const)('a wait after %s (%s) is said in plain words, with a button', (waitCause, waitStatus, words) => {
  const { notices, onRetry } = show({
    record: reading({ waitUntilMs: NOW_MS + 4000, waitCause, waitStatus }),
  });
  expect(notices.map(({ dataset }) => dataset['notice'])).toEqual(['incomplete']);
  expect(notices[0]?.textContent).toMatch(words);
  expect(notices[0]?.dataset['error']).toBeUndefined();
  fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('an error before the patient was read is said too, with what is waited for', () => {
  const wait = { waitUntilMs: NOW_MS + 2000, waitCause: 'error', waitStatus: 500 } as const;
  expect(textOf({ patient: undefined, record: undefined, wait })[0]).toMatch(
    /had an error \(500\)\. Trying again in 2 s\. Waiting for the patient’s name/,
  );
});

test('a busy server is said rather than a silent one, a silent one rather than a lost connection', () => {
  const waits = { waitUntilMs: NOW_MS + 5000, silence };
  expect(textOf({ record: reading({ ...waits, waitCause: 'busy' }) })[0]).toMatch(
    /is busy\. Trying again in 5 s/,
  );
  cleanup();
  expect(textOf({ record: reading({ ...waits, waitCause: 'connection' }) })[0]).toMatch(/has not answered/);
});

const withOpenEvents = () => {
  const openEvents = vi.fn<() => Promise<never>>(() => new Promise(() => {}));
  return { openEvents, session: openedSession({}, { openEvents }) };
};

test('while the last searches hang, the events are asked for; while others wait their turn, not', () => {
  const last = withOpenEvents();
  show({ record: reading({ silence }), session: last.session });
  expect(last.openEvents).toHaveBeenCalled();
  const queue = withOpenEvents();
  const searches = [searchOf('laboratory', { state: 'reading' }), searchOf('exam', { state: 'waiting' })];
  show({ record: reading({ silence, searches }), session: queue.session });
  expect(queue.openEvents).not.toHaveBeenCalled();
});

test('the line is loaded when it is needed, also before the first page', async () => {
  vi.useRealTimers();
  const { container } = render(
    <InOpenRecord patient={undefined} record={undefined} wait={{ silence }}>
      <Notices />
    </InOpenRecord>,
  );
  await vi.waitFor(() => expect(container.querySelector('[data-notice]')).not.toBeNull(), 10_000);
  cleanup();
  render(
    <InOpenRecord patient={undefined} record={undefined}>
      <Notices />
    </InOpenRecord>,
  );
  expect(document.querySelector('[data-notice]')).toBeNull();
});

test.each(['error', 'no-answer'] as const)(
  'events that are asked for again after all results were read (%s) are left to their lanes: no notice moves the curves',
  (waitCause) => {
    const wait = { waitUntilMs: NOW_MS + 4000, waitCause };
    expect(textOf({ record: reading({ ended: true, complete: true, ...wait }) })).toEqual([]);
  },
);
