// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeZoneProvider } from '../../charts/format/timeZoneContext.ts';
import { tellChartFollowing } from '../../parts/openRecord/chartFollowing.ts';
import { openSession } from '../../smart/session/session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { FollowedText } from './FollowedText.tsx';

const NOT_FOLLOWED = 'Opened 14:05. Does not update if you change patient in the EHR';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 28, 14, 20), toFake: ['Date'] });
});
afterEach(() => {
  act(() => tellChartFollowing(undefined));
  cleanup();
  vi.useRealTimers();
});

function shown() {
  const openedAtMs = Date.UTC(2026, 10, 28, 14, 5);
  const session = openSession(siteOf(), { ...granted('p1'), openedAtMs, activeAtMs: openedAtMs });
  return render(
    <TimeZoneProvider value="UTC">
      <FollowedText session={session} text={NOT_FOLLOWED} />
    </TimeZoneProvider>,
  );
}

test('until the hub has confirmed, the header says what it says without one', () => {
  const { container } = shown();
  expect(container.textContent).toBe(NOT_FOLLOWED);
  act(() => tellChartFollowing('connecting'));
  expect(container.textContent).toBe(NOT_FOLLOWED);
});

test('it says that the view follows, since when it does not, and announces that alone', () => {
  const { container, getByRole } = shown();
  act(() => tellChartFollowing('following'));
  expect(container.textContent).toBe('Opened 14:05. Closes when you change patient in the EHR');
  expect(getByRole('status').textContent).toBe('');
  act(() => tellChartFollowing('lost'));
  expect(getByRole('status').textContent).toBe(
    'Opened 14:05. EHR link lost at 14:20: does not update if you change patient. Trying again',
  );
  act(() => tellChartFollowing('gone'));
  expect(getByRole('status').textContent).toBe(
    'Opened 14:05. EHR link lost at 14:20: does not update if you change patient',
  );
  act(() => tellChartFollowing('denied'));
  expect(getByRole('status').textContent).toContain('No EHR link');
});
