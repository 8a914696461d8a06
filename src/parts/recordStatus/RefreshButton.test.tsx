// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { recordOf } from '../../testing/recordFixture.ts';
import { RefreshButton } from './RefreshButton.tsx';

afterEach(cleanup);

const onRefresh = vi.fn<() => void>();
const session = openedSession({}, { refresh: onRefresh });
const done = { state: 'done', added: 0, corrected: 0, withdrawn: 0, gone: 0 } as const;
const shown = (refresh?: RecordSnapshot['refresh'], isNarrow = false) => (
  <InOpenRecord session={session} record={recordOf([], { ...(refresh && { refresh }) })}>
    <RefreshButton isNarrow={isNarrow} />
  </InOpenRecord>
);

test('keeps the focus while it says that the record is read again, and is not pressed twice', () => {
  const { rerender } = render(shown());
  const button = screen.getByRole('button', { name: 'Refresh' });
  button.focus();
  fireEvent.click(button);
  expect(onRefresh).toHaveBeenCalledOnce();
  rerender(shown({ state: 'reading', received: 1200 }));
  const reading = screen.getByRole('button', { name: 'Refreshing, 1,200 so far' });
  expect(document.activeElement).toBe(reading);
  expect(reading.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(reading);
  expect(onRefresh).toHaveBeenCalledOnce();
  rerender(shown(done));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Refresh' }));
  fireEvent.click(button);
  expect(onRefresh).toHaveBeenCalledTimes(2);
});

test('at the end of a full line the button draws dots, and says the same to a voice and on hover', () => {
  render(shown({ state: 'reading', received: 1200 }, true));
  const reading = screen.getByRole('button', { name: 'Refreshing, 1,200 so far' });
  expect(reading.dataset['tooltip']).toBe('Refreshing, 1,200 so far');
  const drawn = [...reading.querySelectorAll('[aria-hidden]')].map(({ textContent }) => textContent);
  expect(drawn).toEqual(['…']);
  expect(reading.textContent).toBe('Refreshing, 1,200 so far…');
  expect([...reading.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)).toEqual([]);
});
