import type { HttpResponse } from '../http.ts';
import { html, type Html } from './html.ts';

export type Page = {
  readonly title: string;
  /** The pages for developers are in English alone. */
  readonly language?: 'en' | 'es';
  readonly className: string;
  readonly body: Html;
  readonly script?: string;
};

/**
 * The policy allows nothing inline, nothing from elsewhere and no foreign frame around the page; only the app
 * may be shown inside.
 */
export const contentSecurityPolicy = (frameSources = "'none'"): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `frame-src ${frameSources}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** Returns the headers of a sign-in that must not be framed. Browsers apply every policy of the list. */
export const refuseFramingHeaders = (policies: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [policies, "frame-ancestors 'none'"].filter((one) => one !== '').join(', '),
  'X-Frame-Options': 'DENY',
});

export function renderDocument(page: Page): string {
  const script = page.script !== undefined && html`<script src="${page.script}" defer></script>`;
  return html`<!doctype html>
    <html lang="${page.language ?? 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/sandbox.css" />
        <link rel="stylesheet" href="/choices.css" />
        <link rel="stylesheet" href="/ehr.css" />
        <link rel="stylesheet" href="/portal.css" />
        ${script}
      </head>
      <body class="${page.className}">
        ${page.body}
      </body>
    </html>`.html;
}

export const pageResponse = (status: number, page: Page, frameSources?: string): HttpResponse => ({
  status,
  type: 'text/html; charset=utf-8',
  body: renderDocument(page),
  headers: {
    'Content-Security-Policy': contentSecurityPolicy(frameSources),
    'Referrer-Policy': 'same-origin',
  },
});
