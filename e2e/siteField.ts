import type { BrowserContext } from '@playwright/test';
import { appOrigin } from './ehr.ts';

/** Opens the built pages as if the site file had said otherwise. The site data is inert JSON, so no policy minds. */
export async function withSite(context: BrowserContext, changes: object): Promise<void> {
  const isPage = (url: URL): boolean =>
    url.origin === appOrigin() && /^\/(index\.html|launch\.html)?$/.test(url.pathname);
  await context.route(isPage, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(
      /(<script type="application\/json" id="sites">)(.*?)(<\/script>)/s,
      (_, start: string, json: string, end: string) => {
        const sites = JSON.parse(json) as object[];
        return (
          start +
          JSON.stringify(sites.map((site) => ({ ...site, ...changes }))).replaceAll('<', String.raw`\u003c`) +
          end
        );
      },
    );
    await route.fulfill({ response, body });
  });
}
