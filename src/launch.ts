import { authorizationAddress } from './smart/authorize.ts';
import { errorDetails, errorWords } from './smart/errorWords.ts';
import { isLaunchError, LaunchError } from './smart/LaunchError.ts';
import { inlinedSites, siteForIss, type Site } from './smart/site.ts';

// launch.html: from the EHR's link to its sign-in page. No React, nothing loaded before the redirect.
const asked = new URLSearchParams(location.search);

void launch().catch(async (error: unknown) => {
  await domReady();
  showError(errorOf(error));
});

async function launch(): Promise<void> {
  const iss = asked.get('iss');
  if (iss === null || iss === '') throw new LaunchError('E01');
  const sites = inlinedSites();
  const site = siteForIss(sites, iss);
  if (site === undefined)
    throw new LaunchError('E02', undefined, {
      host: URL.canParse(iss) ? new URL(iss).host : 'not an address',
    });
  const token = asked.get('launch');
  if (token !== null && token !== '') {
    if (!site.launch.includes('ehr'))
      throw new LaunchError('E02', site.label, { reason: 'the site file allows no EHR launch' });
    // replace: Back from the sign-in page must not land on a launch that is used up
    location.replace(await authorizationAddress({ site, iss, launch: token }));
    return;
  }
  await domReady();
  if (!site.launch.includes('standalone')) throw new LaunchError('E01', site.label);
  offerSignIn(site, iss);
}

function offerSignIn(site: Site, iss: string): void {
  show(
    'Opened without a patient chart',
    `To see one patient’s results, open Longview from the chart. Or sign in to ${site.label} and choose a patient there.`,
    [
      button(`Sign in to ${site.label}`, () => {
        authorizationAddress({ site, iss }).then(
          (to) => location.replace(to),
          (error: unknown) => showError(errorOf(error)),
        );
      }),
    ],
  );
}

function errorOf(error: unknown): LaunchError {
  return isLaunchError(error)
    ? error
    : new LaunchError('E03', undefined, { fault: error instanceof Error ? error.name : 'unknown' });
}

function showError(error: LaunchError): void {
  document.documentElement.dataset['state'] = 'error';
  const { heading, text, action } = errorWords(error);
  const details = element('details', '');
  details.append(
    element('summary', `Details for support: ${error.code}`),
    ...errorDetails(error).map((line) => element('p', line)),
  );
  const act = action?.kind === 'retry' ? () => location.reload() : () => location.replace('./index.html');
  const said = show(heading, text, action === undefined ? [details] : [button(action.label, act), details]);
  said.setAttribute('role', 'alert');
  said.dataset['error'] = error.code;
}

function show(heading: string, text: string, rest: HTMLElement[]): HTMLElement {
  const said = element('div', '');
  const h1 = element('h1', heading);
  h1.tabIndex = -1;
  said.append(h1, element('p', text), ...rest);
  document.getElementById('launch')?.replaceChildren(said);
  // The stylesheet is fetched only now: the redirect needs none.
  const style = document.querySelector<HTMLLinkElement>('link[data-style]');
  if (style !== null) style.rel = 'stylesheet';
  document.body.className = 'launch';
  h1.focus();
  return said;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function domReady(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    else resolve();
  });
}
