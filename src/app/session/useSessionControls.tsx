import { useCallback, useMemo, type ReactNode } from 'react';
import { clockText } from '../../charts/format/dateText.ts';
import type { Session } from '../../smart/session/session.ts';
import { Button } from '../../ui/Button.tsx';
import { deferredPart, lazyPart } from '../../ui/loading/lazyScreen.ts';
import { useSession } from '../../parts/openRecord/openRecordContexts.ts';
import { useAtIdle } from '../useAtIdle.ts';
import { sessionControlsTexts } from './sessionControls.messages.ts';
import { sweepLeftovers } from './sweepLeftovers.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';

const MenuPlaceholder = () => (
  <Button variant="bare" aria-label={sessionControlsTexts('menu')} disabled>
    •••
  </Button>
);
const Menu = deferredPart(async () => (await import('./SessionMenu.tsx')).SessionMenu, MenuPlaceholder);
const Notices = lazyPart(
  async () => (await import('./SessionNotices.tsx')).SessionNotices,
  () => <p role="alert">{sessionControlsTexts('warningsNotLoaded')}</p>,
);

export type SessionControls = { readonly menu: ReactNode; readonly sessionNotices: ReactNode };

/**
 * Returns the menu and the notices of a session, which every screen shows. Both are fetched after the first
 * chart; the menu has its place from the beginning.
 */
export function useSessionControls(canLoad: boolean): SessionControls {
  const { session } = useSession();
  useAtIdle(
    useCallback(() => sweepLeftovers(session), [session]),
    canLoad,
  );
  return useMemo(
    () => ({
      menu: (
        <LazyBoundary fallback={<MenuPlaceholder />}>{canLoad ? <Menu /> : <MenuPlaceholder />}</LazyBoundary>
      ),
      sessionNotices: <LazyBoundary>{canLoad && <Notices />}</LazyBoundary>,
    }),
    [canLoad],
  );
}

/** In a chart, this returns "Opened at 14:05; does not follow the chart". */
export const openedTextOf = ({ kind, openedAtMs }: Session, timeZone: string): string | undefined =>
  kind === 'ehr' ? sessionControlsTexts('openedAt', { time: clockText(openedAtMs, timeZone) }) : undefined;
