// This file asks a server for an export, waits for it, and ends it.
// https://build.fhir.org/ig/HL7/bulk-data/export.html and https://hl7.org/fhir/uv/bulkdata/STU2/export.html
import type { IncomingMessage } from 'node:http';
import { plainText } from '../probe/plainText.ts';
import type { BackendToken } from './backendToken.ts';
import { CohortError } from './cohortError.ts';
import { checkedAddress, exchange, retryAfterMs, textOf, type Exchange } from './exchange.ts';
import { filesOfPage, parseExportManifest, type ManifestFile, type ManifestPage } from './exportManifest.ts';
import { issueCodes, serverWords } from './serverWords.ts';
import { backOffMs, type Clock } from './waiting.ts';

export type ExportWish = {
  /** This is the FHIR base, without a slash at its end. */
  readonly server: string;
  readonly group: string | undefined;
  readonly types: readonly string[];
  readonly since: string | undefined;
};

export type JobOptions = {
  readonly wish: ExportWish;
  /** There is none where the server has no sign-in. */
  readonly token: BackendToken | undefined;
  readonly clock: Clock;
  /** The import stops asking after this time and can be resumed. */
  readonly longestWaitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Shows how far the server is. */
  readonly progress: (text: string) => void;
};

export type Manifest = Pick<ManifestPage, 'transactionTime' | 'requiresAccessToken' | 'outputOrganizedBy'> & {
  readonly files: readonly ManifestFile[];
  /** The links work until then. */
  readonly expiresAtMs: number | undefined;
};

type Answer = { readonly answer: IncomingMessage; readonly text: string };

const TRIES = 6;
const MAX_PAGES = 1000;
/** Servers of version 2 may know no kick-off by POST. */
const NO_POST = [400, 404, 405, 406, 415, 501];

export class ExportJob {
  readonly #options: JobOptions;
  readonly #origin: string;

  constructor(options: JobOptions) {
    this.#options = options;
    this.#origin = new URL(options.wish.server).origin;
  }

  /** Asks for the export and returns the address of its status. */
  async kickOff(): Promise<string> {
    let { answer, text } = await this.#kickOffBy('POST');
    if (
      answer.statusCode === 403 &&
      this.#options.wish.group !== undefined &&
      this.#options.token?.addGroupScope()
    )
      ({ answer, text } = await this.#kickOffBy('POST'));
    if (NO_POST.includes(answer.statusCode ?? 0)) ({ answer, text } = await this.#kickOffBy('GET'));
    if (answer.statusCode !== 202)
      throw new CohortError(
        `The server did not start the export (${answer.statusCode}). ${serverWords(text)}`,
      );
    const location = answer.headers['content-location'];
    if (location === undefined)
      throw new CohortError(
        'The server started an export and does not say where its status is (Content-Location).',
      );
    return this.checkedStatus(location);
  }

  /** The token goes to the status, so the status must be on the origin of the FHIR server. */
  checkedStatus(address: string): string {
    const url = checkedAddress(address, 'The address of the status', this.#options.wish.server);
    if (url.origin !== this.#origin)
      throw new CohortError(
        `The status of the export is at ${url.origin}, and the FHIR server at ${this.#origin}. A token is not sent to another server.`,
      );
    return url.href;
  }

  /**
   * Waits until the export is ready and returns all pages of its manifest; undefined where the server no longer knows it.
   */
  async manifest(status: string): Promise<Manifest | undefined> {
    const first = await this.#page(status);
    if (first === undefined) return undefined;
    const { transactionTime, requiresAccessToken, outputOrganizedBy } = first.page;
    const files = [...filesOfPage(first.page)];
    const seen = new Set([status]);
    for (let { page } = first; ;) {
      const next = page.link.find(({ relation }) => relation === 'next')?.url;
      if (next === undefined) break;
      const address = this.checkedStatus(next);
      if (seen.has(address) || seen.size >= MAX_PAGES)
        throw new CohortError('The pages of the manifest lead round in a circle, or there are too many.');
      seen.add(address);
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const found = await this.#page(address);
      if (
        found?.page.transactionTime !== transactionTime ||
        found.page.requiresAccessToken !== requiresAccessToken
      )
        throw new CohortError('The pages of the manifest are not of one export, so none of them is taken.');
      ({ page } = found);
      files.push(...filesOfPage(page));
    }
    return { transactionTime, requiresAccessToken, outputOrganizedBy, files, expiresAtMs: first.expiresAtMs };
  }

  /** Tells the server that it may let go of the export. Returns whether it said yes. */
  async end(status: string): Promise<boolean> {
    const url = new URL(status);
    const { token } = this.#options;
    const answer = await exchange(url, {
      method: 'DELETE',
      headers: { Accept: 'application/fhir+json', ...(await token?.header()) },
      signal: AbortSignal.timeout(10_000),
    });
    await textOf(answer, url);
    return answer.statusCode !== undefined && answer.statusCode < 300;
  }

  async #kickOffBy(method: 'GET' | 'POST'): Promise<Answer> {
    const { server, group, types, since } = this.#options.wish;
    const url = new URL(`${server}${group === undefined ? '/Patient' : `/Group/${group}`}/$export`);
    const headers = { Accept: 'application/fhir+json', Prefer: 'respond-async' };
    if (method === 'GET') {
      url.searchParams.set('_type', types.join(','));
      url.searchParams.set('_outputFormat', 'application/fhir+ndjson');
      if (since !== undefined) url.searchParams.set('_since', since);
      return this.#patiently(url, { method, headers }, 'start the export');
    }
    const parameter = [
      ...types.map((type) => ({ name: '_type', valueString: type })),
      { name: '_outputFormat', valueString: 'application/fhir+ndjson' },
      ...(since === undefined ? [] : [{ name: '_since', valueInstant: since }]),
    ];
    const body = JSON.stringify({ resourceType: 'Parameters', parameter });
    return this.#patiently(
      url,
      { method, headers: { ...headers, 'Content-Type': 'application/fhir+json' }, body },
      'start the export',
    );
  }

  /** Asks until the server answers with something else than "later", a few times and as slowly as it says. */
  async #patiently(url: URL, sent: Exchange, what: string): Promise<Answer> {
    const { clock, signal, progress } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const reply = await this.#withToken(url, sent);
      const { statusCode = 0, headers } = reply.answer;
      const isLater = statusCode === 429 || statusCode === 503 || isTransient(reply);
      if (!isLater) return reply;
      const waitMs = backOffMs(attempt, retryAfterMs(headers, clock.now()));
      this.#requirePatience(waitMs);
      if (attempt + 1 >= TRIES)
        throw new CohortError(
          `The server is busy (${statusCode}) and did not ${what} after ${TRIES} tries. ${serverWords(reply.text)} Try again later.`,
          { canResume: true },
        );
      progress(`The server is busy (${statusCode}); asking again in ${secondsText(waitMs)}`);
      // oxlint-disable-next-line no-await-in-loop -- the wait that the server asks for
      await clock.wait(waitMs, signal);
    }
  }

  /** Sends the token, and a new one once where the server says that it ended. */
  async #withToken(url: URL, sent: Exchange): Promise<Answer> {
    const { token, signal } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- a second try follows the first
      const headers = { ...sent.headers, ...(await token?.header()) };
      // oxlint-disable-next-line no-await-in-loop -- as above
      const answer = await exchange(url, { ...sent, headers, signal });
      // oxlint-disable-next-line no-await-in-loop -- as above
      const text = await textOf(answer, url);
      if (answer.statusCode !== 401 || token === undefined || attempt > 0) return { answer, text };
      token.forget();
    }
  }

  /** Polls an address until there is a page of a manifest; undefined where nothing is known there. */
  async #page(
    address: string,
  ): Promise<{ readonly page: ManifestPage; readonly expiresAtMs: number | undefined } | undefined> {
    const { clock, signal, progress, longestWaitMs } = this.#options;
    const url = new URL(address);
    const endMs = clock.now() + longestWaitMs;
    for (let attempt = 0; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one poll after the other
      const { answer, text } = await this.#patiently(
        url,
        { headers: { Accept: 'application/json' } },
        'tell the status',
      );
      const { statusCode, headers } = answer;
      if (statusCode === 404 || statusCode === 410) return undefined;
      if (statusCode === 200) {
        const expiresAtMs = Date.parse(headers.expires ?? '');
        return {
          page: parseExportManifest(text),
          expiresAtMs: Number.isNaN(expiresAtMs) ? undefined : expiresAtMs,
        };
      }
      if (statusCode !== 202)
        throw new CohortError(`The export failed at the server (${statusCode}). ${serverWords(text)}`);
      const told = headers['x-progress'];
      progress(typeof told === 'string' ? plainText(told).slice(0, 100) : 'in progress');
      const waitMs = backOffMs(attempt, retryAfterMs(headers, clock.now()));
      this.#requirePatience(clock.now() + waitMs - endMs + longestWaitMs);
      // oxlint-disable-next-line no-await-in-loop -- the wait that the server asks for
      await clock.wait(waitMs, signal);
    }
  }

  #requirePatience(waitMs: number): void {
    const { longestWaitMs } = this.#options;
    if (waitMs <= longestWaitMs) return;
    throw new CohortError(
      `The server is not ready, and the next answer would come after more than ${secondsText(longestWaitMs)} in all (--max-wait). Run the same command later; it goes on with this export.`,
      { canResume: true },
    );
  }
}

const isTransient = ({ answer, text }: Answer): boolean =>
  (answer.statusCode ?? 0) >= 500 && issueCodes(text).includes('transient');

const secondsText = (ms: number): string =>
  ms < 120_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`;
