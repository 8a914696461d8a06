// This is the hub of the sandbox: it tells the apps of one EHR window which chart is open there. It speaks FHIRcast 3.0 over
// WebSockets. https://build.fhir.org/ig/HL7/fhircast-docs/2_Specification.html
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Patient } from 'fhir/r4';
import { WebSocketServer, type WebSocket } from 'ws';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { corsHeaders, preflight } from '../fhir/cors.ts';
import { formBody, HttpError, jsonResponse, requestedUrl, type HttpResponse } from '../http.ts';
import { chartEvent, heartbeat, signOutEvent, syncErrorOf, type HubEvent } from './hubEvents.ts';
import { mangledEvents } from './mangledEvents.ts';
import type { HubFault } from './hubFault.ts';
import { HUB_CONFIGURATION } from './hubConfiguration.ts';
import { eventBody, isAllowed, newKey, subscriptionRequest } from './hubRequest.ts';
import { subscriptionConfirmation, subscriptionDenial, type Subscription } from './subscription.ts';

const HUB_PATH = '/fhircast';
const SOCKET_PATH = `${HUB_PATH}/socket/`;
/** The EHR waits so long for the apps before it shows the other patient. */
const ANSWER_LIMIT_MS = 3000;
const LEASE_SECONDS = 3600;
const ODD_ENDPOINTS = { foreign: 'wss://hub.invalid/socket', insecure: 'ws://hub.invalid/socket' };

type FindAccess = (authorizationHeader: string | undefined) => Promise<TokenAccess | undefined>;

/** The tests read what the hub was told. */
export type Heard = { readonly topic: string; readonly what: string; readonly message: unknown };

type Waiting = { readonly event: HubEvent; readonly done: () => void };

export class Hub {
  readonly #origin: string;
  readonly #appOrigin: string;
  readonly #faults: ActiveFaults;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  readonly #subscriptions = new Map<string, Subscription>();
  /** These charts are open in each session, as they were told last. */
  readonly #contexts = new Map<string, HubEvent>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #topics = new Set<string>();
  readonly heard: Heard[] = [];

  constructor(origin: string, appOrigin: string, faults: ActiveFaults) {
    this.#origin = origin;
    this.#appOrigin = appOrigin;
    this.#faults = faults;
  }

  get url(): string {
    return this.#origin + HUB_PATH;
  }

  get #fault(): HubFault {
    return this.#faults.current.hub ?? {};
  }

  /** Begins a session, whose name nobody can guess. */
  newTopic(): string {
    const topic = newKey();
    this.#topics.add(topic);
    return topic;
  }

  /** Says that the EHR shows this patient. Resolves when each app has answered, or has had its time. */
  async openChart(topic: string, patient: Patient): Promise<void> {
    const event = chartEvent('Patient-open', topic, patient);
    this.#contexts.set(topic, event);
    await this.#publish(event);
  }

  async closeChart(topic: string, patient: Patient): Promise<void> {
    this.#contexts.delete(topic);
    await this.#publish(chartEvent('Patient-close', topic, patient));
  }

  /** Says that the user of the EHR has signed out, which leaves no chart open. */
  async signOut(topic: string): Promise<void> {
    this.#contexts.delete(topic);
    await this.#publish(signOutEvent(topic));
  }

  /** Sends any text to the apps of a session, for the tests. */
  sendText(topic: string, text: string): void {
    for (const { socket } of this.#subscribersOf(topic)) socket?.send(text);
  }

  /** Cuts the connections of a session, as a hub that breaks down does. */
  cutConnections(topic: string): void {
    for (const { socket } of this.#subscribersOf(topic)) socket?.terminate();
  }

  subscriberCount(topic: string): number {
    return this.#subscribersOf(topic).filter(({ socket }) => socket?.readyState === 1).length;
  }

  stop(): void {
    for (const subscription of this.#subscriptions.values()) this.#end(subscription);
    for (const client of this.#sockets.clients) client.terminate();
    this.#sockets.close();
  }

  servesPath = (path: string): boolean => path === HUB_PATH || path.startsWith(`${HUB_PATH}/`);

  async handle(request: IncomingMessage, url: URL, findAccess: FindAccess): Promise<HttpResponse> {
    const isPublic = url.pathname.includes('/.well-known/');
    if (request.method === 'OPTIONS') return preflight(request, isPublic, this.#appOrigin, undefined);
    const headers = corsHeaders(request, isPublic, this.#appOrigin);
    const answer = await this.#answer(request, url, findAccess).catch((error: unknown): HttpResponse => {
      if (error instanceof HttpError)
        return { status: error.status, type: 'text/plain', body: error.message };
      throw error;
    });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  async #answer(request: IncomingMessage, url: URL, findAccess: FindAccess): Promise<HttpResponse> {
    if (url.pathname === `${HUB_PATH}/.well-known/fhircast-configuration`)
      return jsonResponse(200, HUB_CONFIGURATION);
    const access = await findAccess(request.headers.authorization);
    if (!access) throw new HttpError(401, 'The token is not known.');
    if (request.method === 'GET')
      return this.#currentContext(url.pathname.slice(HUB_PATH.length + 1), access);
    if (request.method !== 'POST' || url.pathname !== HUB_PATH)
      throw new HttpError(404, 'There is nothing here.');
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    return isForm
      ? this.#subscribe(await formBody(request), access)
      : this.#receive(await eventBody(request), access);
  }

  #currentContext(topic: string, { scopes }: TokenAccess): HttpResponse {
    if (!isAllowed(scopes, 'Patient-open', 'read'))
      throw new HttpError(403, 'The token does not allow to hear which chart is open.');
    if (!this.#topics.has(topic)) throw new HttpError(404, 'There is no such topic.');
    const context = this.#contexts.get(topic)?.event.context ?? [];
    return jsonResponse(200, {
      'context.type': context.length > 0 ? 'Patient' : '',
      'context.versionId': this.#contexts.get(topic)?.id ?? 'none',
      context,
    });
  }

  #subscribe(form: URLSearchParams, { scopes }: TokenAccess): HttpResponse {
    const request = subscriptionRequest(form);
    const { topic, mode, events } = request;
    this.#hear(topic, mode, Object.fromEntries(form));
    const { status, endpoint } = this.#fault;
    if (status !== undefined) throw new HttpError(status, 'The hub refuses subscriptions.');
    if (!this.#topics.has(topic)) throw new HttpError(404, 'There is no such topic.');
    const known = this.#subscriptions.get(request.endpointId);
    if (mode === 'unsubscribe') return this.#unsubscribe(known, topic);
    if (known !== undefined && known.topic !== topic)
      throw new HttpError(404, 'There is no such subscription.');
    if (events.length === 0) throw new HttpError(400, 'hub.events must name the events to hear of.');
    const refused = events.find((name) => !isAllowed(scopes, name, 'read'));
    if (refused !== undefined) throw new HttpError(403, `The token does not allow ${refused}.`);
    const subscription = known ?? { ...request, id: newKey(), socket: undefined };
    subscription.events = events;
    this.#subscriptions.set(subscription.id, subscription);
    if (known?.socket) this.#confirm(known, known.socket);
    return jsonResponse(202, {
      'hub.channel.endpoint': endpoint ? ODD_ENDPOINTS[endpoint] : this.#addressOf(subscription),
    });
  }

  #addressOf = ({ id }: Subscription): string => `${this.#origin.replace(/^http/, 'ws')}${SOCKET_PATH}${id}`;

  #unsubscribe(subscription: Subscription | undefined, topic: string): HttpResponse {
    if (!subscription || subscription.topic !== topic)
      throw new HttpError(404, 'There is no such subscription.');
    this.#deny(subscription, 'unsubscribed');
    return jsonResponse(202, { 'hub.channel.endpoint': this.#addressOf(subscription) });
  }

  /** Takes an event of an app. The sandbox's apps change no chart, and may say that they do not follow. */
  #receive(message: Record<string, unknown>, { scopes }: TokenAccess): HttpResponse {
    const event: Readonly<Record<string, unknown>> = { ...Object(message['event']) };
    const [topic, name] = [String(event['hub.topic']), String(event['hub.event'])];
    this.#hear(topic, name, message);
    if (!this.#topics.has(topic)) throw new HttpError(404, 'There is no such topic.');
    if (!isAllowed(scopes, name, 'write'))
      throw new HttpError(403, `The token does not allow to send ${name}.`);
    return { status: 202 };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const pathname = requestedUrl(request, this.#origin)?.pathname ?? '';
    const subscription = this.#subscriptions.get(pathname.slice(SOCKET_PATH.length));
    const isKnown = pathname.startsWith(SOCKET_PATH) && request.headers.host === new URL(this.#origin).host;
    if (!isKnown || !subscription || subscription.socket) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#begin(subscription, opened));
  }

  #begin(subscription: Subscription, socket: WebSocket): void {
    subscription.socket = socket;
    socket.on('error', () => undefined); // an app broke the rules of sockets, and `close` follows
    socket.on('message', (data: Buffer) => this.#takeAnswer(subscription, data.toString('utf8')));
    socket.on('close', (code) => {
      this.#hear(subscription.topic, 'closed', { code });
      this.#end(subscription);
    });
    const { deny, drop, mute, heartbeatSeconds } = this.#fault;
    if (deny) return this.#deny(subscription, 'not allowed here');
    if (mute && heartbeatSeconds === undefined) return;
    this.#confirm(subscription, socket);
    if (drop) return socket.terminate();
    const context = this.#contexts.get(subscription.topic);
    if (context) this.#send(subscription, context);
    if (heartbeatSeconds === undefined) return;
    const beat = (): void => socket.send(JSON.stringify(heartbeat(subscription.topic, heartbeatSeconds)));
    beat();
    if (!mute) subscription.beat = setInterval(beat, heartbeatSeconds * 1000);
  }

  #confirm(subscription: Subscription, socket: WebSocket): void {
    const seconds = this.#fault.leaseSeconds ?? LEASE_SECONDS;
    clearTimeout(subscription.expiry);
    subscription.expiry = setTimeout(() => this.#deny(subscription, 'expired'), seconds * 1000);
    socket.send(JSON.stringify(subscriptionConfirmation(subscription, seconds)));
  }

  #deny(subscription: Subscription, reason: string): void {
    subscription.socket?.send(JSON.stringify(subscriptionDenial(subscription, reason)));
    subscription.socket?.close(1000);
    this.#end(subscription);
  }

  #end(subscription: Subscription): void {
    clearTimeout(subscription.expiry);
    clearInterval(subscription.beat);
    this.#subscriptions.delete(subscription.id);
    for (const [key, { done }] of this.#waiting) if (key.startsWith(`${subscription.id} `)) done();
  }

  async #publish(event: HubEvent): Promise<void> {
    const name = event.event['hub.event'].toLowerCase();
    const subscribers = this.#subscribersOf(event.event['hub.topic']).filter(({ events }) =>
      events.some((one) => one.toLowerCase() === name),
    );
    await Promise.all(subscribers.map((subscription) => this.#deliver(subscription, event)));
  }

  #deliver(subscription: Subscription, event: HubEvent): Promise<void> {
    return new Promise((resolve) => {
      const key = `${subscription.id} ${event.id}`;
      const timer = setTimeout(() => done(), ANSWER_LIMIT_MS);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(key);
        resolve();
      };
      this.#waiting.set(key, { event, done });
      setTimeout(() => this.#send(subscription, event), this.#fault.lateMs ?? 0);
      if (this.#fault.lateMs) done(); // the EHR does not wait for what comes late
    });
  }

  #send({ socket }: Subscription, event: HubEvent): void {
    if (socket?.readyState !== 1) return;
    for (const text of mangledEvents(event, this.#fault)) socket.send(text);
  }

  /** An app that does not follow is told of to the others. */
  #takeAnswer(subscription: Subscription, text: string): void {
    const answer = parsed(text);
    this.#hear(subscription.topic, 'answer', answer);
    const waiting = this.#waiting.get(`${subscription.id} ${String(Object(answer)['id'])}`);
    if (!waiting) return;
    waiting.done();
    if (String(Object(answer)['status']).startsWith('2')) return;
    void this.#publish(syncErrorOf(subscription.topic, waiting.event, subscription.name));
  }

  #subscribersOf(topic: string): readonly Subscription[] {
    return [...this.#subscriptions.values()].filter((one) => one.topic === topic && one.socket !== undefined);
  }

  #hear(topic: string, what: string, message: unknown): void {
    this.heard.push({ topic, what, message });
    if (this.heard.length > 500) this.heard.shift();
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
