import { MINUTE_MS } from '../../clinical/time/durations.ts';
import { useEffect, useRef, useState } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { currentSpeech } from '../../words/language.ts';
import { clockText } from '../../charts/format/dateText.ts';
import { watchOtherWindows } from '../../smart/session/otherWindows.ts';
import { rememberView } from '../../smart/session/returnToView.ts';
import type { Session } from '../../smart/session/session.ts';
import { claimSession } from '../../smart/session/sessionOwner.ts';
import type { TimedEnd } from '../../smart/session/sessionEndTimes.ts';
import { noteActivity } from '../../smart/session/sessionLifetime.ts';
import { usableTimeZone } from '../../smart/site/usableTimeZone.ts';
import { addPendingLoad } from '../../ui/loading/pendingLoads.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRecord, useSession } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { sessionNoticesTexts } from './sessionNotices.messages.ts';
import { useCurrentAge } from './useCurrentAge.ts';
import styles from './SessionNotices.module.css';

const WARN_EXPIRY_MS = 120_000;
const WARN_IDLE_MS = MINUTE_MS;

/** Returns the birth date as every screen for clinicians writes it, or as it is written in the language of the page. */
function bornText({ born, birth }: PatientIdentity): string {
  const { language, locale } = currentSpeech();
  if (language === 'en' || birth?.precision !== 'day') return born;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(birth.timeMs);
}

/** Shows the notices of a session that come with time: another patient elsewhere, and the coming end. */
export function SessionNotices() {
  const opened = useSession();
  const { session } = opened;
  const { patient } = useRecord();
  useCurrentAge();
  const remember = useRememberedView(session);
  const onSignIn = () => {
    remember();
    opened.onSignIn();
  };
  useEffect(() => {
    // The EHR's look changes what stands there, so the screen has not settled before.
    const arrived = addPendingLoad();
    void loadEhrStyle(session).finally(arrived);
  }, [session]);
  const [isOther, dismiss] = useOtherPatient(session);
  const end = useNearSessionEnd(session);
  return (
    <>
      {isOther && (
        <>
          <div className={styles.edge} />
          <Notice
            kind="wrong-patient"
            isWrongPatient
            title={sessionNoticesTexts('otherPatient')}
            action={{ label: sessionNoticesTexts('thisIsRight'), onPress: dismiss }}
          >
            {patient && sessionNoticesTexts('thisWindow', { name: patient.name, born: bornText(patient) })}
          </Notice>
        </>
      )}
      <ZoneNotice site={session.site} />
      {end && <EndNotice end={end} {...{ session, onSignIn }} />}
    </>
  );
}

/** Says that times are not in the zone of the site (rule 41). */
function ZoneNotice({ site: { timeZone: wanted, label: server } }: Pick<Session, 'site'>) {
  const zone = useTimeZone();
  if (wanted === '' || usableTimeZone(wanted) === wanted) return null;
  return (
    <Notice kind="stale" title={sessionNoticesTexts('unknownZone', { server, zone: wanted })}>
      {sessionNoticesTexts('zoneOfDevice', { zone })}
    </Notice>
  );
}

/** Applies the EHR's style after the first chart or not at all. Few sites send one, so its code is loaded only then. */
async function loadEhrStyle(session: Session): Promise<void> {
  if (session.styleUrl === undefined) return;
  const { ehrStyle } = await import('../../parts/openRecord/ehrStyle.ts').catch(() => ({
    ehrStyle: undefined,
  }));
  await ehrStyle?.(session);
}

type SessionEnd = Pick<TimedEnd, 'kind' | 'atMs'> & { readonly minutes: number };
type EndNoticeProps = {
  readonly end: SessionEnd;
  readonly session: Session;
  readonly onSignIn: () => void;
};

/** Announces the end of the session two minutes before, or one where nobody uses it, without covering the screen. */
function EndNotice({ end, session, onSignIn }: EndNoticeProps) {
  const timeZone = useTimeZone();
  const time = clockText(end.atMs, timeZone);
  const left =
    end.minutes < 1
      ? sessionNoticesTexts('lessThanAMinute')
      : sessionNoticesTexts('inMinutes', { count: end.minutes, shown: String(end.minutes) });
  if (end.kind === 'idle')
    return (
      <Notice
        kind="stale"
        title={sessionNoticesTexts('closesAt', { time })}
        action={{ label: sessionNoticesTexts('keepOpen'), onPress: () => noteActivity(session, true) }}
      >
        {sessionNoticesTexts('closesUnused', { left })}
      </Notice>
    );
  const isStandalone = session.kind === 'standalone';
  return (
    <Notice
      kind="stale"
      title={sessionNoticesTexts('sessionEndsAt', { time })}
      action={isStandalone ? { label: sessionNoticesTexts('signInAgain'), onPress: onSignIn } : undefined}
    >
      {sessionNoticesTexts(isStandalone ? 'signInToReturn' : 'openAgainToReturn', { left })}
    </Notice>
  );
}

function useOtherPatient(session: Session): readonly [boolean, () => void] {
  const [isOther, setIsOther] = useState(false);
  useEffect(() => {
    const watching = new AbortController();
    void watchOtherWindows(session, setIsOther, watching.signal);
    return () => watching.abort();
  }, [session]);
  return [isOther, () => setIsOther(false)];
}

function useRememberedView(session: Session): () => void {
  const remember = useRef(() => {});
  useEffect(
    () => void rememberView(session).then((rememberNow) => (remember.current = rememberNow)),
    [session],
  );
  return () => remember.current();
}

/** Returns the nearest end of the session once it is close, and undefined before. */
function useNearSessionEnd(session: Session): SessionEnd | undefined {
  const [end, setEnd] = useState<SessionEnd>();
  useEffect(() => {
    if (session.stored().refreshToken !== undefined) void claimSession(session.sid);
    const timer = setInterval(() => setEnd((before) => keepIfSame(before, nearSessionEnd(session))), 1000);
    return () => clearInterval(timer);
  }, [session]);
  return end;
}

const keepIfSame = (before: SessionEnd | undefined, now: SessionEnd | undefined): SessionEnd | undefined =>
  before && now && before.kind === now.kind && before.atMs === now.atMs && before.minutes === now.minutes
    ? before
    : now;

function nearSessionEnd(session: Session): SessionEnd | undefined {
  const { kind, atMs } = session.timedEnd();
  const leftMs = atMs - session.clock.nowMs();
  if (leftMs > (kind === 'idle' ? WARN_IDLE_MS : WARN_EXPIRY_MS)) return undefined;
  // A clock of the device that was set back will show this time, so it is told to the second.
  const shownAtMs = Math.min(atMs, Math.round((Date.now() + leftMs) / 1000) * 1000);
  return { kind, atMs: shownAtMs, minutes: Math.floor(leftMs / MINUTE_MS) };
}
