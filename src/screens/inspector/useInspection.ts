import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { VENDORS_OMITTING_REFRESH_GRANT } from '../../record/vendors.ts';
import { checkDiscovery, type DiscoveryCheck } from '../../smart/inspection/discoveryCheck.ts';
import type { Session } from '../../smart/session/session.ts';
import type { Site } from '../../smart/site/site.ts';
import { browserFacts } from './browserFacts.ts';
import { ehrStyle, type StyleOutcome } from '../../parts/openRecord/ehrStyle.ts';
import type { Inspection, SiteInspection } from './inspection.ts';
import { registrationFacts } from './registrationFacts.ts';
import { requestChanges, requestTable } from './requestRows.ts';
import { identityOutcome, sessionFacts, sessionScopes, type IdentityOutcome } from './sessionFacts.ts';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';

type Checks = Readonly<Record<string, DiscoveryCheck | 'reading'>>;

export type Inspecting = {
  readonly inspection: Inspection;
  /** Sites whose sign-in settings are being read. */
  readonly reading: readonly string[];
  /** Reads the sign-in settings of a site again. */
  readonly check: (site: Site, iss: string) => void;
};

/** Gathers what can be known, and keeps it up to date while the inspector is open. */
export function useInspection(sites: readonly Site[], opened: OpenedSession | undefined): Inspecting {
  const session = opened?.session;
  const changes = useChanges(opened);
  const identity = useIdentity(opened);
  const style = useStyle(session);
  const [checks, check] = useChecks(session);
  const inspection = useMemo(
    () => inspectionOf(sites, opened, identity, checks, style),
    // oxlint-disable-next-line react/exhaustive-deps -- `changes` stands for the log and the token, which change in place; `opened` is made anew at every look
    [sites, session, changes, identity, checks, style],
  );
  const reading = Object.keys(checks).filter((id) => checks[id] === 'reading');
  return { inspection, reading, check };
}

type Seen = Pick<OpenedSession, 'session' | 'requests'>;

/** Everything as it stands now. */
export function inspectionOf(
  sites: readonly Site[],
  opened: Seen | undefined,
  identity: IdentityOutcome,
  checks: Checks,
  style?: StyleOutcome,
): Inspection {
  const { session, requests = [] } = opened ?? {};
  return {
    session: session && {
      facts: sessionFacts(session, identity, style),
      scopes: sessionScopes(session, requests, identity),
    },
    requests: opened && requestTable(requests, Date.now()),
    sites: sites.map((site) => siteInspection(site, session, checks[site.id])),
    browser: browserFacts(),
  };
}

function siteInspection(
  site: Site,
  session: Session | undefined,
  check: DiscoveryCheck | 'reading' | undefined,
): SiteInspection {
  const discovery = check === 'reading' ? undefined : check;
  return {
    site,
    iss: session?.iss ?? (site.issPrefix ? undefined : site.iss),
    registration: registrationFacts(site, discovery?.offered),
    discovery,
  };
}

const NONE: readonly ReadRequest[] = [];

const everySecond = (look: () => void): (() => void) => {
  const timer = setInterval(look, 1000);
  return () => clearInterval(timer);
};

/** A text that changes when the log or the token does: both are changed in place, without telling anybody. */
const useChanges = (opened: OpenedSession | undefined): string =>
  useSyncExternalStore(everySecond, () => {
    const { requests = NONE, session } = opened ?? {};
    return `${requestChanges(requests)};${session?.record().expiresAtMs}`;
  });

function useIdentity(opened: OpenedSession | undefined): IdentityOutcome {
  const [outcome, setOutcome] = useState<IdentityOutcome>();
  const user = opened?.readUser;
  useEffect(() => {
    void user?.().then((text) => setOutcome(identityOutcome(text)));
  }, [user]);
  return outcome;
}

function useStyle(session: Session | undefined): StyleOutcome | undefined {
  const [outcome, setOutcome] = useState<StyleOutcome>();
  useEffect(() => {
    if (session?.styleUrl !== undefined) void ehrStyle(session).then(setOutcome);
  }, [session]);
  return outcome;
}

/** The settings of an open session's server are read at once; those of other sites when somebody asks. */
function useChecks(session: Session | undefined): [Checks, (site: Site, iss: string) => void] {
  const [checks, setChecks] = useState<Checks>({});
  const check = useCallback((site: Site, iss: string): void => {
    const set = (found: DiscoveryCheck | 'reading'): void =>
      setChecks((known) => ({ ...known, [site.id]: found }));
    set('reading');
    void checkDiscovery(site, iss, VENDORS_OMITTING_REFRESH_GRANT).then(set);
  }, []);
  useEffect(() => {
    if (session !== undefined) check(session.site, session.iss);
  }, [session, check]);
  return [checks, check];
}
