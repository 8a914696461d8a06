// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AudienceProvider } from '../../parts/openRecord/audienceContext.ts';
import { clockTime } from '../../screens/myResults/clockTime.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { openedSession, type Granted } from '../../testing/openedSessionFixture.ts';
import { endByReader } from '../session/endByReader.ts';
import { PatientMenu } from './PatientMenu.tsx';

afterEach(cleanup);

// A network that is lost, or a server with a newer version, gives no file any more.
vi.mock('../../smart/session/endSession.ts', () => {
  throw new Error('This file cannot be loaded.');
});

/** The time of day after so many minutes, as the menu writes it. */
const timeAfter = (minutes: number): string => clockTime(Date.now() + minutes * 60_000, TEST_TIME_ZONE);

function show(more: Partial<Granted>): string {
  render(
    <InOpenRecord session={openedSession(more)}>
      <AudienceProvider value={{ audience: 'patient', onChoose: () => undefined }}>
        <PatientMenu />
      </AudienceProvider>
    </InOpenRecord>,
  );
  return screen.getByText(/^You are signed out after/).textContent;
}

test('a sign-in that cannot be renewed ends at its own time, which the menu says', () => {
  const expiresAtMs = Date.now() + 60 * 60_000;
  expect(show({ refreshToken: undefined, expiresAtMs })).toContain(`at ${timeAfter(60)} at the latest`);
});

test('one that is renewed ends at the limit of the site', () => {
  const expiresAtMs = Date.now() + 60 * 60_000;
  expect(show({ refreshToken: 'r1', expiresAtMs })).not.toContain(timeAfter(60));
});

test('WCAG 2.4.11: Tab beyond the last line of the menu closes it, so that it hides nothing with the focus', () => {
  const hide = vi.fn<() => void>();
  show({});
  const menu = document.getElementById('patient-menu')!;
  menu.hidePopover = hide;
  const after = document.body.appendChild(document.createElement('button'));
  const focus = (element: HTMLElement): void => act(() => element.focus());
  focus(screen.getByText('Print for a visit'));
  focus(screen.getByText('Sign out'));
  // The browser itself closes the menu from its own button.
  focus(screen.getByRole('button', { name: 'Menu' }));
  expect(hide).not.toHaveBeenCalled();
  focus(screen.getByText('Sign out'));
  focus(after);
  expect(hide).toHaveBeenCalledOnce();
  after.remove();
});

test('row 51: whoever signs out is signed out at once, also where no file can be loaded any more', () => {
  const session = openedSession({});
  render(
    <InOpenRecord session={session}>
      <AudienceProvider value={{ audience: 'patient', onChoose: () => undefined }}>
        <PatientMenu />
      </AudienceProvider>
    </InOpenRecord>,
  );
  fireEvent.click(screen.getByText('Sign out'));
  expect(() => session.session.accessToken()).toThrow('E13');
  expect(Object.keys(sessionStorage)).not.toContain(`longview.session.${session.session.sid}`);
});

test('row 51: a listener that fails leaves no view behind for whoever signs in next', () => {
  const { session } = openedSession({});
  session.onEnd(() => {
    sessionStorage.setItem('longview.view', '{}');
    throw new Error('broken');
  });
  expect(() => endByReader(session)).toThrow('broken');
  expect(Object.keys(sessionStorage)).not.toContain('longview.view');
});
