import type { IncomingMessage } from 'node:http';
import { HttpError, jsonBody, jsonResponse, type HttpResponse } from '../http.ts';
import type { LaunchService } from '../launchService.ts';
import type { Hub } from './hub.ts';

type HubApiOptions = { readonly launchService: LaunchService; readonly hub: Hub | undefined };

/** Lets a test look into the hub, and do in an EHR window what a person or a bad network would do there. */
export class HubApi {
  readonly #options: HubApiOptions;

  constructor(options: HubApiOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    if (request.method === 'GET') return jsonResponse(200, this.#heard(url.searchParams.get('launch') ?? ''));
    if (request.method === 'POST') return this.#act(await jsonBody(request));
    throw new HttpError(405, 'The hub of a launch is read or told something.');
  }

  /** Returns how many apps listen to the EHR window of a launch, and what the hub has heard of it. */
  #heard(launch: string): object {
    const { hub, topic } = this.#hubOf(launch);
    return {
      topic,
      subscribers: hub.subscriberCount(topic),
      heard: hub.heard.filter((one) => one.topic === topic).map(({ what, message }) => ({ what, message })),
    };
  }

  /** Opens or closes a chart in the EHR window of a launch, signs its user out, sends a text to its apps, or cuts their connections. */
  async #act({ launch, open, close, signOut, text, cut }: Record<string, unknown>): Promise<HttpResponse> {
    const { launchService } = this.#options;
    const launchId = typeof launch === 'string' ? launch : '';
    const { hub, topic } = this.#hubOf(launchId);
    if (typeof open === 'string') await launchService.openChart(launchId, open);
    if (typeof close === 'string') await launchService.closeChart(launchId, close);
    if (signOut === true) await launchService.signOut(launchId);
    if (typeof text === 'string') hub.sendText(topic, text);
    if (cut === true) hub.cutConnections(topic);
    return { status: 204 };
  }

  #hubOf(launch: string): { readonly hub: Hub; readonly topic: string } {
    const { hub, launchService } = this.#options;
    const topic = launchService.topicOf(launch);
    if (!hub || topic === undefined) throw new HttpError(404, 'This launch has no hub.');
    return { hub, topic };
  }
}
