import type { OpenEvents } from '../../record/events/openEvents.ts';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import type { SourceReader } from '../../record/source/sourceReading.ts';
import type { Session } from '../../smart/session/session.ts';

/** A session and what the screens may ask about it. */
export type OpenedSession = {
  readonly session: Session;
  readonly requests: readonly ReadRequest[];
  /** Who is signed in, in words; undefined where nobody asked. */
  readonly readUser: () => Promise<string | undefined>;
  /** Reads one result again. */
  readonly loadSourceReader: () => Promise<SourceReader>;
  /** Begins to read what is no result, once. */
  readonly openEvents: () => Promise<OpenEvents>;
  /** Reads the whole record again. */
  readonly refresh: () => void;
  readonly onSignIn: () => void;
};
