import { renderDocument, type Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';

/** This page is for people who try the sandbox. Patients have their own. */
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

/** This page is sent in place of JSON or of a sign-in. */
export const outOfOrderHtml: string = renderDocument({
  title: 'Out of order',
  className: 'dialog',
  body: html`<main>
    <h1>Out of order</h1>
    <p>A fault of the sandbox is on. The <a href="/faults">page of faults</a> ends it.</p>
  </main>`,
});
