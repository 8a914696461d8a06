import { audienceOf, type Audience } from '../../smart/authorization/audience.ts';
import { launchedViewsFor, type LaunchedView, type LaunchedViews } from '../../smart/session/launchedView.ts';
import { forgetView } from '../../smart/session/returnToView.ts';
import type { Session } from '../../smart/session/session.ts';
import { viewOfAppContext, viewOfIntent } from './requestedView.ts';

const isView = (view: LaunchedView | undefined): view is { readonly fragment: string } =>
  view !== undefined && 'fragment' in view;

/** Returns the view that the EHR asked for: `appContext` says more than `intent`, so it goes first. */
const chosenOf = ({ appContext, intent }: LaunchedViews) => [appContext, intent].find(isView);

/**
 * Opens the view that the EHR asked for in the launch, once. An address that names a view already stays. Where the person is asked who
 * looks, the views for both answers wait for it. The inspector says what became of both texts (docs/launch-context.md).
 */
export function openLaunchedView(session: Session): void {
  if (session.stored().launchedView !== undefined) return; // this page was loaded again
  const audience = audienceOf(session);
  if (audience !== 'ask') {
    openOnce(session, viewsFor(session, audience));
    return;
  }
  const waiting = { patient: viewsFor(session, 'patient'), clinician: viewsFor(session, 'clinician') };
  session.change({ appContext: undefined, launchedView: JSON.stringify(waiting) });
  if (Object.values(waiting).some(chosenOf) && location.hash === '') forgetView();
}

/** Opens the view that waited until somebody said who looks, before their screens are drawn. */
export function openAnsweredView(session: Session): void {
  const audience = audienceOf(session);
  const views = audience === 'ask' ? undefined : launchedViewsFor(session.stored().launchedView, audience);
  if (views !== undefined) openOnce(session, views);
}

function viewsFor(session: Session, audience: Audience): LaunchedViews {
  const { appContext } = session.stored();
  const { intent } = session;
  return {
    ...(appContext !== undefined && { appContext: viewOfAppContext(appContext, audience) }),
    ...(intent !== undefined && { intent: viewOfIntent(intent, audience) }),
  };
}

function openOnce(session: Session, views: LaunchedViews): void {
  session.change({ appContext: undefined, launchedView: JSON.stringify(views) });
  const view = chosenOf(views);
  if (view === undefined || location.hash !== '') return;
  forgetView(); // what the EHR asks for goes before what was last seen here
  if (view.fragment !== '#') history.replaceState(history.state, '', view.fragment);
}
