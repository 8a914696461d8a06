import { useContext, useEffect, useRef, useState } from 'react';
import { clockText } from '../../charts/format/dateText.ts';
import { endByReader } from './endByReader.ts';
import { sessionLimitMs } from '../../smart/session/sessionEndTimes.ts';
import { Button } from '../../ui/Button.tsx';
import { closeWhenLeft } from '../../ui/keyboard/closeWhenLeft.ts';
import { useAudience } from '../../parts/openRecord/audienceContext.ts';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';
import { SingleKeys, useKeyTooltip, useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { sessionMenuTexts } from './sessionMenu.messages.ts';
import { sessionControlsTexts } from './sessionControls.messages.ts';
import { useAbout } from '../about/useAbout.tsx';
import { UnitSystemChoice } from './UnitSystemChoice.tsx';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { SavedViewsMenu } from '../../parts/savedViews/SavedViewsMenu.tsx';
import { INSPECTOR_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import popover from '../../ui/Popover.module.css';
import keyStyles from '../../ui/Kbd.module.css';
import styles from './SessionMenu.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useSession } from '../../parts/openRecord/openRecordContexts.ts';

function useUser({ readUser }: OpenedSession): string | undefined {
  const [text, setText] = useState<string>();
  useEffect(() => void readUser().then(setText), [readUser]);
  return text;
}

const MenuButton = () => (
  <Button
    variant="bare"
    aria-label={sessionControlsTexts('menu')}
    data-tooltip={useKeyTooltip(sessionMenuTexts('keys'), '?')}
    popoverTarget="session-menu"
  >
    •••
  </Button>
);

/** Says since when the session is open, with whose account, and when it ends. */
function SessionFacts() {
  const opened = useSession();
  const { kind, site, openedAtMs } = opened.session;
  const timeZone = useTimeZone();
  const user = useUser(opened);
  const { expiresAtMs = Infinity, refreshToken } = opened.session.stored();
  const limitMs = sessionLimitMs(openedAtMs, site);
  return (
    <>
      <p>
        {sessionMenuTexts(kind === 'ehr' ? 'openedFromChart' : 'signedIn', {
          time: clockText(openedAtMs, timeZone),
          server: site.label,
        })}
      </p>
      {user && <p>{user}</p>}
      <p>
        {refreshToken === undefined && expiresAtMs < limitMs
          ? sessionMenuTexts('endsAt', { time: clockText(expiresAtMs, timeZone) })
          : sessionMenuTexts('endsWhenIdle', {
              minutes: String(site.idleMinutes),
              time: clockText(limitMs, timeZone),
            })}
      </p>
    </>
  );
}

/**
 * Shows the session and how to leave it. The platform's popover handles Escape, clicks outside and the return
 * of focus.
 */
export function SessionMenu() {
  const { session } = useSession();
  const { choices, onChooseAll } = useUnits();
  const { onChoose } = useAudience();
  const menu = useRef<HTMLDivElement>(null);
  const { aboutDialog, openAbout } = useAbout(menu);
  const { onHelp } = useContext(SingleKeys);
  const shortcut = useShortcut('?');
  const openKeys = () => {
    menu.current?.hidePopover(); // the focus then returns to an element that is still there when the menu closes
    onHelp?.(true);
  };
  const { kind, site, endpoints } = session;
  return (
    <>
      <MenuButton />
      <div
        id="session-menu"
        ref={menu}
        className={`${styles.menu} ${popover.menu}`}
        popover="auto"
        onBlur={closeWhenLeft}
      >
        <SessionFacts />
        {kind === 'standalone' && endpoints.management !== '' && (
          <a href={endpoints.management} target="_blank" rel="noreferrer">
            {sessionMenuTexts('manageAccess')}
          </a>
        )}
        <Button aria-haspopup="dialog" aria-keyshortcuts={shortcut} onClick={openKeys}>
          {sessionMenuTexts('keys')}
          {shortcut && (
            <kbd className={keyStyles.kbd} aria-hidden="true">
              {shortcut}
            </kbd>
          )}
        </Button>
        <UnitSystemChoice choices={choices} onChooseAll={onChooseAll} concentrations={site.concentrations} />
        <SavedViewsMenu buttonVariant="plain" />
        <Button onClick={() => onChoose('patient')}>{sessionMenuTexts('patientView')}</Button>
        <a href={INSPECTOR_FRAGMENT}>{sessionMenuTexts('launchInspector')}</a>
        <Button aria-haspopup="dialog" onClick={openAbout}>
          {sessionMenuTexts('about')}
        </Button>
        <Button onClick={() => endByReader(session)}>{sessionMenuTexts('endSession')}</Button>
      </div>
      {aboutDialog}
    </>
  );
}
