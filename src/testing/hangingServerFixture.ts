/** This file stands in for a server that hangs in every way a server can, with a clock that tests move. */
import { vi } from 'vitest';
import { openRecord, type OpenRecord } from '../app/openRecord.ts';
import { sendEarly } from '../fhir/earlyRequests.ts';
import { firstAddresses } from '../record/search/firstRequests.ts';
import type { Session } from '../smart/session/session.ts';
import type { Site } from '../smart/site/site.ts';

/**
 * Says how a request is answered: at once, never, half of it and then nothing, a byte every so often, with a connection that is
 * refused at once or after a while, with so many results of potassium, or with a status.
 */
export type Behaviour =
  | 'answers'
  | 'never begins'
  | 'stops half way'
  | 'has no address'
  | { readonly dripEveryMs: number }
  | { readonly refusedAfterMs: number }
  | { readonly answersAfterMs: number }
  | { readonly potassiumResults: number }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly isBodyLost?: true };

type AskedRequest = { readonly path: string; readonly signal: AbortSignal };

/** These are the parts of a site in which tests differ. Without an audience its record is a patient's. */
type TestedSite = Partial<Pick<Site, 'vendor' | 'audience'>>;
/** Beside its site a session may have one more scope. */
type TestedSession = TestedSite & { readonly scope?: string };

const SCOPES = [
  'patient/Patient.r',
  'patient/Observation.rs?category=vital-signs,laboratory,social-history,survey,exam',
  'patient/Encounter.rs',
  'patient/Procedure.rs',
].join(' ');

const session = ({ vendor = 'epic', audience, scope = '' }: TestedSession) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a reading uses these parts of a session
  ({
    sid: 's1',
    iss: 'https://fhir.general.example/r4',
    patientId: 'p1',
    scope: `${SCOPES} ${scope}`.trim(),
    requestedScope: `${SCOPES} ${scope}`.trim(),
    missingGrants: { denied: [], partial: [] },
    site: { vendor, audience, extraOrigins: [], identity: false },
    accessToken: () => 'secret',
    stored: () => ({ expiresAtMs: undefined }),
    renew: async () => false,
    end: () => {},
    onEnd: () => {},
  }) as unknown as Session;

const bodyOf = (path: string): string =>
  JSON.stringify(
    path.startsWith('Patient/')
      ? { resourceType: 'Patient', id: 'p1', name: [{ family: 'Marlowe' }] }
      : {
          resourceType: 'Bundle',
          entry: path.startsWith('Observation')
            ? [
                {
                  resource: {
                    resourceType: 'Observation',
                    id: path.replaceAll(/\W/g, ''),
                    status: 'final',
                    subject: { reference: 'Patient/p1' },
                  },
                },
              ]
            : [],
        },
  );

/** Returns a page of a search with so many results, which are drawn as one curve. */
const pageOfPotassium = (count: number): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    entry: Array.from({ length: count }, (_, i) => ({
      resource: {
        resourceType: 'Observation',
        id: `potassium-${i}`,
        status: 'final',
        subject: { reference: 'Patient/p1' },
        code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
        effectiveDateTime: new Date(Date.UTC(2025, 0, 1, -i)).toISOString(),
        valueQuantity: { value: 4.1, unit: 'mmol/L' },
      },
    })),
  });

const streamOf = (text: string, everyMs: number | undefined, signal: AbortSignal): ReadableStream =>
  new ReadableStream({
    start(controller) {
      const bytes = new TextEncoder().encode(text);
      const half = bytes.length / 2;
      controller.enqueue(bytes.slice(0, half));
      const timer =
        everyMs === undefined
          ? undefined
          : setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), everyMs);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        controller.error(signal.reason);
      });
    },
  });

async function answer(path: string, behaviour: Behaviour, signal: AbortSignal): Promise<Response> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
  });
  aborted.catch(() => undefined); // most answers do not wait for it
  const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  if (behaviour === 'answers') return new Response(bodyOf(path));
  if (behaviour === 'never begins') return aborted;
  if (behaviour === 'has no address') throw new TypeError('Failed to fetch');
  if (behaviour === 'stops half way') return new Response(streamOf(bodyOf(path), undefined, signal));
  if ('dripEveryMs' in behaviour) return new Response(streamOf(bodyOf(path), behaviour.dripEveryMs, signal));
  if ('answersAfterMs' in behaviour) {
    await Promise.race([aborted, after(behaviour.answersAfterMs)]);
    return new Response(bodyOf(path));
  }
  if ('refusedAfterMs' in behaviour) {
    await Promise.race([aborted, after(behaviour.refusedAfterMs)]);
    throw new TypeError('Failed to fetch');
  }
  if ('potassiumResults' in behaviour) return new Response(pageOfPotassium(behaviour.potassiumResults));
  const { status, headers, isBodyLost } = behaviour;
  const body = isBodyLost ? streamOf('{"resourceType":"OperationOutcome"}', undefined, signal) : '{}';
  return new Response(body, { status, ...(headers && { headers }) });
}

/** This is the server of one test, and the record that is open on it. */
export type HangingServer = OpenRecord & {
  /** This holds every request in the order in which it was sent, by its path under the FHIR base. */
  readonly asked: AskedRequest[];
  /** Changes how requests are answered from now on. */
  readonly behave: (next: (path: string, nth: number) => Behaviour) => void;
  readonly results: () => ReturnType<typeof resultsOf>;
  readonly patientState: () => 'known' | 'waiting' | 'failed';
  readonly eventStates: () => Promise<readonly string[]>;
  readonly pass: (ms: number) => Promise<void>;
};

const resultsOf = ({ client, record }: OpenRecord) => client.getQueryData(record.queryKey);

const openRecords: OpenRecord[] = [];

const openedRecord = (of: Session, isEarly: boolean): OpenRecord =>
  openRecord(of, isEarly ? sendEarly(of, firstAddresses(of)) : undefined);

/**
 * Opens a record on a server that behaves like this, with its first requests sent early where `isEarly` says so. The test moves
 * the clock.
 */
export function openOn(
  behaviour: (path: string, nth: number) => Behaviour,
  { isEarly = false, ...of }: TestedSession & { readonly isEarly?: boolean } = {},
): HangingServer {
  vi.useFakeTimers();
  const asked: AskedRequest[] = [];
  let now = behaviour;
  vi.stubGlobal('fetch', (url: URL, { signal }: { signal: AbortSignal }) => {
    const path = url.href.slice('https://fhir.general.example/r4/'.length);
    asked.push({ path, signal });
    return answer(path, now(path, asked.length), signal);
  });
  const opened = openedRecord(session(of), isEarly);
  openRecords.push(opened);
  return {
    ...opened,
    asked,
    behave: (next) => void (now = next),
    results: () => resultsOf(opened),
    patientState() {
      const state = opened.client.getQueryState(opened.patient.queryKey);
      if (state?.data !== undefined) return 'known';
      return state?.status === 'error' ? 'failed' : 'waiting';
    },
    async eventStates() {
      const { events } = await opened.openEvents();
      await vi.advanceTimersByTimeAsync(0);
      const snapshot = opened.client.getQueryData(events.queryKey);
      return (snapshot?.states ?? [])
        .filter(({ state }) => !state.startsWith('not-'))
        .map(({ state }) => state);
    },
    async pass(ms) {
      await vi.advanceTimersByTimeAsync(ms);
    },
  };
}

/** Ends the clock, the server and the record of a test. A record that stays would read on when its page comes back. */
export function closeServer(): void {
  for (const { client } of openRecords.splice(0)) client.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
}
