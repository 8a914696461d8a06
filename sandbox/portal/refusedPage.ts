// A person who was sent to the portal meets this page where it cannot go on.
import type { IncomingHttpHeaders } from 'node:http';
import { contentSecurityPolicy, renderDocument, type Page } from '../pages/htmlDocument.ts';
import { html } from '../pages/html.ts';
import { deviceLanguage } from './language.ts';
import { speechOf } from './portalWords.ts';

/** A request that was answered or has expired is gone (RFC 9110, section 15.5.11). */
const GONE = 410;

/** Says what to do in the language of the device, and for what a developer could mend also what went wrong. */
export function refusedPage(headers: IncomingHttpHeaders, status: number, detail: string): Page {
  const { language, words } = speechOf(deviceLanguage(headers['accept-language']));
  return {
    title: `${words.refused}. Sandbox General Hospital`,
    language,
    className: 'dialog',
    body: html`<main>
      <h1>${words.refused}</h1>
      <p>${status === GONE ? words.answered : words.cannotGoOn}</p>
      ${
        status !== GONE &&
        html`<p>${words.details}</p>
          <p class="code" lang="en">${detail}</p>`
      }
      <p><a href="/">${words.toStart}</a></p>
    </main>`,
  };
}

/** The authorization server shows this page when a request cannot be sent back to the app. */
export const authorizationErrorPage = {
  contentSecurityPolicy: contentSecurityPolicy(),
  body: (headers: IncomingHttpHeaders, error: string, description: string): string =>
    renderDocument(
      refusedPage(
        headers,
        400,
        `The authorization server could not go on with this request: ${description} (${error})`,
      ),
    ),
};
