import './requiredFeatures.ts';
import { createAuthorizationRequest, redirectToAuthorization } from '../../smart/authorization/authorize.ts';
import { errorDetails, errorText } from '../../smart/errors/errorText.ts';
import { isLaunchError, LaunchError } from '../../smart/errors/LaunchError.ts';
import { isFramed, nonceInAddress, signInInNewWindow } from '../../smart/session/signInWindow.ts';
import { inlinedSites, siteForIss, type Site } from '../../smart/site/site.ts';

// launch.html: from the EHR's link to its sign-in page. No React, nothing loaded before the redirect.
document.documentElement.dataset['state'] = 'launching';
const address = new URL(location.href);
const transferNonce = nonceInAddress();
if (transferNonce !== undefined) history.replaceState(null, '', address.pathname + address.search);

type Asked = { readonly site: Site; readonly iss: string; readonly launch: string | undefined };

async function begin(): Promise<void> {
  const asked = askedIn(address.searchParams);
  const { site } = asked;
  if (isFramed() && site.signIn === 'window') return needsWindow(asked);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void seenAgain(asked);
  });
  if (cameBack()) return seenAgain(asked);
  if (asked.launch !== undefined)
    return redirectToAuthorization(await createAuthorizationRequest({ ...asked, transferNonce }));
  await domReady();
  if (!site.launch.includes('standalone')) throw new LaunchError('E01', { site });
  if (transferNonce === undefined) offerSignIn(asked);
  else redirectToAuthorization(await createAuthorizationRequest({ ...asked, transferNonce }));
}

/** Checked before any request. Throws E01 or E02. */
function askedIn(query: URLSearchParams): Asked {
  const iss = query.get('iss') ?? '';
  if (iss === '') throw new LaunchError('E01');
  const site = siteForIss(inlinedSites(), iss);
  if (site === undefined) {
    const host = URL.canParse(iss) ? new URL(iss).host : 'not an address';
    throw new LaunchError('E02', { facts: { host } });
  }
  const launch = query.get('launch') || undefined;
  if (launch !== undefined && !site.launch.includes('ehr'))
    throw new LaunchError('E02', { site, facts: { reason: 'the site file allows no EHR launch' } });
  return { site, iss, launch };
}

const cameBack = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward');

/** Back from a sign-in page: in a frame it may have refused to be shown there; else this launch is used up. */
async function seenAgain(asked: Asked): Promise<void> {
  if (isFramed()) return needsWindow(asked);
  await domReady();
  showError(
    new LaunchError('E08', { site: asked.site, facts: { reason: 'Back to a launch that was used' } }),
  );
}

async function needsWindow({ site, iss }: Asked): Promise<void> {
  await domReady();
  showError(new LaunchError('E09', { site, iss }), () => {
    const isOpen = signInInNewWindow(
      address.origin + address.pathname + address.search,
      { siteId: site.id, iss },
      goOn,
    );
    status(
      isOpen
        ? 'Sign in in the window that has opened. Longview then goes on here.'
        : 'The browser blocked the new window. Allow pop-ups for this page and press the button again.',
    );
  });
}

/** The session came from the other window: from now on this frame is Longview. */
function goOn(sid: string): void {
  history.replaceState({ sid }, '', './index.html');
  location.reload();
}

function offerSignIn(asked: Asked): void {
  const { site } = asked;
  show(
    'Opened without a patient chart',
    `To see one patient’s results, open Longview from the chart. Or sign in to ${site.label} and choose a patient there.`,
    [
      button(`Sign in to ${site.label}`, () => {
        createAuthorizationRequest(asked).then(redirectToAuthorization, (error: unknown) =>
          showError(errorOf(error)),
        );
      }),
    ],
  );
}

function errorOf(error: unknown): LaunchError {
  return isLaunchError(error)
    ? error
    : new LaunchError('E03', { facts: { fault: error instanceof Error ? error.name : 'unknown' } });
}

function showError(error: LaunchError, openWindow?: () => void): void {
  document.documentElement.dataset['state'] = 'error';
  const { heading, text, action } = errorText(error);
  const lines = errorDetails(error);
  const details = element('details', '');
  details.append(
    element('summary', `Details for support: ${error.code}`),
    ...lines.map((line) => element('p', line)),
    button('Copy details', () => void copy(lines.join('\n'))),
    inspector(),
  );
  const act =
    openWindow ??
    (action?.kind === 'retry' ? () => location.reload() : () => location.replace('./index.html'));
  const contact = error.site?.contact ? [element('p', error.site.contact)] : [];
  const buttons = action === undefined ? [] : [button(action.label, act)];
  const said = show(heading, text, [...buttons, ...contact, details]);
  said.setAttribute('role', 'alert');
  said.dataset['error'] = error.code;
}

function show(heading: string, text: string, rest: HTMLElement[]): HTMLElement {
  const said = element('div', '');
  const h1 = element('h1', heading);
  h1.tabIndex = -1;
  const told = element('p', '');
  told.id = 'told';
  told.setAttribute('role', 'status');
  said.append(h1, element('p', text), ...rest, told);
  document.getElementById('launch')?.replaceChildren(said);
  // The stylesheet is fetched only now: the redirect needs none.
  const style = document.querySelector<HTMLLinkElement>('link[data-style]');
  if (style !== null) style.rel = 'stylesheet';
  document.body.className = 'launch';
  h1.focus();
  return said;
}

function status(text: string): void {
  const told = document.getElementById('told');
  if (told !== null) told.textContent = text;
}

/** An EHR frame may forbid the clipboard; the lines stand above the button to be selected by hand. */
const copy = (text: string): Promise<void> =>
  navigator.clipboard.writeText(text).then(
    () => status('Copied.'),
    () => status('The browser did not allow copying. Select the lines and copy them.'),
  );

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function inspector(): HTMLAnchorElement {
  const link = element('a', 'Launch inspector');
  link.href = './index.html#inspect';
  return link;
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

// Last, so that everything above is defined.
void begin().catch(async (error: unknown) => {
  await domReady();
  showError(errorOf(error));
});
