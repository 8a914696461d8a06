import './requiredFeatures.ts';
import { createAuthorizationRequest, redirectToAuthorization } from '../../smart/authorization/authorize.ts';
import { errorDetails, launchErrorText } from '../../smart/errors/launchErrorText.ts';
import { isLaunchError, LaunchError } from '../../smart/errors/LaunchError.ts';
import { isBackNavigation } from '../../smart/session/navigation.ts';
import { isFramed, nonceInAddress, signInInNewWindow } from '../../smart/session/signInWindow.ts';
import { refuseForeignFrame } from '../../smart/site/frameAncestors.ts';
import { focusWhenLaidOut } from '../../ui/focusWhenLaidOut.ts';
import { launchParameter } from './launchQuery.ts';
import { inlinedSites, siteForIss, type Site } from '../../smart/site/site.ts';
import * as texts from './launchPage.messages.ts';
import { withoutChart } from '../../smart/errors/launchError.messages.ts';
import type { LaunchStop } from '../entry/LaunchStop.ts';

// This page leads from the EHR's link to its sign-in page. It uses no React and loads nothing before the redirect.
document.documentElement.dataset['state'] = 'launching';
const address = new URL(location.href);
const transferNonce = nonceInAddress();
address.hash = ''; // the nonce is for this window alone
if (transferNonce !== undefined) history.replaceState(null, '', address);

type LaunchParameters = { readonly site: Site; readonly iss: string; readonly launch: string | undefined };

async function begin(): Promise<void> {
  await refuseForeignFrame(inlinedSites());
  const parameters = launchParametersOf(address.search);
  const { site } = parameters;
  if (isFramed() && site.signIn === 'window') return offerSignInWindow(parameters);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void handleReturn(parameters);
  });
  if (isBackNavigation()) return handleReturn(parameters);
  if (parameters.launch !== undefined)
    return redirectToAuthorization(await createAuthorizationRequest({ ...parameters, transferNonce }));
  await domReady();
  if (!site.launch.includes('standalone')) throw new LaunchError('E01', { site });
  if (transferNonce === undefined) return offerSignIn(parameters);
  redirectToAuthorization(await createAuthorizationRequest({ ...parameters, transferNonce }));
}

/** Reads and checks the launch parameters before any request. Throws E01 or E02. */
function launchParametersOf(search: string): LaunchParameters {
  const [iss, launch] = [launchParameter(search, 'iss'), launchParameter(search, 'launch')];
  // Two launches may be those of two patients.
  if (iss === '' || launch === undefined) throw new LaunchError('E01');
  const site = iss && siteForIss(inlinedSites(), iss);
  if (!iss || !site) {
    const host = iss && URL.canParse(iss) ? new URL(iss).host : texts.noAddress;
    throw new LaunchError('E02', { facts: { host } });
  }
  if (launch && !site.launch.includes('ehr'))
    throw new LaunchError('E02', { site, facts: { reason: texts.noEhrLaunch } });
  return { site, iss, launch: launch || undefined };
}

/**
 * Handles a return from the sign-in page. In a frame, that page may have refused to be shown there; elsewhere
 * this launch is used up.
 */
function handleReturn(parameters: LaunchParameters): Promise<void> {
  if (isFramed()) return offerSignInWindow(parameters);
  return showError(new LaunchError('E08', { site: parameters.site, facts: { reason: texts.launchUsed } }));
}

function offerSignInWindow({ site, iss }: LaunchParameters): Promise<void> {
  return showError(new LaunchError('E09', { site, iss }), () => {
    const isOpen = signInInNewWindow(address.href, { siteId: site.id, iss }, continueAsApp);
    showStatus(isOpen ? texts.signInInWindow : texts.windowBlocked);
  });
}

/** Continues as the app: the session came from the other window, and this frame is Longview from now on. */
function continueAsApp(sid: string): void {
  history.replaceState({ sid }, '', './index.html');
  location.reload();
}

async function offerSignIn(parameters: LaunchParameters): Promise<void> {
  const { site } = parameters;
  const onSignIn = (): void => {
    void createAuthorizationRequest(parameters).then(redirectToAuthorization, (error: unknown) =>
      showError(errorOf(error)),
    );
  };
  if (await isShownByApp({ site, onSignIn })) return;
  showPanel(withoutChart, texts.withoutChartHelp(site.label), [
    createButton(texts.signInAt(site.label), onSignIn),
  ]);
}

type App = { showLaunchStop(stop: LaunchStop): Promise<true> };

/** An app that has not come by now takes the place of what this page then says itself. */
const APP_WAIT_MS = 4000;

/**
 * Lets the app say it in the language of the reader, since this page speaks English alone, as for clinicians (decision 54). Returns false
 * where the app may not or cannot say it.
 */
function isShownByApp(stop: LaunchStop): Promise<boolean> | false {
  if (isFramed()) return false;
  const app = document.querySelector<HTMLLinkElement>('link[rel=modulepreload]')?.href ?? '';
  return Promise.race([
    import(/* @vite-ignore */ app).then((module: App) => module.showLaunchStop(stop)).catch(() => false),
    new Promise<false>((resolve) => setTimeout(resolve, APP_WAIT_MS, false)),
  ]);
}

function errorOf(error: unknown): LaunchError {
  return isLaunchError(error)
    ? error
    : new LaunchError('E03', { facts: { fault: error instanceof Error ? error.name : 'unknown' } });
}

async function showError(error: LaunchError, openWindow?: () => void): Promise<void> {
  await domReady();
  document.documentElement.dataset['state'] = 'error';
  // Whoever no EHR sent may be a patient, and so is whom a portal sent to a site for patients.
  const isOfEhr = launchParameter(address.search, 'launch') && error.site?.audience !== 'patient';
  const shown = !isOfEhr && isShownByApp({ error });
  // In a frame nothing is waited for: the heading takes the focus in the task in which the page is still being loaded.
  if (shown !== false && (await shown)) return;
  const { heading, text, action } = launchErrorText(error);
  const lines = errorDetails(error);
  const details = createElement('details');
  details.append(
    createElement('summary', texts.detailsForSupport(error.code)),
    ...lines.map((line) => createElement('p', line)),
    createButton(texts.copyDetails, () => void copyText(lines.join('\n'))),
  );
  const act =
    openWindow ??
    (() => {
      if (action?.kind === 'retry') location.reload();
      // The launch was not used yet, so it goes on there.
      else if (action?.kind === 'ownTab') window.open(address, '_blank', 'noopener');
      else location.replace('./index.html');
    });
  const contact = error.site?.contact;
  const inspector = createElement('a', texts.launchInspector);
  inspector.href = './index.html#inspect';
  const panel = showPanel(heading, text, [
    action ? createButton(action.label, act) : '',
    inspector,
    contact ? createElement('p', contact) : '',
    details,
  ]);
  panel.role = 'alert';
  panel.dataset['error'] = error.code;
}

/** An empty text in the place of an element leaves it out. */
function showPanel(heading: string, text: string, rest: (HTMLElement | '')[]): HTMLElement {
  const panel = createElement('div');
  const h1 = createElement('h1', heading);
  h1.tabIndex = -1;
  statusLine = createElement('output');
  panel.append(h1, createElement('p', text), ...rest, statusLine);
  document.getElementById('launch')?.replaceChildren(panel);
  // The stylesheet is fetched only now, because the redirect needs none.
  const style = document.querySelector<HTMLLinkElement>('link[as=style]');
  if (style !== null) style.rel = 'stylesheet';
  document.body.className = 'launch';
  focusWhenLaidOut(h1);
  return panel;
}

/** The panel that stands says here what a button has done. */
let statusLine: HTMLElement | undefined;

function showStatus(text: string): void {
  statusLine?.replaceChildren(text);
}

/** Copies the text. An EHR frame may forbid the clipboard; the lines above the button can then be selected by hand. */
const copyText = (text: string): Promise<void> =>
  navigator.clipboard.writeText(text).then(
    () => showStatus(texts.copied),
    () => showStatus(texts.notCopied),
  );

function createElement<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}

function createButton(label: string, act: () => void): HTMLButtonElement {
  const created = createElement('button', label);
  created.addEventListener('click', act);
  return created;
}

function domReady(): Promise<unknown> | false {
  return (
    document.readyState === 'loading' &&
    new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve))
  );
}

// This runs last, so that everything above is defined.
void begin().catch((error: unknown) => showError(errorOf(error)));
