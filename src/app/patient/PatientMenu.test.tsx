// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { AudienceProvider } from '../../parts/openRecord/audienceContext.ts';
import { clockTime } from '../../screens/myResults/clockTime.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { openedSession, type Granted } from '../../testing/openedSessionFixture.ts';
import { PatientMenu } from './PatientMenu.tsx';

afterEach(cleanup);

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
