/** This file opens a session whose data never arrive unless a test sends them. */
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { openSession } from '../smart/session/session.ts';
import { granted, siteOf } from './sessionFixture.ts';

/** A session keeps this about its launch. */
export type Granted = Parameters<typeof openSession>[1];

const nothing = (): void => undefined;

/**
 * Returns an open session of patient p1. Its sources and events are never answered unless `asks` says how.
 */
export const openedSession = (
  more: Partial<Granted> = {},
  answers: Partial<OpenedSession> = {},
  site = siteOf(),
): OpenedSession => ({
  session: openSession(site, { ...granted('p1'), ...more }),
  requests: [],
  readUser: () => Promise.resolve('Signed in as Dr. Amara Osei'),
  loadSourceReader: () => new Promise(nothing),
  openEvents: () => new Promise(nothing),
  refresh: nothing,
  onSignIn: nothing,
  ...answers,
});
