import { useRef } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { INSPECTOR_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import { useAudience } from '../../parts/openRecord/audienceContext.ts';
import { useSession } from '../../parts/openRecord/openRecordContexts.ts';
import { printForVisit } from '../../screens/myResults/printForVisit.ts';
import { clockTime } from '../../screens/myResults/clockTime.ts';
import { endByReader } from '../session/endByReader.ts';
import { sessionLimitMs } from '../../smart/session/sessionEndTimes.ts';
import { Button } from '../../ui/Button.tsx';
import { closeWhenLeft } from '../../ui/keyboard/closeWhenLeft.ts';
import { useAbout } from '../about/useAbout.tsx';
import { patientMenuTexts } from './patientMenu.messages.ts';
import styles from './PatientMenu.module.css';

/** Shows the session in everyday words, and how to print, to switch the screens and to leave. */
export function PatientMenu() {
  const { session } = useSession();
  const { onChoose } = useAudience();
  const timeZone = useTimeZone();
  const menu = useRef<HTMLDivElement>(null);
  const { aboutDialog, openAbout } = useAbout(menu);
  const { site, openedAtMs, endpoints } = session;
  const { expiresAtMs = Infinity, refreshToken } = session.stored();
  const limitMs = sessionLimitMs(openedAtMs, site);
  // Without a way to renew it, the sign-in ends at its own time, used or not.
  const endsMs = refreshToken === undefined ? Math.min(expiresAtMs, limitMs) : limitMs;
  const print = (): void => {
    menu.current?.hidePopover();
    void printForVisit();
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={patientMenuTexts('menu')}
        popoverTarget="patient-menu"
      >
        •••
      </button>
      <div id="patient-menu" ref={menu} className={styles.menu} popover="auto" onBlur={closeWhenLeft}>
        <p>{patientMenuTexts('signedIn', { time: clockTime(openedAtMs, timeZone), server: site.label })}</p>
        <p>
          {patientMenuTexts('endsWhenIdle', {
            minutes: String(site.idleMinutes),
            time: clockTime(endsMs, timeZone),
          })}
        </p>
        <Button onClick={print}>{patientMenuTexts('print')}</Button>
        {endpoints.management !== '' && (
          <a href={endpoints.management} target="_blank" rel="noreferrer">
            {patientMenuTexts('manageAccess')}
          </a>
        )}
        <Button onClick={() => onChoose('clinician')}>{patientMenuTexts('clinicianView')}</Button>
        <a href={INSPECTOR_FRAGMENT}>{patientMenuTexts('launchInspector')}</a>
        <Button aria-haspopup="dialog" onClick={openAbout}>
          {patientMenuTexts('about')}
        </Button>
        <Button onClick={() => endByReader(session)}>{patientMenuTexts('signOut')}</Button>
      </div>
      {aboutDialog}
    </>
  );
}
