import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { openSession } from '../smart/session/session.ts';
import { granted, siteOf } from './sessionFixture.ts';

/** Everything that a launch gave, as the session keeps it. */
export type Granted = Parameters<typeof openSession>[1];

const nothing = (): void => undefined;

/** An open session of patient p1, whose sources and events are never answered unless `asks` says how. */
export const openedSession = (
  more: Partial<Granted> = {},
  asks: Partial<OpenedSession> = {},
  site = siteOf(),
): OpenedSession => ({
  session: openSession(site, { ...granted('p1'), ...more }),
  requests: [],
  readUser: () => Promise.resolve('Signed in as Dr. Amara Osei'),
  loadSourceReader: () => new Promise(nothing),
  openEvents: () => new Promise(nothing),
  refresh: nothing,
  onSignIn: nothing,
  ...asks,
});
