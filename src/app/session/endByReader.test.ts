import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endCauseOf } from '../../smart/session/endedSessions.ts';
import { openSession } from '../../smart/session/session.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { endByReader } from './endByReader.ts';

beforeEach(() => void enterWindow());
afterEach(() => vi.unstubAllGlobals());

test('the duplicates of the window hear of the end at once, also offline, where nothing more can be loaded', () => {
  const session = openSession(siteOf(), granted('p1'));
  const heard = vi.fn<() => void>();
  session.onEnd(heard);
  endByReader(session);
  expect(endCauseOf(session.sid)).toBe('elsewhere');
  expect(heard).toHaveBeenCalledOnce();
});
