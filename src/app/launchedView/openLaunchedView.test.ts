// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Audience } from '../../smart/authorization/audience.ts';
import { launchedViewsIn } from '../../smart/session/launchedView.ts';
import { openSession, sessionOf } from '../../smart/session/session.ts';
import { hasWindowItem, writeWindowItem } from '../../smart/session/windowStorage.ts';
import { isStoredSession } from '../../smart/session/storedSession.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { openAnsweredView } from './openAnsweredView.ts';
import { openLaunchedView } from './openLaunchedView.ts';

const site = siteOf();
const launched = (more: { appContext?: string; intent?: string }, kind: 'ehr' | 'standalone' = 'ehr') => {
  const session = openSession(site, { ...granted('p1'), ...more, kind });
  openLaunchedView(session);
  return session;
};

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  history.replaceState(null, '', '/index.html');
});

test('an appContext opens its view, before an intent, and only once', () => {
  const session = launched({ appContext: '#series=k', intent: 'timeline' });
  expect(location.hash).toBe('#series=k');
  expect(launchedViewsIn(session.stored().launchedView)).toEqual({
    appContext: { fragment: '#series=k' },
    intent: { fragment: '#timeline' },
  });
  // The reader goes to the overview, and loads the page again.
  history.replaceState(history.state, '', '/index.html');
  openLaunchedView(sessionOf(session.stored(), site));
  expect(location.hash).toBe('');
});

test('an intent opens its view where the appContext has none', () => {
  launched({ appContext: 'patient=4711', intent: 'timeline' });
  expect(location.hash).toBe('#timeline');
});

test('a shared link stays, and its view is not changed', () => {
  history.replaceState(null, '', '/index.html#compare=k');
  launched({ appContext: '#series=creat' });
  expect(location.hash).toBe('#compare=k');
});

test('nothing of the text is kept: the storage holds the view or why there is none', () => {
  const session = launched({ appContext: 'Edwin Marlowe, 4711' });
  expect(location.hash).toBe('');
  expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/Edwin|4711/);
  expect(launchedViewsIn(session.stored().launchedView)).toEqual({
    appContext: { refusal: 'unknown', length: 19 },
    intent: undefined,
  });
  expect(isStoredSession(session.stored())).toBe(true);
});

test.each([[{ toString: 1, valueOf: 1 }], ['19'], [null]])(
  'what somebody else wrote in place of a length, %j, is no answer',
  (length) => {
    const text = JSON.stringify({ appContext: { refusal: 'unknown', length } });
    expect(launchedViewsIn(text).appContext).toBeUndefined();
  },
);

test('a patient who signs in alone opens screens of patients', () => {
  launched({ appContext: '#compare=k' }, 'standalone');
  expect(location.hash).toBe('');
  launched({ appContext: '#my-care' }, 'standalone');
  expect(location.hash).toBe('#my-care');
});

const forPatients = siteOf({ audience: 'patient' });

test('where the person is asked who looks, the view waits for the answer and opens as for who answered', () => {
  const asked = (answer: Audience): string => {
    history.replaceState(null, '', '/index.html');
    const sent = { appContext: '{"longview":"#compare=k","for":"Edwin Marlowe"}', intent: 'growth' };
    const session = openSession(forPatients, { ...granted('p1'), ...sent });
    openLaunchedView(session);
    expect(location.hash).toBe('');
    expect(launchedViewsIn(session.stored().launchedView)).toEqual({});
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Edwin');
    // The page may be loaded again before anybody answers.
    const again = sessionOf(session.stored(), forPatients);
    openLaunchedView(again);
    expect(location.hash).toBe('');
    again.change({ audience: answer });
    openAnsweredView(again);
    return location.hash;
  };
  expect(asked('clinician')).toBe('#compare=k');
  expect(asked('patient')).toBe('#my-growth');
});

test('after the answer the inspector knows what became of the texts, and the view is not opened again', () => {
  const session = openSession(forPatients, { ...granted('p1'), appContext: '#compare=k', intent: 'care' });
  openLaunchedView(session);
  session.change({ audience: 'patient' });
  openAnsweredView(session);
  expect(launchedViewsIn(session.stored().launchedView)).toEqual({
    appContext: { refusal: 'unknown', length: 10 },
    intent: { fragment: '#my-care' },
  });
  history.replaceState(history.state, '', '/index.html');
  openAnsweredView(sessionOf(session.stored(), forPatients));
  expect(location.hash).toBe('');
});

test('an answer without a view that waits for it opens none', () => {
  const session = openSession(forPatients, granted('p1'));
  session.change({ audience: 'clinician' });
  openAnsweredView(session);
  expect(location.hash).toBe('');
});

test('what was last seen here does not come before the view that waits for the answer', () => {
  writeWindowItem('view', { digest: 'd', view: '#timeline', atMs: Date.now() });
  openLaunchedView(openSession(forPatients, { ...granted('p1'), intent: 'of nobody' }));
  expect(hasWindowItem('view')).toBe(true);
  openLaunchedView(openSession(forPatients, { ...granted('p1'), intent: 'growth' }));
  expect(hasWindowItem('view')).toBe(false);
});

test('no text can do more than choose a view: address, storage and network stay as they are', () => {
  const fetched = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', fetched);
  const keys = (): string[] => [...Object.keys(sessionStorage), ...Object.keys(localStorage)].toSorted();
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.webUrl({ withFragments: true }),
    fc
      .array(
        fc.constantFrom('#', '?code=', '&state=', '//x.example', 'series=', 'k', '"', '{', ':', '\u202e'),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, (appContext, intent) => {
      sessionStorage.clear();
      history.replaceState(null, '', '/index.html');
      const { origin, pathname, search } = location;
      const session = openSession(site, { ...granted('p1'), appContext, intent });
      const before = keys();
      openLaunchedView(session);
      expect([location.origin, location.pathname, location.search]).toEqual([origin, pathname, search]);
      expect(location.hash).toMatch(/^(?:#[\w=&,.~%-]+)?$/);
      expect(keys()).toEqual(before);
      expect(history.state).toEqual({ sid: session.sid });
      expect(Reflect.get({}, 'longview')).toBeUndefined();
    }),
    { numRuns: 300, seed: 63 },
  );
  expect(fetched).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
