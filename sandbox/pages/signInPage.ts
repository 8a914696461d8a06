import type { Page } from './htmlDocument.ts';
import { html } from './html.ts';

/** The page comes before an EHR launch goes on. It sends the same request once more, as a form. */
export const signInPage = (action: string, request: URLSearchParams): Page => ({
  title: 'Sign in to Sandbox General Hospital',
  className: 'dialog',
  body: html`<main>
    <p class="hospital">Sandbox General Hospital</p>
    <h1>Sign in</h1>
    <p>You are signed in as Sandbox Clinician.</p>
    <form method="post" action="${action}">
      ${[...request].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button class="primary">Continue</button>
    </form>
  </main>`,
});
