import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { openSession } from '../smart/session/session.ts';
import { granted, siteOf } from '../testing/sessionFixture.ts';
import { emptyView } from './fixtureSeries.ts';

export type Granted = Parameters<typeof openSession>[1];

/** Opened where it is drawn: each frame is a window with a session of its own. */
export const openedOf = (
  more: Partial<Granted> = {},
  asks: Partial<OpenedSession> = {},
  site = siteOf(),
): OpenedSession => ({
  session: openSession(site, { ...granted('p1'), ...more }),
  requests: [],
  user: () => Promise.resolve('Signed in as Dr. Amara Osei'),
  source: () => new Promise(emptyView),
  events: () => new Promise(emptyView),
  refresh: emptyView,
  onSignIn: emptyView,
  ...asks,
});
