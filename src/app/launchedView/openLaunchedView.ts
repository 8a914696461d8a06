import { audienceOf } from '../../smart/authorization/audience.ts';
import type { LaunchedView, LaunchedViews } from '../../smart/session/launchedView.ts';
import { forgetView } from '../../smart/session/returnToView.ts';
import type { Session } from '../../smart/session/session.ts';
import { viewOfAppContext, viewOfIntent } from './requestedView.ts';

const isView = (view: LaunchedView | undefined): view is { readonly fragment: string } =>
  view !== undefined && 'fragment' in view;

/**
 * Opens the view that the EHR asked for in the launch, once: `appContext` says more than `intent`, so it goes first. An address that names a
 * view already stays. The inspector says what became of both (docs/launch-context.md).
 */
export function openLaunchedView(session: Session): void {
  const { appContext, launchedView } = session.stored();
  const { intent } = session;
  if (launchedView !== undefined) return; // this page was loaded again
  const audience = audienceOf(session) === 'clinician' ? 'clinician' : 'patient';
  const views: LaunchedViews = {
    ...(appContext !== undefined && { appContext: viewOfAppContext(appContext, audience) }),
    ...(intent !== undefined && { intent: viewOfIntent(intent, audience) }),
  };
  session.change({ appContext: undefined, launchedView: JSON.stringify(views) });
  const view = [views.appContext, views.intent].find(isView);
  if (view === undefined || location.hash !== '') return;
  forgetView(); // what the EHR asks for goes before what was last seen here
  if (view.fragment !== '#') history.replaceState(history.state, '', view.fragment);
}
