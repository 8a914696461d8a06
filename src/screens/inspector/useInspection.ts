import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { VENDORS_OMITTING_REFRESH_GRANT } from '../../record/vendors.ts';
import { checkDiscovery, type DiscoveryCheck } from '../../smart/inspection/discoveryCheck.ts';
import type { Session } from '../../smart/session/session.ts';
import { ownPageHeaders } from '../../smart/site/frameAncestors.ts';
import type { Site } from '../../smart/site/site.ts';
import { browserFacts } from './browserFacts.ts';
import { ehrStyle, type StyleOutcome } from '../../parts/openRecord/ehrStyle.ts';
import { hostFacts, type HostHeaders } from './hostFacts.ts';
import type { Inspection, SiteInspection } from './inspection.ts';
import { registrationFacts } from './registrationFacts.ts';
import { requestChangeKey, requestTable } from './requestRows.ts';
import { identityOutcome, sessionFacts, sessionScopes, type IdentityOutcome } from './sessionFacts.ts';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';

type DiscoveryChecks = Readonly<Record<string, DiscoveryCheck | 'reading'>>;

type InspectionState = {
  readonly inspection: Inspection;
  /** These are the sites whose sign-in settings are being read. */
  readonly checkingSiteIds: readonly string[];
  /** Reads the sign-in settings of a site again. */
  readonly check: (site: Site, iss: string) => void;
};

/** Gathers everything that the inspector shows, and keeps it up to date while the inspector is open. */
export function useInspection(sites: readonly Site[], opened: OpenedSession | undefined): InspectionState {
  const session = opened?.session;
  const changeKey = useChangeKey(opened);
  const identity = useIdentity(opened);
  const style = useStyle(session);
  const [checks, check] = useDiscoveryChecks(session);
  const hostHeaders = useHostHeaders();
  const inspection = useMemo(
    () => inspectionOf({ sites, opened, identity, checks, style, hostHeaders }),
    // oxlint-disable-next-line react/exhaustive-deps -- `changeKey` stands for the requests and the token, which change in place; `opened` is a new object at every render
    [sites, session, changeKey, identity, checks, style, hostHeaders],
  );
  const checkingSiteIds = Object.keys(checks).filter((id) => checks[id] === 'reading');
  return { inspection, checkingSiteIds, check };
}

type InspectedSession = Pick<OpenedSession, 'session' | 'requests'>;

/** This is what the inspector has found out so far. Each part comes by itself, and some of it never. */
type InspectedFacts = {
  readonly sites: readonly Site[];
  readonly opened: InspectedSession | undefined;
  readonly identity: IdentityOutcome;
  readonly checks: DiscoveryChecks;
  readonly style?: StyleOutcome | undefined;
  readonly hostHeaders?: HostHeaders | undefined;
};

/** Returns everything that the launch inspector shows now. */
export function inspectionOf(inspected: InspectedFacts): Inspection {
  const { sites, opened, identity, checks, style, hostHeaders } = inspected;
  const { session, requests = [] } = opened ?? {};
  return {
    session: session && {
      facts: sessionFacts(session, identity, style),
      scopes: sessionScopes(session, requests, identity),
    },
    requests: opened && requestTable(requests, Date.now()),
    sites: sites.map((site) => siteInspection(site, session, checks[site.id])),
    browser: browserFacts(),
    host: hostFacts(hostHeaders, sites),
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

const NO_REQUESTS: readonly ReadRequest[] = [];

const subscribeEverySecond = (onTick: () => void): (() => void) => {
  const timer = setInterval(onTick, 1000);
  return () => clearInterval(timer);
};

/** Returns a text that changes with the requests and the token. Both are changed in place and notify nobody, so it is polled. */
const useChangeKey = (opened: OpenedSession | undefined): string =>
  useSyncExternalStore(subscribeEverySecond, () => {
    const { requests = NO_REQUESTS, session } = opened ?? {};
    return `${requestChangeKey(requests)};${session?.stored().expiresAtMs}`;
  });

function useIdentity(opened: OpenedSession | undefined): IdentityOutcome {
  const [outcome, setOutcome] = useState<IdentityOutcome>();
  const readUser = opened?.readUser;
  useEffect(() => {
    void readUser?.().then((text) => setOutcome(identityOutcome(text)));
  }, [readUser]);
  return outcome;
}

function useStyle(session: Session | undefined): StyleOutcome | undefined {
  const [outcome, setOutcome] = useState<StyleOutcome>();
  useEffect(() => {
    if (session?.styleUrl !== undefined) void ehrStyle(session).then(setOutcome);
  }, [session]);
  return outcome;
}

/** Asks the host for this page once more, to see the headers that it sends. */
function useHostHeaders(): HostHeaders {
  const [headers, setHeaders] = useState<HostHeaders>('reading');
  useEffect(() => void ownPageHeaders().then(setHeaders, () => setHeaders(undefined)), []);
  return headers;
}

/** Reads the sign-in settings of the open session's server at once, and those of other sites on request. */
function useDiscoveryChecks(
  session: Session | undefined,
): [DiscoveryChecks, (site: Site, iss: string) => void] {
  const [checks, setChecks] = useState<DiscoveryChecks>({});
  const check = useCallback((site: Site, iss: string): void => {
    const set = (result: DiscoveryCheck | 'reading'): void =>
      setChecks((earlier) => ({ ...earlier, [site.id]: result }));
    set('reading');
    void checkDiscovery(site, iss, VENDORS_OMITTING_REFRESH_GRANT).then(set);
  }, []);
  useEffect(() => {
    // A server without a sign-in has no settings of one.
    if (session !== undefined && session.site.open !== true) check(session.site, session.iss);
  }, [session, check]);
  return [checks, check];
}
