// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Audience } from '../../smart/authorization/audience.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { ErrorScreen } from './ErrorScreen.tsx';

afterEach(cleanup);

const site = siteOf({ contact: 'Call the help desk, extension 4455.' });
const nothing = (): void => undefined;
const show = (kind: 'ehr' | 'standalone', audience?: Audience): HTMLElement => {
  render(
    <ErrorScreen
      error={new LaunchError('E13', { site, kind, facts: { reason: 'elsewhere' } })}
      audience={audience}
      sites={[site]}
      onStart={nothing}
      onSignIn={nothing}
    />,
  );
  return screen.getByRole('alert');
};
/** This stands on the screen before anybody opens the details. */
const shownAtOnce = (alert: HTMLElement): string => {
  const copy = alert.cloneNode(true) as HTMLElement;
  for (const details of copy.querySelectorAll('details')) details.remove();
  return copy.textContent;
};

test('a patient reads plain words, with the code, the facts and what is for staff one press away', () => {
  const alert = show('standalone');
  expect(alert.dataset['error']).toBe('E13');
  expect(shownAtOnce(alert)).toBe(
    'You were signed outIt was ended in another window. The results are gone from this screen, so nobody else can see them. Sign in again.Sign in again',
  );
  const details = alert.querySelector('details')?.textContent;
  expect(details).toContain('Code E13');
  expect(details).toContain('Call the help desk');
  expect(details).toContain('Launch inspector');
});

test('a clinician reads the words of clinicians, also after a launch of their own', () => {
  expect(shownAtOnce(show('ehr'))).toContain('Your session has ended');
  cleanup();
  expect(shownAtOnce(show('standalone', 'clinician'))).toContain('Launch inspector');
});

test('a patient whose portal launched the app as an EHR reads plain words too', () => {
  expect(shownAtOnce(show('ehr', 'patient'))).toContain('You were signed out');
});
