import './requiredFeatures.ts';
import { sendEarly, type EarlyRequests } from '../../fhir/earlyRequests.ts';
import { loadOwnFile } from '../../network/serverRequest.ts';
import { nextTask } from '../../record/flowsheet/timeSlicing.ts';
import { firstAddresses } from '../../record/search/firstRequests.ts';
import { exchangeCode } from '../../smart/authorization/codeExchange.ts';
import { resumeSession } from '../../smart/session/resumeSession.ts';
import type { Session } from '../../smart/session/session.ts';
import { refuseForeignFrame } from '../../smart/site/frameAncestors.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import { knownSites, PLACES } from '../../smart/site/places.ts';

type App = {
  start(
    session: Promise<Session | undefined>,
    catalog: unknown,
    early: Promise<EarlyRequests | undefined>,
  ): void;
};

/**
 * A token that comes later than this is waited for with the app on the screen. One that comes while the app starts is read only when a part of
 * that has ended, so the requests leave later; and they leave the app time enough to start while they are on their way.
 */
const QUICK_MS = 300;

// This is the first script of the page. Before anything else runs, code and state leave the address bar. The
// single code exchange of this page load then starts, while the app chunk is still on its way.
performance.mark('longview:boot');
document.documentElement.dataset['state'] = 'loading';
const address = new URL(location.href);
const isAuthorizationResponse = ['code', 'error', 'state'].some((name) => address.searchParams.has(name));
if (address.search !== '') history.replaceState(history.state, '', address.pathname + address.hash);

const addressOf = (link: string): string =>
  document.querySelector<HTMLLinkElement>(`link[data-${link}]`)?.href ?? '';
const session = sessionOfThisPage();
session.catch(() => undefined); // the app shows the error, which must not count as unhandled until then
// The first requests leave in the task in which the token has come, while the app is still being loaded. A session that goes
// on in another frame is read there.
const early = session
  .then((opened) =>
    opened === undefined || opened.transferNonce !== undefined
      ? undefined
      : sendEarly(opened, firstAddresses(opened)),
  )
  .catch(() => undefined); // the app then asks for everything itself

// React needs nothing of the session, so its file runs while the token is awaited. The app asks for it again, and says when it has failed.
const ahead = addressOf('ahead');
if (ahead !== '') setTimeout(() => void import(/* @vite-ignore */ ahead).catch(() => undefined));

// The first formatter of the page takes 6 to 50 ms, because the browser loads its tables of numbers then. It is made while the token
// is awaited, and the app need not wait for it. https://tc39.es/ecma402/#relativetimeformat-objects
setTimeout(() => void new Intl.RelativeTimeFormat('en'));

// The app is on its way already (modulepreload). To evaluate it takes longer than a quick server needs for the token, so it
// waits until the first requests have left, and is evaluated while their answers are on their way. A server that takes longer
// is waited for with the app on the screen, which says so when that lasts.
const app = Promise.race([early, new Promise((resolve) => setTimeout(resolve, QUICK_MS))]).then(
  (): Promise<App> => import(/* @vite-ignore */ addressOf('app')),
);
// The catalog comes beside the app. Without it no result could be named, so the app does not start.
const catalog = loadOwnFile(addressOf('catalog')).then((response): Promise<unknown> => response.json());
// To evaluate the app and to start it are work for a task each, so that a press or a key is answered in between.
Promise.all([app, catalog, app.then(nextTask)])
  .then(([module, table]: [App, unknown, unknown]) => module.start(session, table, early))
  .catch(notLoaded);

function notLoaded(): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', notLoaded, { once: true });
    return;
  }
  document.documentElement.dataset['state'] = 'error';
  // The page holds its words in both languages, because no text could be loaded.
  const failed = document.querySelector<HTMLTemplateElement>('#failed')?.content;
  failed?.querySelector('button')?.addEventListener('click', () => location.reload());
  if (failed) document.body.append(failed);
}

async function sessionOfThisPage(): Promise<Session | undefined> {
  if (addressOf(PLACES) !== '') await loadPlaces();
  const sites = knownSites();
  await refuseForeignFrame(sites); // before the code is used or a session is taken up
  return isAuthorizationResponse ? exchangeCode(address, sites) : resumeSession(sites);
}

/** Puts the list of places into the page, where the build has one. Without it no sign-in could be told from a foreign one. */
async function loadPlaces(): Promise<void> {
  const response = await loadOwnFile(addressOf(PLACES)).catch(() => undefined);
  if (!response?.ok) throw new LaunchError('E04');
  const list = document.createElement('data');
  list.id = PLACES;
  list.textContent = await response.text();
  document.head.append(list);
}
