import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type View } from './App.tsx';
import { FhirError } from './fhir/FhirError.ts';
import { openRecord } from './openRecord.ts';
import { signInTo } from './screens/signIn.ts';
import { isLaunchError, LaunchError } from './smart/LaunchError.ts';
import type { Session } from './smart/session.ts';
import { inlinedSites, type Site } from './smart/site.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/launch.css';

/** Called once by `boot.ts`, which owns the exchange. The reading starts the moment the session is there. */
export function start(session: Promise<Session | undefined>): void {
  let view: View = { kind: 'opening' };
  let draw = (): void => {};
  const show = (next: View): void => {
    view = next;
    draw();
  };
  const stop = (error: unknown): void => show({ kind: 'stopped', error: asLaunchError(error) });
  const goToStart = (): void => {
    history.replaceState(null, '', location.pathname); // the session that ended here is over for good
    show({ kind: 'start' });
  };
  const signIn = (site: Site): void => void signInTo(site).catch(stop);

  const open = (opened: Session | undefined): void => {
    opened?.onEnd(stop);
    show(opened === undefined ? { kind: 'start' } : { kind: 'record', opened: openRecord(opened) });
  };
  session.then(open, stop);

  whenParsed(() => {
    const element = document.getElementById('app');
    if (element === null) throw new Error('The page has no #app.');
    // A fault of ours must not leave a half-drawn record on the screen.
    const root = createRoot(element, { onUncaughtError: stop });
    draw = () =>
      root.render(
        <StrictMode>
          <App view={view} sites={inlinedSites()} onSignIn={signIn} onStart={goToStart} onStop={stop} />
        </StrictMode>,
      );
    draw();
  });
}

function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}

/** What ends the view is one of the numbered errors: an answer that did not come, or a fault of ours. */
function asLaunchError(error: unknown): LaunchError {
  if (isLaunchError(error)) return error;
  if (error instanceof FhirError) return new LaunchError('E04', undefined, { reason: error.message });
  return new LaunchError('E17', undefined, { fault: error instanceof Error ? error.name : 'unknown' });
}
