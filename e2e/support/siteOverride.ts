import type { BrowserContext } from '@playwright/test';
import { appOrigin } from './launching.ts';

/**
 * Opens the built pages with other fields in the site file. It changes what the page reads, because a page
 * that a redirect leads to cannot be rewritten.
 */
export const overrideSite = (context: BrowserContext, changes: object): Promise<void> =>
  context.addInitScript(
    ({ origin, fields }) => {
      if (location.origin !== origin) return;
      const find = document.getElementById.bind(document);
      document.getElementById = (id: string) => {
        const element = find(id);
        if (id !== 'sites' || element === null) return element;
        const sites = JSON.parse(element.textContent ?? '[]') as object[];
        return { textContent: JSON.stringify(sites.map((site) => ({ ...site, ...fields }))) } as HTMLElement;
      };
    },
    { origin: appOrigin(), fields: changes },
  ) as Promise<unknown> as Promise<void>;
