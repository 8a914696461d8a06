import { fieldOf } from '../site/untrustedJson.ts';
import { openHubSocket, type HubSocket } from '../../network/hubSocket.ts';
import { reconnectDelayMs, SERIES_LIMIT } from './reconnection.ts';
import type { Hub } from './hubAddress.ts';
import { readHubMessage, secondsOf, type HubEvent, type HubMessage } from './hubMessages.ts';
import { ANSWER_LIMIT_MS, HubRefusal, subscribe, unsubscribe } from './hubRequests.ts';

/** The chart is followed, or not, like this. */
export type HubState =
  /** It is not yet known whether the hub will say when the chart changes. */
  | 'connecting'
  | 'following'
  /** The hub was there and is not heard of now. It is tried again. */
  | 'lost'
  /** The hub has not answered for long. It is tried again when the page or the network comes back. */
  | 'gone'
  /** The hub refused, and is not asked again. */
  | 'denied';

export type ConnectionOptions = {
  readonly hub: Hub;
  readonly events: readonly string[];
  /** Returns the token as it is now. Throws once the session has ended. */
  readonly token: () => string;
  /** Gets a newer token where the hub refused this one. Resolves with whether there is one. */
  readonly renewToken: (used: string) => Promise<boolean>;
  /** Returns the address of a socket where it is allowed; else undefined. */
  readonly allowedSocket: (sent: string) => string | undefined;
  /** Takes an event and returns the status to answer it with; undefined where the answer is given later. */
  readonly onEvent: (event: HubEvent) => number | undefined;
  readonly onState: (state: HubState) => void;
};

/** The connection is kept until it is closed. */
export type HubConnection = {
  /** Answers an event. https://build.fhir.org/ig/HL7/fhircast-docs/2-5-ReceiveEventNotification.html#event-notification-response */
  readonly acknowledge: (id: string, status: number) => void;
  /** Stops listening, and closes the socket. Returns its address as the hub sent it, '' where there was none. */
  readonly close: () => string;
};

/** The socket is renewed when so much of its time is over. */
const RENEWED_AFTER = 0.75;
/** A hub that follows for so long was not lost at once, so the waits begin anew. */
const STEADY_MS = 60_000;
const LOOK_MS = 15_000;
/** A network that comes and goes, or a page that is looked at again and again, asks the hub at most once in this time. */
const WAKE_MS = 1000;
/** Timers that were not called for so long say that the machine slept. */
const SLEPT_MS = 60_000;
/** Some hubs tell that they live, and how often. So many times may fail to come. */
const MISSED_HEARTBEATS = 3;
/** The hub will not answer otherwise when it is asked again. */
const FINAL_REFUSALS: readonly number[] = [400, 401, 403, 404, 405, 410, 501];

/**
 * Subscribes to the hub and listens until it is closed. What is lost is tried again, each time after a longer wait, and at most so
 * often. Each new subscription brings the chart that the EHR shows at the moment, so nothing that was missed stays unknown.
 */
export function connectToHub(options: ConnectionOptions): HubConnection {
  const connection = new Connection(options);
  connection.start();
  return {
    acknowledge: (id, status) => connection.acknowledge(id, status),
    close: () => connection.close(),
  };
}

class Connection {
  readonly #options: ConnectionOptions;
  readonly #closing = new AbortController();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #socket: HubSocket | undefined;
  #endpoint = '';
  #state: HubState = 'connecting';
  #failures = 0;
  #isConfirmed = false;
  #heartbeatMs: number | undefined;
  #lookedAtMs = Date.now();
  #wokenAtMs = -Infinity;
  #leaseMs: number | undefined;
  /** Goes up with each try, so that what belongs to an older one is dropped. */
  #attempt = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    const until = { signal: this.#closing.signal };
    addEventListener('online', () => this.#wake(true), until);
    addEventListener('offline', () => this.#lose(), until);
    addEventListener('pageshow', ({ persisted }) => persisted && this.#wake(true), until);
    addEventListener('pagehide', () => this.#putAside(), until);
    document.addEventListener('visibilitychange', () => this.#wake(false), until);
    const looking = setInterval(() => this.#look(), LOOK_MS);
    this.#closing.signal.addEventListener('abort', () => clearInterval(looking));
    void this.#connect();
  }

  acknowledge(id: string, status: number): void {
    // The specification writes the status as a text, and calls it a number.
    this.#socket?.send(JSON.stringify({ id, status: String(status) }));
  }

  close(): string {
    this.#closing.abort();
    const endpoint = this.#endpoint;
    this.#drop();
    return endpoint;
  }

  async #connect(): Promise<void> {
    this.#drop();
    const attempt = this.#attempt;
    const isLate = (): boolean => this.#closing.signal.aborted || attempt !== this.#attempt;
    try {
      const endpoint = await this.#subscribe('');
      if (isLate()) return;
      const address = this.#options.allowedSocket(endpoint);
      // A hub that sends its listeners elsewhere is not the one that the site file allows.
      if (address === undefined) return this.#show('denied');
      this.#endpoint = endpoint;
      this.#socket = openHubSocket(address, {
        onMessage: (text) => !isLate() && this.#take(readHubMessage(text)),
        onLost: () => !isLate() && this.#lose(),
      });
      this.#after('confirmation', ANSWER_LIMIT_MS, () => this.#lose());
    } catch (error) {
      if (isLate()) return;
      if (isFinal(error)) this.#show('denied');
      else this.#lose();
    }
  }

  /** A token that has expired is renewed once. */
  async #subscribe(endpoint: string): Promise<string> {
    const { hub, events, token, renewToken } = this.#options;
    const used = token();
    try {
      return await subscribe(hub, used, events, endpoint);
    } catch (error) {
      const isRefused = error instanceof HubRefusal && error.status === 401;
      if (!isRefused || !(await renewToken(used))) throw error;
      return subscribe(hub, token(), events, endpoint);
    }
  }

  #take(message: HubMessage): void {
    const { hub } = this.#options;
    this.#expectHeartbeat();
    switch (message.kind) {
      case 'confirmed':
        if (message.topic === hub.topic) this.#confirm(message.events, message.leaseMs);
        break;
      case 'denied':
        if (message.topic !== hub.topic) break;
        this.#drop();
        this.#show('denied');
        break;
      case 'event':
        this.#takeEvent(message);
        break;
      case 'unreadable':
        // It may have said that the chart changed. A new subscription brings the chart that is open now.
        if (message.id !== '') this.acknowledge(message.id, 400);
        this.#lose();
        break;
      default:
        message satisfies never;
    }
  }

  #takeEvent(event: HubEvent): void {
    if (event.name === 'heartbeat') this.#learnHeartbeat(event);
    const status = event.name === 'heartbeat' ? 200 : this.#options.onEvent(event);
    if (status !== undefined) this.acknowledge(event.id, status);
  }

  /** The hub grants these events. One that does not tell of other patients is not followed. */
  #confirm(events: readonly string[], leaseMs: number | undefined): void {
    this.#cancel('confirmation');
    if (events.length > 0 && !events.includes('patient-open')) {
      this.#drop();
      return this.#show('denied');
    }
    this.#isConfirmed = true;
    this.#show('following');
    this.#after('steady', STEADY_MS, () => (this.#failures = 0));
    this.#leaseMs = leaseMs;
    this.#awaitRenewal();
  }

  #awaitRenewal(): void {
    if (this.#leaseMs === undefined) return;
    this.#after('renewal', Math.max(1000, this.#leaseMs * RENEWED_AFTER), () => void this.#renew());
  }

  async #renew(): Promise<void> {
    const attempt = this.#attempt;
    // Some hubs confirm only the first subscription of a socket. The time that they said then counts anew.
    this.#awaitRenewal();
    try {
      const endpoint = await this.#subscribe(this.#endpoint);
      const isLate = attempt !== this.#attempt || this.#closing.signal.aborted;
      // A hub that no longer knows this socket tells what happens through another one.
      if (!isLate && endpoint !== '' && endpoint !== this.#endpoint) void this.#connect();
    } catch {
      if (attempt === this.#attempt && !this.#closing.signal.aborted) this.#lose();
    }
  }

  #learnHeartbeat({ context }: HubEvent): void {
    const seconds = secondsOf(fieldOf(context[0], 'decimal'));
    if (seconds >= 1 && seconds <= 3600) this.#heartbeatMs = seconds * 1000;
    this.#expectHeartbeat();
  }

  /** Each message shows that the hub lives. */
  #expectHeartbeat(): void {
    if (this.#heartbeatMs === undefined) return;
    this.#after('heartbeat', this.#heartbeatMs * MISSED_HEARTBEATS, () => this.#lose());
  }

  /** Tries again later, or no more for now. */
  #lose(): void {
    this.#drop();
    this.#failures += 1;
    const isOver = this.#failures > SERIES_LIMIT;
    this.#show(isOver ? 'gone' : this.#isConfirmed ? 'lost' : 'connecting');
    if (!isOver) this.#after('retry', reconnectDelayMs(this.#failures), () => void this.#connect());
  }

  /** The page or the network is back. What was heard until then may be a connection that is no more. */
  #wake(isDoubtful: boolean): void {
    if (document.visibilityState !== 'visible' && !isDoubtful) return;
    const isWaiting = this.#state === 'lost' || this.#state === 'gone';
    if (this.#state === 'denied' || !(isWaiting || isDoubtful)) return;
    this.#failures = 0;
    if (this.#isConfirmed) this.#show('lost');
    const waitMs = this.#wokenAtMs + WAKE_MS - Date.now();
    if (waitMs <= 0 || waitMs > WAKE_MS) {
      this.#wokenAtMs = Date.now();
      void this.#connect();
    } else {
      this.#drop();
      this.#after('retry', waitMs, () => void this.#connect());
    }
  }

  /** The page is left. It is either gone for good, or comes back from the back-forward cache. */
  #putAside(): void {
    const endpoint = this.#endpoint;
    this.#drop();
    if (endpoint !== '') void this.#unsubscribe(endpoint).catch(() => undefined);
    if (this.#state === 'following') this.#show('lost');
  }

  /** Rejects where the session has ended, and so its token is gone. */
  async #unsubscribe(endpoint: string): Promise<void> {
    const { hub, token } = this.#options;
    await unsubscribe(hub, token(), endpoint);
  }

  #look(): void {
    const nowMs = Date.now();
    const hasSlept = nowMs - this.#lookedAtMs > SLEPT_MS;
    this.#lookedAtMs = nowMs;
    if (hasSlept) this.#wake(true);
  }

  #show(state: HubState): void {
    this.#state = state;
    this.#options.onState(state);
  }

  /** Gives up the socket and everything that waits for it. */
  #drop(): void {
    this.#attempt += 1;
    for (const name of this.#timers.keys()) this.#cancel(name);
    this.#socket?.close();
    this.#socket = undefined;
    this.#endpoint = '';
    this.#heartbeatMs = undefined;
  }

  #after(name: string, ms: number, act: () => void): void {
    this.#cancel(name);
    this.#timers.set(name, setTimeout(act, ms));
  }

  #cancel(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof HubRefusal && FINAL_REFUSALS.includes(error.status);
