// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { SessionNotices } from './SessionNotices.tsx';

afterEach(cleanup);

const shownFor = (timeZone: string) =>
  render(
    <InOpenRecord timeZone="Asia/Tokyo" session={openedSession({}, {}, siteOf({ timeZone }))}>
      <SessionNotices />
    </InOpenRecord>,
  ).container.textContent;

test('rule 41: a zone of the site that the browser does not know is told, and which one is used', () => {
  expect(shownFor('America/Of_Tomorrow')).toBe(
    'This browser does not know the time zone of General Hospital (America/Of_Tomorrow). All times are in the zone Asia/Tokyo.',
  );
});

test.each(['', 'America/Chicago'])('nothing is said of the zone "%s"', (timeZone) => {
  expect(shownFor(timeZone)).toBe('');
});
