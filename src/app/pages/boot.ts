import './requiredFeatures.ts';
import { exchangeCode } from '../../smart/authorization/codeExchange.ts';
import { resumeSession } from '../../smart/session/resumeSession.ts';
import type { Session } from '../../smart/session/session.ts';
import { inlinedSites } from '../../smart/site/site.ts';

type App = { start(session: Promise<Session | undefined>): void };

// This is the first script of the page. Before anything else runs, code and state leave the address bar. The
// single code exchange of this page load then starts, while the app chunk is still on its way.
performance.mark('longview:boot');
document.documentElement.dataset['state'] = 'loading';
const address = new URL(location.href);
const isAuthorizationResponse = ['code', 'error', 'state'].some((name) => address.searchParams.has(name));
if (address.search !== '') history.replaceState(history.state, '', address.pathname + address.hash);

const session = sessionOfThisPage();
session.catch(() => undefined); // the app shows the error, which must not count as unhandled until then

const app = document.querySelector<HTMLLinkElement>('link[data-app]')?.href ?? '';
import(/* @vite-ignore */ app).then((module: App) => module.start(session), notLoaded);

function notLoaded(): void {
  document.documentElement.dataset['state'] = 'error';
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.dataset['error'] = 'E04';
  text.textContent = 'Longview could not be loaded. Check the network and reload the page.';
  document.body.append(text);
}

async function sessionOfThisPage(): Promise<Session | undefined> {
  const sites = inlinedSites();
  return isAuthorizationResponse ? exchangeCode(address, sites) : resumeSession(sites);
}
