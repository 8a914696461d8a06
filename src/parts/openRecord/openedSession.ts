import type { OpenEvents } from '../../record/events/openEvents.ts';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import type { SourceReader } from '../../record/source/sourceReading.ts';
import type { Session } from '../../smart/session/session.ts';

/** This is a session with the requests that screens can make in it. */
export type OpenedSession = {
  readonly session: Session;
  readonly requests: readonly ReadRequest[];
  /** Returns the signed-in user in words, or undefined if the site does not show users. */
  readonly readUser: () => Promise<string | undefined>;
  /** Loads the code that reads one result again. */
  readonly loadSourceReader: () => Promise<SourceReader>;
  /** Begins to read everything that is not a result, once. */
  readonly openEvents: () => Promise<OpenEvents>;
  /** Reads the whole record again. */
  readonly refresh: () => void;
  readonly onSignIn: () => void;
};
