import { documentText, policy, type Page } from './document.ts';
import { html, type Html } from './html.ts';

export const refusedPage = (reason: string, detail?: Html): Page => ({
  title: 'Request refused',
  className: 'dialog',
  body: html`<main>
    <h1>Request refused</h1>
    <p>${reason}</p>
    ${detail}
    <p><a href="/">Back to the sandbox</a></p>
  </main>`,
});

/** What a person sees when an authorization request cannot be sent back to the app. */
export const authorizationError = {
  policy: policy(),
  body: (error: string, description: string): string =>
    documentText(
      refusedPage(
        `The authorization server could not go on with this request: ${description}`,
        html`<p class="code">${error}</p>`,
      ),
    ),
};
