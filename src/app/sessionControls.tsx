import { Suspense, useState, type ReactNode } from 'react';
import { clockText } from '../charts/format/format.ts';
import type { PatientIdentity } from '../clinical/patient/patient.ts';
import { Button } from '../ui/Button.tsx';
import { latePart, lazyPart } from '../ui/loading/lazyScreen.ts';
import type { ChosenUnits } from '../parts/results/useChosenUnits.ts';
import { useAtIdle } from './useMarks.ts';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';

export type SessionControls = {
  readonly opened: string | undefined;
  readonly menu: ReactNode;
  readonly sessionNotices: ReactNode;
};

const NoMenu = () => (
  <Button look="bare" aria-label="Menu" disabled>
    •••
  </Button>
);
const Menu = latePart(async () => (await import('./session/SessionMenu.tsx')).SessionMenu, NoMenu);
const Notices = lazyPart(
  async () => (await import('./session/SessionNotices.tsx')).SessionNotices,
  () => <p role="alert">Warnings about this session could not be loaded. Reload the page.</p>,
);

/** What every screen of a session shows of it. Both parts are fetched after the first chart, the menu into its place. */
export function useSessionControls(
  opened: OpenedSession,
  patient: PatientIdentity | undefined,
  timeZone: string,
  isDue: boolean,
  units: ChosenUnits,
): SessionControls {
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
