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
const shown = (refresh?: RecordSnapshot['refresh']) => (
  <InOpenRecord session={session} record={recordOf([], { ...(refresh && { refresh }) })}>
    <RefreshButton />
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
