import { Suspense, useState, type ReactNode } from 'react';
import { clockText } from '../charts/format.ts';
import type { PatientLine } from '../clinical/patient.ts';
import type { OpenEvents } from '../record/openEvents.ts';
import type { ReadRequest } from '../record/snapshot.ts';
import type { SourceReader } from '../record/sourceReading.ts';
import type { Session } from '../smart/session.ts';
import { Button } from '../ui/Button.tsx';
import { latePart, lazyPart } from './lazyScreen.ts';
import type { ChosenUnits } from './useChosenUnits.ts';
import { useAtIdle } from './useMarks.ts';

/** A session and what the screens may ask about it. */
export type OpenedSession = {
  readonly session: Session;
  readonly requests: readonly ReadRequest[];
  /** Who is signed in, in words; undefined where nobody asked. */
  readonly user: () => Promise<string | undefined>;
  /** Reads one result again. */
  readonly source: () => Promise<SourceReader>;
  /** Begins to read what is no result, once. */
  readonly events: () => Promise<OpenEvents>;
  /** Reads the whole record again. */
  readonly refresh: () => void;
  readonly onSignIn: () => void;
};

export type SessionParts = {
  readonly opened: string | undefined;
  readonly menu: ReactNode;
  readonly sessionNotices: ReactNode;
};

const NoMenu = () => (
  <Button look="bare" aria-label="Menu" disabled>
    •••
  </Button>
);
const Menu = latePart(async () => (await import('./SessionMenu.tsx')).SessionMenu, NoMenu);
const Notices = lazyPart(
  async () => (await import('./SessionNotices.tsx')).SessionNotices,
  () => <p role="alert">Warnings about this session could not be loaded. Reload the page.</p>,
);

/** What every screen of a session shows of it. Both parts are fetched after the first chart, the menu into its place. */
export function useSessionParts(
  opened: OpenedSession,
  patient: PatientLine | undefined,
  timeZone: string,
  isDue: boolean,
  units: ChosenUnits,
): SessionParts {
  const [isLoaded, setIsLoaded] = useState(false);
  useAtIdle(() => setIsLoaded(true), isDue);
  const { session } = opened;
  return {
    opened:
      session.kind === 'ehr'
        ? `Opened at ${clockText(session.openedAtMs, timeZone)}; does not follow the chart`
        : undefined,
    menu: (
      <Suspense fallback={<NoMenu />}>
        {isLoaded ? <Menu {...{ opened, timeZone, units }} /> : <NoMenu />}
      </Suspense>
    ),
    sessionNotices: (
      <Suspense>{isLoaded && <Notices opened={opened} patient={patient} timeZone={timeZone} />}</Suspense>
    ),
  };
}
