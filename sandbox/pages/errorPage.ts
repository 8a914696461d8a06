import { renderDocument, contentSecurityPolicy, type Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';

export const errorPage = (reason: string, detail?: Html): Page => ({
  title: 'Request refused',
  className: 'dialog',
  body: html`<main>
    <h1>Request refused</h1>
    <p>${reason}</p>
    ${detail}
    <p><a href="/">Back to the sandbox</a></p>
  </main>`,
});

/** A person sees this page when an authorization request cannot be sent back to the app. */
export const authorizationErrorPage = {
  contentSecurityPolicy: contentSecurityPolicy(),
  body: (error: string, description: string): string =>
    renderDocument(
      errorPage(
        `The authorization server could not go on with this request: ${description}`,
        html`<p class="code">${error}</p>`,
      ),
    ),
};

/** This page is sent in place of JSON or of a sign-in. */
export const outOfOrderHtml: string = renderDocument({
  title: 'Out of order',
  className: 'dialog',
  body: html`<main>
    <h1>Out of order</h1>
    <p>A fault of the sandbox is on. The <a href="/faults">page of faults</a> ends it.</p>
  </main>`,
});
